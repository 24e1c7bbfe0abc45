"""Reads the messages of a folder with extract-msg, msgconvert and the program, and compares the header fields with those in
the .txt files beside them: `compare.py PROGRAM FOLDER`, in a Python that has extract-msg. Exit status 1 where one differs.

extract-msg is asked for `headerText`, since `header` makes fields up where there are none. msgconvert writes fields of its
own in front, unfolds all of them and moves `Received` fields together: what counts is that each field is there, in the order
of those of its name."""

import json
import pathlib
import re
import subprocess
import sys

import extract_msg


def fields(text):
    """Name in lower case, and value with every run of blanks as one."""
    head = re.split(r"\r?\n\r?\n", text.lstrip("\r\n"), maxsplit=1)[0]
    unfolded = re.sub(r"\r?\n[ \t]+", " ", head)
    pairs = [line.split(":", 1) for line in unfolded.splitlines() if ":" in line]
    return [(name.strip().lower(), " ".join(value.split())) for name, value in pairs]


def by_name(pairs):
    found = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found


def of_extract_msg(path):
    with extract_msg.openMsg(path) as message:
        return fields(message.headerText)


def of_msgconvert(path):
    result = path.with_suffix(".eml")
    subprocess.run(["msgconvert", "--outfile", result, path], check=True, capture_output=True)
    return fields(result.read_text(errors="replace"))


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    wrong = 0
    def check(what, path, is_, must):
        nonlocal wrong
        if is_ != must:
            wrong += 1
            print(f"{path.name}: {what} reads {is_} instead of {must}")
    paths = sorted(folder.glob("*.msg"))
    if not paths:
        sys.exit("there is no message")
    for path in paths:
        must = fields(path.with_suffix(".txt").read_text())
        check("extract-msg", path, of_extract_msg(path), must)
        converted = by_name(of_msgconvert(path))
        for name, values in by_name(must).items():
            # Its own come first.
            check(f"msgconvert, {name},", path, converted.get(name, [])[-len(values):], values)
        output = subprocess.run([program, "headers", "--offline", "--format", "json", path], capture_output=True).stdout
        report = json.loads(output)
        check("maildnscheck", path, [report["messageId"], report["from"], len(report["hops"]), report["route"],
                                     report["verdict"]["folder"], report["verdict"]["cause"]],
              ["<1@mail.example.net>", "jiro@example.net", 3, "securemx-office365", "inbox", "transport-rule"])
    print(f"{len(paths)} messages: extract-msg {extract_msg.__version__}, msgconvert and maildnscheck "
          f"{'read the same' if not wrong else 'DIFFER'}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
