"""Starts NSD, BIND, Knot, tinydns, Unbound and dnsmasq in the network namespace that this process is in."""

import os
import pathlib
import signal
import socket
import subprocess
import time

from network import zones

# Resolvers: those that `compare` asks without --server, and others.
SYSTEM, CLOUDFLARE, GOOGLE, QUAD9 = "100.64.0.53", "1.1.1.1", "8.8.8.8", "9.9.9.9"
FILTER, DNS64, STALE, MUTE = "110.1.1.1", "110.1.2.1", "110.1.3.1", "106.1.1.1"
RESOLVERS = (SYSTEM, CLOUDFLARE, GOOGLE, QUAD9, FILTER, DNS64, STALE)


class Failed(Exception):
    """The test network can't be made here."""


def run(*command):
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode != 0:
        raise Failed(f"{' '.join(map(str, command))}: {result.stderr or result.stdout}")
    return result.stdout


class Internet:
    """All servers, and their files below `folder`."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.processes = {}
        # Kept open, and never read.
        self.sockets = []

    def start(self):
        self.add_addresses()
        signers = self.write_domains()
        shared = zones.provider()
        for server in ("nsd", "bind"):
            for name, text in shared.items():
                self.write(server, name, text)
        self.write("root", ".", zones.root())
        for server in zones.REGISTRY:
            self.write(f"registry-{server}", "jp", zones.jp(server, signers))
            self.write(f"registry-{server}", "net", zones.net())
        self.nsd("root", zones.ROOTS + zones.ROOTS_V6)
        self.nsd("registry-nsd", [zones.REGISTRY["nsd"]])
        self.knot("registry-knot", [zones.REGISTRY["knot"]])
        self.nsd("nsd", zones.HOSTS["nsd"])
        self.nsd("neighbour", zones.HOSTS["neighbour"])
        self.knot("knot", zones.HOSTS["knot"])
        self.bind("bind", zones.HOSTS["bind"], "recursion no;")
        self.bind("open", zones.HOSTS["open"], "recursion yes; allow-recursion { any; }; dnssec-validation no;", hints=True)
        self.bind("quad9", [QUAD9], "recursion yes; allow-recursion { any; }; dnssec-validation no;", hints=True)
        self.tinydns()
        self.unbound("cloudflare", CLOUDFLARE)
        self.unbound("google", GOOGLE)
        self.unbound("filter", FILTER, "  local-zone: filtered.jp always_nxdomain\n")
        self.unbound("dns64", DNS64, "  module-config: \"dns64 iterator\"\n  dns64-prefix: 64:ff9b::/96\n")
        self.unbound("stale", STALE, "  serve-expired: yes\n  serve-expired-client-timeout: 0\n  ede: yes\n  ede-serve-expired: yes\n")
        self.spawn("system", "dnsmasq", "-k", "-C", "/dev/null", "-u", "root", "-x", "", "-p", "53", "-R", "-h", "-z", "--listen-address", SYSTEM,
                   "--server", CLOUDFLARE, "--cache-rr=ANY", "--log-facility=/dev/null")
        self.silence()
        self.wait()

    def add_addresses(self):
        run("ip", "link", "set", "lo", "up")
        addresses = zones.ROOTS + zones.ROOTS_V6 + list(zones.REGISTRY.values()) + list(RESOLVERS)
        addresses += [address for server in zones.HOSTS.values() for address in server]
        lines = [f"address add {address}/{128 if ':' in address else 32} dev lo" for address in addresses]
        subprocess.run(["ip", "-batch", "-"], input="\n".join(lines), text=True, check=True)

    # The zone files

    def zone_folder(self, server):
        folder = self.folder / server / "zones"
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def write(self, server, name, text):
        (self.zone_folder(server) / (name if name != "." else "root")).write_text(text)

    def write_domains(self):
        """Returns the DS records for jp."""
        signers = ""
        for domain in zones.DOMAINS:
            key = self.key(domain.name) if domain.signatures else None
            if key:
                signers += run("ldns-key2ds", "-n", "-2", f"{key}.key")
            for server in zones.HOSTS:
                if server not in domain.servers and server not in domain.more:
                    continue
                self.write_domain(domain, server, key)
        return signers

    def write_domain(self, domain, server, key=None, changed=False):
        text = domain.text(server, changed)
        if text is None:
            return
        days = domain.signatures.get(server, domain.signatures.get("")) if key else None
        if days:
            plain, signed = self.folder / f"{domain.name}.plain", self.folder / f"{domain.name}.signed"
            plain.write_text(text)
            begin, end = [time.strftime("%Y%m%d%H%M%S", time.gmtime(time.time() + 86_400 * day)) for day in days]
            run("ldns-signzone", "-i", begin, "-e", end, "-f", signed, plain, key)
            text = signed.read_text()
        self.write(server, domain.name, text)

    def key(self, name):
        folder = self.folder / "keys"
        folder.mkdir(exist_ok=True)
        result = subprocess.run(["ldns-keygen", "-a", "ECDSAP256SHA256", "-k", name], cwd=folder, capture_output=True, text=True)
        if result.returncode != 0:
            raise Failed(f"ldns-keygen: {result.stderr}")
        return folder / result.stdout.strip()

    def change(self, names):
        """Gives each of the domains its new MX, on all servers."""
        for domain in zones.DOMAINS:
            if domain.name in names:
                for server in domain.servers:
                    self.write_domain(domain, server, changed=True)
        for server in ("nsd", "bind"):
            self.processes[server].send_signal(signal.SIGHUP)

    # The servers

    def spawn(self, name, *command, cwd=None, env=None):
        folder = self.folder / name
        folder.mkdir(exist_ok=True)
        with open(folder / "log", "wb") as log:
            self.processes[name] = subprocess.Popen(
                list(map(str, command)), cwd=cwd or folder, env=env, stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    def names(self, server):
        return [("." if path.name == "root" else path.name, path) for path in sorted(self.zone_folder(server).iterdir())]

    def nsd(self, name, addresses):
        folder = self.folder / name
        text = "server:\n  username: \"\"\n  chroot: \"\"\n  server-count: 1\n  database: \"\"\n  zonesdir: \"\"\n  rrl-ratelimit: 0\n  hide-version: yes\n"
        text += f"  pidfile: \"{folder}/pid\"\n  xfrdir: \"{folder}\"\n  xfrdfile: \"{folder}/xfrd\"\n  zonelistfile: \"{folder}/list\"\n"
        text += "".join(f"  ip-address: {address}\n" for address in addresses) + "remote-control:\n  control-enable: no\n"
        text += "".join(f"zone:\n  name: \"{zone}\"\n  zonefile: \"{path}\"\n" for zone, path in self.names(name))
        (folder / "conf").write_text(text)
        self.spawn(name, "nsd", "-d", "-c", folder / "conf")

    def bind(self, name, addresses, options, hints=False):
        folder = self.folder / name
        v4, v6 = [[a for a in addresses if (":" in a) == six] for six in (False, True)]
        text = f"options {{ directory \"{folder}\"; pid-file none; session-keyfile none; managed-keys-directory \"{folder}\"; {options}\n"
        text += f"listen-on {{ {' '.join(a + ';' for a in v4) or 'none;'} }}; listen-on-v6 {{ {' '.join(a + ';' for a in v6) or 'none;'} }};\n"
        text += "notify no; allow-transfer { none; }; minimal-responses yes; check-integrity no; version none; empty-zones-enable no; };\ncontrols { };\n"
        if hints:
            (folder / "hints").parent.mkdir(exist_ok=True)
            (folder / "hints").write_text(hint_file())
            text += "zone \".\" { type hint; file \"hints\"; };\n"
        text += "".join(f"zone \"{zone}\" {{ type primary; file \"{path}\"; }};\n" for zone, path in self.names(name))
        (folder / "conf").write_text(text)
        self.spawn(name, "named", "-g", "-n", "1", "-c", folder / "conf")

    def knot(self, name, addresses):
        folder = self.folder / name
        text = f"server:\n  rundir: \"{folder}\"\n" + "".join(f"  listen: {address}@53\n" for address in addresses)
        text += f"database:\n  storage: \"{folder}\"\ntemplate:\n - id: default\n   zonefile-sync: -1\n   journal-content: none\n   semantic-checks: off\nzone:\n"
        text += "".join(f" - domain: \"{zone}\"\n   file: \"{path}\"\n" for zone, path in self.names(name))
        (folder / "conf").write_text(text)
        self.spawn(name, "knotd", "-c", folder / "conf")

    def tinydns(self):
        folder = self.folder / "tinydns"
        folder.mkdir(exist_ok=True)
        address, other = zones.HOSTS["tinydns"][0], zones.HOSTS["nsd"][0]
        lines = []
        for name in ("udp.jp", "apex.jp"):
            lines += [f"Z{name}:ns1.{name}:hostmaster.{name}:7:14400:3600:1209600:300:300", f"&{name}::ns1.{name}:300", f"&{name}::ns2.{name}:300",
                      f"+ns1.{name}:{other}:300", f"+ns2.{name}:{address}:300"]
        first = zones.HOSTS["nsd"][1].split(":")
        octets = [0x24, 0x00, 0x01, 0x01, 0x00, 0x01] + [0] * 9 + [1]
        assert first[:2] == ["2400", "101"]
        lines += [":ns1.%s:28:%s:300" % (name, "".join("\\%03o" % octet for octet in octets)) for name in ("udp.jp", "apex.jp")]
        octets = [0x24, 0x00, 0x01, 0x09, 0x00, 0x01] + [0] * 9 + [0x25]
        lines += ["@udp.jp::mx.udp.jp:10:300", "+mx.udp.jp:109.1.1.25:300", "'udp.jp:v=spf1 mx -all:300", "'_dmarc.udp.jp:v=DMARC1; p=reject:300",
                  "+mx.old.udp.jp:109.1.2.25:300", ":mx.udp.jp:28:%s:300" % "".join("\\%03o" % octet for octet in octets), "Capex.jp:www.elsewhere.net:300"]
        (folder / "data").write_text("\n".join(lines) + "\n")
        result = subprocess.run(["tinydns-data"], cwd=folder, capture_output=True, text=True)
        if result.returncode != 0:
            raise Failed(f"tinydns-data: {result.stderr}")
        self.spawn("tinydns", "tinydns", env=dict(os.environ, IP=address, ROOT=str(folder), UID="0", GID="0"))

    def unbound(self, name, address, more="", forwarder=None):
        folder = self.folder / name
        folder.mkdir(exist_ok=True)
        (folder / "hints").write_text(hint_file())
        text = f"server:\n  interface: {address}\n  username: \"\"\n  chroot: \"\"\n  directory: \"{folder}\"\n  pidfile: \"{folder}/pid\"\n"
        text += f"  use-syslog: no\n  module-config: \"iterator\"\n  access-control: 0.0.0.0/0 allow\n  access-control: ::/0 allow\n"
        text += f"  root-hints: \"{folder}/hints\"\n  num-threads: 1\n  outgoing-range: 200\n  do-not-query-localhost: no\n  prefer-ip4: yes\n{more}"
        text += "remote-control:\n  control-enable: no\n"
        if forwarder:
            text += f"forward-zone:\n  name: \".\"\n  forward-addr: {forwarder}\n"
        (folder / "conf").write_text(text)
        prefix = ["nsenter", "-n", "-t", str(self.processes["between"].pid)] if forwarder else []
        self.spawn(name, *prefix, "unbound", "-d", "-c", folder / "conf")

    def silence(self):
        for address in ("106.1.1.1", "2400:106:1::1", "106.1.1.2", "106.1.2.2"):
            family = socket.AF_INET6 if ":" in address else socket.AF_INET
            for kind in (socket.SOCK_DGRAM, socket.SOCK_STREAM):
                taken = socket.socket(family, kind)
                taken.bind((address, 53))
                self.sockets.append(taken)

    # Networks that are not whole

    def namespace(self, name):
        """A network namespace of its own; its process is the key to it."""
        self.spawn(name, "unshare", "--net", "sleep", "infinity")
        for _ in range(100):
            if os.readlink(f"/proc/{self.processes[name].pid}/ns/net") != os.readlink("/proc/self/ns/net"):
                break
            time.sleep(0.02)
        self.inside(name, "ip", "link", "set", "lo", "up")

    def inside(self, name, *command):
        return run("nsenter", "-n", "-t", str(self.processes[name].pid), *command)

    def make_intercepting_network(self):
        """Where whatever is asked at any address is answered by a resolver."""
        self.namespace("between")
        run("ip", "link", "add", "inner", "type", "veth", "peer", "name", "outer", "netns", str(self.processes["between"].pid))
        run("ip", "address", "add", "10.9.0.1/30", "dev", "inner")
        run("ip", "link", "set", "inner", "up")
        self.inside("between", "ip", "address", "add", "10.9.0.2/30", "dev", "outer")
        self.inside("between", "ip", "link", "set", "outer", "up")
        # All addresses but those of the cable are this machine's own.
        self.inside("between", "ip", "route", "add", "local", "default", "dev", "lo")
        self.unbound("resolver-for-between", "10.9.0.1")
        self.unbound("interceptor", "0.0.0.0", "  interface-automatic: yes\n", forwarder="10.9.0.1")

    def make_silent_network(self):
        """Where every datagram gets lost: the cable's other end knows no way on."""
        self.namespace("lost")
        self.namespace("nowhere")
        nowhere = str(self.processes["nowhere"].pid)
        self.inside("lost", "ip", "link", "add", "near", "type", "veth", "peer", "name", "far", "netns", nowhere)
        for name, link, address in (("lost", "near", "10.8.0.1/30"), ("nowhere", "far", "10.8.0.2/30")):
            self.inside(name, "ip", "address", "add", address, "dev", link)
            self.inside(name, "ip", "link", "set", link, "up")
        self.inside("lost", "ip", "route", "add", "default", "via", "10.8.0.2")
        self.inside("nowhere", "ip", "route", "add", "blackhole", "default")

    # Whether they are there

    def wait(self):
        asked = [(zones.ROOTS[0], "."), (zones.ROOTS_V6[12], "."), (zones.REGISTRY["nsd"], "jp"), (zones.REGISTRY["knot"], "jp"),
                 ("105.1.1.1", "udp.jp"), (SYSTEM, "good.co.jp"), ("104.1.1.1", "open.jp"), ("101.1.1.2", "near.jp")]
        asked += [(address, "good.co.jp") for server in ("nsd", "bind", "knot") for address in zones.HOSTS[server]]
        asked += [(resolver, "good.co.jp") for resolver in RESOLVERS]
        limit = time.monotonic() + 30
        for address, name in asked:
            while not answers(address, name):
                dead = [name for name, process in self.processes.items() if process.poll() is not None]
                if dead or time.monotonic() > limit:
                    raise Failed(f"{address} does not answer for {name}{self.logs(dead)}")
                time.sleep(0.1)

    def logs(self, names):
        return "".join(f"\n{name}: {(self.folder / name / 'log').read_text()[-600:]}" for name in names)

    def stop(self):
        for process in self.processes.values():
            process.kill()
        for process in self.processes.values():
            process.wait()


def hint_file():
    lines = []
    for number, (v4, v6) in enumerate(zip(zones.ROOTS, zones.ROOTS_V6)):
        host = f"{chr(97 + number)}.root-servers.net."
        lines += [f". 3600000 NS {host}", f"{host} 3600000 A {v4}", f"{host} 3600000 AAAA {v6}"]
    return "\n".join(lines) + "\n"


def question(name, kind=6):
    labels = b"".join(bytes([len(label)]) + label.encode() for label in name.split(".") if label)
    return b"\x12\x34\x01\x00\x00\x01\x00\x00\x00\x00\x00\x00" + labels + b"\0" + bytes([0, kind, 0, 1])


def reply(address, name, kind=6):
    """What `address` answers, as it comes; empty where nothing does."""
    with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_DGRAM) as client:
        client.settimeout(1)
        try:
            client.connect((address, 53))
            client.send(question(name, kind))
            return client.recv(4096)
        except OSError:
            return b""


def answers(address, name, kind=6):
    """Whether `address` says NOERROR, with an answer."""
    message = reply(address, name, kind)
    return len(message) > 12 and message[3] & 15 == 0 and message[7] > 0
