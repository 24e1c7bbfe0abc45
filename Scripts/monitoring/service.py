"""A service, what is known of it, and how a monitoring system is run."""

import os
import pathlib
import re
import shlex
import signal
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
STATES = ["OK", "WARNING", "CRITICAL", "UNKNOWN"]
# Seconds that each system may take until every service was checked.
PATIENCE = 20
# 'label'=value[UOM];[warn];[crit];[min];[max], as the monitoring-plugins guidelines have it. Icinga takes off the quotes
# that it can do without.
NUMBER = r"-?[0-9]+(?:\.[0-9]+)?"
RANGE = rf"@?(?:(?:~|{NUMBER}):)?(?:{NUMBER})?"
PERFDATUM = re.compile(
    rf"(?P<quote>'?)(?P<label>[^'=]+)(?P=quote)=(?P<value>{NUMBER}|U)(?P<unit>[^0-9;'\" ]*)"
    rf"(?:;(?P<warn>{RANGE})(?:;(?P<crit>{RANGE})(?:;(?P<min>{NUMBER})?(?:;(?P<max>{NUMBER})?)?)?)?)?(?: +|$)")


class Service:
    """A service that both systems check, with the state that the plugin must give it."""

    def __init__(self, name, state, domain, **options):
        self.name = name
        self.state = state
        self.domain = domain
        # By the names of Packaging/icinga2/maildns.conf, without "maildns_".
        self.options = options

    def arguments(self):
        spellings = {"timeout": "-t", "warning": "-w", "critical": "-c"}
        words = []
        for name, value in self.options.items():
            option = spellings.get(name, "--" + name.replace("_", "-"))
            words += [option] if value is True else [option, str(value)]
        return words


class Seen:
    """What is known of a service: by the plugin itself, or by a monitoring system."""

    def __init__(self, state, text, perfdata):
        self.state = state
        self.text = text.strip()
        self.perfdata = perfdata.strip()

    def shape(self):
        """The text without its figures, which may differ from run to run."""
        return re.sub(r"[0-9]+(\.[0-9]+)?", "#", self.text)

    def figures(self):
        """Label to match of PERFDATUM; None where something else stands among them, or a label twice."""
        figures, position = {}, 0
        while position < len(self.perfdata):
            match = PERFDATUM.match(self.perfdata, position)
            if not match or match["label"] in figures:
                return None
            figures[match["label"]] = match
            position = match.end()
        return figures


def ask_plugin(plugin, service):
    run = subprocess.run(
        [plugin, "-H", service.domain, *service.arguments()], stdin=subprocess.DEVNULL, capture_output=True, text=True,
        timeout=PATIENCE, check=False)
    if run.returncode not in range(4):
        sys.exit(f"test-monitoring: the plugin ended with {run.returncode}: {run.stdout}{run.stderr}")
    text, _, perfdata = run.stdout.partition("\n")[0].partition("|")
    return Seen(STATES[run.returncode], text, perfdata)


class Daemon:
    """A monitoring system under way in a folder of its own; its whole process group ends with the block."""

    def __init__(self, command, folder, environment=None):
        self.command = command
        self.log = folder / "daemon.log"
        self.environment = {**os.environ, **(environment or {})}

    def __enter__(self):
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                self.command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=self.environment,
                start_new_session=True)
        return self

    def __exit__(self, *_):
        self.send(signal.SIGTERM)
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            pass
        # What is left of the group, such as workers that outlive their parent.
        self.send(signal.SIGKILL)
        self.process.wait()

    def send(self, number):
        try:
            os.killpg(self.process.pid, number)
        except ProcessLookupError:
            pass

    def wait_for(self, read, names):
        """Calls `read` until it knows all of `names`, the daemon ends, or patience does."""
        end = time.monotonic() + PATIENCE
        while True:
            seen = read()
            if set(names) <= set(seen) or self.process.poll() is not None or time.monotonic() > end:
                return seen
            time.sleep(0.2)


def checked(command, environment=None):
    """Runs a syntax check; ends the script where it fails."""
    run = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, env={**os.environ, **(environment or {})},
        check=False)
    if run.returncode:
        sys.exit(f"test-monitoring: {shlex.join(map(str, command))} says:\n{(run.stdout + run.stderr)[:3000]}")
