"""The service and the timer of Packaging/systemd: what systemd says of them, and whether the program can do with what is left
to it. Nothing is started: systemd need not be what this machine runs on."""

import re
import shlex
import shutil
import subprocess

from monitoring.service import ROOT

UNITS = ROOT / "Packaging/systemd"
# How exposed systemd may find the service, from 0 to 10, in tenths.
EXPOSURE = 12


def output(*words, **options):
    run = subprocess.run(
        words, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, **options)
    return run.returncode, run.stdout + run.stderr


def filtered(service):
    """The system calls that are left to the service."""
    _, listing = output("systemd-analyze", "syscall-filter", "--no-pager")
    sets, current = {}, None
    for line in listing.splitlines():
        if line.startswith("@"):
            current = sets.setdefault(line.strip(), [])
        elif current is not None and line.strip() and not line.strip().startswith("#"):
            current.append(line.strip())

    def calls(name):
        return set().union(*(calls(word) if word.startswith("@") else {word} for word in sets[name]))

    left = set()
    for words in re.findall(r"^SystemCallFilter=(.*)", service, re.M):
        named = set().union(*(calls(word) for word in words.lstrip("~").split()))
        left = left - named if words.startswith("~") else left | named
    # What every filter has besides.
    return left | calls("@default")


def runs(service, program, folder, state):
    """Runs the commands of the service twice, so that the second run has an earlier one; returns what went wrong."""
    policy = folder / "policy.json"
    policy.write_text('{ "domains": { "aozora.example": { "route": "securemx-office365" }, "futaba.example": {} } }')
    # Answers from a zone; a server that refuses stands for the Internet's, so that there are sockets.
    traced = folder / "maildnscheck"
    traced.write_text(
        f'#!/bin/sh\nexec strace -f -qq -o {folder}/trace.$$ {program} --zone-file {ROOT}/Examples/internet.zone '
        '--server 127.0.0.1:9 "$@"\n')
    traced.chmod(0o755)
    text = service.replace("\\\n", " ").replace("/usr/bin/maildnscheck", str(traced)).replace(
        "/etc/maildnscheck/policy.json", str(policy))
    for _ in range(2):
        for line in re.findall(r"^ExecStart(?:Pre)?=(.*)", text, re.M):
            status, said = output(*shlex.split(line), cwd=state)
            if status not in (0, 1, 2, 3):
                yield f"{line} ends with {status}: {said}"
    for name in ["report.ndjson", "zabbix.json", "maildnscheck.prom"]:
        if not (state / name).exists() or (state / name).stat().st_mode & 0o777 != 0o644:
            yield f"no {name} that others can read"
    for name in ["earlier.ndjson", "report.ndjson"]:
        if '"changes":{' not in (state / name).read_text():
            yield f"{name} was not compared with an earlier one"


def systemd_units(folder, program):
    """How many of the tries fail."""
    folder.mkdir()
    service = (UNITS / "maildnscheck.service").read_text()
    # systemd wants the programs that it names to be there.
    (folder / "maildnscheck.service").write_text(service.replace("/usr/bin/maildnscheck", str(program)))
    shutil.copy(UNITS / "maildnscheck.timer", folder)
    status, said = output(
        "systemd-analyze", "verify", "--man=no", folder / "maildnscheck.timer", folder / "maildnscheck.service")
    tries = {"systemd takes the service and the timer": said if status or said.strip() else None}
    status, said = output(
        "systemd-analyze", "security", "--offline=true", f"--threshold={EXPOSURE}", "--no-pager", folder / "maildnscheck.service")
    level = (re.search(r"exposure level .*: ([0-9.]+)", said) or [None, "none"])[1]
    tries[f"an exposure of {level}, at most {EXPOSURE / 10}"] = said[-500:] if status else None
    status, said = output("systemd-sysusers", "--dry-run", UNITS / "sysusers.conf")
    tries["the user can be made"] = said if status else None

    state = folder / "state"
    state.mkdir()
    tries["its commands run, and leave their files"] = "\n".join(runs(service, program, folder, state)) or None
    used = set()
    for path in folder.glob("trace.*"):
        used |= set(re.findall(r"^[0-9]+ +([a-z0-9_]+)\(", path.read_text(errors="replace"), re.M))
    refused = used - filtered(service)
    tries[f"{len(used)} system calls, all of which are left to it"] = (
        ", ".join(sorted(refused)) if refused else None if len(used) > 20 else "strace has seen nothing")
    rotated = logrotated(folder, state)
    tries["logrotate keeps the report, and leaves it where it is"] = rotated
    for name, complaint in tries.items():
        print(f"{'✗' if complaint else '✓'} systemd  {name}")
        if complaint:
            print(f"      {complaint}")
    return sum(complaint is not None for complaint in tries.values())


def logrotated(folder, state):
    configuration = folder / "logrotate.conf"
    text = (ROOT / "Packaging/logrotate/maildnscheck").read_text()
    if "/var/lib/maildnscheck/report.ndjson" not in text:
        return "it is about another file"
    configuration.write_text(text.replace("/var/lib/maildnscheck", str(state)))
    configuration.chmod(0o644)
    before = (state / "report.ndjson").read_text()
    status, said = output("logrotate", "--force", "--state", folder / "logrotate.state", configuration)
    if status:
        return said
    if (state / "report.ndjson").read_text() != before:
        return "the report is another one"
    kept = list(state.glob("report.ndjson-*.gz"))
    return None if len(kept) == 1 else f"{len(kept)} reports were kept"
