"""What the person was told: each sentence once, under a number, and the one word that says what came of it. Pure."""

import re
from collections.abc import Iterator

from store.vocabulary import DraftState

_PASSING = re.compile(
    r"(?:tries|is tried) again|gave no answer|broke off before|Not sent yet|looked up later|still to be made"
)
_OWN = (
    (re.compile(r"The weekly digest (?:is sent|lies in your inbox)\."), ""),
    (re.compile(r"127\.0\.0\.1(?::\d+)?|localhost"), "(server)"),
    (re.compile(r"/tmp/\S+/heardback\.sqlite"), "(folder)/heardback.sqlite"),
    (re.compile(r"\((?:[A-Za-z]+ (?:command error|failed): |b').*?\)(?=; )"), "(its words)"),
    (re.compile(r"The mail server said: \d{3} [^;]*;"), "The mail server said: (its words);"),
    (re.compile(r"[\x00-\x1f\x7f]+|\s+"), " "),
)
"""What differs from run to run or server to server, or is good news, and has no place in a page."""


class Sentences:
    """Numbers sentences in the order in which they come up."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, said: str) -> str:
        """The number of what was said, or nothing where nothing was."""
        plain = plain_words(said)
        return str(self._numbers.setdefault(plain, len(self._numbers) + 1)) if plain else ""

    def numbered(self) -> Iterator[tuple[int, str]]:
        """All of them."""
        for words, number in self._numbers.items():
            yield number, words


def plain_words(said: str) -> str:
    """The sentence without what differs from run to run."""
    for pattern, words in _OWN:
        said = pattern.sub(words, said)
    return said.strip()


def word_of(said: str, last: DraftState | None, *, rests: bool = False) -> str:
    """One word on what came of a fault; ``last`` is the draft's state in the end."""
    if last in (DraftState.UNKNOWN, DraftState.FAILED):
        return str(last)
    if "may or may not have been sent" in said:
        return str(DraftState.UNKNOWN)
    if rests:
        return "rests"
    if not plain_words(said):
        return "on"
    return "later" if _PASSING.search(said) else "told"
