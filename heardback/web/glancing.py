"""Where every application stands, kept in memory between two requests for as long as nothing has changed.

What is kept is thrown away once the store was written to in a way that matters, when time alone changes a state (the
looks know when that is), and in any case after an hour, so that chances reckoned in days stay right.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from typing import TypeVar, cast
from weakref import WeakKeyDictionary

from heardback.web.desk import Desk
from respond.glances import Glance, glances
from respond.standings import Outlook
from store.database import Database
from store.looks import LooksMark

T = TypeVar("T")
LONGEST = timedelta(hours=1)


class Overview:
    """All applications as they stand, and what was reckoned from them since."""

    def __init__(self, found: tuple[Glance, ...], outlook: Outlook) -> None:
        self.glances = found
        self.outlook = outlook
        self._reckoned: dict[str, object] = {}
        self._reckoning = threading.Lock()

    @cached_property
    def by_id(self) -> dict[int, Glance]:
        """The applications by their numbers."""
        return {each.application.id: each for each in self.glances}

    def reckoned(self, what: str, work: Callable[[], T]) -> T:
        """The result of ``work``, done once for this overview under the name ``what``."""
        with self._reckoning:
            if what not in self._reckoned:
                self._reckoned[what] = work()
            return cast("T", self._reckoned[what])


@dataclass
class _Shelf:
    """The overview of one store and what tells whether it still holds."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    overview: Overview | None = None
    version: int = 0
    mark: LooksMark | None = None
    until: datetime | None = None


_SHELVES: WeakKeyDictionary[Database, _Shelf] = WeakKeyDictionary()
_MAKING_SHELVES = threading.Lock()


def overview_of(desk: Desk) -> Overview:
    """Where every application stands now."""
    database = desk.house.database
    with _MAKING_SHELVES:
        shelf = _SHELVES.setdefault(database, _Shelf())
    with shelf.lock:
        outlook = desk.house.outlook
        # The version before anything is read: what is written meanwhile is noticed next time.
        version = database.version()
        if shelf.overview is not None and shelf.version == version and _is_fresh(shelf, outlook.now):
            return shelf.overview
        with database.reading() as transaction:
            mark = transaction.looks.mark(outlook.now)
            if shelf.overview is None or mark.due or mark != shelf.mark or not _is_fresh(shelf, outlook.now):
                shelf.overview = Overview(glances(transaction, outlook), outlook)
                shelf.until = min(outlook.now + LONGEST, mark.next or outlook.now + LONGEST)
        shelf.version, shelf.mark = version, mark
        return shelf.overview


def _is_fresh(shelf: _Shelf, now: datetime) -> bool:
    return shelf.overview is not None and shelf.until is not None and shelf.overview.outlook.now <= now < shelf.until
