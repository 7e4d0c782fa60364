"""A person's corrections as rows to learn from, grouped so that no conversation judges what it taught."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from email.utils import formataddr

from classify.corpus import OWN_VOICE, Row, message_of
from classify.explanation import deciding_sentence
from classify.features import features_of
from classify.model import TaggerModel
from store.records import StoredMessage
from store.vocabulary import Direction, SenderKind, Tag

CORRECTION_WEIGHT = 5.0
"""How many written mails of its tag one corrected mail stands for.

Measured by teaching 20 German voices (104 to 143 mails, three draws) as corrections: the other voices' macro-F1 changed
by +.005 to +.016 at 5, by -.005 to +.011 at 20; the log-loss on held-out corrections was the same at 2 and 5, and in
two draws of three higher at 20.
"""
MOST = 2000
"""The newest mails that are learnt from, so that training ends in minutes however many there are."""
_SHARED_SENDERS = (
    SenderKind.TRACKING_SYSTEM,
    SenderKind.JOB_BOARD,
    SenderKind.SCHEDULER,
    SenderKind.TEST_PLATFORM,
)


def lessons_of(
    corrected: Sequence[StoredMessage], threads: Mapping[int, int], guide: TaggerModel | None
) -> tuple[Row, ...]:
    """The corrected mails that were received and still have their text, as rows; their voice is their conversation.

    ``threads`` are thread keys by message id. ``guide`` points out the sentence that speaks for the right tag. The rows
    never leave the person's data folder.
    """
    received = [stored for stored in corrected if stored.direction is Direction.RECEIVED]
    usable = sorted((each for each in received if each.message.text.strip()), key=lambda each: each.id)[-MOST:]
    conversation = _conversations(usable, threads)
    return tuple(_lesson(stored, conversation[stored.id], guide) for stored in usable)


def _conversations(mails: Sequence[StoredMessage], threads: Mapping[int, int]) -> dict[int, int]:
    """For each mail the lowest id among those it shares a thread or a sender with, and those with theirs."""
    group = {stored.id: stored.id for stored in mails}
    first: dict[object, int] = {}
    for stored in mails:
        for mark in (threads.get(stored.id, f"mail {stored.id}"), _sender(stored)):
            ours, theirs = group[stored.id], group[first.setdefault(mark, stored.id)]
            lowest = min(ours, theirs)
            group = {one: lowest if number in (ours, theirs) else number for one, number in group.items()}
    return group


def _sender(stored: StoredMessage) -> object:
    """Who wrote; one address of a platform serves many employers, who differ in the name beside it."""
    sender = stored.message.sender
    if not sender.address:
        return f"nobody {stored.id}"
    return sender if stored.message.sender_kind in _SHARED_SENDERS else sender.address


def _lesson(stored: StoredMessage, conversation: int, guide: TaggerModel | None) -> Row:
    message, verdict = stored.message, stored.reading.verdict
    marks = {
        "auto-submitted": message.marks.auto_submitted,
        "precedence": message.marks.precedence,
        "list-id": message.marks.list_id,
        "list-unsubscribe": message.marks.list_unsubscribe,
        "reply-to": ", ".join(address.address for address in message.reply_to),
        "in-reply-to": next(iter(message.in_reply_to), ""),
        "calendar-method": next((event.method for event in message.calendar), ""),
    }
    row = Row(
        id=f"own-{stored.id:06}-{verdict.tag.value}",
        tag=verdict.tag,
        subject=message.subject,
        sender=formataddr((message.sender.name, message.sender.address)),
        body=message.text,
        language=verdict.language,
        voice=f"{OWN_VOICE}{conversation:06}",
        headers={name: value for name, value in marks.items() if value},
        weight=CORRECTION_WEIGHT,
    )
    return replace(row, deciding=_deciding(row, verdict.deciding, guide))


def _deciding(row: Row, pointed_at: str, guide: TaggerModel | None) -> str:
    """The sentence to learn the tag from.

    For an ordinary mail that is the one that misled the tagger, for the others the one that speaks most for their tag.
    """
    if row.tag is Tag.OTHER:
        return pointed_at
    part = guide.languages.get(row.language) if guide else None
    return deciding_sentence(part, features_of(message_of(row), language=row.language), row.tag) if part else ""
