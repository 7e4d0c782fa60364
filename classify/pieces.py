"""Pieces of text of which one is in whatever a pattern fits, read off the pattern itself.

To look for a few pieces takes a tenth of the time in which a pattern of many branches finds out that it fits nowhere.
As nobody writes them down, none is forgotten when a pattern changes (``docs/decisions/0015``).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

Pieces = tuple[str, ...]
"""Of these at least one is there."""
Branch = tuple[Pieces, ...]
"""What one of the branches of a pattern needs: pieces of each kind."""
_MOST_KINDS = 3
_MOST = 40
"""Pieces of a kind that are worth looking for."""
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


def in_small_letters(text: str) -> str:
    """The text as pieces are looked for in it: a pattern without regard to case takes the dotless i and the long s for
    the plain ones, and an i with a dot, which lower-casing sets apart."""
    return text.lower().replace("\u0131", "i").replace("\u017f", "s").replace("\u0307", "")


def needed(pattern: re.Pattern[str]) -> tuple[Branch, ...]:
    """What is there where a pattern fits, in small letters: all that one of these branches needs. Empty where it can
    do without."""
    # The standard library's own reader of patterns: what it reads is what is matched.
    read = import_module("re._parser").parse(pattern.pattern, pattern.flags)
    branches = [_telling(branch) for branch in _branches(read)]
    return tuple(branches) if all(branches) else ()


def are_there(branches: Iterable[Branch], text: str) -> bool:
    """Whether the text has all that one of the branches needs."""
    for kinds in branches:
        for pieces in kinds:
            if not any(map(text.__contains__, pieces)):
                break
        else:
            return True
    return False


@dataclass(init=False, eq=False, slots=True)
class Guarded:
    """A pattern that is asked only where the pieces it needs are there."""

    pattern: re.Pattern[str]
    _needed: tuple[Branch, ...] | None = field(repr=False)
    """Read off the pattern when it is first asked."""

    def __init__(self, source: str | re.Pattern[str], flags: int = 0) -> None:
        self.pattern = re.compile(source, flags)
        self._needed = None

    def may_fit(self, small: str) -> bool:
        """Whether the pattern can fit a text, given ``in_small_letters``."""
        if self._needed is None:
            self._needed = needed(self.pattern)
        return not self._needed or are_there(self._needed, small)

    def search(self, text: str, small: str = "") -> re.Match[str] | None:
        """The first match; ``small`` is the text ``in_small_letters`` and can be left out for folded text."""
        return self.pattern.search(text) if self.may_fit(small or text) else None

    def finditer(self, text: str, small: str = "") -> Iterator[re.Match[str]]:
        """All matches, in the same way."""
        return self.pattern.finditer(text) if self.may_fit(small or text) else iter(())


def _branches(read: Iterable[tuple[Any, Any]]) -> Iterator[Any]:
    """The branches of a pattern that is nothing but a choice; else the pattern itself."""
    parts = [(str(operation), rest) for operation, rest in read]
    parts = [(name, rest) for name, rest in parts if name != "AT"]
    match parts:
        case [("SUBPATTERN", rest)]:
            yield from _branches(rest[3])
        case [("BRANCH", rest)]:
            for branch in rest[1]:
                yield from _branches(branch)
        case _:
            yield read


def _telling(branch: Any) -> Branch:
    """The kinds of pieces that are looked for, the rarest first."""
    short = {_shortest_of(map(str.lower, pieces)) for pieces in _of_sequence(branch)}
    worthy = (pieces for pieces in short if len(pieces) <= _MOST and all(map(_tells, pieces)))
    return tuple(sorted(worthy, key=_worth, reverse=True)[:_MOST_KINDS])


def _of_sequence(read: Iterable[tuple[Any, Any]]) -> Iterator[frozenset[str]]:
    """The kinds of pieces that parts of a pattern need, in their order; letters beside each other are one."""
    run = ""
    for operation, rest in read:
        name = str(operation)
        if name == "LITERAL":
            run += chr(rest)
        elif name != "AT":
            if run:
                yield frozenset((run,))
            run = ""
            yield from _of_part(name, rest)
    if run:
        yield frozenset((run,))


def _of_part(name: str, rest: Any) -> Iterator[frozenset[str]]:
    """What a group, a choice, a repetition or a set of signs needs; anything else may match without a piece."""
    if name == "SUBPATTERN":
        yield from _of_sequence(rest[3])
    elif name in _REPEATS and rest[0] > 0:
        yield from _of_sequence(rest[2])
    elif name == "BRANCH":
        branches = [max(_of_sequence(branch), key=_worth, default=frozenset()) for branch in rest[1]]
        if all(branches):
            yield frozenset().union(*branches)
    elif name == "IN" and all(str(kind) == "LITERAL" for kind, _ in rest):
        yield frozenset(chr(sign) for _, sign in rest)


def _tells(piece: str) -> bool:
    """Whether a piece is not in any text: more than one letter, or a sign such as a bracket."""
    return len(piece) > 1 or not (piece.isalnum() or piece.isspace())


def _shortest_of(pieces: Iterable[str]) -> Pieces:
    """Without those that another one is part of."""
    kept: list[str] = []
    for piece in sorted(pieces, key=lambda piece: (len(piece), piece)):
        if not any(each in piece for each in kept):
            kept.append(piece)
    return tuple(kept)


def _worth(pieces: Iterable[str]) -> tuple[int, int]:
    """How much pieces tell: long ones are rare, and few are quickly looked for."""
    listed = list(pieces)
    return min(map(len, listed), default=0), -len(listed)
