"""HTML that is written to be dear: what is asked, and mended, before any parser sees it.

Two things make every HTML parser slow or large out of a small page: nesting by the thousand, and formatting elements
that are left open, which are opened anew in each paragraph that follows (WHATWG HTML §13.2.4.3, "reconstruct the active
formatting elements").
"""

import re

MAX_DEPTH = 500
"""Deeper nesting makes the HTML parser itself quadratic."""
MAX_REOPENED = 600_000
"""Elements that left-open formatting may make at most; mail of people and systems stays far below it (own choice)."""

_NESTING_TAG = re.compile(
    r"<(/?)(?!(?:p|li|t[dhr]|dt|dd|tbody|thead|option|br|img|hr|meta|link|input|col|area|wbr|source)\b)[a-z]", re.I
)
_FORMATTING = re.compile(r"<(/?)(b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/>])", re.I)
_LOOKS = {
    "b": "font-weight:bold",
    "strong": "font-weight:bold",
    "i": "font-style:italic",
    "em": "font-style:italic",
    "u": "text-decoration:underline",
}


def nests_too_deeply(html: str) -> bool:
    """Whether elements lie in one another beyond ``MAX_DEPTH``."""
    if html.count("<") <= MAX_DEPTH:
        return False
    depth = 0
    for found in _NESTING_TAG.finditer(html):
        depth = max(0, depth - 1) if found[1] else depth + 1
        if depth > MAX_DEPTH:
            return True
    return False


def without_piled_formatting(html: str) -> str:
    """The page as it is, or, where open formatting could pile up, with spans in place of that formatting."""
    tags = html.count("<")
    if tags * sum(1 for _ in _FORMATTING.finditer(html)) < MAX_REOPENED:
        return html
    return _FORMATTING.sub(_span, html)


def _span(found: re.Match[str]) -> str:
    look = _LOOKS.get(found[2].lower())
    return f'<span style="{look}"' if look and not found[1] else f"<{found[1]}span"
