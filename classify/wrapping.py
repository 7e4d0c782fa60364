"""Joins the lines a mail program broke at its margin, so that a name or a title stands in one piece again."""

import re
from itertools import pairwise

_NARROWEST, _WIDEST = 55, 100
"""Columns between which mail programs put their margin (RFC 5322 §2.1.1 recommends 78); a text that goes beyond was
not wrapped."""
_BEGINS = re.compile(r"\s|[-*•–—>]\s|\d{1,2}[.)]\s")


def unwrapped(text: str) -> str:
    """The text with each line that was broken only because its next word did not fit joined to the next one."""
    lines = text.split("\n")
    margin = max(map(len, lines), default=0)
    if not _NARROWEST <= margin <= _WIDEST:
        return text
    whole = [lines[0]]
    for before, line in pairwise(lines):
        first = line.split(" ", 1)[0]
        if first and before.strip() and len(before) + 1 + len(first) > margin and not _BEGINS.match(line):
            whole[-1] = f"{whole[-1].rstrip()} {line}"
        else:
            whole.append(line)
    return "\n".join(whole)
