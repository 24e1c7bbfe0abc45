"""Compares what programs made of records with what our readers say: compare.py PROGRAM CASES MEASURED [ZONE]."""

import collections
import json
import re
import subprocess
import sys
import tempfile

HERE = __file__.rsplit("/", 1)[0]
# These apply a policy to a part of the mail by chance.
SAMPLERS = ("Mail::DMARC", "SpamAssassin", "rspamd")


def sources():
    """zone.py's functions that need no DNS library."""
    text = open(f"{HERE}/zone.py", encoding="utf-8").read()
    text = re.sub(r"^import dns\..*$", "", text, flags=re.M).split("class Server")[0]
    names = {"__file__": f"{HERE}/zone.py"}
    exec(compile(text, "zone.py", "exec"), names)
    return names


def readings(program, ground, domain, zone):
    arguments = {
        "dmarc": ["dmarc"], "dkim": ["dkim", "--selector", "sel"],
        "spf": ["spf", "--ip", "192.0.2.1", "--mail-from", f"a@{domain}", "--helo", "helo.example.org"],
    }[ground]
    done = subprocess.run(
        [program, *arguments, "--offline", "--zone-file", zone, "--format", "json"]
        + ([] if ground == "spf" else [domain]), capture_output=True, check=False)
    report = json.loads(done.stdout)
    if ground == "spf":
        found = report["evaluation"]["readings"]
    elif ground == "dmarc":
        found = report["dmarc"]["readings"]
    else:
        found = next((key["readings"] for key in report["dkim"]["keys"] if key["selector"] == "sel"), [])
    return {f"{entry['receiver']} {entry['version']}": entry["result"] for entry in found}


def untold(ground, records, title):
    """Whether a difference tells nothing: a program may have drawn by chance, or ours can't know which of two keys signed."""
    if ground == "dkim":
        return "<OTHER>" in records
    share = re.search(r"pct=([0-9.]+)", records)
    return bool(share) and title.startswith(SAMPLERS) and 0 < float(share[1]) < 100


def main():
    program, cases, measured = sys.argv[1:4]
    zone = sys.argv[4] if len(sys.argv) > 4 and sys.argv[4] else None
    tools = sources()
    if zone is None:
        keys = dict(line.rstrip("\n").split("\t") for line in open(f"{HERE}/keys.tsv", encoding="utf-8"))
        helper = open(f"{HERE}/helper.zone", encoding="utf-8").read()
        with tempfile.NamedTemporaryFile("w", suffix=".zone", delete=False, encoding="utf-8") as out:
            out.write(tools["master_file"](tools["cases"](cases), keys, helper))
        zone = out.name
    records = {tuple(line.split("\t")[:2]): line.split("\t", 2)[2] for line in open(cases, encoding="utf-8")
               if line.count("\t") > 1}
    agreed, wrong, left = collections.Counter(), collections.defaultdict(list), collections.Counter()
    titles = []
    for line in open(measured, encoding="utf-8"):
        fields = line.rstrip("\n").split("\t")
        if fields[0] == "ground":
            titles = fields[2:]
            continue
        found = readings(program, fields[0], tools["domain"](fields[0], fields[1]), zone)
        for title, result in zip(titles, fields[2:]):
            key = (fields[0], title)
            # Where there is no text there is nothing to read.
            ours = found.get(title, "fail" if fields[0] == "dkim" else "?")
            if ours == result:
                agreed[key] += 1
            elif untold(fields[0], records[fields[0], fields[1]], title):
                left[key] += 1
            else:
                wrong[key].append(f"{fields[1]}: {result}, we say {ours}")
    for key in sorted(set(agreed) | set(wrong)):
        total = agreed[key] + len(wrong[key]) + left[key]
        aside = f", {left[key]} of chance or of two keys" if left[key] else ""
        print(f"{key[0]:5} {key[1]:26} {agreed[key]} of {total}{aside}")
        for entry in wrong[key]:
            print(f"        {entry}")
    sys.exit(1 if any(wrong.values()) else 0)


main()
