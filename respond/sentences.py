"""The sentences of a reply without what is particular to it, so that two replies can be compared (``domain.md`` §2.1).

A date, a role or a name differs from mail to mail; the sentence around it is the same sentence.
"""

import re
from collections.abc import Iterable

from store.noted import Draft, Fact

_ENDS = re.compile(r"(?<=[.!?:;])\s+|\n+")
_GAP = re.compile(r"\[[^\[\]]*\]")
_LEAST_WORDS = 4
"""Shorter ones are no sentence anybody would know again."""
_HOLE = "…"


def bare(text: str, facts: Iterable[Fact], gaps: Iterable[str] = ()) -> str:
    """The text with the values of its facts and its gaps taken out, the longest first."""
    values = {fact.value for fact in facts if len(fact.value) > 1} | set(gaps)
    for value in sorted(values, key=len, reverse=True):
        text = text.replace(value, _HOLE)
    return _GAP.sub(_HOLE, text)


def plain_sentences(paragraphs: str, facts: Iterable[Fact], gaps: Iterable[str] = ()) -> frozenset[str]:
    """The sentences of some paragraphs, fit to be compared: in lower case, without facts and gaps."""
    parts = (" ".join(part.split()).casefold() for part in _ENDS.split(bare(paragraphs, facts, gaps)))
    return frozenset(part for part in parts if len(part.split()) >= _LEAST_WORDS)


def paragraphs_of(body: str) -> str:
    """A reply without its greeting and its closing."""
    parts = body.strip("\n").split("\n\n")
    return "\n\n".join(parts[1:-1]) if len(parts) > 2 else body


def sentences_of(draft: Draft) -> frozenset[str]:
    """The sentences of a draft as it stands."""
    return plain_sentences(paragraphs_of(draft.body), draft.facts, draft.gaps)
