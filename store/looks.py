"""Which applications have to be looked at again, from when on, and what the last look saw.

A row is made with its application and woken by triggers (``migrations``), whoever changes an event, a placement, a
verdict or a waiting draft: a round looks at what changed and at what time has changed, and at nothing else.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import (
    Column,
    Connection,
    Float,
    ForeignKey,
    Index,
    String,
    Table,
    Text,
    and_,
    bindparam,
    func,
    or_,
    select,
    text,
    type_coerce,
    update,
)

from store.schema import Moment, applications, changes, contacts, corrections, events, messages, metadata, no_drafts

looks = Table(
    "looks",
    metadata,
    Column("application_id", ForeignKey("applications.id", ondelete="CASCADE"), primary_key=True),
    Column("again", Moment, server_default="0"),
    Column("seen", Moment),
    Column("reply_to", String, nullable=False, server_default=""),
    Column("glance", Text, nullable=False, server_default=""),
    Index("looks_by_again", "again"),
)
"""When each application has to be looked at again (0: at once, NULL: not before something happens), and what was seen.

Triggers of the migration make the row and wake it, whoever changes what a state is derived from.
"""

Index(
    "messages_with_loose_text",
    messages.c.application_id,
    messages.c.text_dropped,
    messages.c.date,
    sqlite_where=text("application_id IS NULL AND text_dropped = 0"),
)
Index("contacts_by_met_through", contacts.c.met_through)
Index("no_drafts_by_application", no_drafts.c.application_id)


@dataclass(frozen=True, slots=True)
class Look:
    """What one look came to: what it saw, as JSON, and when time alone may change that; None for never."""

    application: int
    again: datetime | None
    reply_to: str = ""
    glance: str = ""


@dataclass(frozen=True, slots=True)
class LooksMark:
    """``facts`` differ once anything changed; ``due`` looks have to be taken anew, at ``next`` there will be more."""

    facts: tuple[float | None, ...]
    due: int
    next: datetime | None


class Shown(NamedTuple):
    """An application as its last look saw it; ``glance`` is None where it has to be looked at anew."""

    id: int
    company: str
    agency: str
    role: str
    reply_to: str
    glance: str | None


class LookLedger:
    """When to look again. What is noted here can be forgotten at any time: the next round looks at everything."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def due(self, now: datetime, at_most: int) -> tuple[int, ...]:
        """The applications to be looked at now, by id."""
        return tuple(self._connection.scalars(_DUE, {"now": now, "at_most": at_most}))

    def note(self, done: Iterable[Look], *, now: datetime) -> None:
        """Remembers looks taken at ``now``."""
        rows = [
            {"number": each.application, "later": each.again, "at": now, "to": each.reply_to, "saw": each.glance}
            for each in done
        ]
        if rows:
            self._connection.execute(_NOTE, rows)

    def wake_all(self) -> None:
        """Everything is to be looked at again, because what all of it rests on has changed."""
        self._connection.execute(update(looks).values(again=_AT_ONCE))

    def mark(self, now: datetime) -> LooksMark:
        """What tells whether anything that a look rests on has changed, in a millisecond or two."""
        row = self._connection.execute(_MARK, {"now": now}).one()
        return LooksMark(tuple(row[:-2]), row.due, row.next)

    def holding(self, now: datetime) -> Iterator[tuple[int, str, str]]:
        """Application, address and glance of each look that still holds at ``now``."""
        for row in self._connection.execute(_STILL_HOLDS, {"now": now}):
            yield row.application_id, row.reply_to, row.glance

    def shown(self, now: datetime) -> Iterator[Shown]:
        """Every application with what the last look saw of it, where that still holds at ``now``; by id."""
        for row in self._connection.execute(_SHOWN, {"now": now}):
            yield Shown(*row)


_AT_ONCE = datetime.fromisoformat("1970-01-01T00:00:00+00:00")
_NOW = bindparam("now", type_=Moment)
_DUE = select(looks.c.application_id).where(looks.c.again <= _NOW).order_by(looks.c.again).limit(bindparam("at_most"))
_NOTE = (
    update(looks)
    .where(looks.c.application_id == bindparam("number"))
    .values(again=bindparam("later"), seen=bindparam("at"), reply_to=bindparam("to"), glance=bindparam("saw"))
)
_MARK = select(
    func.count(),
    type_coerce(func.total(looks.c.again), Float),
    type_coerce(func.total(looks.c.seen), Float),
    select(func.max(events.c.id)).scalar_subquery(),
    select(func.max(messages.c.id)).scalar_subquery(),
    select(func.max(corrections.c.id)).scalar_subquery(),
    select(func.count(changes.c.id) + func.count(changes.c.undone_at)).scalar_subquery(),
    func.count().filter(looks.c.again <= _NOW).label("due"),
    func.min(looks.c.again).filter(looks.c.again > _NOW).label("next"),
).select_from(looks)
_HOLDS = (or_(looks.c.again.is_(None), looks.c.again > _NOW), looks.c.seen <= _NOW, looks.c.glance != "")
# A hundred rows at a time, since each is let go once it is read: there may be thousands.
_STILL_HOLDS = (
    select(looks.c.application_id, looks.c.reply_to, looks.c.glance).where(*_HOLDS).execution_options(yield_per=100)
)
_SHOWN = (
    select(
        applications.c.id,
        applications.c.company,
        applications.c.agency,
        applications.c.role,
        func.coalesce(looks.c.reply_to, ""),
        looks.c.glance,
    )
    .select_from(applications.outerjoin(looks, and_(looks.c.application_id == applications.c.id, *_HOLDS)))
    .order_by(applications.c.id)
    .execution_options(yield_per=100)
)
