"""A mailbox, examined by the program and read by Python's email package."""

import os
import sys
import threading

from benchmarking import messages
from benchmarking.measurement import median_run
from benchmarking.report import figure
from benchmarking.servers import Unavailable

# Of Python's email package; megabytes for a mailbox of any size.
RATE, MEMORY = 20, 100


def measure(benchmark, count, reader, say):
    """A note on how fast `count` messages are examined, and whether the target is met. `reader` is the script that lets
    Python read them."""
    path = benchmark.folder / "mailbox"
    with open(path, "wb") as file:
        messages.write(count, file)
    ours, default, compat = [], [], []
    for turn in range(benchmark.runs):
        say(f"run {turn + 1} of {benchmark.runs}: maildnscheck, Python's email")
        ours.append(examine(benchmark, path))
        judge(benchmark, count)
        default.append(benchmark.meter.run([sys.executable, reader, "default", path], "python"))
        compat.append(benchmark.meter.run([sys.executable, reader, "compat32", path], "python"))
        if int(benchmark.meter.read("python").split()[0]) != count:
            raise Unavailable(f"Python's email finds other messages: {benchmark.meter.read('python')}")
    path.unlink()
    own, default, compat = (count / median_run(runs).seconds for runs in [ours, default, compat])
    return [(f"A mailbox of {count:,} messages: {figure(own)} a second, judged and written as CSV, on {os.cpu_count()} processors; "
             f"Python's email, which has one, takes the same fields out of {figure(compat)} with policy.compat32: "
             f"{own / compat:.1f} ×; of {figure(default)} with policy.default: {own / default:.1f} × (target {RATE})",
             own >= RATE * default)]


def examine(benchmark, path, output="output"):
    measured = benchmark.meter.run(
        [benchmark.program, "headers", "--offline", "--format", "csv", "--fail-on", "never", "-"], output, input=path)
    if measured.status:
        raise Unavailable(f"maildnscheck headers ends with {measured.status}: {benchmark.meter.read(f'{output}.errors')}")
    return measured


def judge(benchmark, count):
    rows = (benchmark.folder / "output").read_text(encoding="utf-8-sig").splitlines()
    names = rows[0].split(",")
    places = [names.index(name) for name in ["route", "folder", "cause"]]
    found = [tuple(row.split(",")[place] for place in places) for row in rows[1:]]
    benchmark.wrong += [f"message {index + 1}: {is_} instead of {must}"
                        for index, (is_, must) in enumerate(zip(found, messages.truths(count))) if is_ != must]
    if len(found) != count:
        benchmark.wrong.append(f"{len(found)} messages instead of {count}")


def measure_memory(benchmark, count):
    """The same for memory, through a pipe, so that the mailbox is nowhere."""
    pipe = benchmark.folder / "pipe"
    os.mkfifo(pipe)

    def feed():
        with open(pipe, "wb") as file:
            # The same thousand over and over: making new ones would take longer than reading them.
            thousand = b"".join(messages.message(index)[0].encode() for index in range(1000))
            for _ in range(count // 1000):
                file.write(thousand)
            messages.write(count % 1000, file)

    thread = threading.Thread(target=feed, daemon=True)
    thread.start()
    measured = examine(benchmark, pipe)
    thread.join()
    with open(benchmark.folder / "output", "rb") as file:
        rows = sum(1 for _ in file) - 1
    if rows != count:
        benchmark.wrong.append(f"{rows} messages instead of {count} through a pipe")
    megabytes = measured.kilobytes / 1024
    return [(f"{count:,} messages through a pipe: {figure(count / measured.seconds)} a second, at most {figure(megabytes)} MB "
             f"(target {MEMORY})", megabytes <= MEMORY)]
