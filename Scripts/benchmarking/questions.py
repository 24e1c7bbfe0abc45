"""What the program asks for each domain, from its own list of questions (-vv)."""

import re
import subprocess

# +0.023  0.021s  selector1._domainkey.example.jp TXT  1 RR …
QUESTION = re.compile(r"    \+[0-9.]+ +(?P<time>known|[0-9.]+s) +(?P<name>\S+) +(?P<type>[A-Z]+) ")
HEADING = re.compile(r"\S+: [A-Z]+$")


class Questions:
    """By domain, in the order of the list: the questions put for it, and how many the run knew the answer of."""

    def __init__(self):
        self.put = []
        self.known = 0

    @property
    def count(self):
        return sum(map(len, self.put))

    def of(self, domains):
        """Those put for the first so many domains."""
        return [question for questions in self.put[:domains] for question in questions]

    def write(self, file, domains, line="{name} {type}\n"):
        with open(file, "w") as output:
            for name, kind in self.of(domains):
                output.write(line.format(name=name, type=kind, lower=kind.lower()))


def questions_of(program, domains, server, environment):
    """Runs the check over the file `domains` once."""
    command = [program, "-vv", "--lang", "en", "--input", domains, "--server", server.place]
    found = Questions()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                          env=environment) as process:
        line = ""
        for piece in [*process.stdout, ""]:
            # A long line is broken, and what follows stands further in.
            if piece.startswith("      "):
                line = line.rstrip() + " " + piece.lstrip()
                continue
            match = QUESTION.match(line)
            if match and match["time"] == "known":
                found.known += 1
            elif match:
                found.put[-1].append((match["name"], match["type"]))
            elif HEADING.match(line):
                found.put.append([])
            line = piece
    return found
