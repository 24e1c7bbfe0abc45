"""Icinga 2 with the definitions of Packaging/icinga2."""

import socket
import subprocess
import threading
import time

from monitoring.service import ROOT, Daemon, Seen, checked


class MetricCollector:
    """Takes what Icinga's GraphiteWriter sends: the figures as Icinga has read them."""

    def __init__(self):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.metrics = {}
        threading.Thread(target=self.collect, daemon=True).start()

    def collect(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            with connection, connection.makefile() as lines:
                for line in lines:
                    name, value, _ = line.rsplit(" ", 2)
                    self.metrics[name] = float(value)


def icinga_text(value):
    if isinstance(value, bool):
        return str(value).lower()
    text = str(value).replace("\\", "\\\\").replace('"', '\\"').replace("$", "$$")
    return f'"{text}"'


def icinga_configuration(folder, plugins, services, port):
    checks = "".join(
        # The first check comes at a random moment of the interval, hence a short one.
        f'object Service "{service.name}" {{\n  host_name = "loopback"\n  check_command = "maildns"\n'
        f"  check_interval = 2s\n  retry_interval = 2s\n  max_check_attempts = 1\n"
        f"  vars.maildns_domain = {icinga_text(service.domain)}\n"
        + "".join(f"  vars.maildns_{name} = {icinga_text(value)}\n" for name, value in service.options.items()) + "}\n"
        for service in services)
    path = folder / "icinga2.conf"
    path.write_text(f"""\
const PluginDir = "{plugins}"
const NodeName = "loopback"
include <itl>
include "{ROOT}/Packaging/icinga2/maildns.conf"
object CheckerComponent "checker" {{ }}
object PerfdataWriter "perfdata" {{
  service_perfdata_path = "{folder}/perfdata"
  service_temp_path = "{folder}/perfdata.tmp"
  host_perfdata_path = "{folder}/host-perfdata"
  host_temp_path = "{folder}/host-perfdata.tmp"
  service_format_template = "$service.name$\\t$service.state$\\t$service.output$\\t$service.perfdata$"
  rotation_interval = 1s
}}
object GraphiteWriter "graphite" {{
  host = "127.0.0.1"
  port = "{port}"
  service_name_template = "$service.name$"
  enable_send_thresholds = true
}}
object Host "loopback" {{ check_command = "dummy" }}
{checks}""")
    return path


def icinga(folder, plugins, services):
    folder.mkdir()
    for name in ["data", "log", "cache", "spool", "run"]:
        (folder / name).mkdir()
    environment = {
        "ICINGA2_USER": subprocess.check_output(["id", "-un"], text=True).strip(),
        "ICINGA2_GROUP": subprocess.check_output(["id", "-gn"], text=True).strip(),
    }
    command = ["icinga2", "daemon"]
    for name in ["data", "log", "cache", "spool"]:
        command += ["-D", f"Configuration.{name.capitalize()}Dir={folder}/{name}"]
    command += ["-D", f"Configuration.InitRunDir={folder}/run", "-D", f"Configuration.PidPath={folder}/run/icinga2.pid"]
    collector = MetricCollector()
    example = folder / "example.conf"
    example.write_text(f"""\
const PluginDir = "{plugins}"
const NodeName = "loopback"
include <itl>
include "{ROOT}/Packaging/icinga2/maildns.conf"
include "{ROOT}/Packaging/icinga2/example-service.conf"
""")
    checked([*command, "-C", "-c", example], environment)
    configuration = icinga_configuration(folder, plugins, services, collector.port)
    checked([*command, "-C", "-c", configuration], environment)

    def read():
        seen = {}
        # The name, then the time of the rotation.
        for path in folder.glob("perfdata.[0-9]*"):
            for line in path.read_text().splitlines():
                fields = line.split("\t")
                if len(fields) == 4:
                    seen[fields[0]] = Seen(*fields[1:])
        # The metrics take a way of their own, and Icinga drops what there is before it is connected: a later check counts.
        measured = {name.partition(".")[0] for name in list(collector.metrics)}
        return {name: known for name, known in seen.items() if name in measured}

    names = [service.name for service in services]
    with Daemon([*command, "-c", configuration], folder, environment) as daemon:
        seen = daemon.wait_for(read, names)
        # For the last metrics of the last check.
        time.sleep(0.5)
    collector.listener.close()
    return seen, collector.metrics, daemon.log
