#!/bin/bash
# A key that an MTA-STS policy has twice (RFC 8461 §3.2: all but the first must be ignored, `mx` apart): two programs, two
# policies.
#
#   postfix-mta-sts-resolver 1.5.1 (PyPI)  keeps the last
#   checkdmarc 6.0.4 (PyPI)                keeps the first, and says so
#
# So a policy file with a line left over from an edit is checked as one thing and used as another: here it lives a day to
# the checker, and a week to the server that sends.
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "mta-sts-repeated-key: $*" >&2; exit 2; }
changed() { echo "mta-sts-repeated-key: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv && venv/bin/pip install -q postfix-mta-sts-resolver==1.5.1 checkdmarc==6.0.4 ||
  cannot "the packages can't be installed"

seen=$(venv/bin/python - <<'PY'
from checkdmarc import mta_sts
from postfix_mta_sts_resolver import utils

policy = "version: STSv1\r\nmode: testing\r\nmx: mx.example.org\r\nmax_age: 86400\r\nmax_age: 604800\r\n"
print("postfix-mta-sts-resolver:", utils.parse_mta_sts_policy(policy)["max_age"])
checked = mta_sts.parse_mta_sts_policy(policy)
print("checkdmarc:", checked["policy"]["max_age"])
print("checkdmarc says:", checked["warnings"])
PY
) || changed "one of them raised an error"
echo "$seen"
[ "$seen" = "postfix-mta-sts-resolver: 604800
checkdmarc: 86400
checkdmarc says: ['Line 5: Duplicate max_age key. Only the first value is used.']" ] || changed "that is not what was seen"
