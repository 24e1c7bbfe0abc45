"""What long lists take: going on with an earlier run, servers that say nothing, a deadline with both processors busy, and
domains that are all as large as they can be."""

import json
import pathlib
import socket
import subprocess
import sys

from benchmarking.servers import Distance

# Domains of the list with a silent server, and its patience.
SILENT, TIMEOUT, ATTEMPTS, GRACE = 200, 1, 2, 2
DEADLINE, END = 3, 3.3
# Reports a second of the earlier program's, and how many it is given: it takes minutes for all.
RESUME_GAIN, FEW = 30, 10_000
# Milliseconds to a server that is slow.
SLOW = 800
# Domains that are checked at once, and megabytes for all of them.
HOSTILE, MEMORY = 256, 512


def resume(benchmark, count):
    """Notes, with whether each target is met; nothing is asked, since all domains of the list are in the file."""
    domain = benchmark.list.read_text().split()[0]
    benchmark.meter.run([benchmark.program, domain, "--server", benchmark.near.place, "--format", "ndjson", "--lang", "en"])
    line = benchmark.meter.read().strip()
    assert json.loads(line)["domain"] == domain

    def run(program, reports):
        names = [f"r{number:07d}.example" for number in range(reports)]
        result, names_file = benchmark.folder / "result", benchmark.folder / "names"
        with open(result, "w", encoding="utf-8") as file:
            file.writelines(line.replace(domain, name) + "\n" for name in names)
        size = result.stat().st_size
        names_file.write_text("".join(f"{name}\n" for name in names))
        measured = benchmark.meter.run([program, "--resume", result, "--input", names_file, "--server", benchmark.near.place, "-q"])
        if result.stat().st_size != size:
            benchmark.wrong.append(f"--resume asked for what was there: {size} octets became {result.stat().st_size}")
        result.unlink()
        return reports / measured.seconds, size, measured

    rate, size, measured = run(benchmark.program, count)
    note = (f"Going on with {count:,} earlier reports ({size / 1e6:,.0f} MB): {measured.seconds:.1f} s, {rate:,.0f} a second, "
            f"{measured.kilobytes / 1024:.0f} MB of memory")
    if not benchmark.earlier:
        return [(note, None)]
    earlier = run(benchmark.earlier, min(count, FEW))[0]
    return [(f"{note}; {rate / earlier:.0f} × the earlier commit's {earlier:,.0f} (target {RESUME_GAIN})",
             rate >= RESUME_GAIN * earlier)]


def silent(benchmark):
    names = benchmark.folder / "names"
    names.write_text("".join(f"silent{number}.example\n" for number in range(SILENT)))
    limit = TIMEOUT * ATTEMPTS + GRACE
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
        server.bind(("127.0.0.1", 0))
        measured = benchmark.meter.run(
            [benchmark.program, "--input", names, "--server", f"127.0.0.1:{server.getsockname()[1]}", "--format", "ndjson",
             "--timeout", TIMEOUT, "--attempts", ATTEMPTS])
    unknown = count_unknown(benchmark)
    return [(f"{SILENT} domains whose server says nothing, {ATTEMPTS} × {TIMEOUT} s: {unknown} unknown after "
             f"{measured.seconds:.2f} s (target {SILENT}, {limit} s)", unknown == SILENT and measured.seconds <= limit)]


def deadline(benchmark):
    notes = []
    slow = benchmark.serve(Distance(benchmark.folder / "distance", benchmark.near, SLOW))
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
        server.bind(("127.0.0.1", 0))
        places = {"silent": f"127.0.0.1:{server.getsockname()[1]}", "slow": slow.place, "well": benchmark.near.place}
        busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(2)]
        try:
            for how, place in places.items():
                measured = benchmark.meter.run([benchmark.program, "--input", benchmark.list, "--server", place, "--deadline",
                                                DEADLINE, "--format", "ndjson"])
                lines = benchmark.meter.read().count("\n")
                notes.append((f"--deadline {DEADLINE}, {benchmark.domains:,} domains, servers {how}, both processors busy: "
                              f"{measured.seconds:.2f} s (target {END}), {lines:,} have a line, {count_unknown(benchmark):,} of "
                              "them unknown", measured.seconds <= END and lines == benchmark.domains))
        finally:
            for process in busy:
                process.kill()
    return notes


def hostile(benchmark):
    names = benchmark.folder / "names"
    names.write_text("".join(f"h{number}.example\n" for number in range(HOSTILE)))
    server = subprocess.Popen([sys.executable, pathlib.Path(__file__).with_name("hostile.py")], stdout=subprocess.PIPE)
    try:
        port = int(server.stdout.readline())
        measured = benchmark.meter.run([benchmark.program, "--input", names, "--server", f"127.0.0.1:{port}", "--format", "ndjson",
                                        "--timeout", 30, "-q"])
    finally:
        server.kill()
    lines, memory = benchmark.meter.read().count("\n"), measured.kilobytes / 1024
    return [(f"{HOSTILE} domains at once, every answer 64 KB: {memory:,.0f} MB (target {MEMORY}), {lines} have a line, "
             f"{measured.seconds:.0f} s", memory <= MEMORY and lines == HOSTILE)]


def count_unknown(benchmark):
    return sum(json.loads(line)["status"] == "unknown" for line in benchmark.meter.read().splitlines())
