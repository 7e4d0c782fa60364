"""Which drafts left a trace in the mail of the store: they may have gone out from the person's own mail program.

SQLite finds them by the ties of the mail: most drafts leave no trace, and need not be read for that.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Float, Select, String, exists, func, literal, or_, select, type_coerce

from store.noted import Draft
from store.schema import drafts, links, messages
from store.storeddraft import draft_of
from store.vocabulary import Direction, DraftState


class TraceLedger:
    """Drafts, found by what the mail of the store tells of them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def by_mail(self, states: Iterable[DraftState], *, apart: timedelta) -> tuple[Draft, ...]:
        """Drafts in one of these states that a mail may tell of, oldest first.

        That is any mail tied to the draft's Message-ID, and own mail to the same person from ``apart`` before the draft
        was made on.
        """
        return self._select(_in(states).where(or_(_IS_TIED, _has_own_mail(apart))).order_by(drafts.c.id))

    def by_message_id(self, states: Iterable[DraftState], *, since: datetime) -> tuple[Draft, ...]:
        """Drafts that came into one of these states from ``since`` on and whose Message-ID a mail bears or answers."""
        found = _in(states).where(drafts.c.changed >= since, _IS_TIED)
        return self._select(found.order_by(drafts.c.changed, drafts.c.id))

    def _select(self, statement: Select[Any]) -> tuple[Draft, ...]:
        return tuple(draft_of(row) for row in self._connection.execute(statement))


_IS_TIED = exists().where(links.c.reference == drafts.c.message_id)


def _in(states: Iterable[DraftState]) -> Select[Any]:
    return select(drafts).where(drafts.c.state.in_(tuple(states)))


def _has_own_mail(apart: timedelta) -> ColumnElement[bool]:
    person = literal("person:") + func.json_extract(drafts.c.content, "$.to.address", type_=String)
    return exists().where(
        links.c.reference == person,
        messages.c.id == links.c.message,
        messages.c.direction == Direction.SENT,
        type_coerce(messages.c.date, Float) >= type_coerce(drafts.c.created, Float) - apart.total_seconds(),
    )
