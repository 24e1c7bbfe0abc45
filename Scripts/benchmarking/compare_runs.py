"""What `maildnscheck diff` does, with Python's json module: `compare_runs.py OLD NEW` prints how many domains have changed, are new, are gone.

Of each report of OLD only a hash of what it means is kept."""

import json
import sys


def meaning(report):
    mx, spf, dkim, dmarc = (report[area] or {} for area in ["mx", "spf", "dkim", "dmarc"])
    authorized = spf.get("authorizes") or {}
    return hash((
        (report["route"] or {}).get("id"),
        frozenset((host["preference"], host["host"].lower()) for host in mx.get("hosts", [])),
        frozenset(authorized.get("ranges", [])), authorized.get("all"), spf.get("status"), spf.get("all"),
        tuple((policy["appliesTo"], policy["effectivePolicy"]) for policy in dmarc.get("policies", [])),
        frozenset((key["selector"], key["status"], key["cname"], key["record"]) for key in dkim.get("keys", [])),
        frozenset((finding["id"], finding["subject"], finding["severity"]) for finding in report["findings"])))


def main():
    old, new = sys.argv[1:]
    known = {}
    with open(old, "rb") as file:
        for line in file:
            report = json.loads(line)
            known[report["domain"]] = meaning(report)
    changed, added = 0, 0
    with open(new, "rb") as file:
        for line in file:
            report = json.loads(line)
            before = known.pop(report["domain"], None)
            if before is None:
                added += 1
            elif before != meaning(report):
                changed += 1
    print(changed, added, len(known))


if __name__ == "__main__":
    main()
