#!/bin/bash
# zonefile-migrate writes the data of a record between quotes into a Terraform file and leaves the quotes inside as they are:
# a TXT record of two strings, which every 2048-bit DKIM key is (RFC 6376 §3.6.2.2), and every CAA record (RFC 8659 §4.1.1)
# make a file that is no HCL any more. Zones without either are written well.
#
#   zonefile-migrate 0.4.4 (PyPI; with dnspython 1.16.0, since its own 1.15.0 opens no file under Python 3.11)
#       "v=DKIM1; k=rsa; p=AAAA" "BBBB"  and  "0 issue "ca.example.net"  (the quote at the end is gone)
#   python-hcl2 7.3.1 (PyPI) reads the file of a zone without them, and neither of these
#
# It says nothing and ends with 0. The fault shows at the next `terraform plan`, and the hand that mends it is easily led to
# join the strings with a blank, or to leave the closing quote of the CAA value away.
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "zone-migration-quotes: $*" >&2; exit 2; }
changed() { echo "zone-migration-quotes: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv && venv/bin/pip install -q zonefile-migrate==0.4.4 >log 2>&1 &&
  venv/bin/pip install -q --no-deps dnspython==1.16.0 >log 2>&1 || cannot "zonefile-migrate can't be installed"
python3 -m venv reader && reader/bin/pip install -q python-hcl2==7.3.1 || cannot "python-hcl2 can't be installed"

# What becomes of a zone with the one record $2, and whether that is HCL.
migrated() {
  mkdir "$1"
  { printf '$ORIGIN example.org.\n$TTL 3600\n@ IN SOA ns1 host 1 7200 900 1209600 300\n@ IN NS ns1\n%s\n' "$2"; } >example.org.zone
  if venv/bin/zonefile-migrate to-terraform example.org.zone "$1" >log 2>&1; then status=0; else status=$?; fi
  reader/bin/python - "$1" "$status" <<'PY'
import re, sys
import hcl2
text = open(sys.argv[1] + "/example.org.tf").read()
data = re.search(r"rrdatas = \[\s*(.*?),\s*\]", text, re.S).group(1)
try:
    hcl2.loads(text)
    read = "HCL"
except Exception as error:
    read = "no HCL"
print(f"{sys.argv[1]}: exit {sys.argv[2]}, {data}, {read}")
PY
}
seen=$(
  migrated one 'key._domainkey IN TXT "v=DKIM1; k=rsa; p=AAAA"'
  migrated two 'key._domainkey IN TXT "v=DKIM1; k=rsa; p=AAAA" "BBBB"'
  migrated caa '@ IN CAA 0 issue "ca.example.net"'
)
echo "$seen"
[ "$seen" = 'one: exit 0, "v=DKIM1; k=rsa; p=AAAA", HCL
two: exit 0, "v=DKIM1; k=rsa; p=AAAA" "BBBB", no HCL
caa: exit 0, "0 issue "ca.example.net", no HCL' ] || changed "that is not what was seen"
