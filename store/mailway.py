"""The statements of every mail's way through the store, built once: to put one together costs more than to run it."""

from sqlalchemy import bindparam, literal_column, select, update
from sqlalchemy.dialects.sqlite import insert

from store.schema import links, locations, messages, verdicts
from store.vocabulary import Direction, Tag

_VERDICT_PARTS = ("tag", "unsure", "model", "reading", "at")
NUMBER_OF = select(messages.c.id).where(messages.c.identity == bindparam("identity"))
ADD = insert(messages)
TIE = insert(links).on_conflict_do_nothing()
LOCATE = insert(locations).on_conflict_do_nothing()
_NEW_VERDICT = insert(verdicts)
JUDGE = _NEW_VERDICT.on_conflict_do_update(
    index_elements=["message"], set_={name: _NEW_VERDICT.excluded[name] for name in _VERDICT_PARTS}
)
THREADS_OF = select(messages.c.thread).where(
    messages.c.id.in_(select(links.c.message).where(links.c.reference.in_(bindparam("own", expanding=True))))
)
JOIN = update(messages).where(messages.c.id == bindparam("number")).values(thread=bindparam("key"))
LOOSE = (
    select(messages.c.id)
    .join(verdicts, verdicts.c.message == messages.c.id)
    .where(
        messages.c.application_id.is_(None),
        messages.c.text_dropped == literal_column("0"),
        messages.c.date >= bindparam("start"),
        messages.c.date <= bindparam("end"),
        messages.c.direction == Direction.RECEIVED,
        verdicts.c.tag == bindparam("tag"),
    )
)
WITH_LOOSE_TEXT = (
    select(messages.c.id)
    .join(verdicts, verdicts.c.message == messages.c.id)
    .where(
        messages.c.application_id.is_(None),
        # A bound value would not be recognised as the condition of the partial index.
        messages.c.text_dropped == literal_column("0"),
        messages.c.date < bindparam("before"),
        verdicts.c.tag == Tag.OTHER,
        verdicts.c.unsure.is_(False),
    )
)
