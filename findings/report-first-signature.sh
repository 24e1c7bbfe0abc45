#!/bin/bash
# A record of a DMARC aggregate report has one `dkim` result for each signature (RFC 7489 appendix C: any number of them), and
# the verdict over all of them in `policy_evaluated`.
#
#   dmarc-metrics-exporter 1.3.1 (PyPI)   looks at the first signature alone. Where that is not the one that passed, messages
#                                         that passed DMARC at the reporter count as not compliant
#
# Messages with two signatures, Ed25519 before RSA (RFC 8463 §6: signers add both) or that of a gateway before that of the
# domain, are reported with one that the reporter could not verify. The same record with its signatures the other way round is
# compliant.
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "report-first-signature: $*" >&2; exit 2; }
changed() { echo "report-first-signature: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv && venv/bin/pip install -q dmarc-metrics-exporter==1.3.1 || cannot "the package can't be installed"

seen=$(venv/bin/python - <<'PY'
from email.message import EmailMessage
from dmarc_metrics_exporter.deserialization import convert_to_events, get_aggregate_report_from_email

ed = "<dkim><domain>example.org</domain><selector>ed</selector><result>neutral</result></dkim>"
rsa = "<dkim><domain>example.org</domain><selector>rsa</selector><result>pass</result></dkim>"

def report(*signatures):
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<feedback><version>1.0</version>
<report_metadata><org_name>example.net</org_name><email>dmarc@example.net</email><report_id>1</report_id>
<date_range><begin>1795564800</begin><end>1795651199</end></date_range></report_metadata>
<policy_published><domain>example.org</domain><adkim>r</adkim><aspf>r</aspf><p>reject</p><sp>reject</sp><pct>100</pct>
</policy_published>
<record><row><source_ip>192.0.2.1</source_ip><count>7</count><policy_evaluated><disposition>none</disposition>
<dkim>pass</dkim><spf>fail</spf></policy_evaluated></row>
<identifiers><envelope_from>example.com</envelope_from><header_from>example.org</header_from></identifiers>
<auth_results>{"".join(signatures)}<spf><domain>example.com</domain><scope>mfrom</scope><result>softfail</result></spf>
</auth_results></record></feedback>"""

for name, signatures in (("rsa", [rsa]), ("rsa, ed25519", [rsa, ed]), ("ed25519, rsa", [ed, rsa])):
    message = EmailMessage()
    message["From"] = "dmarc@example.net"
    message.set_content(report(*signatures), subtype="xml")
    for feedback in get_aggregate_report_from_email(message):
        for event in convert_to_events(feedback):
            print(f"{name}: {event.count} messages, compliant {event.result.dmarc_compliant}")
PY
) || changed "it raised an error"
echo "$seen"
[ "$seen" = 'rsa: 7 messages, compliant True
rsa, ed25519: 7 messages, compliant True
ed25519, rsa: 7 messages, compliant False' ] || changed "that is not what was seen"
