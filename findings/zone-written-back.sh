#!/bin/bash
# DNS::ZoneParse reads a zone file, lets a script change it and writes it back. A TXT record of two strings comes back as one,
# with the quotes and the blank between the strings inside of it.
#
#   DNS::ZoneParse 1.10 (Debian libdns-zoneparse-perl)   p=AAAABBBB becomes p=AAAA" "BBBB; `\101` becomes A (octal), where
#                                                        RFC 1035 §5.1 makes it e (decimal)
#   dnspython 2.7.0 (PyPI)                               reads both files
#
# Any script that only raises the serial breaks the DKIM keys of 2048 bits in the zone (RFC 6376 §3.6.2.2: strings are joined
# without anything between them), and the file still loads everywhere.
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "zone-written-back: $*" >&2; exit 2; }
changed() { echo "zone-written-back: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv && venv/bin/pip install -q dnspython==2.7.0 || cannot "dnspython can't be installed"
apt-get download -q libdns-zoneparse-perl >log 2>&1 || cannot "the Debian package can't be downloaded: $(tail -n 1 log)"
dpkg-deb -x libdns-zoneparse-perl_*.deb debian
version=$(dpkg-deb -f libdns-zoneparse-perl_*.deb Version)
case $version in 1.10-*) ;; *) cannot "DNS::ZoneParse is of version $version here, not 1.10" ;; esac

cat >before <<'ZONE'
$ORIGIN example.org.
$TTL 3600
@ IN SOA ns1.example.org. hostmaster.example.org. 1 7200 900 1209600 300
@ IN NS ns1.example.org.
@ IN TXT "v=spf1 mx -all"
key._domainkey IN TXT "v=DKIM1; p=AAAA" "BBBB"
octal IN TXT "\101"
ns1 IN A 192.0.2.53
ZONE
perl -Idebian/usr/share/perl5 -MDNS::ZoneParse -e '
  my $zone = DNS::ZoneParse->new("before", "example.org.");
  $zone->new_serial;
  print $zone->output' >after 2>log || changed "it raised an error: $(tail -n 1 log)"

seen=$(venv/bin/python - <<'PY'
import dns.zone
for name in ("before", "after"):
    zone = dns.zone.from_file(name, "example.org.")
    for owner in ("@", "key._domainkey", "octal"):
        print(f"{name}: {owner}", b"".join(zone.find_rdataset(owner, "TXT")[0].strings).decode())
PY
) || changed "what it wrote can't be read"
echo "$seen"
[ "$seen" = 'before: @ v=spf1 mx -all
before: key._domainkey v=DKIM1; p=AAAABBBB
before: octal e
after: @ v=spf1 mx -all
after: key._domainkey v=DKIM1; p=AAAA" "BBBB
after: octal A' ] || changed "that is not what was seen"
