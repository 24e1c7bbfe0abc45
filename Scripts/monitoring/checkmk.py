"""The local check of Packaging/checkmk: a line a domain that Checkmk's agent hands on."""

import os
import re
import subprocess

from monitoring.service import ROOT

# State, the service in quotation marks, figures or a hyphen, text (Checkmk's handbook, "Local checks").
LINE = re.compile(r'(?P<state>[0-3]) "(?P<service>[^"\']+)" (?P<figures>-|[a-z_]+=[0-9.]+s?(?:\|[a-z_]+=[0-9.]+s?)*) (?P<text>\S.*)')
WANTED = [("aozora.example", "0", "MAILDNS OK - "), ("yamabiko.example", "1", "MAILDNS WARNING - "),
          ("futaba.example", "2", "MAILDNS CRITICAL - "), ("kawabe.example", "3", "MAILDNS UNKNOWN - ")]


def local_check(folder, plugin, refusing):
    """How many of the lines are not as they should be."""
    folder.mkdir()
    zone = f"--zone-file {ROOT}/Examples/internet.zone --offline"
    options = [f"{zone} --expect securemx-office365", zone, f"{zone} --expect securemx", f"--server 127.0.0.1:{refusing}"]
    domains = folder / "checkmk.txt"
    domains.write_text("# Ours\n\n" + "".join(
        f"{domain} {words}\n" for (domain, _, _), words in zip(WANTED, options)) + 'x" 0 "forged - OK\n$(reboot)\n')

    def run(path):
        return subprocess.run(
            [ROOT / "Packaging/checkmk/maildnscheck"], env={**os.environ, "LIST": str(domains), "PLUGIN": str(path)},
            stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True).stdout.splitlines()

    lines = run(plugin)
    failures = 0
    for line, (domain, state, start) in zip(lines, WANTED):
        match = LINE.fullmatch(line)
        is_right = (match and match["state"] == state and match["service"] == f"Mail DNS {domain}"
                    and match["text"].startswith(start) and match["figures"] != "-")
        print(f"{'✓' if is_right else '✗'} Checkmk  {line}")
        failures += not is_right
    others = [(lines[len(WANTED):], "lines that are no domains", 2), (run("/nonexistent")[:4], "no plugin", 4)]
    for found, what, count in others:
        is_right = len(found) == count and all(
            (match := LINE.fullmatch(line)) and match["state"] == "3" and match["figures"] == "-" for line in found)
        print(f"{'✓' if is_right else '✗'} Checkmk  {what} are unknown")
        failures += not is_right
    return failures
