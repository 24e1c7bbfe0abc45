"""The programs that ours is held against. None of them says how many queries it sent: the way to the server has counted."""

import os
import re
import shutil
import subprocess


# Queries that dnsperf sends at least, so that its first moments do not count for much.
ENOUGH = 200_000


def dnsperf(meter, server, questions, count):
    """As many queries a second as the servers give, to one who only counts answers. One socket alone would lose some of
    the answers to 2000 queries, and waiting for those would make it slower."""
    measured = meter.run(["dnsperf", "-s", "127.0.0.1", "-p", server.port, "-d", questions, "-n", -(-ENOUGH // count),
                          "-q", 2000, "-c", 20])
    output = meter.read()
    answered = re.search(r"Queries completed: +([0-9]+)", output)
    lost = re.search(r"Queries lost: +([0-9]+)", output)
    seconds = re.search(r"Run time \(s\): +([0-9.]+)", output)
    if not answered or not lost or not seconds:
        return None
    measured.questions, measured.lost = int(answered[1]), int(lost[1])
    # Without its start, so that the comparison is not to our advantage.
    measured.seconds = float(seconds[1])
    return measured


def dig(meter, server, questions):
    return counted(server, lambda: meter.run(
        ["dig", "@127.0.0.1", "-p", server.port, "-r", "+noall", "+answer", "-f", questions]))


def adnshost(meter, server, questions):
    """`questions` holds an option and a name for each, a line each."""
    return counted(server, lambda: meter.run(
        ["adnshost", "--config", f"nameserver {server.address}", "-a", "-Qq", "-f"], input=questions))


def checkdmarc(meter, server, domains, program):
    return counted(server, lambda: meter.run([program, "-n", server.address, "-f", "json", *domains]))


def counted(server, run):
    before = server.count()
    measured = run()
    measured.questions = server.count() - before
    return measured


def find_checkdmarc(folder):
    """CHECKDMARC, or the one in PATH, or one installed into `folder`; None where there is none to be had."""
    named = os.environ.get("CHECKDMARC") or shutil.which("checkdmarc")
    if named:
        return named if shutil.which(named) else None
    program = folder / "bin/checkdmarc"
    if not program.exists():
        for command in [["/usr/bin/python3", "-m", "venv", folder], [folder / "bin/pip", "-q", "install", "checkdmarc"]]:
            try:
                subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
            except (OSError, subprocess.SubprocessError):
                return None
    return program if program.exists() else None
