#!/bin/bash
# check_dig of the Monitoring Plugins, told to expect an address, looks for it as a part of any line of the answer.
#
#   check_dig 2.3.3 (Debian monitoring-plugins-standard)   expects 192.0.2.3 and is content with 192.0.2.33; expects `0 mx.…`
#                                                          and is content with `10 mx.…`
#
# Its manual says "an address expected to be in the answer section". A check that watches the address of a mail server or its
# preference stays OK when a digit is added.
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "answer-that-contains: $*" >&2; exit 2; }
changed() { echo "answer-that-contains: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work"' EXIT
cd "$work"

[ -x /usr/bin/dig ] || cannot "check_dig runs /usr/bin/dig, which isn't here (Debian bind9-dnsutils)"
python3 -m venv venv && venv/bin/pip install -q dnspython==2.7.0 || cannot "dnspython can't be installed"
apt-get download -q monitoring-plugins-standard >log 2>&1 || cannot "the Debian package can't be downloaded: $(tail -n 1 log)"
dpkg-deb -x monitoring-plugins-standard_*.deb debian
version=$(dpkg-deb -f monitoring-plugins-standard_*.deb Version)
case $version in 2.3.3-*) ;; *) cannot "the Monitoring Plugins are of version $version here, not 2.3.3" ;; esac

# A name server on loopback, on a port of its own, that ends with this script.
venv/bin/python - >port <<'PY' &
import socket
import dns.message, dns.rrset, dns.flags
records = {("mail.example.org.", "A"): "192.0.2.33", ("example.org.", "MX"): "10 mx.example.org."}
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
    server.bind(("127.0.0.1", 0))
    server.settimeout(60)
    print(server.getsockname()[1], flush=True)
    while True:
        data, asker = server.recvfrom(4096)
        question = dns.message.from_wire(data)
        answer = dns.message.make_response(question)
        answer.flags |= dns.flags.AA
        name, kind = question.question[0].name.to_text(), dns.rdatatype.to_text(question.question[0].rdtype)
        if (name, kind) in records:
            answer.answer.append(dns.rrset.from_text(name, 3600, "IN", kind, records[name, kind]))
        server.sendto(answer.to_wire(), asker)
PY
server=$!
for _ in 1 2 3 4 5 6 7 8 9 10; do [ -s port ] || sleep 0.5; done
[ -s port ] || cannot "no name server on loopback"

check() {
  local status=0
  debian/usr/lib/nagios/plugins/check_dig -H 127.0.0.1 -p "$(cat port)" "$@" >out 2>&1 || status=$?
  echo "${*: -1}: exit $status, $(sed 's/^\([A-Z ]*\) - .*/\1/' out)"
}
seen=$(
  check -T A -l mail.example.org -a 192.0.2.33
  check -T A -l mail.example.org -a 192.0.2.3
  check -T A -l mail.example.org -a 192.0.2.34
  check -T MX -l example.org -a '10 mx.example.org.'
  check -T MX -l example.org -a '0 mx.example.org.'
)
echo "$seen"
[ "$seen" = '192.0.2.33: exit 0, DNS OK
192.0.2.3: exit 0, DNS OK
192.0.2.34: exit 1, DNS WARNING
10 mx.example.org.: exit 0, DNS OK
0 mx.example.org.: exit 0, DNS OK' ] || changed "that is not what was seen"
