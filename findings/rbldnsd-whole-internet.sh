#!/bin/bash
# A list of addresses for rbldnsd (ip4set) that is to hold everything, as a list does whose domain was sold and now answers every
# question. The two halves of the address space are taken; the whole of it, 0.0.0.0/0, is not: the line is left out with
# "invalid address" in the log, the program starts, and the list is served without an entry, which looks clean to whoever asks.
#
#   rbldnsd 1.0~20210120 (Debian)   0.0.0.0/0: NXDOMAIN for every address   0.0.0.0/1 and 128.0.0.0/1: every address is listed
#
# A test of a wildcarded list that is written with /0 tests an empty one.
set -euo pipefail
export LC_ALL=C.UTF-8

cannot() { echo "rbldnsd-whole-internet: $*" >&2; exit 2; }
changed() { echo "rbldnsd-whole-internet: CHANGED: $*" >&2; exit 1; }

work=$(mktemp -d)
server=
finish() { if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; fi; rm -rf "$work"; }
trap finish EXIT
cd "$work"

apt-get download -q rbldnsd >log 2>&1 || cannot "the Debian package can't be downloaded: $(tail -n 1 log)"
version=$(dpkg-deb -f rbldnsd_*.deb Version)
case $version in 1.0~20210120-*) ;; *) cannot "rbldnsd is of version $version here, not 1.0~20210120" ;; esac
dpkg-deb -x rbldnsd_*.deb debian

printf ':127.0.0.2:x\n0.0.0.0/0\n' >whole
printf ':127.0.0.2:x\n0.0.0.0/1\n128.0.0.0/1\n' >halves
chmod -R a+rX .
# It refuses to run as root.
user=()
if [ "$(id -u)" = 0 ]; then user=(-u nobody); fi
port=$(python3 -c 'import socket; s = socket.socket(type=socket.SOCK_DGRAM); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
debian/usr/sbin/rbldnsd -n "${user[@]}" -b "127.0.0.1/$port" -w "$work" whole.test:ip4set:whole halves.test:ip4set:halves \
  >log 2>&1 &
server=$!
for _ in $(seq 100); do
  if grep -q started log; then break; fi
  kill -0 "$server" 2>/dev/null || cannot "rbldnsd does not start here: $(tail -n 1 log)"
  sleep 0.1
done

seen=$(
  grep -o 'file whole.*' log
  python3 - "$port" <<'PYTHON'
import socket, struct, sys

for zone in ("whole", "halves"):
    for name in ("1.0.0.127", "25.2.0.192"):
        labels = f"{name}.{zone}.test".split(".")
        question = b"".join(bytes([len(label)]) + label.encode() for label in labels) + b"\0\0\1\0\1"
        with socket.socket(type=socket.SOCK_DGRAM) as client:
            client.settimeout(5)
            client.sendto(struct.pack("!6H", 7, 0, 1, 0, 0, 0) + question, ("127.0.0.1", int(sys.argv[1])))
            answer = client.recv(512)
        flags, _, count = struct.unpack("!3H", answer[2:8])
        print(f"{name}.{zone}.test", "NXDOMAIN" if flags & 15 == 3 else f"{count} answer")
PYTHON
) || cannot "it can't be asked here"
echo "$seen"
[ "$seen" = 'file whole(2): invalid address
1.0.0.127.whole.test NXDOMAIN
25.2.0.192.whole.test NXDOMAIN
1.0.0.127.halves.test 1 answer
25.2.0.192.halves.test 1 answer' ] || changed "that is not what was seen"
