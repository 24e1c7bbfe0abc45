#!/bin/bash
# $GENERATE is a directive of BIND's that other programs read, too. Of its right side BIND takes one word and reads that once more
# without its quotation marks, so that a text in quotation marks comes out in pieces; PowerDNS puts the rest of the line in as it
# stands; dnspython takes no quotation marks at all. The same line, by
#
#                             BIND 9.18 (Debian bind9-utils)   zone2json 4.7.3 (Debian pdns-server)   dnspython 2.7.0 (PyPI)
#   TXT "v=spf1 a:h$ -all"    "v=spf1" "a:h1" "-all"           "v=spf1 a:h1 -all"                     refuses the file
#   TXT "v=DKIM1; p=$"        "v=DKIM1"                        "v=DKIM1; p=1"                         refuses the file
#   MX 10 mail$               refuses the file                 10 mail1                               refuses the file
#   MX "10 mail$"             10 mail1                         refuses the file                       refuses the file
#   TXT a$$                   "a$"                             a11                                    "a11"
#   TXT a\032b                "a b"                            a032b                                  "a b"
#   CNAME t${10}-$            t11-11                           t11-1                                  t11-\$
#   CNAME t$                  t1                               t1                                     t1
#
# Two dollar signs are how BIND writes one; the others put the number in twice. PowerDNS leaves backslashes out. An offset holds for
# the rest of the word in BIND alone, and dnspython then leaves the dollar sign as it is.
# No way to write an MX record suits two of them, and an SPF record that PowerDNS serves whole is none any more on BIND: its strings
# are joined without anything in between (RFC 7208 §3.3). named-checkzone says of that only "OK".
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "generate-quotes: $*" >&2; exit 2; }
changed() { echo "generate-quotes: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv && venv/bin/pip install -q dnspython==2.7.0 >log 2>&1 ||
  cannot "dnspython can't be installed: $(tail -n 1 log)"
packages='bind9-utils bind9-libs libuv1 libjson-c5 libmaxminddb0 liblmdb0 libprotobuf-c1 libfstrm0 libnghttp2-14 pdns-server'
# shellcheck disable=SC2086 # one word a package
apt-get download -q $packages >log 2>&1 || cannot "the Debian packages can't be downloaded: $(tail -n 1 log)"
for package in *.deb; do dpkg-deb -x "$package" debian; done
for wanted in bind9-utils=1:9.18 pdns-server=4.7.3; do
  version=$(dpkg-deb -f "${wanted%%=*}"_*.deb Version)
  case $version in "${wanted#*=}"[.-]*) ;; *) cannot "${wanted%%=*} is of version $version here, not ${wanted#*=}" ;; esac
done
export LD_LIBRARY_PATH=$PWD/debian/usr/lib/x86_64-linux-gnu

compile=$(find debian/usr -name named-compilezone | head -n 1)
check=$(find debian/usr -name named-checkzone | head -n 1)
[ -x "$compile" ] && [ -x "$check" ] || cannot "bind9-utils has no named-compilezone or no named-checkzone"
"$compile" -v >log 2>&1 || cannot "named-compilezone can't be run here: $(tail -n 1 log)"

debian/usr/bin/zone2json --version >log 2>&1 || cannot "zone2json can't be run here: $(tail -n 1 log)"

cat >read.py <<'PY'
import dns.exception, dns.zone
try:
    zone = dns.zone.from_file("zone", "example.org.")
    print(*(str(data) for kind in ("TXT", "MX", "CNAME") for data in zone.get_rdataset("x1", kind) or []))
except dns.exception.DNSException:
    print("refuses the file")
PY
cat >records.py <<'PY'
import json
for record in json.load(open("out"))["records"]:
    if record["name"].rstrip(".") == "x1.example.org":
        preference = [str(record["prio"])] if record["type"] == "MX" else []
        print(*preference, record["content"].rstrip(".").removesuffix(".example.org"))
PY
# What named-compilezone and zone2json say of x1, without names of the zone and the blanks between fields.
of_bind() {
  "$compile" -q -o out example.org zone >log 2>&1 || { echo "refuses the file"; return; }
  sed -nE 's/^x1\.example\.org\.[[:space:]]+60 IN (TXT|MX|CNAME)[[:space:]]+//p' out | sed 's/\.example\.org\.//'
}
of_powerdns() {
  debian/usr/bin/zone2json --zone=zone --zone-name=example.org >out 2>/dev/null || { echo "refuses the file"; return; }
  python3 records.py
}

seen=$(
  for right in 'TXT "v=spf1 a:h$ -all"' 'TXT "v=DKIM1; p=$"' 'MX 10 mail$' 'MX "10 mail$"' 'TXT a$$' 'TXT a\032b' 'CNAME t${10}-$' 'CNAME t$'; do
    {
      echo '$ORIGIN example.org.'
      echo '$TTL 60'
      echo '@ IN SOA ns1.example.org. hostmaster.example.org. 1 7200 900 1209600 300'
      echo '@ IN NS ns1.example.org.'
      echo 'ns1 IN A 192.0.2.53'
      printf '$GENERATE 1-1 x$ %s\n' "$right"
    } >zone
    [ "$right" != 'TXT "v=spf1 a:h$ -all"' ] || "$check" example.org zone
    echo "$right: $(of_bind) | $(of_powerdns) | $(venv/bin/python read.py)"
  done
)
echo "$seen"
[ "$seen" = 'zone example.org/IN: loaded serial 1
OK
TXT "v=spf1 a:h$ -all": "v=spf1" "a:h1" "-all" | "v=spf1 a:h1 -all" | refuses the file
TXT "v=DKIM1; p=$": "v=DKIM1" | "v=DKIM1; p=1" | refuses the file
MX 10 mail$: refuses the file | 10 mail1 | refuses the file
MX "10 mail$": 10 mail1 | refuses the file | refuses the file
TXT a$$: "a$" | a11 | "a11"
TXT a\032b: "a b" | a032b | "a b"
CNAME t${10}-$: t11-11 | t11-1 | t11-\$
CNAME t$: t1 | t1 | t1' ] || changed "that is not what was seen"
