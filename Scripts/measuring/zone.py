"""The records put to the programs, and a small DNS server on the loopback that answers with them.

A case is a ground (dmarc, spf, dkim), a name, and what is published: a list of TXT records, each a string or a list of
strings. Its record stands at _dmarc.d-NAME.example.org, s-NAME.example.org or sel._domainkey.k-NAME.example.org.
"""

import json
import re
import socket
import struct
import threading

import dns.flags
import dns.message
import dns.name
import dns.rdatatype
import dns.rrset

HERE = __file__.rsplit("/", 1)[0]
LETTER = {"dmarc": "d", "spf": "s", "dkim": "k"}


def cases(path):
    """(ground, name, records) of each line: ground, tab, name, tab, JSON."""
    found = []
    with open(path, encoding="utf-8") as table:
        for line in table:
            fields = line.rstrip("\n").split("\t")
            if len(fields) >= 3 and fields[0] in LETTER and fields[2].startswith("["):
                found.append((fields[0], fields[1], json.loads(fields[2])))
    return found


def domain(ground, name):
    return f"{LETTER[ground]}-{name}.example.org"


def owner(ground, name):
    place = {"dmarc": "_dmarc.", "spf": "", "dkim": "sel._domainkey."}[ground]
    return place + domain(ground, name)


def strings(record, keys):
    """The character strings of one TXT record: what is longer than 255 octets is cut, placeholders are filled in."""
    out = []
    for piece in record if isinstance(record, list) else [record]:
        octets = re.sub(r"<([A-Z0-9]+)(?: (\d+):(\d*))?>", lambda m: filled(m, keys), piece).encode("utf-8")
        cut = [octets[i : i + 255] for i in range(0, len(octets), 255)] or [b""]
        out += cut
    return out


def filled(match, keys):
    value = keys.get(match.group(1))
    if value is None:
        return match.group(0)
    if match.group(2):
        return value[int(match.group(2)) : int(match.group(3)) if match.group(3) else None]
    return value


def quoted(octets):
    return '"' + "".join(chr(o) if 0x20 <= o < 0x7F and o not in b'"\\' else f"\\{o:03d}" for o in octets) + '"'


def master_file(table, keys, helper):
    """All of it as one master file."""
    lines = [helper.rstrip("\n")]
    for ground, name, records in table:
        for record in records:
            kind = "TXT"
            if isinstance(record, str) and record.startswith("(type 99 only) "):
                kind, record = "TYPE99", record[15:]
            target = owner(ground, name) + "."
            if isinstance(record, str) and record.startswith("(CNAME) "):
                record = record[8:]
                lines.append(f"{target} CNAME target-{target}")
                target = "target-" + target
            pieces = strings(record, keys)
            if kind == "TYPE99":
                data = b"".join(bytes([len(p)]) + p for p in pieces)
                lines.append(f"{target} TYPE99 \\# {len(data)} {data.hex()}")
            else:
                lines.append(f"{target} TXT " + " ".join(quoted(p) for p in pieces))
        lines.append(f"{domain(ground, name)}. MX 10 mx.helper.example.org.")
    return "\n".join(lines) + "\n"


class Server:
    """Answers from a master file with the origin "." on UDP and TCP."""

    def __init__(self, text):
        self.sets = {}
        self.names = set()
        for line in text.splitlines():
            match = re.match(r"^(\S+)\s+(A|AAAA|TXT|MX|PTR|CNAME|TYPE99)\s+(.*)$", line)
            if not match or line.startswith((";", "$")):
                continue
            name = dns.name.from_text(match.group(1))
            kind = dns.rdatatype.from_text(match.group(2))
            rrset = dns.rrset.from_text(name, 3600, "IN", kind, match.group(3))
            if (name, kind) in self.sets:
                self.sets[(name, kind)].add(rrset[0])
            else:
                self.sets[(name, kind)] = rrset
            while name != dns.name.root:
                self.names.add(name)
                name = name.parent()

    def answer(self, wire):
        query = dns.message.from_wire(wire)
        reply = dns.message.make_response(query)
        reply.flags |= dns.flags.RA | dns.flags.AA
        question = query.question[0]
        name = dns.name.Name(tuple(label.lower() for label in question.name.labels))
        for _ in range(8):
            alias = self.sets.get((name, dns.rdatatype.CNAME))
            if alias is None or question.rdtype == dns.rdatatype.CNAME:
                break
            reply.answer.append(alias)
            name = alias[0].target
        found = self.sets.get((name, question.rdtype))
        if found is not None:
            # One by one: a set of several would be shuffled, and which comes first is part of what is measured.
            reply.answer += [dns.rrset.from_rdata(name, 3600, record) for record in found]
        elif name not in self.names:
            reply.set_rcode(3)
        return query, reply

    def udp(self, sock):
        while True:
            wire, peer = sock.recvfrom(65535)
            try:
                query, reply = self.answer(wire)
                limit = max(512, query.payload) if query.edns >= 0 else 512
                try:
                    out = reply.to_wire(max_size=limit)
                except dns.exception.TooBig:
                    reply.answer.clear()
                    reply.flags |= dns.flags.TC
                    out = reply.to_wire()
                sock.sendto(out, peer)
            except Exception:
                continue

    def tcp(self, sock):
        while True:
            connection, _ = sock.accept()
            threading.Thread(target=self.stream, args=(connection,), daemon=True).start()

    def stream(self, connection):
        with connection:
            try:
                while head := connection.recv(2, socket.MSG_WAITALL):
                    (length,) = struct.unpack("!H", head)
                    _, reply = self.answer(connection.recv(length, socket.MSG_WAITALL))
                    out = reply.to_wire(max_size=65535)
                    connection.sendall(struct.pack("!H", len(out)) + out)
            except Exception:
                return

    def start(self):
        udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        udp.bind(("127.0.0.1", 53))
        tcp = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        tcp.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        tcp.bind(("127.0.0.1", 53))
        tcp.listen(64)
        for target, sock in ((self.udp, udp), (self.tcp, tcp)):
            threading.Thread(target=target, args=(sock,), daemon=True).start()
