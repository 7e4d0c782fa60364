"""A mail as it is stored, with its reading, out of the two tables it lies in."""

from typing import Any

from sqlalchemy import Row, Select, func, select

from store.codec import from_json
from store.records import Message, Reading, StoredMessage
from store.schema import corrections, messages, verdicts
from store.vocabulary import Direction

_ROW = (
    messages.c.id,
    messages.c.direction,
    messages.c.account,
    messages.c.text,
    messages.c.rest,
    messages.c.application_id,
    verdicts.c.reading,
    select(func.count())
    .select_from(corrections)
    .where(corrections.c.message == messages.c.id)
    .scalar_subquery()
    .label("corrected"),
)


def stored_mails() -> Select[Any]:
    """All mails with what was read out of them, oldest first; to be narrowed."""
    joined = messages.join(verdicts, verdicts.c.message == messages.c.id)
    return select(*_ROW).select_from(joined).order_by(messages.c.date, messages.c.id)


def stored_from(row: Row[Any]) -> StoredMessage:
    """One row of such a statement."""
    message = from_json(row.rest, Message)
    # Made a moment ago and nobody else's yet: to make it a second time would take as long as to read it.
    object.__setattr__(message, "text", row.text)
    return StoredMessage(
        id=row.id,
        message=message,
        direction=Direction(row.direction),
        account=row.account,
        reading=from_json(row.reading, Reading),
        application_id=row.application_id,
        corrected=bool(row.corrected),
    )
