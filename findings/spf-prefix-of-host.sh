#!/bin/bash
# `mx/24` in an SPF record widens the IPv4 addresses of the hosts to /24; IPv6 addresses have a length of their own behind
# `//`, and are /128 without one (RFC 7208 §5.4, §5.6).
#
#   SPF2IP 1.0.5 (PyPI)   takes the IPv4 length for IPv6 too: 2001:d00::/24. One behind `//` it passes over, and `a` has no
#                         IPv6 address at all
#   pyspf 2.0.14 (PyPI)   the host alone, or the /64 that is written
#
# It lists the networks of a great many others as those of the domain, and leaves out one of its own. Who audits "from where
# may this domain send" by such a list reads both wrong.
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "spf-prefix-of-host: $*" >&2; exit 2; }
changed() { echo "spf-prefix-of-host: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv && venv/bin/pip install -q SPF2IP==1.0.5 pyspf==2.0.14 dnspython==2.7.0 ||
  cannot "the packages can't be installed"

seen=$(venv/bin/python -W ignore - <<'PY'
import spf
import SPF2IP

hosts = {("example.org", "MX"): ["mail.example.org"],
         ("mail.example.org", "A"): ["192.0.2.3"], ("mail.example.org", "AAAA"): ["2001:db8::3"]}

for term in ("mx", "mx/24", "mx//64", "a:mail.example.org"):
    record = f"v=spf1 {term} -all"
    SPF2IP.dns_request_unicode = lambda name, kind, *rest, **named: (
        [record] if (name, kind) == ("example.org", "TXT") else hosts.get((name, kind), []))
    reader = SPF2IP.SPF2IP("example.org")
    print(f"SPF2IP, {term}:", *reader.IPArray("4"), *reader.IPArray("6"))

    def lookup(name, kind, *rest, **named):
        if kind == "TXT":
            return [((name, "TXT"), (record.encode(),))] if name == "example.org" else []
        if kind == "AAAA":
            return [((name, kind), __import__("ipaddress").ip_address(text).packed) for text in hosts.get((name, kind), [])]
        found = hosts.get((name, kind), [])
        return [((name, kind), (10, host) if kind == "MX" else host) for host in found]
    spf.DNSLookup = lookup
    print(f"pyspf, {term}:", *(f"{address}={spf.check2(i=address, s='a@example.org', h='x.example.org')[0]}"
                               for address in ("2001:db8::3", "2001:db8::4", "2001:d77::1")))
PY
) || changed "one of them raised an error"
echo "$seen"
[ "$seen" = 'SPF2IP, mx: 192.0.2.3/32 2001:db8::3/128
pyspf, mx: 2001:db8::3=pass 2001:db8::4=fail 2001:d77::1=fail
SPF2IP, mx/24: 192.0.2.0/24 2001:d00::/24
pyspf, mx/24: 2001:db8::3=pass 2001:db8::4=fail 2001:d77::1=fail
SPF2IP, mx//64: 192.0.2.3/32 2001:db8::3/128
pyspf, mx//64: 2001:db8::3=pass 2001:db8::4=pass 2001:d77::1=fail
SPF2IP, a:mail.example.org: 192.0.2.3/32
pyspf, a:mail.example.org: 2001:db8::3=pass 2001:db8::4=fail 2001:d77::1=fail' ] || changed "that is not what was seen"
