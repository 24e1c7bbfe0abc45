"""The servers that are asked: NSD on loopback, and ways to it that take their time."""

import os
import pathlib
import socket
import struct
import subprocess
import time

PATIENCE = 60
CONFIGURATION = """\
server:
  ip-address: 127.0.0.1
  port: {port}
  server-count: 2
  reuseport: yes
  username: ""
  chroot: ""
  database: ""
  zonesdir: "{folder}"
  pidfile: "{folder}/nsd.pid"
  zonelistfile: "{folder}/zone.list"
  xfrdfile: "{folder}/xfrd.state"
  xfrdir: "{folder}"
  logfile: "{folder}/nsd.log"
  receive-buffer-size: 8388608
  send-buffer-size: 8388608
  tcp-count: 1000
  rrl-ratelimit: 0
  rrl-whitelist-ratelimit: 0
  minimal-responses: yes
remote-control:
  control-enable: no
zone:
  name: "."
  zonefile: "zone"
"""


class Unavailable(Exception):
    """A server that does not come up."""


def free_port():
    """A port of 127.0.0.1 that is free for UDP and for TCP."""
    while True:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp, socket.socket() as tcp:
            udp.bind(("127.0.0.1", 0))
            port = udp.getsockname()[1]
            try:
                tcp.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port


def address_with_port_53():
    """An address of loopback whose port 53 is free and may be bound; None where this user may not."""
    for last in range(100, 255):
        address = f"127.0.0.{last}"
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp, socket.socket() as tcp:
            try:
                udp.bind((address, 53))
                tcp.bind((address, 53))
            except PermissionError:
                return None
            except OSError:
                continue
            return address
    return None


def answers(port):
    """Whether a server at `port` of 127.0.0.1 answers for the root."""
    query = struct.pack("!6H", 0x2611, 0, 1, 0, 0, 0) + b"\0" + struct.pack("!2H", 6, 1)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
        client.settimeout(1)
        client.connect(("127.0.0.1", port))
        try:
            client.send(query)
            return len(client.recv(512)) > len(query)
        except OSError:
            return False


class Server:
    """A process that serves at `port` until `stop`."""

    def __init__(self, name, port, command, **streams):
        self.port = port
        self.process = subprocess.Popen(command, **streams)
        end = time.monotonic() + PATIENCE
        while not answers(port):
            if self.process.poll() is not None or time.monotonic() > end:
                self.stop()
                raise Unavailable(f"{name} does not answer at 127.0.0.1:{port}")
            time.sleep(0.1)

    @property
    def place(self):
        return f"127.0.0.1:{self.port}"

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class NameServer(Server):
    """NSD with the zone of `folder`."""

    def __init__(self, folder):
        folder = pathlib.Path(folder)
        port = free_port()
        (folder / "nsd.conf").write_text(CONFIGURATION.format(port=port, folder=folder))
        with open(folder / "nsd.output", "wb") as output:
            super().__init__("NSD", port, ["nsd", "-d", "-c", folder / "nsd.conf"], stdout=output, stderr=output)


class SignedNameServer(NameServer):
    """The same with the zone signed."""

    def __init__(self, folder):
        signed = pathlib.Path(folder) / "signed"
        signed.mkdir()
        key = subprocess.run(["ldns-keygen", "-a", "ED25519", "-k", "."], cwd=signed, check=True, capture_output=True,
                             text=True).stdout.strip()
        subprocess.run(["ldns-signzone", "-n", "-o", ".", "-f", "zone", "../zone", key], cwd=signed, check=True,
                       stdout=subprocess.DEVNULL)
        super().__init__(signed)


class Distance(Server):
    """A way to `server` that takes milliseconds there and back, and loses so many of a thousand queries."""

    def __init__(self, program, server, milliseconds, loss=0, address=None):
        """`address` is one whose port 53 leads there too."""
        port = free_port()
        places = [f"127.0.0.1:{port}"] + ([f"{address}:53"] if address else [])
        self.address = address
        super().__init__("distance", port, [program, str(milliseconds), str(loss), str(server.port), *places],
                         stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def count(self):
        """Queries that have come so far, also those that were lost."""
        os.write(self.process.stdin.fileno(), b"\n")
        return int(self.process.stdout.readline())
