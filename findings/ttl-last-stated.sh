#!/bin/bash
# In a zone file without $TTL a record that has no TTL of its own takes the one that was stated last (RFC 1035 §5.1). The last field
# of the SOA record is not meant: it says how long an absence is kept (RFC 2308 §4). The same file, in which the SOA record has 86400
# and 300 in its last field, and the MX record behind it nothing:
#
#   ldns 1.8.3 (Debian ldnsutils), zone2json 4.7.3 (Debian pdns-server), dnspython 2.9.2 (PyPI)   86400
#   NSD 4.6.1 (Debian nsd), as it serves it                                                       3600, which is nowhere in the file
#   Net::DNS 1.36 (Debian libnet-dns-perl), dnspython 2.7.0 (PyPI)                                300
#
# None of them says a word. Whoever checks the file before a move of the MX is told that it is kept for five minutes, where resolvers keep
# it for an hour or a day; a change from one name server to the other with the same file changes the TTL of all these.
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "ttl-last-stated: $*" >&2; exit 2; }
changed() { echo "ttl-last-stated: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
server=
finish() {
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  rm -rf "$work"
}
trap finish EXIT
cd "$work"

for version in 2.7.0 2.9.2; do
  python3 -m venv "venv-$version" && "venv-$version/bin/pip" install -q "dnspython==$version" >log 2>&1 ||
    cannot "dnspython can't be installed: $(tail -n 1 log)"
done
packages='ldnsutils libldns3 pdns-server nsd libevent-2.1-7 libfstrm0 libprotobuf-c1 libnet-dns-perl'
# shellcheck disable=SC2086 # one word a package
apt-get download -q $packages >log 2>&1 || cannot "the Debian packages can't be downloaded: $(tail -n 1 log)"
for package in *.deb; do dpkg-deb -x "$package" debian; done
for wanted in ldnsutils=1.8.3 pdns-server=4.7.3 nsd=4.6.1 libnet-dns-perl=1.36; do
  version=$(dpkg-deb -f "${wanted%=*}"_*.deb Version)
  case $version in "${wanted#*=}"-*) ;; *) cannot "${wanted%=*} is of version $version here, not ${wanted#*=}" ;; esac
done
export LD_LIBRARY_PATH=$PWD/debian/usr/lib/x86_64-linux-gnu

cat >zone <<'ZONE'
$ORIGIN example.org.
@ 86400 IN SOA ns1 hostmaster 1 7200 900 1209600 300
@ IN NS ns1
@ IN MX 10 mail
ns1 7200 IN A 192.0.2.53
mail IN A 192.0.2.25
ZONE

port=$(python3 -c 'import socket; s = socket.socket(type=socket.SOCK_DGRAM); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
cat >nsd.conf <<CONF
server:
  ip-address: 127.0.0.1@$port
  username: ""
  chroot: ""
  database: ""
  zonesdir: "$work"
  pidfile: "$work/pid"
  xfrdfile: ""
  zonelistfile: "$work/zones"
  cookie-secret-file: "$work/cookies"
  server-count: 1
remote-control:
  control-enable: no
zone:
  name: example.org
  zonefile: zone
CONF
debian/usr/sbin/nsd -d -c nsd.conf >log 2>&1 &
server=$!

seen=$(
  for version in 2.7.0 2.9.2; do
    echo "dnspython $version: $("venv-$version/bin/python" -c '
import dns.zone
zone = dns.zone.from_file("zone", "example.org.")
print(*(zone.find_rdataset(name, kind).ttl for name, kind in (("@", "SOA"), ("@", "MX"), ("ns1", "A"), ("mail", "A"))))')"
  done
  echo "Net::DNS: $(perl -Idebian/usr/share/perl5 -MNet::DNS::ZoneFile -e '
    print join " ", map { $_->ttl } grep { $_->type ne "NS" } Net::DNS::ZoneFile->new("zone")->read')"
  echo "ldns: $(debian/usr/bin/ldns-read-zone zone | awk '$4 != "NS" { print $2 }' | paste -sd ' ')"
  echo "zone2json: $(debian/usr/bin/zone2json --zone=zone --zone-name=example.org 2>log.json | venv-2.9.2/bin/python -c '
import json, sys
print(*(record["ttl"] for record in json.load(sys.stdin)["records"] if record["type"] != "NS"))')"
  echo "NSD: $(venv-2.9.2/bin/python - "$port" <<'PY'
import sys, time
import dns.message, dns.query
def ttl(name, kind):
    for _ in range(100):
        try:
            return dns.query.udp(dns.message.make_query(name, kind), "127.0.0.1", 5, int(sys.argv[1])).answer[0].ttl
        except ConnectionRefusedError:
            time.sleep(0.1)
    sys.exit("nobody listens")
print(ttl("example.org", "SOA"), ttl("example.org", "MX"), ttl("ns1.example.org", "A"), ttl("mail.example.org", "A"))
PY
  )"
) || cannot "one of the programs can't be run here"
echo "$seen"
[ "$seen" = 'dnspython 2.7.0: 86400 300 7200 300
dnspython 2.9.2: 86400 86400 7200 7200
Net::DNS: 86400 300 7200 300
ldns: 86400 86400 7200 7200
zone2json: 86400 86400 7200 7200
NSD: 86400 3600 7200 3600' ] || changed "that is not what was seen"
