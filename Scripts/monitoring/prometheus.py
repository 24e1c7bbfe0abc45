"""Prometheus' own tool on the rules of Packaging/prometheus, and on the queries of the dashboard of Packaging/grafana."""

import json
import re
import shutil
import subprocess

from monitoring.service import ROOT

RULES = ROOT / "Packaging/prometheus/maildnscheck.rules.yml"
DASHBOARD = ROOT / "Packaging/grafana/maildnscheck.json"
METRIC = re.compile(r"\bmaildnscheck_[a-z_]+")


def promtool(*words):
    run = subprocess.run(["promtool", *words], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    return None if run.returncode == 0 else (run.stdout + run.stderr)[:3000]


def queries(panel):
    return [target["expr"] for target in panel.get("targets", [])]


def prometheus_rules(folder, program):
    """How many of the tries fail."""
    folder.mkdir()
    shutil.copy(RULES, folder)
    shutil.copy(ROOT / "Scripts/monitoring/prometheus-rules-test.yml", folder)
    panels = json.loads(DASHBOARD.read_text())["panels"]
    expressions = [expression for panel in panels for expression in queries(panel)]
    # A query is tried as a rule; what Grafana puts in place of its variables is a pattern and a span of time.
    (folder / "dashboard.yml").write_text(json.dumps({"groups": [{"name": "dashboard", "rules": [
        {"record": f"panel:{number}", "expr": expression.replace("$__range", "1d")}
        for number, expression in enumerate(expressions)]}]}))
    printed = subprocess.run(
        [program, "--zone-file", ROOT / "Examples/internet.zone", "--offline", "--format", "prometheus", "aozora.example"],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False).stdout
    known = set(METRIC.findall(printed))
    used = set(METRIC.findall(RULES.read_text() + " ".join(expressions)))
    tries = {
        "the rules are rules": promtool("check", "rules", folder / RULES.name),
        "and say what they should while time passes": promtool("test", "rules", folder / "prometheus-rules-test.yml"),
        "the queries of the dashboard are queries": promtool("check", "rules", folder / "dashboard.yml"),
        "the program prints every metric that they name": ", ".join(sorted(used - known)) or None,
        "each panel has a query": None if all(queries(panel) for panel in panels if panel["type"] != "row") and expressions
        else "there is one without",
    }
    for name, complaint in tries.items():
        print(f"{'✗' if complaint else '✓'} Prometheus  {name}")
        if complaint:
            print(f"      {complaint}")
    return sum(complaint is not None for complaint in tries.values())
