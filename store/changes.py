"""What the person changed by hand, each in a sentence and with the rows it touched, so that it can be taken back."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select, update
from sqlalchemy.dialects.sqlite import insert

from store.noted import Change
from store.rowlog import WATCHED, RowChange, RowLog, Values, Watched
from store.schema import changes, messages
from store.vocabulary import ChangeKind

_HOME_OF = {"events": "application_id", "messages": "application_id", "drafts": "application_id"}
_REUSES_NUMBERS = frozenset({"events", "lessons"})
"""A number of these that was freed may name another row by now; nothing points at them by number."""


@dataclass(slots=True)
class Entry:
    """A change while it is made: whoever makes it says what it is. ``id`` is set at the end, if anything changed."""

    words: str = ""
    application: int | None = None
    id: int | None = None

    def say(self, words: str, application: int | None = None) -> None:
        """Names the change for the person."""
        self.words, self.application = words, application


@dataclass(frozen=True, slots=True)
class Undoing:
    """A change with all that is needed to take it back. ``mails`` is how far mail had come when it was made."""

    change: Change
    rows: tuple[RowChange, ...] = field(hash=False)
    mails: int = 0

    @property
    def applications(self) -> frozenset[int]:
        """The numbers of all applications it touched."""
        found: set[int] = set()
        for row in self.rows:
            for values in (row.before, row.after):
                found |= _applications_in(row.table, row.key, values)
        return frozenset(found)

    @property
    def messages(self) -> frozenset[int]:
        """The mails it moved or judged."""
        found = {row.key[0] for row in self.rows if row.table in ("messages", "verdicts", "questions")}
        return frozenset(found)

    @property
    def made(self) -> frozenset[int]:
        """The applications that were not there before."""
        return frozenset(row.key[0] for row in self.rows if row.table == "applications" and row.before is None)

    def shares(self, other: "Undoing") -> bool:
        """Whether two changes touched the same application, the same mail, or both the search as a whole."""
        if self.applications & other.applications or self.messages & other.messages:
            return True
        return all(any(row.table == "search" for row in each.rows) for each in (self, other))


class ChangeLedger:
    """The journal of changes by hand."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows = RowLog(connection)

    @contextmanager
    def recording(self, kind: ChangeKind, at: datetime) -> Iterator[Entry]:
        """Journals what happens in the block under the sentence the entry is given there; nothing where nothing did."""
        entry, found = Entry(), list[RowChange]()
        with self._rows.watching(found):
            yield entry
        if not found:
            return
        newest = self._connection.execute(select(func.coalesce(func.max(messages.c.id), 0))).scalar_one()
        added = self._connection.execute(
            insert(changes).values(
                at=at,
                application=entry.application,
                kind=kind,
                words=entry.words,
                restore=json.dumps({"mails": newest, "rows": [_written(row) for row in found]}),
            )
        ).inserted_primary_key
        assert added is not None
        entry.id = int(added[0])

    def all(self) -> tuple[Change, ...]:
        """Every change, newest first."""
        rows = self._connection.execute(select(changes).order_by(changes.c.id.desc()))
        return tuple(_change(row) for row in rows)

    def since(self, moment: datetime) -> tuple[Change, ...]:
        """The changes made from ``moment`` on that stand, newest first."""
        made = select(changes).where(changes.c.at >= moment, changes.c.undone_at.is_(None))
        return tuple(_change(row) for row in self._connection.execute(made.order_by(changes.c.id.desc())))

    def newest(self) -> int | None:
        """The number of the newest change that stands."""
        found = select(func.max(changes.c.id)).where(changes.c.undone_at.is_(None))
        number: int | None = self._connection.execute(found).scalar_one()
        return number

    def get(self, number: int) -> Undoing | None:
        """A change and what takes it back, or None."""
        row = self._connection.execute(select(changes).where(changes.c.id == number)).one_or_none()
        return None if row is None else _undoing(row)

    def later_than(self, number: int) -> tuple[Undoing, ...]:
        """The changes that came after this one and stand, newest first."""
        later = select(changes).where(changes.c.id > number, changes.c.undone_at.is_(None))
        return tuple(_undoing(row) for row in self._connection.execute(later.order_by(changes.c.id.desc())))

    def is_untouched(self, undoing: Undoing) -> bool:
        """Whether every row still is as the change left it."""
        return all(self._rows.current(_WATCHED[row.table], row.key) == row.after for row in undoing.rows)

    def restore(self, undoing: Undoing, *, at: datetime) -> None:
        """Puts every row back as it was before the change, and marks the change as undone."""
        rank = {each.name: place for place, each in enumerate(WATCHED)}
        rows = sorted(undoing.rows, key=lambda row: rank[row.table])
        for row in rows:
            if row.before is not None:
                self._put_back(_WATCHED[row.table], row, row.before)
        for row in reversed(rows):
            if row.before is None:
                self._take_away(_WATCHED[row.table], row.key)
        self._connection.execute(update(changes).where(changes.c.id == undoing.change.id).values(undone_at=at))

    def _put_back(self, watched: Watched, row: RowChange, before: Values) -> None:
        now = self._rows.current(watched, row.key)
        if now is not None and row.after is None and watched.name in _REUSES_NUMBERS:
            now = None
            before = {column: value for column, value in before.items() if column not in watched.keys}
        if now is None and watched.is_whole:
            names = ", ".join(f'"{column}"' for column in before)
            marks = ", ".join("?" for _ in before)
            statement = f'INSERT INTO "{watched.name}" ({names}) VALUES ({marks})'  # noqa: S608 - names of our own  # nosec B608
            self._connection.exec_driver_sql(statement, tuple(before.values()))
        elif now is not None:
            rest = [column for column in before if column not in watched.keys]
            sets = ", ".join(f'"{column}" = ?' for column in rest)
            statement = f'UPDATE "{watched.name}" SET {sets} WHERE {_where(watched)}'  # noqa: S608 - names of our own  # nosec B608
            self._connection.exec_driver_sql(statement, (*(before[column] for column in rest), *row.key))

    def _take_away(self, watched: Watched, key: Sequence[Any]) -> None:
        if watched.name == "events":
            # Events are never deleted: what was undone stays on record, superseded.
            self._connection.exec_driver_sql("UPDATE events SET superseded = 1 WHERE id = ?", tuple(key))
        elif watched.is_whole:
            statement = f'DELETE FROM "{watched.name}" WHERE {_where(watched)}'  # noqa: S608 - names of our own  # nosec B608
            self._connection.exec_driver_sql(statement, tuple(key))


_WATCHED = {each.name: each for each in WATCHED}


def _where(watched: Watched) -> str:
    return " AND ".join(f'"{column}" = ?' for column in watched.keys)


def _applications_in(table: str, key: Sequence[Any], values: Values | None) -> set[int]:
    if values is None:
        return set()
    home = key[0] if table == "applications" else values.get(_HOME_OF.get(table, "application"))
    return set() if home is None else {int(home)}


def _written(row: RowChange) -> list[Any]:
    return [row.table, row.key, row.before, row.after]


def _change(row: Row[Any]) -> Change:
    return Change(row.id, row.at, ChangeKind(row.kind), row.words, row.application, row.undone_at)


def _undoing(row: Row[Any]) -> Undoing:
    kept = json.loads(row.restore)
    rows = tuple(RowChange(table, tuple(key), before, after) for table, key, before, after in kept["rows"])
    return Undoing(_change(row), rows, kept["mails"])
