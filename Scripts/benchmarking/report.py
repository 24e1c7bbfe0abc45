"""The result as Markdown."""

import datetime
import os
import pathlib
import platform
import re

COLUMNS = ["program", "what it does", "where", "domains", "domains/s", "questions/s", "of dnsperf", "CPU s",
           "CPU µs a question", "memory MB"]


class Table:
    def __init__(self):
        self.rows = []

    def add(self, program, task, where, measured, domains=None, yardstick=None):
        """`yardstick` is what dnsperf reached at the same place; `measured` is a reason where there is no figure."""
        row = [program, task, where]
        if not hasattr(measured, "seconds"):
            self.rows.append(row + [str(measured)] + ["–"] * (len(COLUMNS) - 4))
            return
        self.rows.append(row + [
            f"{domains:,}" if domains else "–",
            figure(domains / measured.seconds) if domains else "–",
            figure(measured.rate),
            f"{measured.rate / yardstick.rate:.3f}" if yardstick else "–",
            f"{measured.cpu_seconds:.2f}",
            figure(measured.cpu_microseconds),
            figure(measured.kilobytes / 1024)])

    def __str__(self):
        rows = [COLUMNS, ["---"] * 3 + ["---:"] * (len(COLUMNS) - 3)] + self.rows
        return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def figure(value):
    """Three digits that count, no more than anybody could measure again."""
    if value >= 100:
        return f"{round(value, 2 - len(str(int(value))) + 1):,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def machine():
    """Date, processor, memory, what else it had to do, and system."""
    processor = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    system = re.search(r'PRETTY_NAME="(.*)"', pathlib.Path("/etc/os-release").read_text())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2 ** 30
    return (f"{datetime.date.today()}, {os.cpu_count()} × {processor[1] if processor else platform.machine()}, "
            f"{memory:.0f} GB, load {os.getloadavg()[0]:.1f}, {system[1] if system else platform.system()}, Linux {platform.release()}")


def verdict(is_met):
    return "met" if is_met else "**not met**"
