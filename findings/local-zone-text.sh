#!/bin/bash
# dns-lexicon changes the records of a domain by one command or call for all of its providers, with the text of a TXT record as it is
# meant. Its provider for zone files, localzone, takes that text for a piece of a zone file: a `;` begins a comment, and a blank ends a
# string (RFC 1035 §5.1).
#
#   dns-lexicon 3.25.2 with localzone 0.9.8 (PyPI)   v=DMARC1; p=reject becomes v=DMARC1, a DKIM record loses its key, and
#                                                    `v=spf1 mx -all` becomes three strings, to be joined as v=spf1mx-all
#                                                    (RFC 7208 §3.3). True, "done", is the answer each time
#   dns-lexicon 3.25.2, provider powerdns            puts quotes round the same text
#
# Listed again by dns-lexicon the SPF record looks right, since the list leaves the quotes out. The serial is raised and the file loads.
# Texts without blank or semicolon, as the challenges of certificate authorities are, come through, so that long use shows nothing.
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "local-zone-text: $*" >&2; exit 2; }
changed() { echo "local-zone-text: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv && venv/bin/pip install -q dns-lexicon==3.25.2 localzone==0.9.8 dnspython==2.7.0 tldextract==5.3.0 >log 2>&1 ||
  cannot "the packages can't be installed: $(tail -n 1 log)"

cat >zone <<'ZONE'
$ORIGIN example.org.
$TTL 3600
@ IN SOA ns1 hostmaster 1 7200 900 1209600 300
@ IN NS ns1
ns1 IN A 192.0.2.53
ZONE

# What asks for a list of suffixes finds nobody here, and goes by the list that it brings along.
export http_proxy=http://127.0.0.1:9 https_proxy=http://127.0.0.1:9 TLDEXTRACT_CACHE=$work/cache
seen=$(venv/bin/python - 2>log <<'PY'
import dns.zone
from lexicon._private.providers.powerdns import Provider
from lexicon.client import Client
from lexicon.config import ConfigResolver

def lexicon(action, *arguments):
    config = ConfigResolver().with_dict({"provider_name": "localzone", "action": action, "domain": "example.org", "type": "TXT",
                                         "ttl": 3600, "localzone": {"filename": "zone"}})
    with Client(config) as client:
        return getattr(client, action + "_record" + "s" * (action == "list"))("TXT", *arguments)

texts = {"_acme-challenge": "abc-123", "_dmarc": "v=DMARC1; p=reject", "@": "v=spf1 mx -all",
         "key._domainkey": "v=DKIM1; k=rsa; p=AAAA"}
for name, text in texts.items():
    print(name, "created:", lexicon("create", name, text))
listed = {record["name"].removesuffix(".example.org"): record["content"] for record in lexicon("list")}
zone = dns.zone.from_file("zone", "example.org.")
for name, text in texts.items():
    print(name, "listed:", listed[name], "published:", b"".join(zone.find_rdataset(name, "TXT")[0].strings).decode())
print("powerdns:", Provider._clean_content(None, "TXT", texts["_dmarc"]))
PY
) || changed "it raised an error: $(tail -n 1 log)"
echo "$seen"
[ "$seen" = '_acme-challenge created: True
_dmarc created: True
@ created: True
key._domainkey created: True
_acme-challenge listed: abc-123 published: abc-123
_dmarc listed: v=DMARC1 published: v=DMARC1
@ listed: v=spf1 mx -all published: v=spf1mx-all
key._domainkey listed: v=DKIM1 published: v=DKIM1
powerdns: "v=DMARC1; p=reject"' ] || changed "that is not what was seen"
