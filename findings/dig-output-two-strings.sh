#!/bin/bash
# jc, which turns the output of dig into JSON, takes the quotes off a TXT record at its two ends only. A record of one string
# comes out as its value; of a DKIM key of two strings, as every 2048-bit key is, the `" "` between them stays inside.
#
#   jc 1.26.1 (PyPI)   dig: `p=AAAA" "BBBB`, and quotes all round in a zone transfer; host: the same `" "`
#   dnspython 2.7.0    strings to be joined without anything between them (RFC 6376 §3.6.2.2, RFC 7208 §3.3)
#
# Scripts that read SPF and DKIM out of that JSON work until a record grows beyond 255 octets: then the key is no base64 and
# an SPF term is broken in two.
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "dig-output-two-strings: $*" >&2; exit 2; }
changed() { echo "dig-output-two-strings: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv && venv/bin/pip install -q jc==1.26.1 dnspython==2.7.0 || cannot "the packages can't be installed"

seen=$(venv/bin/python - <<'PY'
import dns.rdata
import jc

def dig(data):
    return (";; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1\n"
            ";; flags: qr aa; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 0\n\n"
            ";; QUESTION SECTION:\n;key._domainkey.example.org.\tIN\tTXT\n\n"
            f";; ANSWER SECTION:\nkey._domainkey.example.org. 3600 IN TXT {data}\n\n;; Query time: 1 msec\n")

one, two = '"v=DKIM1; p=AAAABBBB"', '"v=DKIM1; p=AAAA" "BBBB"'
for data in (one, two):
    print("jc, dig:", jc.parse("dig", dig(data), quiet=True)[0]["answer"][0]["data"])
transfer = f"; <<>> DiG 9.18 <<>> axfr example.org\nkey._domainkey.example.org. 3600 IN TXT {two}\n"
print("jc, dig axfr:", jc.parse("dig", transfer, quiet=True)[0]["axfr"][0]["data"])
print("jc, host:", jc.parse("host", f"key._domainkey.example.org descriptive text {two}\n", quiet=True)[0]["text"][0])
print("dnspython:", b"".join(dns.rdata.from_text("IN", "TXT", two).strings).decode())
PY
) || changed "one of them raised an error"
echo "$seen"
[ "$seen" = 'jc, dig: v=DKIM1; p=AAAABBBB
jc, dig: v=DKIM1; p=AAAA" "BBBB
jc, dig axfr: "v=DKIM1; p=AAAA" "BBBB"
jc, host: v=DKIM1; p=AAAA" "BBBB
dnspython: v=DKIM1; p=AAAABBBB' ] || changed "that is not what was seen"
