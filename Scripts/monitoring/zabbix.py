"""A Zabbix server, its database, its agent and its API, in a folder of their own and on loopback."""

import json
import os
import pathlib
import pwd
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

from monitoring.service import ROOT, Daemon

TEMPLATE = "Mail DNS by maildnscheck"
HOST = "mail-domains"
# Zabbix' own values of what the API shows.
PROBLEM = "1"
# Seconds until a change must have come through: a second for the agent, one or two for discovery, and what a busy machine adds.
PATIENCE = 90


def free_ports(count):
    """Ports of loopback that nobody listens at; Zabbix takes none above 32767."""
    found = []
    for port in random.sample(range(20_000, 32_768), 1_000):
        try:
            with socket.create_server(("127.0.0.1", port)):
                found.append(port)
        except OSError:
            continue
        if len(found) == count:
            return found
    raise RuntimeError("no free port")


class Database:
    """A PostgreSQL server on a socket of its own folder. It refuses root, for whom it runs as its own user, who can't enter
    the folders of others."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="maildnscheck-database-"))
        self.binaries = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))[-1]
        self.user = None
        if os.getuid() == 0:
            self.user = pwd.getpwnam("postgres")
            os.chown(self.folder, self.user.pw_uid, self.user.pw_gid)
        self.options = {"user": self.user.pw_uid, "group": self.user.pw_gid, "extra_groups": []} if self.user else {}

    def run(self, program, *words):
        # Not /root, which the user of the database can't enter.
        run = subprocess.run(
            [self.binaries / program, *words], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
            cwd="/", **self.options)
        if run.returncode:
            raise RuntimeError(f"{program} says: {(run.stdout + run.stderr)[-2000:]}")

    def __enter__(self):
        self.run("initdb", "-D", self.folder / "data", "-A", "trust", "-U", "zabbix", "-E", "UTF8", "--no-sync")
        # It is thrown away: nothing need reach a disk.
        self.run("pg_ctl", "-D", self.folder / "data", "-l", self.folder / "log", "-w", "-o",
                 f"-c listen_addresses='' -c unix_socket_directories='{self.folder}' -c fsync=off "
                 "-c full_page_writes=off -c synchronous_commit=off", "start")
        return self

    def __exit__(self, *_):
        try:
            self.run("pg_ctl", "-D", self.folder / "data", "-m", "immediate", "-w", "stop")
        except RuntimeError as error:
            print(error, file=sys.stderr)
        shutil.rmtree(self.folder, ignore_errors=True)

    def load(self, names):
        """Puts Zabbix' own SQL files into a new database."""
        psql = [self.binaries / "psql", "-h", self.folder, "-U", "zabbix", "-q", "-v", "ON_ERROR_STOP=1"]
        subprocess.run([*psql, "-d", "postgres", "-c", "CREATE DATABASE zabbix"], check=True, stdout=subprocess.DEVNULL)
        for name in names:
            unpacked = subprocess.Popen(
                ["zcat", f"/usr/share/zabbix-server-pgsql/{name}.sql.gz"], stdout=subprocess.PIPE)
            subprocess.run([*psql, "-d", "zabbix"], stdin=unpacked.stdout, stdout=subprocess.DEVNULL, check=True)
            if unpacked.wait():
                raise RuntimeError(f"no {name}.sql.gz")


class API:
    """JSON-RPC of the frontend, which PHP serves by itself."""

    def __init__(self, port):
        self.address = f"http://127.0.0.1:{port}/api_jsonrpc.php"
        self.token = None
        self.number = 0

    def __call__(self, method, **parameters):
        self.number += 1
        request = {"jsonrpc": "2.0", "method": method, "params": parameters, "id": self.number}
        if self.token:
            request["auth"] = self.token
        # No proxy of the environment: it is loopback.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(urllib.request.Request(
                self.address, json.dumps(request).encode(), {"Content-Type": "application/json-rpc"}), timeout=60) as answer:
            text = answer.read().decode()
        try:
            reply = json.loads(text)
        except json.JSONDecodeError:
            raise RuntimeError(f"{method}: {text[:2000]}") from None
        if "error" in reply:
            raise RuntimeError(f"{method}: {reply['error']['message']} {reply['error']['data']}")
        return reply["result"]

    def log_in(self):
        """As the user that the database comes with."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                self.token = self("user.login", username="Admin", password="zabbix")
                return
            except (urllib.error.URLError, ConnectionError):
                if time.monotonic() > end:
                    raise
                time.sleep(0.2)


class Zabbix:
    """The whole of it, with the template of Packaging/zabbix linked to one host whose agent hands on `report`."""

    def __init__(self, folder):
        self.folder = folder
        self.report = folder / "zabbix.json"
        self.daemons = []

    def __enter__(self):
        try:
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def start(self):
        self.folder.mkdir()
        server_port, agent_port, web_port = free_ports(3)
        self.database = Database()
        self.database.__enter__()
        self.database.load(["schema", "images", "data"])
        self.daemon("server", ["zabbix_server", "-f", "-c", self.write("server.conf", f"""\
DBHost={self.database.folder}
DBName=zabbix
DBUser=zabbix
ListenIP=127.0.0.1
ListenPort={server_port}
LogType=console
PidFile={self.folder}/server.pid
SocketDir={self.folder}
AllowRoot=1
CacheUpdateFrequency=1
StartPollers=1
StartPollersUnreachable=1
StartTrappers=1
StartPreprocessors=1
StartLLDProcessors=1
StartDBSyncers=1
StartTimers=1
StartEscalators=1
StartAlerters=1
StartPingers=0
StartDiscoverers=0
StartHTTPPollers=0
StartHistoryPollers=1
""")])
        packaged = (ROOT / "Packaging/zabbix/maildnscheck.conf").read_text()
        if packaged.count("/var/lib/maildnscheck/zabbix.json") != 1:
            sys.exit("test-monitoring: Packaging/zabbix/maildnscheck.conf reads another file than the service writes")
        include = self.write("maildnscheck.conf", packaged.replace("/var/lib/maildnscheck/zabbix.json", str(self.report)))
        self.daemon("agent", ["zabbix_agentd", "-f", "-c", self.write("agent.conf", f"""\
Server=127.0.0.1
ServerActive=127.0.0.1:{server_port}
Hostname={HOST}
ListenIP=127.0.0.1
ListenPort={agent_port}
StartAgents=1
LogType=console
PidFile={self.folder}/agent.pid
AllowRoot=1
Include={include}
""")])
        web = self.folder / "web"
        shutil.copytree("/usr/share/zabbix", web)
        # Debian's frontend reads its configuration from /etc, where nothing of ours belongs.
        reader = web / "include/classes/core/CConfigFile.php"
        configuration = self.folder / "zabbix.conf.php"
        reader.write_text(reader.read_text().replace("'/etc/zabbix/zabbix.conf.php'", f"'{configuration}'"))
        configuration.write_text(f"""<?php
$DB['TYPE'] = 'POSTGRESQL';
$DB['SERVER'] = '{self.database.folder}';
$DB['PORT'] = '0';
$DB['DATABASE'] = 'zabbix';
$DB['USER'] = 'zabbix';
$DB['PASSWORD'] = '';
$DB['SCHEMA'] = '';
$DB['ENCRYPTION'] = false;
$DB['DOUBLE_IEEE754'] = true;
$ZBX_SERVER = '127.0.0.1';
$ZBX_SERVER_PORT = '{server_port}';
$IMAGE_FORMAT_DEFAULT = IMAGE_FORMAT_PNG;
""")
        self.daemon("php", ["php", "-d", "display_errors=stderr", "-S", f"127.0.0.1:{web_port}", "-t", web])
        self.api = API(web_port)
        self.api.log_in()
        self.import_template()
        self.host = self.add_host(agent_port)

    def __exit__(self, *_):
        for daemon in reversed(self.daemons):
            daemon.__exit__()
        if hasattr(self, "database"):
            self.database.__exit__()

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text)
        return path

    def daemon(self, name, command):
        folder = self.folder / name
        folder.mkdir()
        daemon = Daemon(command, folder)
        self.daemons.append(daemon.__enter__())

    def logs(self):
        return "".join(f"--- {daemon.log.parent.name}\n{daemon.log.read_text()[-3000:]}" for daemon in self.daemons)

    def import_template(self):
        kinds = ["discoveryRules", "graphs", "groups", "items", "templates", "triggers", "valueMaps"]
        rules = {kind: {"createMissing": True} for kind in kinds}
        for kind in kinds:
            if kind != "groups":
                rules[kind]["updateExisting"] = True
        # A second time it changes nothing, and is no error.
        for _ in range(2):
            self.api("configuration.import", format="yaml", rules=rules,
                     source=(ROOT / "Packaging/zabbix/template-maildnscheck.yaml").read_text())

    def add_host(self, agent_port):
        template, = self.api("template.get", filter={"host": TEMPLATE})
        group, = self.api("hostgroup.create", name="Mail")["groupids"]
        host, = self.api(
            "host.create", host=HOST, groups=[{"groupid": group}], templates=[{"templateid": template["templateid"]}],
            interfaces=[{"type": 1, "main": 1, "useip": 1, "ip": "127.0.0.1", "dns": "", "port": str(agent_port)}],
            macros=[{"macro": "{$MAILDNS.INTERVAL}", "value": "1s"}, {"macro": "{$MAILDNS.UNKNOWN.TIME}", "value": "5s"},
                    {"macro": "{$MAILDNS.DOCS}", "value": "https://docs.example/findings.md"}])["hostids"]
        return host

    def items(self):
        """Key to item, with its last value."""
        found = self.api("item.get", hostids=self.host, output=["key_", "lastvalue", "lastclock", "state", "error", "value_type"])
        return {item["key_"]: item for item in found}

    def value(self, key):
        """The last value of an item; None where there is none."""
        item = self.items().get(key)
        return item["lastvalue"] if item and item["lastclock"] != "0" else None

    def problems(self):
        """Names of the problems that are open, each with what the operator sees beside it."""
        found = self.api("problem.get", hostids=self.host, output=["name", "opdata", "severity", "objectid"])
        return {problem["name"]: problem for problem in found}

    def set_macro(self, macro, value):
        self.api("usermacro.create", hostid=self.host, macro=macro, value=value)

    def take_from_sender(self):
        """Makes the report one that is sent, as the documentation says."""
        template, = self.api("template.get", filter={"host": TEMPLATE})
        item, = self.api("item.get", templateids=template["templateid"], filter={"key_": "maildnscheck.report"})
        self.api("item.update", itemid=item["itemid"], type=2)

    def send(self):
        """Sends the report by the command of the documentation; returns what the command says where it fails."""
        page = (ROOT / "docs/monitoring.md").read_text()
        command, = (line.strip() for line in page.splitlines() if line.startswith("    sed ") and "zabbix_sender" in line)
        for path, own in [("/var/lib/maildnscheck/zabbix.json", self.report),
                          ("/etc/zabbix/zabbix_agentd.conf", self.folder / "agent.conf")]:
            assert path in command
            command = command.replace(path, str(own))
        end = time.monotonic() + PATIENCE
        while True:
            # The server takes over a changed item within a second or two.
            run = subprocess.run(
                ["/bin/sh", "-c", command], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
            if run.returncode == 0 and "failed: 0" in run.stdout:
                return None
            if time.monotonic() > end:
                return run.stdout + run.stderr
            time.sleep(1)

    def wait(self, is_there):
        """Waits until `is_there` says so, and returns whether it did."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            for daemon in self.daemons:
                if daemon.process.poll() is not None:
                    raise RuntimeError(f"{daemon.log.parent.name} has ended")
            if is_there():
                return True
            time.sleep(0.5)
        return False
