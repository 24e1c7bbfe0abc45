"""The code of docs/scale.md that the tests run."""

import pathlib
import re

DOCUMENT = pathlib.Path(__file__).resolve().parent.parent.parent / "docs/scale.md"


def block(words, substitutions=()):
    """The first block behind the comment that has `words` in it, with each (what, instead) put in; each must be there."""
    found = re.search(r"<!--[^>]*" + re.escape(words) + r"[^>]*-->\n+((?:(?:    .*)?\n)+)", DOCUMENT.read_text())
    if not found:
        raise LookupError(f"docs/scale.md has no block '{words}'")
    code = re.sub(r"^    ", "", found[1], flags=re.MULTILINE)
    for what, instead in substitutions:
        if what not in code:
            raise LookupError(f"the block '{words}' of docs/scale.md has no {what!r}")
        code = code.replace(what, instead)
    return code
