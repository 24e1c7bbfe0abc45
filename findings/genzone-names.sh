#!/bin/bash
# OpenDKIM brings two programs that write a key for a zone file. opendkim-genkey writes it at s1._domainkey, where receivers look;
# opendkim-genzone, which makes lines of a whole KeyTable, leaves out _domainkey unless it is told otherwise (-D or -F), so that
# the same key lands at s1.example.org, where nobody looks. Its -S and -N, which make a whole zone of it, write names as they were
# given, without the final dot that the key's own name gets by -F in the same file:
#
#   opendkim-tools 2.11.0~beta2 (Debian)               owner of the key                 name servers as BIND 9.18 reads them
#   opendkim-genkey -s s1 -d example.org               s1._domainkey                    -
#   opendkim-genzone                                   s1                               -
#   opendkim-genzone -D                                s1._domainkey                    -
#   opendkim-genzone -F                                s1._domainkey.example.org.       -
#   opendkim-genzone -F -S -N ns1.example.org          s1._domainkey.example.org.       ns1.example.org.example.org
#   opendkim-genzone -F -S -N ns1.example.org.         s1._domainkey.example.org.       ns1.example.org
#
# named-checkzone refuses the fifth, since the name server that it does not name has no address; where the names lie outside the
# zone nothing refuses it.
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "genzone-names: $*" >&2; exit 2; }
changed() { echo "genzone-names: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

packages='opendkim-tools libopendkim11 librbl1 libvbr2 libmilter1.0.1 libunbound8 libmemcached11 libhashkit2 libdb5.3 liblua5.3-0
  libopendbx1 libldap-2.5-0 libsasl2-2 bind9-utils bind9-libs libuv1 libjson-c5 libmaxminddb0 liblmdb0 libprotobuf-c1 libfstrm0
  libnghttp2-14'
# shellcheck disable=SC2086 # one word a package
apt-get download -q $packages >log 2>&1 || cannot "the Debian packages can't be downloaded: $(tail -n 1 log)"
for package in *.deb; do dpkg-deb -x "$package" debian; done
for wanted in opendkim-tools=2.11.0~beta2 bind9-utils=1:9.18; do
  version=$(dpkg-deb -f "${wanted%%=*}"_*.deb Version)
  case $version in "${wanted#*=}"[.-]*) ;; *) cannot "${wanted%%=*} is of version $version here, not ${wanted#*=}" ;; esac
done
command -v openssl >/dev/null && command -v perl >/dev/null || cannot "openssl and perl are needed"
check=$(find debian/usr -name named-checkzone | head -n 1)
[ -x "$check" ] || cannot "bind9-utils has no named-checkzone"

mkdir keys
perl debian/usr/sbin/opendkim-genkey -D keys -s s1 -d example.org -b 2048 >log 2>&1 || cannot "genkey: $(tail -n 1 log)"
echo "s1 example.org:s1:$work/keys/s1.private" >table

# With the libraries of the package, which the shell's own programs must not take.
genzone() {
  LD_LIBRARY_PATH=$work/debian/usr/lib/x86_64-linux-gnu:$work/debian/usr/lib debian/usr/sbin/opendkim-genzone "$@" "file:$work/table" 2>log ||
    cannot "opendkim-genzone: $(tail -n 1 log)"
}
owner() { awk '$0 ~ /TXT/ { print $1 }'; }
servers() {
  { echo '$TTL 60'; cat; echo 'ns1.example.org. A 192.0.2.53'; } >zone
  LD_LIBRARY_PATH=$work/debian/usr/lib/x86_64-linux-gnu:$work/debian/usr/lib "$check" example.org zone >log 2>&1 && echo loaded ||
    sed -nE "s/.*NS '([^']+)' has no address.*/refused for \1/p" log
}

seen=$(
  echo "genkey: $(owner <keys/s1.txt)"
  for options in '' -D -F; do
    # shellcheck disable=SC2086 # none or one word
    echo "genzone $options: $(genzone $options | owner)"
  done
  echo "-N ns1.example.org: $(genzone -F -S -C hostmaster@example.org -N ns1.example.org | servers)"
  echo "-N ns1.example.org.: $(genzone -F -S -C hostmaster@example.org -N ns1.example.org. | servers)"
)
echo "$seen"
[ "$seen" = 'genkey: s1._domainkey
genzone : s1
genzone -D: s1._domainkey
genzone -F: s1._domainkey.example.org.
-N ns1.example.org: refused for ns1.example.org.example.org
-N ns1.example.org.: loaded' ] || changed "that is not what was seen"
