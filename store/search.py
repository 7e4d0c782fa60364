"""Whether the search goes on, rests or is over: an append-only list, of which the newest entry holds."""

from datetime import date, datetime

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.dialects.sqlite import insert

from store.noted import Search
from store.schema import Moment, search
from store.vocabulary import SearchPhase


class SearchLedger:
    """When the search was paused, taken up again, or ended by a job."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def at(self, now: datetime, today: date) -> Search:
        """How the search stands at ``now``; ``today`` is its local day, on which a pause may be over."""
        row = self._connection.execute(_NEWEST, {"now": now}).one_or_none()
        if row is None:
            return Search()
        if row.until is not None and row.until <= today:
            return Search(SearchPhase.ON, row.at)
        return Search(SearchPhase(row.phase), row.at, row.until, row.application)

    def enter(
        self, phase: SearchPhase, *, at: datetime, until: date | None = None, application: int | None = None
    ) -> None:
        """Begins a phase at ``at``: a pause may have its last day's morrow in ``until``, a hire its application."""
        values = {"at": at, "phase": phase, "until": until, "application": application}
        self._connection.execute(insert(search).values(values))


_NEWEST = (
    select(search)
    .where(search.c.at <= bindparam("now", type_=Moment))
    .order_by(search.c.at.desc(), search.c.id.desc())
    .limit(1)
)
