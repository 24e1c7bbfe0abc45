#!/bin/bash
# zonefile-migrate, which turns zone files into the templates of two cloud name services, gives every record one TTL: the last
# number of the SOA record, which says how long the *absence* of a name is kept (RFC 2308 §4). What $TTL and the records
# themselves say (RFC 1035 §5.1, RFC 2308 §4) is lost.
#
#   zonefile-migrate 0.4.4 (PyPI; with dnspython 1.16.0, since its own 1.15.0 opens no file under Python 3.11)
#       $TTL 86400, 3600 at the SPF record, 300 in the SOA: every record gets 300
#   dnspython 1.16.0, which it reads the file with, has 86400 and 3600
#
# After the move the resolvers of the world ask a zone as it was meant to be asked for names that don't exist. The other way
# round, with a long negative TTL, a move of the MX that was prepared by a short TTL takes as long as that.
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "zone-migration-ttl: $*" >&2; exit 2; }
changed() { echo "zone-migration-ttl: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv && venv/bin/pip install -q zonefile-migrate==0.4.4 >log 2>&1 &&
  venv/bin/pip install -q --no-deps dnspython==1.16.0 >log 2>&1 || cannot "the packages can't be installed"
mkdir out
cat >example.org.zone <<'ZONE'
$ORIGIN example.org.
$TTL 86400
@ IN SOA ns1.example.org. hostmaster.example.org. 2026112901 7200 900 1209600 300
@ IN NS ns1.example.org.
@ IN MX 10 mail.example.org.
@ 3600 IN TXT "v=spf1 mx -all"
mail IN A 192.0.2.3
ns1 IN A 192.0.2.53
ZONE

venv/bin/zonefile-migrate to-terraform example.org.zone out >log 2>&1 || changed "it can't read the zone: $(tail -n 1 log)"
venv/bin/zonefile-migrate to-cloudformation example.org.zone out >log 2>&1 || changed "it can't read the zone: $(tail -n 1 log)"
seen=$(
  echo "Terraform: $(sed -n 's/^ *ttl *= //p' out/example.org.tf | sort | uniq -c | xargs)"
  echo "CloudFormation: $(sed -n 's/^ *TTL: //p' out/example.org.yaml | sort | uniq -c | xargs)"
  venv/bin/python - <<'PY'
import dns.zone
zone = dns.zone.from_file("example.org.zone", relativize=False)
print("dnspython:", *[f"{data.ttl} {kind}" for kind, data in sorted(
    ({15: "MX", 16: "TXT"}[data.rdtype], data) for _, data in zone.iterate_rdatasets() if data.rdtype in (15, 16))])
PY
)
echo "$seen"
[ "$seen" = 'Terraform: 4 300
CloudFormation: 4 300
dnspython: 86400 MX 3600 TXT' ] || changed "that is not what was seen"
