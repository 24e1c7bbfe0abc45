#!/bin/bash
# A domain is delegated by the NS records that the zone above has of it (RFC 1034 §4.2.1). Whether its servers answer is
# another matter: they may be away for a minute, or not to be reached from here.
#
#   Zonemaster 5.0.2, engine 4.6.2 (Debian zonemaster-cli)   says of a domain whose servers do not answer what it says of one that
#                                                            is not there: "No NS records for tested zone from parent", CRITICAL
#
# Whoever reads that looks for the fault at the registrar, where none is. The exit status is 0 for both.
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "silence-as-no-delegation: $*" >&2; exit 2; }
changed() { echo "silence-as-no-delegation: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv && venv/bin/pip install -q dnspython==2.7.0 || cannot "dnspython can't be installed"
packages=$(apt-cache depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces --no-enhances zonemaster-cli |
  grep '^\(lib.*-perl\|libldns.*\|zonemaster-cli\|libidn2-0\|libunistring[0-9]*\)$' | sort -u)
# shellcheck disable=SC2086 # one word a package
apt-get download -q $packages >log 2>&1 || cannot "the Debian packages can't be downloaded: $(tail -n 1 log)"
for package in *.deb; do dpkg-deb -x "$package" debian; done
for wanted in zonemaster-cli=5.0.2 libzonemaster-perl=4.6.2; do
  version=$(dpkg-deb -f "${wanted%=*}"_*.deb Version)
  case $version in "${wanted#*=}"-*) ;; *) cannot "${wanted%=*} is of version $version here, not ${wanted#*=}" ;; esac
done
export PERL5LIB
PERL5LIB=$(find "$PWD/debian/usr" -type d \( -name perl5 -o -path '*/perl5/5.*' -prune -o -name perl-base \) -printf '%p:')
export LD_LIBRARY_PATH=$PWD/debian/usr/lib/x86_64-linux-gnu

# The root, and `test`, which delegates quiet.test to servers that take questions and say nothing, and knows no gone.test.
cat >servers.py <<'PY'
import socket
import threading

import dns.flags
import dns.message
import dns.rrset

ROOT = "ns.root. 300 A 20.0.0.1"
TEST = "ns.nic.test. 300 A 20.0.0.2"
QUIET = ["ns1.quiet.test. 300 A 20.0.0.3", "ns2.quiet.test. 300 A 20.0.0.4"]


def record(line):
    owner, ttl, kind, data = line.split(" ", 3)
    return dns.rrset.from_text(owner, int(ttl), "IN", kind, data)


def reply_to(question, zone):
    reply = dns.message.make_response(question)
    name, kind = question.question[0].name.to_text().lower(), question.question[0].rdtype
    inside = "quiet.test." if zone == "test." else "test."
    if ("." + name).endswith("." + inside) and not (kind == 43 and name == inside):
        hosts, glue = (["ns1.quiet.test.", "ns2.quiet.test."], QUIET) if zone == "test." else (["ns.nic.test."], [TEST])
        reply.authority.append(dns.rrset.from_text(inside, 300, "IN", "NS", *hosts))
        reply.additional.extend(map(record, glue))
        return reply
    reply.flags |= dns.flags.AA
    server = "ns.nic.test." if zone == "test." else "ns.root."
    start = record(f"{zone} 300 SOA {server} h.{server} 1 14400 3600 1209600 300")
    answers = {(zone, 6): start, (zone, 2): record(f"{zone} 300 NS {server}"), (server, 1): record(TEST if zone == "test." else ROOT)}
    if (name, kind) in answers:
        reply.answer.append(answers[name, kind])
    else:
        reply.authority.append(start)
        reply.set_rcode(0 if any(owner == name for owner, _ in answers) or name == inside else 3)
    return reply


def serve(address, zone):
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind((address, 53))
    while True:
        octets, client = server.recvfrom(4096)
        if zone:
            server.sendto(reply_to(dns.message.from_wire(octets), zone).to_wire(), client)


for place in (("20.0.0.1", "."), ("20.0.0.2", "test."), ("20.0.0.3", None), ("20.0.0.4", None)):
    threading.Thread(target=serve, args=place).start()
PY
cat >hints <<'HINTS'
. 3600000 NS ns.root.
ns.root. 3600000 A 20.0.0.1
HINTS
cat >inside <<'SH'
ip link set lo up && for last in 1 2 3 4; do ip address add 20.0.0.$last/32 dev lo; done || exit 2
venv/bin/python servers.py &
sleep 1
venv/bin/python - <<'PY'
import dns.message
import dns.query
reply = dns.query.udp(dns.message.make_query("quiet.test.", "NS"), "20.0.0.2", timeout=5)
print("the zone above:", *sorted(record.to_text() for record in reply.authority[0]))
PY
for domain in quiet.test gone.test; do
  status=0
  perl debian/usr/bin/zonemaster-cli --hints hints --no-ipv6 --no-progress --no-time --level CRITICAL "$domain" >out 2>err || status=$?
  grep '^CRITICAL' out | head -n 1 | sed "s/^/$domain: exit status $status: /"
done
SH
seen=$(unshare --map-root-user --net --pid --fork --kill-child bash inside 2>log) || cannot "the programs can't be run here: $(tail -n 1 log)"
echo "$seen"
[ "$seen" = 'the zone above: ns1.quiet.test. ns2.quiet.test.
quiet.test: exit status 0: CRITICAL  No NS records for tested zone from parent. NS tests skipped.
gone.test: exit status 0: CRITICAL  No NS records for tested zone from parent. NS tests skipped.' ] || changed "that is not what was seen"
