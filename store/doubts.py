"""Mails whose tag may turn on an application with their employer, and the applications they may concern.

Such a mail has a tie of ``IN_DOUBT`` and the employer's or the requisition's own, so that it is found at once when an
application comes to be known. The statements are built once: to put one together costs more than to run it.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, exists, func, or_, select, union

from store.schema import applications, links, messages

IN_DOUBT = "doubt:"


def _among(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    return column.in_(bindparam(name, expanding=True))


_IS_IN_DOUBT = exists().where(links.c.message == messages.c.id, links.c.reference.startswith(IN_DOUBT))
_IN_DOUBT_THEMSELVES = select(messages.c.id).where(_among(messages.c.id, "new"), _IS_IN_DOUBT)
_NEAR = or_(_among(messages.c.application_id, "touched"), _among(messages.c.id, "retagged"))
_NAMES = union(
    select(IN_DOUBT + links.c.reference).join(messages, messages.c.id == links.c.message).where(_NEAR),
    select(f"{IN_DOUBT}company:" + applications.c.company_key).where(_among(applications.c.id, "touched")),
)
_LATER_IN_DOUBT = select(messages.c.id).where(
    messages.c.id.in_(
        union(
            select(links.c.message).where(links.c.reference.in_(_NAMES)),
            select(messages.c.id).where(messages.c.thread.in_(select(messages.c.thread).where(_NEAR))),
        )
    ),
    messages.c.date > select(func.min(messages.c.date)).where(_among(messages.c.id, "changed")).scalar_subquery(),
    _IS_IN_DOUBT,
)
_PLACED, _FIRST = messages.c.application_id.is_not(None), func.min(messages.c.date)
_TIED = (
    select(links.c.reference, messages.c.application_id, _FIRST)
    .join(messages, messages.c.id == links.c.message)
    .where(_among(links.c.reference, "ties"), _PLACED)
    .group_by(links.c.reference, messages.c.application_id)
)
_THREADED = (
    select(messages.c.thread, messages.c.application_id, _FIRST)
    .where(_among(messages.c.thread, "threads"), _PLACED)
    .group_by(messages.c.thread, messages.c.application_id)
)


class DoubtLedger:
    """Which mails turn on which applications."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def turning_on(
        self, touched: Collection[int], *, new: Collection[int], retagged: Collection[int]
    ) -> frozenset[int]:
        """The ``new`` mails whose tag may turn on an application, and later ones that what has changed bears on.

        These share an employer, a requisition or a thread with an application that was ``touched``, or with a mail that
        was ``retagged``, and are later than one of the mails ``new`` or ``retagged``.
        """
        found = set(self._connection.scalars(_IN_DOUBT_THEMSELVES, {"new": list(new)}))
        if touched or retagged:
            told = {"touched": list(touched), "retagged": list(retagged), "changed": [*new, *retagged]}
            found.update(self._connection.scalars(_LATER_IN_DOUBT, told))
        return frozenset(found)

    def homes(self, ties: Collection[str], threads: Collection[int]) -> dict[str, dict[int, datetime]]:
        """For each tie, and each "thread:…", the applications of its mails with the date of their first such mail."""
        found: dict[str, dict[int, datetime]] = {}
        for tie, application, begun in self._connection.execute(_TIED, {"ties": list(ties)}):
            found.setdefault(tie, {})[application] = begun
        for thread, application, begun in self._connection.execute(_THREADED, {"threads": list(threads)}):
            found.setdefault(f"thread:{thread}", {})[application] = begun
        return found
