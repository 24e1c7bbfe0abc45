#!/bin/bash
# Apache Libcloud, which reads the zones of two dozen DNS services, writes any of them as a zone file (export_zone_to_bind_format).
# It puts quotes round a TXT record only if there is a blank in it. Without quotes a `;` begins a comment (RFC 1035 §5.1), and DMARC
# and MTA-STS records may well be written without blanks (RFC 7489 §6.4, RFC 8461 §3.1).
#
#   Apache Libcloud 3.9.1 (PyPI)   v=DMARC1;p=reject;… loads as v=DMARC1, v=STSv1;id=… as v=STSv1; the host of an NS record gets no
#                                  dot at its end, that of MX and CNAME does; a text of more than 255 octets stays one string
#   dnspython 2.7.0 (PyPI)         reads that: the policy is gone, ns.example.net is ns.example.net.example.org, the long key is no
#                                  record at all
#
# The same policy with a blank behind its semicolons comes through. After a move by that file the domain has no DMARC and no MTA-STS,
# and a delegated part of it is away; the long key is the only one that a name server complains of.
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "cloud-zone-export: $*" >&2; exit 2; }
changed() { echo "cloud-zone-export: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv && venv/bin/pip install -q apache-libcloud==3.9.1 dnspython==2.7.0 >log 2>&1 ||
  cannot "the packages can't be installed: $(tail -n 1 log)"

# The driver for tests keeps its records in memory; what writes the file is in the class of all drivers.
seen=$(venv/bin/python -W ignore - <<'PY'
import dns.zone
from libcloud.dns.drivers.dummy import DummyDNSDriver
from libcloud.dns.types import RecordType

driver = DummyDNSDriver("key", "secret")
zone = driver.create_zone("example.org", ttl=3600)
for name, kind, data, extra in (
        ("lists", RecordType.MX, "mail.example.net", {"priority": 10}),
        ("www", RecordType.CNAME, "web.example.net", {}),
        ("shop", RecordType.NS, "ns.example.net", {}),
        ("_dmarc.blank", RecordType.TXT, "v=DMARC1; p=reject; rua=mailto:dmarc@example.org", {}),
        ("_dmarc", RecordType.TXT, "v=DMARC1;p=reject;rua=mailto:dmarc@example.org", {}),
        ("_mta-sts", RecordType.TXT, "v=STSv1;id=20260101", {}),
        ("key._domainkey", RecordType.TXT, "v=DKIM1; k=rsa; p=" + "A" * 392, {})):
    driver.create_record(name, zone, kind, data, extra={"ttl": 3600, **extra})

lines = driver.export_zone_to_bind_format(zone).splitlines()
for line in lines:
    if "\tIN\t" not in line:
        continue
    try:
        read = dns.zone.from_text(f"$ORIGIN example.org.\n{line}\n", "example.org.", relativize=False, check_origin=False)
        for name, _, data in read.iterate_rdatas():
            print(name, data.to_text())
    except Exception as error:
        print(line.split(".example.org.")[0], "is not read:", str(error).split(": ")[-1])
PY
) || changed "it raised an error"
echo "$seen"
[ "$seen" = '_dmarc.example.org. "v=DMARC1"
_dmarc.blank.example.org. "v=DMARC1; p=reject; rua=mailto:dmarc@example.org"
_mta-sts.example.org. "v=STSv1"
key._domainkey is not read: string too long
lists.example.org. 10 mail.example.net.
shop.example.org. ns.example.net.example.org.
www.example.org. web.example.net.' ] || changed "that is not what was seen"
