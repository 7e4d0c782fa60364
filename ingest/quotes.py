"""A body taken apart: what the sender wrote newly, the history below it, the signature, the small print.

Linear in the length of the text: each line is looked at with a bounded number of its neighbours. Every line that is
not blank ends up in exactly one of the four parts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import takewhile

from ingest import closings, quote_marks

_MAX_FORWARDS = 5
_POSTSCRIPT_LINES = 6
"""Filled lines that may stand below a signature as its postscript."""
_FOOTER_SEARCH = 80
_FOOTER_PARAGRAPH = 15
_MAX_STRAYS, _STRAY_WORDS = 2, 6
"""Short lines below the small print that are allowed to be nothing known, such as a company's name."""


class _Part(Enum):
    TEXT = 0
    QUOTED = 1
    SIGNATURE = 2
    FOOTER = 3


@dataclass(frozen=True, slots=True)
class BodyParts:
    """The four parts of a body, each in its original order of lines."""

    text: str
    quoted: str
    signature: str
    footer: str


def split_body(text: str) -> BodyParts:
    """Takes a normalised body apart (``ingest/text.py``).

    A forward with nothing new above it gives the forwarded words as the text. When taking apart leaves no word, the
    signature and small print count as text, and at last the whole body does.
    """
    lines = text.split("\n")
    parts = [_Part.TEXT] * len(lines)
    start = _mark_history(lines, parts)
    _mark_footer(lines, parts, start)
    _mark_signature(lines, parts, start)
    _restore(lines, parts)
    return BodyParts(*("\n".join(_lines_of(lines, parts, part)).strip("\n") for part in _Part))


def _lines_of(lines: Sequence[str], parts: Sequence[_Part], wanted: _Part) -> list[str]:
    """The lines of one part; a gap that another part leaves shows as at most one blank line."""
    out: list[str] = []
    if wanted not in parts:
        return out
    gap = False
    for line, part in zip(lines, parts, strict=True):
        if part is not wanted:
            gap = True
            continue
        if gap and out:
            if not line.strip() and not out[-1].strip():
                continue
            if line.strip() and out[-1].strip():
                out.append("")
        gap = False
        out.append(line)
    return out


def _mark_history(lines: Sequence[str], parts: list[_Part]) -> int:
    """Marks quoted lines; returns where the text to judge begins, which is behind the head of a bare forward."""
    start = at = 0
    forwards = 0
    while at < len(lines):
        length, whole = _mark_at(lines, at) if lines[at] else (0, False)
        if not length:
            at += 1
            continue
        if not whole:
            at = _fill(parts, at, at + length)
        elif forwards < _MAX_FORWARDS and _is_bare_forward(lines, parts, start, at):
            forwards += 1
            start = at = _fill(parts, at, at + length)
        else:
            _fill(parts, at, len(lines))
            break
    return start


def _mark_at(lines: Sequence[str], at: int) -> tuple[int, bool]:
    """(Lines of a mark that begins here, whether all below it is history); (0, False) when none does."""
    line = lines[at]
    if quote_marks.is_quoted(line):
        return 1, False
    if len(line) > quote_marks.MAX_LINE or not line.strip():
        return 0, False
    if length := quote_marks.attribution(lines, at):
        return length, not _followed_by_quotes(lines, at + length)
    if not quote_marks.has_sign(line):
        return 0, False
    if quote_marks.is_original_mark(line) or quote_marks.is_forward_mark(line):
        return _head(lines, at + 1, needed=1) - at, True
    if quote_marks.is_rule(line):
        length = _head(lines, at + 1, needed=3) - at
        return (length, True) if length > 1 else (0, False)
    if length := quote_marks.header_block(lines, at):
        return length, True
    return 0, False


def _head(lines: Sequence[str], at: int, *, needed: int) -> int:
    """Where the header block that stands at ``at``, perhaps below a blank line or two, ends; ``at`` without one."""
    below = at
    while below < min(at + 2, len(lines)) and not lines[below].strip():
        below += 1
    length = quote_marks.header_block(lines, below, needed=needed) if below < len(lines) else 0
    return below + length if length else at


def _is_bare_forward(lines: Sequence[str], parts: Sequence[_Part], start: int, at: int) -> bool:
    """Whether what stands below the mark at ``at`` is what the sender wants read.

    A forward mark allows one word above it ("FYI"). Outlook's header block stands above forwards and answers alike:
    there a single word, or thanks in a closing formula, is an answer.
    """
    if quote_marks.attribution(lines, at):
        return False
    return _new_words(lines, parts, start, at) < (2 if quote_marks.is_forward_mark(lines[at]) else 1)


def _followed_by_quotes(lines: Sequence[str], at: int) -> bool:
    """Whether the next filled line carries the quote sign."""
    for line in lines[at : at + 4]:
        if line.strip():
            return quote_marks.is_quoted(line)
    return False


def _fill(parts: list[_Part], begin: int, end: int, part: _Part = _Part.QUOTED) -> int:
    parts[begin:end] = [part] * (end - begin)
    return end


def _new_words(lines: Sequence[str], parts: Sequence[_Part], begin: int, end: int) -> int:
    """New words between ``begin`` and ``end``, counted up to two; signatures and device notes aside."""
    count = 0
    for at in range(begin, end):
        line = lines[at]
        if parts[at] is not _Part.TEXT or not line.strip() or closings.is_device_note(line):
            continue
        if closings.is_thanks(line):
            return 2
        if line.strip() == "--" or closings.is_formula(line):
            break
        count += sum(any(map(str.isalpha, word)) for word in line[:200].split())
        if count >= 2:
            return 2
    return count


def _filled(lines: Sequence[str], parts: Sequence[_Part], start: int, limit: int) -> list[int]:
    """Up to ``limit`` filled lines of the text from its end upwards."""
    found: list[int] = []
    for at in range(len(lines) - 1, start - 1, -1):
        if parts[at] is _Part.TEXT and lines[at].strip():
            found.append(at)
            if len(found) == limit:
                break
    return found


def _mark_footer(lines: Sequence[str], parts: list[_Part], start: int) -> None:
    """Marks small print from the end upwards, paragraph by paragraph, until one is neither it nor beside it."""
    top = None
    strays = 0
    for at in _filled(lines, parts, start, _FOOTER_SEARCH):
        if closings.is_small_print(lines[at]):
            top = at
        elif not (closings.may_stand_in_small_print(lines[at]) or _continues(lines, at)):
            strays += 1
            if top is not None or strays > _MAX_STRAYS or len(lines[at].split()) > _STRAY_WORDS:
                break
    if top is None:
        return
    for at in range(top, len(lines)):
        if parts[at] is _Part.TEXT:
            parts[at] = _Part.FOOTER


def _continues(lines: Sequence[str], at: int) -> bool:
    """Whether a line belongs to a paragraph that begins, some lines above, as small print."""
    for above in range(at - 1, max(at - _FOOTER_PARAGRAPH - 1, -1), -1):
        if not lines[above].strip():
            return False
        if closings.is_small_print(lines[above]):
            return True
    return False


def _mark_signature(lines: Sequence[str], parts: list[_Part], start: int) -> None:
    """Marks from the delimiter, device note or closing formula on; a postscript below stays text."""
    tail = _filled(lines, parts, start, closings.MAX_SIGNATURE_LINES + _POSTSCRIPT_LINES)
    begin = None
    for count, at in enumerate(tail):
        delimits = lines[at].strip() == "--" or closings.is_device_note(lines[at])
        if not (delimits or closings.is_formula(lines[at])):
            continue
        below = [lines[each] for each in reversed(tail[:count])]
        below = list(takewhile(lambda each: not closings.is_postscript(each), below))
        if len(below) > closings.MAX_SIGNATURE_LINES:
            break
        if delimits or closings.looks_like_signature(lines[at], below):
            begin = at
    if begin is None:
        return
    for at in range(begin, len(lines)):
        if parts[at] is _Part.TEXT:
            if closings.is_postscript(lines[at]):
                return
            parts[at] = _Part.SIGNATURE


def _restore(lines: Sequence[str], parts: list[_Part]) -> None:
    """Puts back what was taken off when no word is left: first signature and small print, then everything."""
    for taken in ((_Part.SIGNATURE,), (_Part.FOOTER,), (_Part.QUOTED,)):
        if any(_has_word(line) for line, part in zip(lines, parts, strict=True) if part is _Part.TEXT):
            return
        for at, part in enumerate(parts):
            if part in taken:
                parts[at] = _Part.TEXT


def _has_word(line: str) -> bool:
    return any(map(str.isalnum, line))
