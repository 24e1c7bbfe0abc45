#!/bin/bash
# opendkim-genkey -n puts a note into a key record, "arbitrary note text" by its manual, in quotes but otherwise as it is. The
# n= tag is quoted-printable (RFC 6376 §3.6.1), and a `;` ends a tag (§3.2): behind it the note is a tag of its own.
#
#   opendkim-genkey 2.11.0 (Debian opendkim-tools) with -n 'new key; old one until May'
#   dkimpy 1.1.8 (PyPI)                            can't read that record: the signature fails
#   Mail::DKIM 1.20230212 (Debian libmail-dkim-perl)   the same
#
# With a comma in the semicolon's place both take the key.
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "key-with-note: $*" >&2; exit 2; }
changed() { echo "key-with-note: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv && venv/bin/pip install -q dkimpy==1.1.8 dnspython==2.7.0 || cannot "dkimpy can't be installed"
packages='opendkim-tools libmail-dkim-perl libcrypt-openssl-rsa-perl libcrypt-openssl-bignum-perl libcrypt-openssl-guess-perl
  libmailtools-perl libtimedate-perl libnet-dns-perl libmail-authenticationresults-perl liberror-perl'
# shellcheck disable=SC2086 # one word a package
apt-get download -q $packages >log 2>&1 || cannot "the Debian packages can't be downloaded: $(tail -n 1 log)"
for package in *.deb; do dpkg-deb -x "$package" debian; done
version=$(dpkg-deb -f opendkim-tools_*.deb Version)
case $version in 2.11.0*) ;; *) cannot "opendkim-tools is of version $version here, not 2.11.0" ;; esac
version=$(dpkg-deb -f libmail-dkim-perl_*.deb Version)
case $version in 1.20230212-*) ;; *) cannot "Mail::DKIM is of version $version here, not 1.20230212" ;; esac

perl debian/usr/sbin/opendkim-genkey -b 2048 -d example.org -s comma -n 'new key, old one until May' >log 2>&1 &&
  perl debian/usr/sbin/opendkim-genkey -b 2048 -d example.org -s semicolon -n 'new key; old one until May' >log 2>&1 ||
  cannot "opendkim-genkey can't be run here: $(tail -n 1 log)"

python_says() {
  venv/bin/python - "$1" <<'PY'
import sys
import dkim, dns.zone
zone = dns.zone.from_text("@ 3600 IN SOA a b 1 1 1 1 1\n@ 3600 IN NS a\n" + open(sys.argv[1] + ".txt").read(), "example.org.",
                          check_origin=False)
record = b"".join(zone.find_rdataset(sys.argv[1] + "._domainkey", "TXT")[0].strings)
open(sys.argv[1] + ".record", "wb").write(record)
message = b"From: a@example.org\r\nSubject: x\r\n\r\nx\r\n"
signature = dkim.sign(message, sys.argv[1].encode(), b"example.org", open(sys.argv[1] + ".private", "rb").read())
print(record.split(b"h=")[0].decode().strip(), dkim.verify(signature + message, dnsfunc=lambda name, timeout=5: record))
PY
}
perl_says() {
  perl -Idebian/usr/share/perl5 -Idebian/usr/lib/x86_64-linux-gnu/perl5/5.36 -MMail::DKIM::PublicKey -e '
    open my $file, "<", "$ARGV[0].record"; my $record = <$file>;
    print eval { Mail::DKIM::PublicKey->parse($record)->cork; 1 } ? "read" : "not read: $@"' "$1" | head -n 1
}
zone_sed='s/ at .* line [0-9]*\.$//'
seen=$(for name in comma semicolon; do
  echo "dkimpy, $name: $(python_says $name)"
  echo "Mail::DKIM, $name: $(perl_says $name | sed "$zone_sed")"
done)
echo "$seen"
[ "$seen" = 'dkimpy, comma: v=DKIM1; n="new key, old one until May"; True
Mail::DKIM, comma: read
dkimpy, semicolon: v=DKIM1; n="new key; old one until May"; False
Mail::DKIM, semicolon: not read: syntax error' ] || changed "that is not what was seen"
