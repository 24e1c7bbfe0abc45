#!/bin/bash
# A SARIF result may say that it is no longer there (`baselineState: absent`) or that it was judged and set aside
# (`suppressions`), and its message may be in the rule, with places for arguments (SARIF 2.1.0 §3.27, §3.11).
#
#   sarif-tools 3.0.5 (PyPI)   counts results that are gone or set aside like the others: `--check error` ends with 2 over a file
#                              where nothing is left to do. Of a message in the rule it shows the id, of one with places the
#                              braces
#
# A pipeline that keeps a baseline of DNS faults stays red after all of them are repaired or accepted.
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "gone-results: $*" >&2; exit 2; }
changed() { echo "gone-results: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv && venv/bin/pip install -q sarif-tools==3.0.5 || cannot "sarif-tools can't be installed"
cat >results.sarif <<'JSON'
{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [{
  "tool": {"driver": {"name": "zone check", "rules": [
    {"id": "mx-gone", "messageStrings": {"one": {"text": "The host {0} has no address."}}}]}},
  "results": [
    {"ruleId": "mx-gone", "ruleIndex": 0, "level": "error", "baselineState": "absent",
     "message": {"id": "one", "arguments": ["mail.example.org"]}},
    {"ruleId": "mx-gone", "ruleIndex": 0, "level": "error", "suppressions": [{"kind": "external", "status": "accepted"}],
     "message": {"text": "The host {0} has no address.", "arguments": ["mail.example.com"]}}]}]}
JSON

status=0
venv/bin/sarif --check error ls results.sarif >log 2>&1 || status=$?
venv/bin/sarif csv -o results.csv results.sarif >log 2>&1 || changed "it raised an error: $(tail -n 1 log)"
seen=$(echo "exit $status"; cat results.csv)
echo "$seen"
[ "$seen" = 'exit 2
Tool,Severity,Code,Description,Location,Line
zone check,error,mx-gone,The host {0} has no address.,-,1
zone check,error,mx-gone,one,-,1' ] || changed "that is not what was seen"
