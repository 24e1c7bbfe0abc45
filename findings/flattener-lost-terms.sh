#!/bin/bash
# sender_policy_flattener makes one flat SPF record out of those of a domain's senders. Terms that have their qualifier
# written out, `+ip4:` for `ip4:` (RFC 7208 §4.6.2: the same), `redirect=` (§6.1), and the IPv6 addresses of hosts behind `a`
# and `mx` (§5.3, §5.4) are not in the result.
#
#   sender_policy_flattener 0.4.0 (PyPI)   of a record with six ways to send two are left, and nothing is said
#
# Hosting panels write `v=spf1 +a +mx +ip4:…` for all their customers. The flat record ends in -all, so mail from the lost
# addresses is refused.
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "flattener-lost-terms: $*" >&2; exit 2; }
changed() { echo "flattener-lost-terms: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv &&
  venv/bin/pip install -q sender_policy_flattener==0.4.0 dnspython==2.7.0 netaddr==1.3.0 || cannot "the packages can't be installed"

seen=$(venv/bin/python - <<'PY'
import dns.rdata, dns.resolver
from sender_policy_flattener.crawler import spf2ips

answers = {
    ("mail.example.org", "A"): ["192.0.2.1"],
    ("mail.example.org", "AAAA"): ["2001:db8::1"],
    ("plain.example.org", "TXT"): ['"v=spf1 ip4:192.0.2.2 ip6:2001:db8::2 -all"'],
    ("plus.example.org", "TXT"): ['"v=spf1 +ip4:192.0.2.2 +ip6:2001:db8::2 -all"'],
    ("host.example.org", "TXT"): ['"v=spf1 a:mail.example.org -all"'],
    ("redirect.example.org", "TXT"): ['"v=spf1 redirect=plain.example.org"'],
    ("all.example.org", "TXT"): ['"v=spf1 ip4:192.0.2.3 +ip4:192.0.2.4 +ip6:2001:db8::4 a:mail.example.org redirect=plain.example.org"'],
}

class Resolver(dns.resolver.Resolver):
    def query(self, name, kind, *rest, **named):
        texts = answers.get((str(name).rstrip("."), str(kind).upper()))
        if not texts:
            raise dns.resolver.NXDOMAIN(qnames=[name], responses={})
        return [dns.rdata.from_text("IN", str(kind).upper(), text) for text in texts]

for name in ("plain", "plus", "host", "redirect", "all"):
    print(f"{name}:", *spf2ips({f"{name}.example.org": "txt"}, "example.org", Resolver(configure=False)))
PY
) || changed "it raised an error"
echo "$seen"
[ "$seen" = 'plain: v=spf1 ip4:192.0.2.2 ip6:2001:db8::2/128 -all
plus: v=spf1  -all
host: v=spf1 ip4:192.0.2.1 -all
redirect: v=spf1  -all
all: v=spf1 ip4:192.0.2.1 ip4:192.0.2.3 -all' ] || changed "that is not what was seen"
