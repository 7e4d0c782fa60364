"""One written mail seen several ways, so that the model never leans on what many mails lack.

Real samples often come without subject, sender or headers; a model that was always shown them would be lost there.
"""

import random
from dataclasses import dataclass, replace

from classify.corpus import Row, message_of
from classify.features import Features, features_of
from store.records import Address, Marks, Message
from store.vocabulary import SenderKind

_NOBODY = Address("", "")


@dataclass(frozen=True, slots=True)
class Example:
    """A row with its views as features; the first view is the whole mail, the last the bare body.

    ``is_lent`` says that it was written in another language than the one being fitted: then its facts alone teach.
    """

    row: Row
    views: tuple[Features, ...]
    is_lent: bool = False


def lent(example: Example) -> Example:
    """The facts of ``example`` without a word of it: what the cues mean together holds in every language."""
    whole = example.views[0]
    silent = replace(whole, sentences=(), hits=(), subject_hits=(), headline=(), parts=())
    return Example(example.row, (silent,), is_lent=True)


def examples_of(rows: tuple[Row, ...], *, seed: int) -> tuple[Example, ...]:
    """Every row with three views: whole, with parts dropped at random (the same for the same seed), body alone."""
    return tuple(Example(row, _views(row, random.Random(f"{seed}:{row.id}"))) for row in rows)  # noqa: S311 - chance that can be repeated, no secret  # nosec B311


def bare(message: Message) -> Message:
    """The body alone, as most published samples are."""
    return replace(
        message, subject="", sender=_NOBODY, reply_to=(), in_reply_to=(), calendar=(), marks=Marks(),
        sender_kind=SenderKind.COMPANY, signature="", footer="",
    )  # fmt: skip


def _views(row: Row, chance: random.Random) -> tuple[Features, ...]:
    whole = message_of(row)
    partial = whole
    if chance.random() < 0.5:
        partial = replace(partial, subject="")
    if chance.random() < 0.5:
        partial = replace(partial, sender=_NOBODY, reply_to=(), sender_kind=SenderKind.COMPANY)
    if chance.random() < 0.6:
        partial = replace(partial, marks=Marks(), calendar=(), in_reply_to=())
    partial = replace(partial, text=_shortened(partial.text, row.deciding, chance))
    messages = [whole, partial]
    if row.body.strip():
        messages.append(bare(whole))
    return tuple(features_of(message, language=row.language) for message in messages)


def _shortened(text: str, deciding: str, chance: random.Random) -> str:
    """The text without its greeting or its closing paragraph, as excerpts are; never without what decides."""
    paragraphs = text.split("\n\n")
    if len(paragraphs) < 3:
        return text
    cut = paragraphs[1:] if chance.random() < 0.5 else paragraphs[:-1]
    left = "\n\n".join(cut)
    return left if deciding and deciding in left else text
