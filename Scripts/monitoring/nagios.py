"""Nagios Core 4 with the definitions of Packaging/nagios."""

import re
import shlex
import subprocess

from monitoring.service import ROOT, STATES, Daemon, Seen, checked


def nagios_configuration(folder, plugins, objects):
    (folder / "resource.cfg").write_text(f"$USER1$={plugins}\n")
    (folder / "results").mkdir(parents=True)
    user = subprocess.check_output(["id", "-un"], text=True).strip()
    group = subprocess.check_output(["id", "-gn"], text=True).strip()
    configuration = folder / "nagios.cfg"
    configuration.write_text(f"""\
log_file={folder}/nagios.log
cfg_file={ROOT}/Packaging/nagios/maildns.cfg
{"".join(f"cfg_file={path}{chr(10)}" for path in objects)}\
resource_file={folder}/resource.cfg
object_cache_file={folder}/objects.cache
precached_object_file={folder}/objects.precache
status_file={folder}/status.dat
status_update_interval=1
lock_file={folder}/nagios.lock
temp_file={folder}/nagios.tmp
temp_path={folder}
check_result_path={folder}/results
query_socket={folder}/nagios.qh
command_file={folder}/nagios.cmd
nagios_user={user}
nagios_group={group}
check_external_commands=0
check_for_updates=0
enable_notifications=0
retain_state_information=0
use_syslog=0
log_rotation_method=n
service_inter_check_delay_method=n
service_interleave_factor=1
process_performance_data=1
service_perfdata_file={folder}/perfdata
service_perfdata_file_mode=a
service_perfdata_file_template=$SERVICEDESC$\\t$SERVICESTATE$\\t$SERVICEOUTPUT$\\t$SERVICEPERFDATA$
""")
    return configuration


def nagios_objects(folder, services):
    def check(service):
        words = " ".join(shlex.quote(word) for word in service.arguments())
        return f"check_maildns!{service.domain}!{words}"

    path = folder / "objects.cfg"
    path.write_text(
        NAGIOS_SURROUNDINGS + "define host {\n  host_name loopback\n  max_check_attempts 1\n  contact_groups admins\n}\n"
        + "".join(
            f"define service {{\n  host_name loopback\n  service_description {service.name}\n"
            f"  check_command {check(service)}\n  max_check_attempts 1\n  check_interval 60\n  retry_interval 60\n"
            "  check_period 24x7\n  contact_groups admins\n}\n" for service in services))
    return path


# What Nagios' own sample configuration has, as far as the example refers to it.
NAGIOS_SURROUNDINGS = """\
define timeperiod {
  timeperiod_name 24x7
  alias Always
""" + "".join(
    f"  {day} 00:00-24:00\n"
    for day in ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]) + """\
}
define command {
  command_name nobody
  command_line /bin/true
}
define contact {
  contact_name nobody
  host_notification_commands nobody
  service_notification_commands nobody
  host_notification_period 24x7
  service_notification_period 24x7
}
define contactgroup {
  contactgroup_name admins
  alias Nobody
  members nobody
}
"""


def nagios(folder, plugins, services):
    folder.mkdir()
    examples = folder / "examples"
    examples.mkdir()
    surroundings = examples / "surroundings.cfg"
    surroundings.write_text(NAGIOS_SURROUNDINGS)
    checked([
        "nagios4", "-v",
        nagios_configuration(examples, plugins, [surroundings, ROOT / "Packaging/nagios/example-service.cfg"])])
    configuration = nagios_configuration(folder, plugins, [nagios_objects(folder, services)])
    checked(["nagios4", "-v", configuration])

    def read():
        """The states and texts of status.dat, once the performance data is written too."""
        status, perfdata = folder / "status.dat", folder / "perfdata"
        if not status.exists() or not perfdata.exists():
            return {}
        written = {line.split("\t")[0]: line.split("\t") for line in perfdata.read_text().splitlines()}
        seen = {}
        for block in re.findall(r"^servicestatus \{\n(.*?)^\s*\}", status.read_text(), re.M | re.S):
            fields = dict(line.strip().split("=", 1) for line in block.splitlines() if "=" in line)
            name = fields["service_description"]
            if fields["has_been_checked"] == "1" and len(written.get(name, [])) == 4:
                _, state, _, perfdata_written = written[name]
                state_shown = STATES[int(fields["current_state"])]
                seen[name] = Seen(
                    state_shown if state == state_shown else f"{state_shown}/{state}", fields["plugin_output"],
                    perfdata_written)
        return seen

    with Daemon(["nagios4", configuration], folder) as daemon:
        return daemon.wait_for(read, [service.name for service in services]), daemon.log
