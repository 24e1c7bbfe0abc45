#!/bin/bash
# hash-slinger's `tlsa --create` writes a TLSA record (RFC 6698) for a zone file. In front of it, on standard output as well, stands
# a sentence, which a name server that the output is put into takes for a record: owner "Got", type A. And `--output both`, which
# is to give the record by its name and in the generic form (RFC 3597) for servers that do not know it, gives the first one twice.
#
#   tlsa 3.1 (Debian hash-slinger)                 standard output
#   tlsa --create --certificate FILE               Got a certificate for …, then TLSA 3 0 1 …
#   the same with --output generic                 Got a certificate for …, then TYPE52 \# 35 …
#   the same with --output both                    Got a certificate for …, then TLSA 3 0 1 …, and the same line again
#
# BIND 9.18 refuses the zone with the first one in it: "bad dotted quad", for "certificate" is no address.
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "tlsa-with-sentence: $*" >&2; exit 2; }
changed() { echo "tlsa-with-sentence: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# The modules of the packages are made for Debian's own Python.
python=/usr/bin/python3.11
[ -x "$python" ] && command -v openssl >/dev/null || cannot "Python 3.11 of Debian 12 and openssl are needed"
packages='hash-slinger python3-m2crypto python3-unbound libunbound8 libhiredis0.14 libevent-2.1-7 bind9-utils bind9-libs libuv1 libjson-c5
  libmaxminddb0 liblmdb0 libprotobuf-c1 libfstrm0 libnghttp2-14'
# shellcheck disable=SC2086 # one word a package
apt-get download -q $packages >log 2>&1 || cannot "the Debian packages can't be downloaded: $(tail -n 1 log)"
for package in *.deb; do dpkg-deb -x "$package" debian; done
for wanted in hash-slinger=3.1 bind9-utils=1:9.18; do
  version=$(dpkg-deb -f "${wanted%%=*}"_*.deb Version)
  case $version in "${wanted#*=}"[.-]*) ;; *) cannot "${wanted%%=*} is of version $version here, not ${wanted#*=}" ;; esac
done
check=$(find debian/usr -name named-checkzone | head -n 1)
[ -x "$check" ] || cannot "bind9-utils has no named-checkzone"

openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out certificate.pem -days 30 -subj /CN=mail.example.org >log 2>&1 ||
  cannot "openssl: $(tail -n 1 log)"

with_libraries() { LD_LIBRARY_PATH=$work/debian/usr/lib/x86_64-linux-gnu "$@"; }
tlsa() {
  PYTHONPATH=$work/debian/usr/lib/python3/dist-packages with_libraries "$python" debian/usr/bin/tlsa --create --certificate \
    certificate.pem --port 25 "$@" mail.example.org 2>log || cannot "tlsa: $(tail -n 1 log)"
}
# Without the digest, which differs from certificate to certificate.
shown() { sed -E 's/[0-9a-f]{64}$/DIGEST/'; }

tlsa >plain
seen=$(
  shown <plain
  echo '--output generic'
  tlsa --output generic | shown
  echo '--output both'
  tlsa --output both | shown
  {
    echo '$ORIGIN example.org.'
    echo '$TTL 60'
    echo '@ IN SOA ns1 hostmaster 1 7200 900 1209600 300'
    echo '@ IN NS ns1'
    echo 'ns1 IN A 192.0.2.53'
    cat plain
  } >zone
  with_libraries "$check" example.org zone | sed -nE 's/.*(zone:[0-9]+: .*)/\1/p' || :
)
echo "$seen"
[ "$seen" = 'Got a certificate for mail.example.org. with Subject: /CN=mail.example.org
_25._tcp.mail.example.org. IN TLSA 3 0 1 DIGEST
--output generic
Got a certificate for mail.example.org. with Subject: /CN=mail.example.org
_25._tcp.mail.example.org. IN TYPE52 \# 35 030001DIGEST
--output both
Got a certificate for mail.example.org. with Subject: /CN=mail.example.org
_25._tcp.mail.example.org. IN TLSA 3 0 1 DIGEST
_25._tcp.mail.example.org. IN TLSA 3 0 1 DIGEST
zone:6: near '"'certificate'"': bad dotted quad' ] || changed "that is not what was seen"
