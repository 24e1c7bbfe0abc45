#!/bin/bash
# The AA bit says that a server holds the zone of the name that was asked for (RFC 1035 §4.1.1). A forwarder holds none.
#
#   dnsmasq 2.90 (Debian dnsmasq-base)   sets AA where it has from its cache that the target of a CNAME does not exist, and the
#                                        question has the DO bit; without DO, for a target without data, or without a CNAME it does not
#
# By AA beside RA it is told whether a resolver has a view of its own of a domain: here a domain with a broken alias looks so.
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "authority-from-cache: $*" >&2; exit 2; }
changed() { echo "authority-from-cache: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; wait; rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv && venv/bin/pip install -q dnspython==2.7.0 || cannot "dnspython can't be installed"
packages='dnsmasq-base libdbus-1-3 libidn2-0 libunistring2 libnetfilter-conntrack3 libnfnetlink0 libmnl0 libnettle8 libhogweed6
  libgmp10 libnftables1 libnftnl11 libxtables12 libjansson4'
# shellcheck disable=SC2086 # one word a package
apt-get download -q $packages >log 2>&1 || cannot "the Debian packages can't be downloaded: $(tail -n 1 log)"
for package in *.deb; do dpkg-deb -x "$package" debian; done
version=$(dpkg-deb -f dnsmasq-base_*.deb Version)
case $version in 2.90-*) ;; *) cannot "dnsmasq is of version $version here, not 2.90" ;; esac
export LD_LIBRARY_PATH=$PWD/debian/usr/lib/x86_64-linux-gnu:$PWD/debian/lib/x86_64-linux-gnu

# A resolver, which offers recursion and never says AA, with a name of each kind.
cat >resolver.py <<'PY'
import socket

import dns.flags
import dns.message
import dns.rrset

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("127.0.0.1", 27053))
while True:
    octets, client = server.recvfrom(4096)
    question = dns.message.from_wire(octets)
    reply = dns.message.make_response(question, recursion_available=True)
    name = question.question[0].name
    kind = name.labels[0]
    if kind != b"plain":
        reply.answer.append(dns.rrset.from_text(name, 300, "IN", "CNAME", "target.example.net."))
    reply.set_rcode(0 if kind == b"empty" else 3)
    reply.authority.append(dns.rrset.from_text(
        "example.net." if kind != b"plain" else "example.org.", 300, "IN", "SOA", "ns.example.net. h.example.net. 1 3600 900 86400 300"))
    server.sendto(reply.to_wire(), client)
PY
cat >ask.py <<'PY'
import time

import dns.exception
import dns.flags
import dns.message
import dns.query

for kind in ("broken", "empty", "plain"):
    for signed in (False, True):
        question = dns.message.make_query(f"{kind}.example.org.", "A", want_dnssec=signed)
        for _ in range(20):
            try:
                # The second answer is from the cache.
                for _ in range(2):
                    reply = dns.query.udp(question, "127.0.0.1", port=27054, timeout=1)
                break
            except (OSError, dns.exception.Timeout):
                time.sleep(0.1)
        print(kind, "with DO:" if signed else "without DO:", dns.flags.to_text(reply.flags))
PY
venv/bin/python resolver.py &
"$(find debian -name dnsmasq -type f -path '*sbin*')" -k -C /dev/null -u "$(id -un)" -x "" -p 27054 -R -h -z --listen-address 127.0.0.1 \
  --server '127.0.0.1#27053' --log-facility=/dev/null &
seen=$(venv/bin/python ask.py) || cannot "the programs can't be run here"
echo "$seen"
[ "$seen" = 'broken without DO: QR RD RA
broken with DO: QR AA RD RA
empty without DO: QR RD RA
empty with DO: QR RD RA
plain without DO: QR RD RA
plain with DO: QR RD RA' ] || changed "that is not what was seen"
