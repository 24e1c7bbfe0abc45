"""Processes of Linux: which belong together, and the end of one while it works."""

import os
import pathlib
import signal
import threading
import time

EXECUTOR = b"CoarseGrainedExecutorBackend"
# As long as anything that is told to end may take.
PATIENCE = 20


def is_running(process):
    """Neither gone nor only not yet waited for."""
    try:
        return pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def written(process):
    """Octets that it has written so far; 0 of one that is gone."""
    try:
        for line in pathlib.Path(f"/proc/{process}/io").read_text().splitlines():
            if line.startswith("wchar: "):
                return int(line.split()[1])
    except (FileNotFoundError, ProcessLookupError):
        pass
    return 0


def executor_of(process):
    """The executor of Spark among its ancestors; None where there is none."""
    try:
        while process > 1:
            if EXECUTOR in pathlib.Path(f"/proc/{process}/cmdline").read_bytes():
                return process
            process = int(pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])
    except (FileNotFoundError, ProcessLookupError):
        pass
    return None


class Calls:
    """The calls of a program: a script in its place notes each, and becomes it."""

    def __init__(self, folder, program):
        self.file = folder / "calls"
        self.script = folder / "worker"
        self.script.write_text(f'#!/bin/sh\necho "$$ $PWD" >>"{self.file}"\nexec "{program}" "$@"\n')
        self.script.chmod(0o755)
        self.clear()

    def clear(self):
        self.file.write_text("")

    def processes(self):
        return [int(line.split()[0]) for line in self.file.read_text().splitlines()]

    def folders(self):
        """Where they were called: each executor works in a folder of its own."""
        return {line.split(" ", 1)[1] for line in self.file.read_text().splitlines()}


class Killer(threading.Thread):
    """Kills, once, an executor of Spark or the program itself: behind `turn` calls, in the middle of what one of the later ones writes."""

    def __init__(self, calls, turn, octets, is_executor):
        super().__init__(daemon=True)
        self.calls, self.turn, self.octets, self.is_executor = calls, turn, octets, is_executor
        self.is_over = threading.Event()
        # What it had written by then; None as long as nothing is killed.
        self.written = None
        # Whether the program of an executor that was killed went on without it.
        self.is_left_over = False

    def run(self):
        while not self.is_over.wait(0.02):
            for process in self.calls.processes()[self.turn:]:
                octets = written(process)
                target = executor_of(process) if self.is_executor else process
                if octets < self.octets or target is None or not is_running(process):
                    continue
                os.kill(target, signal.SIGKILL)
                self.written = octets
                end = time.monotonic() + PATIENCE
                while is_running(process) and time.monotonic() < end:
                    time.sleep(0.1)
                self.is_left_over = is_running(process)
                return

    def stop(self):
        self.is_over.set()
        self.join()
