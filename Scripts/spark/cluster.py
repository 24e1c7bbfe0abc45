#!/usr/bin/env python3
"""cluster.py PROGRAM COUNT: has a small cluster of Spark run the code of docs/scale.md; see Scripts/test-spark."""

import contextlib
import gzip
import hashlib
import json
import os
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import time

import pyspark

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from benchmarking.servers import NameServer, Unavailable, free_port
from benchmarking.truth import Truth
from spark.documented import block
from spark.processes import PATIENCE, Calls, Killer

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PARTITIONS = 16
# A minute of work, and what a busy machine adds.
LIMIT = 600
# Reports of some ten domains: the program is at work, and far from its end.
MIDDLE = 60_000
# Two executors of one core each, on the same machine; a lost one is replaced.
CONFIGURATION = """\
spark.master local-cluster[2,1,1024]
spark.executor.memory 512m
spark.driver.memory 512m
spark.driver.host 127.0.0.1
spark.driver.bindAddress 127.0.0.1
spark.ui.enabled false
spark.ui.showConsoleProgress false
spark.local.dir {folder}/local
spark.sql.warehouse.dir {folder}/warehouse
"""
# What differs from run to run: time, and the questions that the process had answered for another domain already.
COSTS = ["checkedAt", "seconds", "queries"]


class Failed(Exception):
    """What came of it is not what it must be."""


def expect(condition, text):
    if not condition:
        raise Failed(text)


def say(text):
    print(f"test-spark: {text}", flush=True)


def digests(file):
    """Each domain's report without what it cost, as a hash."""
    found = {}
    with open(file, encoding="utf-8") as lines:
        for report in map(json.loads, lines):
            for cost in COSTS:
                del report[cost]
            found[report["domain"]] = hashlib.sha256(json.dumps(report, sort_keys=True).encode()).digest()
    return found


class Cluster:
    def __init__(self, folder, program, server):
        self.folder, self.program, self.server = folder, program, server
        self.calls = Calls(folder, program)
        self.truth = Truth(folder / "expected.tsv")
        self.log = folder / "spark.log"
        home, configuration = folder / "spark", folder / "configuration"
        home.mkdir()
        configuration.mkdir()
        # Executors work in a folder `work` of Spark's home: not in that of the package.
        for entry in pathlib.Path(pyspark.__file__).parent.iterdir():
            (home / entry.name).symlink_to(entry)
        (configuration / "spark-defaults.conf").write_text(CONFIGURATION.format(folder=folder))
        self.environment = {name: value for name, value in os.environ.items()
                            if not name.startswith(("SPARK_", "PYSPARK_", "HADOOP_", "YARN_")) and name not in ("RES_OPTIONS", "LOCALDOMAIN")}
        self.environment.update(SPARK_HOME=str(home), SPARK_CONF_DIR=str(configuration), SPARK_LOCAL_IP="127.0.0.1", PYSPARK_PYTHON=sys.executable,
                                # Java's temporary folders stay where a driver is killed.
                                JAVA_TOOL_OPTIONS=f"-Djava.io.tmpdir={folder}", TMPDIR=str(folder),
                                LC_ALL="C.UTF-8", HOME=str(folder), XDG_CONFIG_HOME=str(folder / "none"))

    @contextlib.contextmanager
    def process(self, command, **options):
        """A process with all that it starts, until the end of the block. What it writes to standard error is in the log."""
        with open(self.log, "ab") as log:
            process = subprocess.Popen(command, cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL, stderr=log,
                                       start_new_session=True, **options)
            try:
                yield process
            finally:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
                process.wait()

    def run(self, name, code, killer=None):
        """Runs code as a user would, and returns what it prints and how long it took."""
        file = self.folder / f"{name}.py"
        file.write_text(code)
        self.calls.clear()
        started = time.monotonic()
        with self.process([sys.executable, "-B", file], stdout=subprocess.PIPE) as process:
            if killer:
                killer.start()
            try:
                printed = process.communicate(timeout=LIMIT)[0].decode()
            finally:
                if killer:
                    killer.stop()
            expect(process.returncode == 0, f"{name} ends with {process.returncode}")
        return printed, time.monotonic() - started

    def sift(self, domains):
        """The list as it may come: some twice, some lines that are no domain."""
        (self.folder / "raw.txt").write_text("\n".join(domains + ["-no domain-", "a..b"] + domains[:100]) + "\n")
        links = self.folder / "bin"
        links.mkdir()
        (links / "maildnscheck").symlink_to(self.program)
        result = subprocess.run(["bash", "-euc", block("Scripts/test-spark runs the next block as it stands")], cwd=self.folder,
                                env=self.environment | {"PATH": f"{links}:{os.environ['PATH']}"}, capture_output=True, text=True)
        sifted = (self.folder / "domains.txt").read_text().split()
        expect(result.returncode == 0 and sorted(sifted) == sorted(domains), f"the list is not sifted: {result.stderr}")
        return sifted

    def run_alone(self):
        started = time.monotonic()
        with open(self.folder / "alone.ndjson", "wb") as output, self.process(
                [self.program, "--quiet", "--input", "domains.txt", "--format", "ndjson", "--unordered", "--fail-on", "never",
                 "--server", self.server.place], stdout=output) as process:
            expect(process.wait(LIMIT) == 0, "one run does not end with 0")
        seconds = time.monotonic() - started
        self.hold("one run", self.folder / "alone.ndjson", self.truth)
        self.alone = digests(self.folder / "alone.ndjson")
        return seconds

    def hold(self, what, file, truth):
        wrong = truth.judge(file)[1]
        expect(not wrong, f"{what}: {len(wrong)} of {len(truth.rows)} domains wrong: {wrong[:5]}")

    def hold_reports(self, what, domains):
        """The reports of all partitions, held against the zone and against one run. Returns the domains of each partition."""
        reports = self.folder / what
        expect((reports / "_SUCCESS").exists(), f"{what}: the folder is not whole")
        merged, parts = self.folder / "merged.ndjson", []
        with open(merged, "wb") as output:
            for part in sorted(reports.glob("part-*.gz")):
                content = gzip.decompress(part.read_bytes())
                output.write(content)
                parts.append([json.loads(line)["domain"] for line in content.splitlines()])
        truth = Truth(self.folder / "expected.tsv")
        truth.rows = {domain: truth.rows[domain] for domain in domains}
        self.hold(what, merged, truth)
        found = digests(merged)
        other = [domain for domain in domains if found[domain] != self.alone[domain]]
        expect(not other, f"{what}: {len(other)} reports are not those of one run: {other[:5]}")
        return parts

    def substitutions(self, source, target, partitions):
        return [("/usr/bin/maildnscheck", str(self.calls.script)), (" --server 10.0.0.53 --server 10.0.1.53", f" --server {self.server.place}"),
                ("s3a://bucket/reports", str(self.folder / target)), ("s3a://bucket/domains.txt", str(self.folder / source)),
                *partitions]

    def hold_killer(self, what, killer, partitions):
        calls = len(self.calls.processes())
        expect(killer.written is not None, f"{what}: nothing was killed, all {calls} calls were over too soon")
        expect(not killer.is_left_over, f"{what}: the program of the lost executor went on")
        expect(calls > partitions, f"{what}: {calls} calls for {partitions} partitions: none was repeated")
        return calls

    def lose_executor(self, domains):
        killer = Killer(self.calls, PARTITIONS // 2, MIDDLE, is_executor=True)
        code = block("Scripts/test-spark runs the next block; the places",
                     self.substitutions("domains.txt", "reports", [("10_000", str(PARTITIONS))]))
        printed, seconds = self.run("pipe", code, killer)
        calls = self.hold_killer("pipe", killer, PARTITIONS)
        self.hold_reports("reports", domains)
        expect("|securemx-office365|" in printed, f"the table of the reports has no route: {printed}")
        say(f"pipe: {len(domains):,} of {len(domains):,} domains once and right, as in one run; one executor lost in the middle of a partition, "
            f"{calls} calls in {len(self.calls.folders())} executors for {PARTITIONS} partitions; {seconds:.0f} s")

    def cut_by_bytes(self, domains):
        """Partitions of textFile, and a program that is killed in the middle of one."""
        (self.folder / "few.txt").write_text("".join(domain + "\n" for domain in domains))
        killer = Killer(self.calls, 3, MIDDLE, is_executor=False)
        places = self.substitutions("few.txt", "bytes", [('few.txt").distinct(10_000)', 'few.txt", 8)')])
        printed, seconds = self.run("bytes", block("Scripts/test-spark runs the next block; the places", places), killer)
        parts = self.hold_reports("bytes", domains)
        calls = self.hold_killer("bytes", killer, len(parts))
        position = {domain: index for index, domain in enumerate(domains)}
        for part in filter(None, parts):
            places = sorted(position[domain] for domain in part)
            expect(places[-1] - places[0] == len(part) - 1, "bytes: a partition is no piece of the list")
        say(f"cut by bytes: {len(domains):,} of {len(domains):,}; one program killed, {calls} calls for {len(parts)} partitions; {seconds:.0f} s")

    def connect(self, domains):
        """A server of Spark Connect in a process of its own, and a client that has nothing else."""
        port = free_port()
        command = [self.folder / "spark/bin/spark-submit", "--class", "org.apache.spark.sql.connect.service.SparkConnectServer",
                   "--conf", f"spark.connect.grpc.binding.port={port}", "--conf", "spark.connect.grpc.binding.address=127.0.0.1", "spark-internal"]
        with self.process(command, stdout=subprocess.DEVNULL) as server:
            end = time.monotonic() + 3 * PATIENCE
            while True:
                with socket.socket() as client:
                    if client.connect_ex(("127.0.0.1", port)) == 0:
                        break
                expect(server.poll() is None and time.monotonic() < end, "Spark Connect does not come up")
                time.sleep(0.2)
            code = block("over Spark Connect", self.substitutions("few.txt", "frames", [("10_000", "4"), ("spark.example", f"127.0.0.1:{port}")]))
            seconds = self.run("frames", code)[1]
        parts = self.hold_reports("frames", domains)
        expect(len(parts) == 4 and all(parts), f"frames: {[len(part) for part in parts]} domains in the partitions")
        say(f"mapInPandas over Spark Connect: {len(domains):,} of {len(domains):,}, {len(self.calls.processes())} calls; {seconds:.0f} s")


def main():
    program, count = sys.argv[1], int(sys.argv[2])
    # With all that is to be cleaned up.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    signal.signal(signal.SIGHUP, lambda *_: sys.exit(129))
    with tempfile.TemporaryDirectory(prefix="test-spark-") as name, contextlib.ExitStack() as cleanup:
        folder = pathlib.Path(name)
        subprocess.run([sys.executable, "-B", ROOT / "Scripts/benchmarking/zone.py", str(count), folder], check=True)
        server = NameServer(folder)
        cleanup.callback(server.stop)
        cluster = Cluster(folder, program, server)
        java = subprocess.run([os.path.join(os.environ["JAVA_HOME"], "bin/java"), "-version"], capture_output=True, text=True).stderr.split('"')[1]
        say(f"PySpark {pyspark.__version__}, Java {java}, {os.cpu_count()} processors")
        try:
            domains = cluster.sift((folder / "domains.txt").read_text().split())
            say(f"one run: {len(domains):,} domains; {cluster.run_alone():.0f} s")
            cluster.lose_executor(domains)
            few = domains[:max(800, len(domains) // 10)]
            cluster.cut_by_bytes(few)
            cluster.connect(few)
        except (Failed, LookupError, subprocess.TimeoutExpired) as failure:
            if cluster.log.exists():
                sys.stderr.write("".join(cluster.log.read_text(errors="replace").splitlines(True)[-60:]))
            sys.exit(f"test-spark: {failure}")


if __name__ == "__main__":
    try:
        main()
    except Unavailable as problem:
        sys.exit(f"test-spark: {problem}")
    except KeyboardInterrupt:
        sys.exit(130)
