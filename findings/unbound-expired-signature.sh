#!/bin/bash
# A zone whose signatures have all ended, asked of an Unbound that validates and has extended errors (RFC 8914) switched on. The
# code for it is 7, "Signature Expired". It never comes: the first answer says 9, "DNSKEY Missing", of a key that is there, and every
# later one 6, "DNSSEC Bogus".
#
#   Unbound 1.17.1 (Debian)   SERVFAIL with 9, then SERVFAIL with 6; with checking disabled the data come, without a code
#
# So the code tells neither the cause nor, as 9 does, anything true of the zone: what shows the cause are the dates in the RRSIG,
# in an answer with checking disabled.
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "unbound-expired-signature: $*" >&2; exit 2; }
changed() { echo "unbound-expired-signature: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
server=
finish() { if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; fi; rm -rf "$work"; }
trap finish EXIT
cd "$work"

packages='unbound ldnsutils libldns3 libevent-2.1-7 libprotobuf-c1 libnghttp2-14 libpython3.11'
# shellcheck disable=SC2086 # one word a package
apt-get download -q $packages >log 2>&1 || cannot "the Debian packages can't be downloaded: $(tail -n 1 log)"
for package in *.deb; do dpkg-deb -x "$package" debian; done
version=$(dpkg-deb -f unbound_*.deb Version)
case $version in 1.17.1-*) ;; *) cannot "unbound is of version $version here, not 1.17.1" ;; esac
export LD_LIBRARY_PATH=$PWD/debian/usr/lib/x86_64-linux-gnu

cat >zone <<'ZONE'
$ORIGIN example.jp.
$TTL 300
@ SOA ns.invalid. hostmaster.invalid. 1 7200 1800 1209600 300
@ NS ns.invalid.
@ MX 10 mail
ZONE
key=$(debian/usr/bin/ldns-keygen -a ED25519 -k example.jp) || cannot "ldns can't be run here"
debian/usr/bin/ldns-signzone -n -i 20250101000000 -e 20250201000000 -o example.jp zone "$key"
tr '\t' ' ' <"$key.key" | sed 's/;.*//' >anchor
port=$(python3 -c 'import socket; s = socket.socket(type=socket.SOCK_DGRAM); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
cat >unbound.conf <<CONF
server:
  interface: 127.0.0.1@$port
  username: ""
  chroot: ""
  directory: "$work"
  pidfile: "$work/pid"
  use-syslog: no
  logfile: ""
  ede: yes
  trust-anchor-file: "$work/anchor"
auth-zone:
  name: example.jp
  zonefile: "$work/zone.signed"
  for-downstream: no
  fallback-enabled: no
remote-control:
  control-enable: no
CONF
debian/usr/sbin/unbound -d -c unbound.conf >log 2>&1 &
server=$!

seen=$(
  python3 - "$port" <<'PYTHON'
import socket, struct, sys, time

def ask(flags):
    question = b"\7example\2jp\0" + struct.pack("!2H", 15, 1)
    extended = b"\0" + struct.pack("!2HIH", 41, 1232, 0x8000, 0)
    message = struct.pack("!6H", 7, flags, 1, 0, 0, 1) + question + extended
    for _ in range(100):
        with socket.socket(type=socket.SOCK_DGRAM) as client:
            client.settimeout(5)
            client.connect(("127.0.0.1", int(sys.argv[1])))
            try:
                client.send(message)
                return client.recv(4096)
            except ConnectionRefusedError:
                time.sleep(0.1)
    sys.exit("nobody listens")

def code(answer):
    # The extended error is an option (15) at the end of the answer, with its code first.
    start = answer.rfind(b"\0\x0f\0")
    return struct.unpack("!H", answer[start + 4:start + 6])[0] if answer[3] & 15 == 2 and start > 0 else None

for name, flags in ("checked", 0x0100), ("again", 0x0100), ("checking disabled", 0x0110):
    answer = ask(flags)
    print(name, {0: "NOERROR", 2: "SERVFAIL"}.get(answer[3] & 15), code(answer), "records:", struct.unpack("!H", answer[6:8])[0])
PYTHON
) || cannot "it can't be asked here: $(tail -n 1 log)"
echo "$seen"
[ "$seen" = 'checked SERVFAIL 9 records: 0
again SERVFAIL 6 records: 0
checking disabled NOERROR None records: 2' ] || changed "that is not what was seen"
