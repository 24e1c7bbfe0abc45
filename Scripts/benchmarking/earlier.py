"""The program as it was at an earlier commit, to be measured in turn with today's."""

import subprocess
import sys


def program_of(commit, root):
    """Builds it, where that has not been done, and returns its path; None where the commit does not exist."""
    found = subprocess.run(["git", "-C", root, "rev-parse", "--verify", "--quiet", f"{commit}^{{commit}}"],
                           capture_output=True, text=True)
    if found.returncode != 0:
        return None
    folder = root / ".build/earlier" / found.stdout.strip()
    program = folder / ".build/maildnscheck"
    if not program.exists():
        if not folder.exists():
            # No work tree of this repository: git would remember it after the folder is gone.
            subprocess.run(["git", "clone", "--quiet", "--shared", "--no-checkout", root, folder], check=True)
            subprocess.run(["git", "-C", folder, "checkout", "--quiet", "--detach", found.stdout.strip()], check=True)
        subprocess.run([folder / "Scripts/build-release"], check=True, stdout=sys.stderr)
    return program
