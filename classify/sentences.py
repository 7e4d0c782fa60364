"""A mail's text cut into sentences, each with its place and with the part of it that is only hypothetical."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from classify.folding import folded
from classify.hedges import hedge

_LONGEST = 700
"""Characters after which a run without full stops is cut, so that no later step meets an endless sentence."""
_BULLET = re.compile(r"[ \t]*(?:[-*\u2022\u2023\u25aa\u25cf\u25e6\u00b7\u2013\u2014>]|\(?\d{1,2}[.)]|[a-z]\))[ \t]+\S")
_LABEL = re.compile(r"[ \t]*[^\W\d_a-z][\w /&()'-]{1,38}:(?:[ \t]|$)")
_RULE = re.compile(r"[ \t]*[-_=*~#]{3,}[ \t]*$")
_STOP = re.compile(r"(?:[.!?\u2026]+[\"')\]\u201d\u2019\u00bb]*(?=\s|$))|(?:[!?](?=[A-Z]))")
_SHORT_LINE = 48
_NEVER_ENDS = frozenset(
    "mr mrs ms dr prof st sr sra srta dña mme mlle e.g i.e eg ie approx vs no nr art abs bzw ggf z.b d.h u.a evtl "
    "inkl zzgl ca tel str hr fr dipl ing p.ex ex ref réf núm av avda bd fig vol ext dept attn zb".split()
)
_SELDOM_ENDS = frozenset("inc ltd co corp llc plc etc usw a.m p.m am pm gmbh jr u.s u.k s.a s.l".split())


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its words as written (white space collapsed), where it starts in the text, the same words folded
    for matching, and the span of the folded words that is hypothetical."""

    text: str
    start: int
    folded: str
    hedge: tuple[int, int] = (0, 0)

    @property
    def is_conditional(self) -> bool:
        """Whether the sentence as a whole speaks of what may be, not of what is."""
        begin, end = self.hedge
        return begin == 0 and end == len(self.folded) and end > 0

    def is_hedged(self, position: int) -> bool:
        """Whether the character at ``position`` of the folded words is hypothetical."""
        return self.hedge[0] <= position < self.hedge[1]


@lru_cache(maxsize=192)  # features, promises and others cut the same mails one after the other
def sentences(text: str, language: str = "en") -> tuple[Sentence, ...]:
    """The sentences of ``text`` in order: wrapped lines joined, bullets, headings and label lines kept apart."""
    found = []
    for start, end in _pieces(text):
        words = " ".join(text[start:end].split())
        if any(map(str.isalnum, words)):
            plain = folded(words, language)
            found.append(Sentence(words, start, plain, hedge(plain, language)))
    return tuple(found)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Spans of sentences, none longer than ``_LONGEST``."""
    for block_start, block_end in _blocks(text):
        begin = block_start
        for stop in _STOP.finditer(text, block_start, block_end):
            if _ends_here(text, begin, stop, block_end):
                yield from _cut(text, begin, stop.end())
                begin = stop.end()
        yield from _cut(text, begin, block_end)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end - start > _LONGEST:
        space = text.rfind(" ", start, start + _LONGEST)
        middle = space if space > start else start + _LONGEST
        yield start, middle
        start = middle
    if start < end:
        yield start, end


def _ends_here(text: str, begin: int, stop: re.Match[str], limit: int) -> bool:
    """Whether this full stop ends a sentence rather than an abbreviation, an initial or a German ordinal."""
    if stop.group()[0] in "!?\u2026" or stop.group().startswith(".."):
        return True
    before = text[max(begin, stop.start() - 12) : stop.start()].split()
    word = before[-1].lower().strip("(\"'") if before else ""
    rest = text[stop.end() : min(limit, stop.end() + 40)].lstrip()
    follows_lower = rest[:1].islower()
    if word in _NEVER_ENDS or (len(word) == 1 and word.isalpha() and word != "i"):
        return False
    if word in _SELDOM_ENDS:
        return not follows_lower
    if word.isdigit() and len(word) <= 2:
        return not (follows_lower or re.match(r"[A-ZÄÖÜ][a-zäöü]+ (?:\d{4}|um|ab|bis)", rest))
    return True


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Spans of lines that belong together: a wrapped paragraph, a bullet, a label line, a heading."""
    start = end = -1
    previous = ""
    offset = 0
    for raw in text.splitlines(keepends=True):
        line = raw.strip()
        if start >= 0 and _is_new_block(previous, line):
            yield start, end
            start = -1
        if line and not _RULE.match(line):
            start = offset if start < 0 else start
            end = offset + len(raw)
        previous = line
        offset += len(raw)
    if start >= 0:
        yield start, end


def _is_new_block(previous: str, line: str) -> bool:
    if not line or not previous or _BULLET.match(line) or _RULE.match(line) or _LABEL.match(line):
        return True
    if _LABEL.match(previous) and len(previous) < _SHORT_LINE:
        return True
    return len(previous) < _SHORT_LINE and not line[0].islower() and previous[-1] not in ",-"
