"""The statements of every mail's way through the store, built once: to put one together costs more than to run it."""

from sqlalchemy import BindParameter, bindparam, func, literal_column, select, update
from sqlalchemy.dialects.sqlite import insert

from store.schema import links, locations, messages, questions, verdicts
from store.vocabulary import Direction, Tag

_VERDICT_PARTS = ("tag", "unsure", "model", "reading", "at")
NUMBER_OF = select(messages.c.id).where(messages.c.identity == bindparam("identity"))
NUMBERS_OF = select(messages.c.identity, messages.c.id).where(
    messages.c.identity.in_(bindparam("identities", expanding=True))
)
HIGHEST = select(func.max(messages.c.id))
ADD = insert(messages)
TIE = insert(links).on_conflict_do_nothing()
LOCATE = insert(locations).on_conflict_do_nothing()
_NEW_VERDICT = insert(verdicts)
JUDGE = _NEW_VERDICT.on_conflict_do_update(
    index_elements=["message"], set_={name: _NEW_VERDICT.excluded[name] for name in _VERDICT_PARTS}
)
THREADS_OF = (
    select(links.c.reference, messages.c.thread)
    .join(messages, messages.c.id == links.c.message)
    .where(links.c.reference.in_(bindparam("own", expanding=True)))
    .distinct()
)
JOIN = update(messages).where(messages.c.thread == bindparam("former")).values(thread=bindparam("key"))
SENT_UNDER = (
    select(messages.c.message_id)
    .join(links, links.c.message == messages.c.id)
    .where(
        # Every mail is tied to its own Message-ID, and that tie has an index.
        links.c.reference.in_(bindparam("ids", expanding=True)),
        links.c.reference == messages.c.message_id,
        messages.c.direction == Direction.SENT,
    )
)
_NEAR: BindParameter[int] = bindparam("ids", expanding=True)
_TOO, _ALSO = messages.alias("too"), links.alias("also")
RELATED = (
    select(messages.c.id).where(messages.c.thread.in_(select(_TOO.c.thread).where(_TOO.c.id.in_(_NEAR)))),
    select(messages.c.id).where(
        messages.c.application_id.in_(select(_TOO.c.application_id).where(_TOO.c.id.in_(_NEAR)))
    ),
    select(links.c.message).where(links.c.reference.in_(select(_ALSO.c.reference).where(_ALSO.c.message.in_(_NEAR)))),
)
"""The mails that share a thread, an application, a tie with these."""
THREAD_OF = select(messages.c.id, messages.c.thread).where(messages.c.id.in_(_NEAR))
PINNED = select(messages.c.id, messages.c.application_id).where(messages.c.id.in_(_NEAR), messages.c.pinned)
PLACE = update(messages).where(messages.c.id == bindparam("number")).values(application_id=bindparam("application"))
_NEW_QUESTION = insert(questions)
ASK = _NEW_QUESTION.on_conflict_do_update(
    index_elements=["message"], set_={name: _NEW_QUESTION.excluded[name] for name in ("candidates", "reason")}
)
NO_QUESTION = questions.delete().where(questions.c.message.in_(bindparam("answered", expanding=True)))
TO_BARE = (
    select(messages.c.id, messages.c.rest, verdicts.c.reading)
    .join(verdicts, verdicts.c.message == messages.c.id)
    .where(messages.c.id.in_(bindparam("ids", expanding=True)))
)
BARE_MESSAGE = (
    update(messages)
    .where(messages.c.id == bindparam("number"))
    .values(text="", rest=bindparam("bare"), text_dropped=True)
)
BARE_VERDICT = update(verdicts).where(verdicts.c.message == bindparam("number")).values(reading=bindparam("quiet"))
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
