"""The person's own model: the written corpus and, with more weight, what they corrected."""

from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import formataddr
from pathlib import Path

from classify.corpus import Row, read_corpus
from classify.modelfile import Card, save
from classify.training import card_of, train_validated
from store.records import StoredMessage
from store.vocabulary import Direction

CORRECTION_WEIGHT = 5.0
"""How many written mails one corrected mail stands for (our assumption)."""


def train_personal(corpus_dir: Path, corrected: Iterable[StoredMessage], out: Path) -> Card:
    """Trains on the corpus and the corrected mails and writes the model to ``out``, readable by its owner alone.

    Raises ``UserError`` when the corpus is missing or unreadable.
    """
    own = tuple(row_of(stored) for stored in corrected if stored.direction is Direction.RECEIVED)
    rows = (*read_corpus(corpus_dir), *own)
    model, validations = train_validated(rows)
    return save(model, out, card_of(model, rows, validations, made=datetime.now(UTC).date()), personal=True)


def row_of(stored: StoredMessage) -> Row:
    """A corrected mail as a row of the corpus; it never leaves the person's data folder."""
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
    return Row(
        id=f"own-{stored.id:06}",
        tag=verdict.tag,
        subject=message.subject,
        sender=formataddr((message.sender.name, message.sender.address)),
        body=message.text,
        language=verdict.language,
        voice="own",
        headers={name: value for name, value in marks.items() if value},
        deciding=verdict.deciding if verdict.deciding in message.text else "",
        weight=CORRECTION_WEIGHT,
    )
