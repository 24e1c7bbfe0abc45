#!/bin/bash
# A backslash before a character that is no digit takes away its special meaning (RFC 1035 §5.1), so `v=DKIM1\;\ p=AAAA` without
# quotes is one string with a blank inside. Of three programs two read it so.
#
#   Net::DNS 1.36 (Debian libnet-dns-perl)   two strings, the first with a backslash at its end
#   ldns 1.8.3 (Debian ldnsutils), dnspython 2.7.0 (PyPI)   one string
#
# Read by Net::DNS, a key record that name servers serve well is `v=DKIM1;\p=AAAA`, and nothing is said: a check of the file
# calls broken what works. Between quotes, which mean the same, all three agree.
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "escaped-blank: $*" >&2; exit 2; }
changed() { echo "escaped-blank: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv && venv/bin/pip install -q dnspython==2.7.0 || cannot "dnspython can't be installed"
packages='libnet-dns-perl libdigest-hmac-perl ldnsutils libldns3'
# shellcheck disable=SC2086 # one word a package
apt-get download -q $packages >log 2>&1 || cannot "the Debian packages can't be downloaded: $(tail -n 1 log)"
for package in *.deb; do dpkg-deb -x "$package" debian; done
for wanted in libnet-dns-perl=1.36 ldnsutils=1.8.3; do
  version=$(dpkg-deb -f "${wanted%=*}"_*.deb Version)
  case $version in "${wanted#*=}"-*) ;; *) cannot "${wanted%=*} is of version $version here, not ${wanted#*=}" ;; esac
done
export LD_LIBRARY_PATH=$PWD/debian/usr/lib/x86_64-linux-gnu

cat >zone <<'ZONE'
$ORIGIN example.org.
$TTL 3600
@ IN SOA ns1 host 1 7200 900 1209600 300
@ IN NS ns1
ns1 IN A 192.0.2.53
key._domainkey IN TXT v=DKIM1\;\ p=AAAA
quoted._domainkey IN TXT "v=DKIM1; p=AAAA"
ZONE

seen=$(
  perl -Idebian/usr/share/perl5 -MNet::DNS::ZoneFile -e '
    for my $record (Net::DNS::ZoneFile->read("zone")) {
      print "Net::DNS: ", join("|", $record->txtdata), "\n" if $record->type eq "TXT";
    }'
  debian/usr/bin/ldns-read-zone zone | sed -n 's/.*TXT\t/ldns: /p'
  venv/bin/python -c '
import dns.zone
zone = dns.zone.from_file("zone", "example.org.")
for owner in ("key", "quoted"):
    print("dnspython:", b"|".join(zone.find_rdataset(owner + "._domainkey", "TXT")[0].strings).decode())'
) || cannot "one of the programs can't be run here"
echo "$seen"
[ "$seen" = 'Net::DNS: v=DKIM1;\|p=AAAA
Net::DNS: v=DKIM1; p=AAAA
ldns: "v=DKIM1; p=AAAA"
ldns: "v=DKIM1; p=AAAA"
dnspython: v=DKIM1; p=AAAA
dnspython: v=DKIM1; p=AAAA' ] || changed "that is not what was seen"
