"""hostile.py: a name server whose every answer is as large as an answer may be. Prints its port of 127.0.0.1."""

import functools
import socket
import socketserver
import struct
import threading

A, MX, TXT, AAAA = 1, 15, 16, 28
TRUNCATED, AUTHORITATIVE = 0x8780, 0x8580
# What beginners of each protocol write; so many records make 64 KB.
TEXTS = [b"v=dmarc1; p=none; n=", b"v=spf1; n=", b"v=DKIM1; k=rsa; p=A", b"v=DMARC1; p=none; n="]


def record(kind, data):
    """Its owner is that of the question."""
    return b"\xc0\x0c" + struct.pack("!HHIH", kind, 1, 60, len(data)) + data


@functools.cache
def records(kind):
    """How many there are, and all of them."""
    if kind == TXT:
        texts = [TEXTS[number % len(TEXTS)] + b"%d" % number for number in range(1600)]
        found = [record(TXT, bytes([len(text)]) + text) for text in texts]
    elif kind == MX:
        hosts = [b"h%d" % number for number in range(300)]
        found = [record(MX, struct.pack("!HB", 10, len(host)) + host + b"\xc0\x0c") for host in hosts]
    elif kind == A:
        found = [record(A, struct.pack("!I", 0x0A000000 + number)) for number in range(3900)]
    elif kind == AAAA:
        found = [record(AAAA, b"\x20\x01" + struct.pack("!QIH", 0, 0, number)) for number in range(2300)]
    else:
        found = []
    return len(found), b"".join(found)


def answer(query, limit):
    end = query.index(0, 12) + 1
    count, data = records(struct.unpack_from("!H", query, end)[0])
    question = query[12:end + 4]
    if len(data) > limit:
        return query[:2] + struct.pack("!5H", TRUNCATED, 1, 0, 0, 0) + question
    return query[:2] + struct.pack("!5H", AUTHORITATIVE, 1, count, 0, 0) + question + data


class Connection(socketserver.StreamRequestHandler):
    def handle(self):
        try:
            while len(head := self.rfile.read(2)) == 2:
                reply = answer(self.rfile.read(*struct.unpack("!H", head)), 65_000)
                self.wfile.write(struct.pack("!H", len(reply)) + reply)
        except OSError:
            # Who asks may hang up.
            pass


class Connections(socketserver.ThreadingTCPServer):
    daemon_threads = True
    request_queue_size = 1024


def main():
    with Connections(("127.0.0.1", 0), Connection) as connections:
        threading.Thread(target=connections.serve_forever, daemon=True).start()
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as packets:
            packets.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8 << 20)
            packets.bind(connections.server_address)
            print(connections.server_address[1], flush=True)
            while True:
                query, sender = packets.recvfrom(2048)
                packets.sendto(answer(query, 400), sender)


if __name__ == "__main__":
    main()
