"""Text made to be slow is read in a blink: every pattern is bounded."""

import time
from collections.abc import Callable

import pytest

from classify.reasons import rejection_reason
from classify.tagger import Context, Tagger
from store.records import Message

SIZE = 100_000
HOSTILE = {
    "one word": "a" * SIZE,
    "no full stop": "we have not decided to offer the position to another candidate and " * (SIZE // 68),
    "conditions": "if you are not selected " * (SIZE // 24),
    "blank lines": "\n" * SIZE,
    "full stops": ". " * (SIZE // 2),
    "quotes": "> On a a a wrote:\n" * (SIZE // 18),
    "brackets": "[<{" * (SIZE // 3),
    "addresses": "a.b@c." * (SIZE // 6),
    "spaces": "not" + " " * SIZE + "selected",
    "bullets": "- a\n" * (SIZE // 4),
    "labels": "When: x\n" * (SIZE // 8),
    "umlauts": "würden Sie gerne zum Gespräch " * (SIZE // 30),
    "combining": "e\u0301\u0301" * (SIZE // 3),
}


@pytest.mark.parametrize("text", [pytest.param(text, id=name.replace(" ", "-")) for name, text in HOSTILE.items()])
def test_a_hundred_kilobytes_take_seconds_at_most(
    shipped_tagger: Tagger, write_mail: Callable[..., Message], text: str
) -> None:
    mail = write_mail(text, subject=text[:2000])
    start = time.perf_counter()
    shipped_tagger.verdict(mail, Context(frozenset()))
    for language in ("en", "de", "fr", "es"):
        rejection_reason(text, language)

    assert time.perf_counter() - start < 5.0
