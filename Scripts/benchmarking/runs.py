"""Two runs over many domains, as `maildnscheck --format ndjson` writes them, and how fast it is told what has changed.

The reports are those of the example domains, each with a name of its own; every hundredth domain has another MX in the later run, whose time
and cost differ everywhere and whose order is another one."""

import json
import os
import pathlib
import subprocess
import sys

from benchmarking.measurement import median_run
from benchmarking.report import figure, verdict

HERE = pathlib.Path(__file__).resolve().parent
# Of Python's json module; megabytes.
RATE, MEMORY = 10, 100
DOMAINS = ["aozora.example", "tsubame.example", "hayate.example", "midori.example", "yamabiko.example"]
# A prime, so that the later run has every domain once, and in another order.
STEP = 7_368_787
CHANGED = 100


def templates(program, root, language):
    """A report on each of the example domains, a line each."""
    result = subprocess.run([program, "--zone-file", root / "Examples/internet.zone", "--offline", "--format", "ndjson",
                             "--lang", language, *DOMAINS], capture_output=True)
    lines = result.stdout.splitlines()
    if len(lines) != len(DOMAINS):
        raise RuntimeError(f"no reports on the example domains: {result.stderr.decode()}")
    return [(line + b"\n", domain.encode()) for line, domain in zip(lines, DOMAINS)]


def write(path, reports, count, is_later):
    """Most of a report is copied as it is: only the domain's own name is another one."""
    pieces = [(line.replace(b'"hosts":[', b'"hosts":[{"addresses":null,"host":"mx.elsewhere.example","preference":1,"provider":"unknown"},', 1)
               if is_later and later else line, domain) for line, domain in reports for later in (False, True)]
    pieces = [line.split(domain) for line, domain in pieces]
    kinds = len(reports)
    with open(path, "wb", buffering=1 << 20) as file:
        for index in range(count):
            number = index * STEP % count if is_later else index
            parts = pieces[2 * (number % kinds) + (number % CHANGED == 0)]
            line = (b"d%d.example" % number).join(parts)
            if is_later:
                line = line.replace(b'"checkedAt":"20', b'"checkedAt":"21', 1).replace(b'"queries":', b'"queries":1', 1)
            file.write(line)


def measure(benchmark, count, runs):
    """What is to be noted, and what is wrong."""
    program, meter, folder = benchmark.program, benchmark.meter, benchmark.folder
    while count % STEP == 0:
        count -= 1
    notes, wrong = [], []

    def examine(old, new, changed):
        measured = meter.run([program, "diff", "--format", "json", old, new])
        report = json.loads(meter.read())["domains"]
        if measured.status != 1 or report["changed"] != changed or report["compared"] != report["before"]:
            wrong.append(f"diff: {report} instead of {changed} changes")
        return measured

    old, new = folder / "old.ndjson", folder / "new.ndjson"
    reports = templates(program, HERE.parent.parent, "en")
    write(old, reports, count, False)
    write(new, reports, count, True)
    size = old.stat().st_size + new.stat().st_size
    changed = (count + CHANGED - 1) // CHANGED
    ours = [examine(old, new, changed) for _ in range(runs)]
    python = meter.run([sys.executable, HERE / "compare_runs.py", old, new], "python")
    if int(meter.read("python").split()[0]) != changed:
        wrong.append(f"Python finds other changes: {meter.read('python')}")
    own = median_run(ours)
    times, memory = python.seconds / own.seconds, max(run.kilobytes for run in ours) / 1024
    notes.append(f"diff of {count:,} reports on both sides, {size / 1e9:.1f} GB, the later ones in another order: {own.seconds:.1f} s on {os.cpu_count()} "
                 f"processors ({own.cpu_seconds:.1f} s of CPU), at most {figure(memory)} MB (target {MEMORY}: {verdict(memory <= MEMORY)}); "
                 f"Python's json module takes {figure(python.seconds)} s and {figure(python.kilobytes / 1024)} MB: {times:.1f} × "
                 f"(target {RATE}: {verdict(times >= RATE)}).")
    # The worst that can be: every report reads otherwise, and nearly none means anything else.
    few = max(1, count // 10)
    write(old, reports, few, False)
    write(new, templates(program, HERE.parent.parent, "ja"), few, True)
    ours = median_run([examine(old, new, (few + CHANGED - 1) // CHANGED) for _ in range(runs)])
    python = meter.run([sys.executable, HERE / "compare_runs.py", old, new], "python")
    notes.append(f"diff of {few:,} reports, each written in another language: {ours.seconds:.2f} s, {figure(ours.kilobytes / 1024)} MB, "
                 f"{python.seconds / ours.seconds:.1f} × Python's json module.")
    old.unlink()
    new.unlink()
    return notes, wrong
