#!/bin/bash
# A TLS report (RFC 8460 §4.4) has several policies, each with a domain, a type and perhaps its text and MX patterns, in
# `policy-string` and `mx-host`, and the failures under each.
#
#   parsedmarc 11.1.0 (PyPI), the table (CSV) that it makes: a policy without a text shows the text of the policy before it;
#   failures have no domain and no type; the patterns of `mx-host` are in no column, nor in its JSON
#
# Of a domain for which the sender found no policy the table says that it publishes one, word for word that of another domain.
# In its JSON the same policy has no text.
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "tls-report-table: $*" >&2; exit 2; }
changed() { echo "tls-report-table: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv && venv/bin/pip install -q parsedmarc==11.1.0 || cannot "parsedmarc can't be installed"
cat >report.json <<'JSON'
{"organization-name": "Example Net", "contact-info": "tls@example.net", "report-id": "1",
 "date-range": {"start-datetime": "2026-11-26T00:00:00Z", "end-datetime": "2026-11-26T23:59:59Z"},
 "policies": [
  {"policy": {"policy-type": "sts", "policy-domain": "example.org", "mx-host": ["*.example.org"],
              "policy-string": ["version: STSv1", "mode: enforce", "mx: *.example.org", "max_age: 86400"]},
   "summary": {"total-successful-session-count": 5, "total-failure-session-count": 3},
   "failure-details": [{"result-type": "certificate-expired", "sending-mta-ip": "192.0.2.1",
                        "receiving-mx-hostname": "mx.example.org", "failed-session-count": 3}]},
  {"policy": {"policy-type": "no-policy-found", "policy-domain": "example.com"},
   "summary": {"total-successful-session-count": 1, "total-failure-session-count": 0}}]}
JSON

seen=$(venv/bin/python - <<'PY'
import csv, io
import parsedmarc
report = parsedmarc.parse_smtp_tls_report_json(open("report.json").read())
for row in csv.DictReader(io.StringIO(parsedmarc.parsed_smtp_tls_reports_to_csv(report))):
    print("table:", *(f"{key}={row[key]}" for key in
                      ("policy_domain", "policy_type", "policy_strings", "mx_host_patterns", "result_type")))
for policy in report["policies"]:
    print("JSON:", policy["policy_domain"], policy.get("policy_strings"), [key for key in policy if "mx" in key])
PY
) || changed "it raised an error"
echo "$seen"
[ "$seen" = "table: policy_domain=example.org policy_type=sts policy_strings=version: STSv1|mode: enforce|mx: *.example.org|max_age: 86400 mx_host_patterns= result_type=
table: policy_domain= policy_type= policy_strings=version: STSv1|mode: enforce|mx: *.example.org|max_age: 86400 mx_host_patterns= result_type=certificate-expired
table: policy_domain=example.com policy_type=no-policy-found policy_strings=version: STSv1|mode: enforce|mx: *.example.org|max_age: 86400 mx_host_patterns= result_type=
JSON: example.org ['version: STSv1', 'mode: enforce', 'mx: *.example.org', 'max_age: 86400'] []
JSON: example.com None []" ] || changed "that is not what was seen"
