"""What running a program takes."""

import dataclasses
import pathlib
import subprocess


@dataclasses.dataclass
class Measurement:
    seconds: float
    cpu_seconds: float
    # Resident at most.
    kilobytes: int
    status: int
    # Questions that it put to DNS, and those that nobody answered; where it is known.
    questions: int = 0
    lost: int = 0

    @property
    def rate(self):
        return self.questions / self.seconds

    @property
    def cpu_microseconds(self):
        """For each question."""
        return self.cpu_seconds * 1e6 / self.questions if self.questions else 0


class Meter:
    """Runs programs in a folder of their own, through measure.c."""

    def __init__(self, program, folder, environment):
        self.program = program
        self.folder = pathlib.Path(folder)
        self.environment = environment

    def run(self, command, output="output", input=None):
        """Standard output and error go to the files `output` and `output`.errors of the folder."""
        result = self.folder / "measured"
        with open(self.folder / output, "wb") as out, open(self.folder / f"{output}.errors", "wb") as errors, \
                open(input or "/dev/null", "rb") as source:
            subprocess.run([self.program, result, *map(str, command)], stdin=source, stdout=out, stderr=errors,
                           env=self.environment, check=True)
        seconds, cpu_seconds, kilobytes, status = result.read_text().split()
        return Measurement(float(seconds), float(cpu_seconds), int(kilobytes), int(status))

    def read(self, output="output"):
        return (self.folder / output).read_text(errors="replace")


def median_run(measurements):
    """The run that took the median time, with all that belongs to it."""
    return sorted(measurements, key=lambda measured: measured.seconds)[len(measurements) // 2]
