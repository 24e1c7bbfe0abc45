#!/bin/bash
# A line of a zone file that begins with a blank has the owner of the line before it, TTL and class come in either order, and
# names in data are relative as owners are (RFC 1035 §5.1).
#
#   zonefile_parser 0.1.20 (PyPI)  such a line is the origin's; a TTL behind the class, or with a unit, is the record's type;
#                                  names in data stay as they are written, owners do not
#   dnspython 2.7.0 (PyPI)         reads all of it as RFC 1035 does
#
# The second address of a host moves to the apex of the zone, and nothing is said.
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "zone-line-without-owner: $*" >&2; exit 2; }
changed() { echo "zone-line-without-owner: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv && venv/bin/pip install -q zonefile-parser==0.1.20 dnspython==2.7.0 ||
  cannot "the packages can't be installed"
cat >zone <<'ZONE'
$ORIGIN example.org.
$TTL 3600
@ IN SOA ns1 host 1 7200 900 1209600 300
@ IN MX 10 mail
mail IN A 192.0.2.3
  IN A 192.0.2.4
c IN 600 A 192.0.2.5
d 1h IN A 192.0.2.6
ZONE

seen=$(venv/bin/python - <<'PY'
import dns.zone
import zonefile_parser

text = open("zone").read()
for record in zonefile_parser.parse(text):
    if record.rtype != "SOA":
        print("zonefile_parser:", record.name, record.ttl, record.rtype, *record.rdata.values())
for name, ttl, data in dns.zone.from_text(text, relativize=False, check_origin=False).iterate_rdatas():
    if data.rdtype.name != "SOA":
        print("dnspython:", name, ttl, data.rdtype.name, data)
PY
) || changed "one of them raised an error"
echo "$seen"
[ "$seen" = 'zonefile_parser: example.org. 3600 MX 10 mail
zonefile_parser: mail.example.org. 3600 A 192.0.2.3
zonefile_parser: example.org. 3600 A 192.0.2.4
zonefile_parser: c.example.org. 3600 600 A
zonefile_parser: d.example.org. 3600 1H IN
dnspython: example.org. 3600 MX 10 mail.example.org.
dnspython: mail.example.org. 3600 A 192.0.2.3
dnspython: mail.example.org. 3600 A 192.0.2.4
dnspython: c.example.org. 600 A 192.0.2.5
dnspython: d.example.org. 3600 A 192.0.2.6' ] || changed "that is not what was seen"
