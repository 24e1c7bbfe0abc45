"""What the zone says that a check must find, held against what a run has found."""

import collections
import json


class Truth:
    def __init__(self, file):
        with open(file) as lines:
            self.rows = {row[0]: row[1:] for row in (line.rstrip("\n").split("\t") for line in lines)}

    def first(self, kind):
        """The first domain of a class, and the most questions of which each needs the answer to the one before it."""
        for domain, row in self.rows.items():
            if row[0] == kind:
                return domain, int(row[4])
        return None

    def judge(self, file):
        """Of a run's NDJSON: questions put, and everything that is wrong in it, a line each."""
        seen = collections.Counter()
        questions, wrong = 0, []
        with open(file) as lines:
            for report in map(json.loads, lines):
                domain = report["domain"]
                seen[domain] += 1
                questions += report["queries"]
                found = [report["route"]["id"], report["spf"]["status"], report["dmarc"]["status"]]
                expected = self.rows.get(domain, [None] * 5)[1:4]
                if found != expected:
                    wrong.append(f"{domain}: {found}, not {expected}")
                elif report["status"] == "unknown" or any(f["severity"] == "unknown" for f in report["findings"]):
                    wrong.append(f"{domain}: something is unknown")
        wrong += [f"{domain}: missing" for domain in self.rows if domain not in seen]
        wrong += [f"{domain}: {count} times" for domain, count in seen.items() if count > 1]
        return questions, wrong
