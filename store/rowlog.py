"""Which rows a change touched, and what they were: the means of undoing it exactly.

SQLite itself notes the old rows, by temporary triggers ("Automatic Undo/Redo Using SQLite", sqlite.org/undoredo.html),
so that nothing a change sets off is missed: mails placed anew, events replaced, what a removed row took with it.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table

from store.schema import (
    applications,
    contacts,
    corrections,
    drafts,
    events,
    lessons,
    links,
    messages,
    questions,
    search,
    verdicts,
)

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Watched:
    """A table whose rows can be restored. ``columns`` where only these are anyone's to change by hand."""

    table: Table
    columns: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return self.table.name

    @property
    def keys(self) -> tuple[str, ...]:
        """The columns of the primary key."""
        return tuple(column.name for column in self.table.primary_key)

    @property
    def noted(self) -> tuple[str, ...]:
        """What is noted of a row: its key first."""
        rest = self.columns or tuple(each.name for each in self.table.columns if each.name not in self.keys)
        return (*self.keys, *rest)

    @property
    def is_whole(self) -> bool:
        """Whether whole rows come and go with a change, not only some of their columns."""
        return not self.columns


WATCHED = (
    Watched(applications),
    Watched(messages, ("application_id", "pinned")),
    Watched(verdicts),
    Watched(corrections),
    Watched(links),
    Watched(questions),
    Watched(events),
    Watched(contacts, ("met_through",)),
    Watched(drafts, ("application_id",)),
    Watched(lessons),
    Watched(search),
)
"""Parents before children, the order in which rows can be put back."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after; None where it was not there."""

    table: str
    key: tuple[Any, ...]
    before: Values | None = field(hash=False)
    after: Values | None = field(hash=False)


class RowLog:
    """Notes the rows that change inside its ``with`` block of ``watching``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @contextmanager
    def watching(self, found: list[RowChange]) -> Iterator[None]:
        """Fills ``found`` at the end of the block. What is rolled back takes its triggers with it."""
        for each in WATCHED:
            self._set_up(each)
        yield
        for each in WATCHED:
            found.extend(self._changes(each))
        for each in WATCHED:
            self._take_down(each)

    def current(self, each: Watched, key: Sequence[Any]) -> Values | None:
        """What is noted of a row as it is now, or None."""
        where = " AND ".join(f'"{column}" = ?' for column in each.keys)
        statement = f'SELECT {_quoted(each.noted)} FROM main."{each.name}" WHERE {where}'  # noqa: S608 - own names  # nosec B608
        row = self._connection.exec_driver_sql(statement, tuple(key)).one_or_none()
        return None if row is None else dict(zip(each.noted, row, strict=True))

    def _set_up(self, each: Watched) -> None:
        name, noted = each.name, each.noted
        # A bare column of SQLite keeps every value as it is; JSON would shorten the fractions of a second.
        self._run(f'CREATE TEMP TABLE "was_{name}" (n INTEGER PRIMARY KEY, there INTEGER, {_quoted(noted)})')
        old = ", ".join(f'OLD."{column}"' for column in noted)
        new = ", ".join(f'NEW."{column}"' for column in each.keys)
        into = f'INSERT INTO "was_{name}" (there, '
        changed = f"UPDATE OF {_quoted(each.columns)}" if each.columns else "UPDATE"
        self._trigger(f"{name}_changed", changed, name, f"{into}{_quoted(noted)}) VALUES (1, {old})")
        if each.is_whole:
            self._trigger(f"{name}_gone", "DELETE", name, f"{into}{_quoted(noted)}) VALUES (1, {old})")
            self._trigger(f"{name}_new", "INSERT", name, f"{into}{_quoted(each.keys)}) VALUES (0, {new})")

    def _trigger(self, name: str, happening: str, table: str, action: str) -> None:
        self._run(f'CREATE TEMP TRIGGER "{name}" AFTER {happening} ON main."{table}" BEGIN {action}; END')

    def _take_down(self, each: Watched) -> None:
        for end in ("changed", "gone", "new"):
            self._run(f'DROP TRIGGER IF EXISTS temp."{each.name}_{end}"')
        self._run(f'DROP TABLE temp."was_{each.name}"')

    def _changes(self, each: Watched) -> Iterator[RowChange]:
        statement = f'SELECT there, {_quoted(each.noted)} FROM temp."was_{each.name}" ORDER BY n'  # noqa: S608 - own names  # nosec B608
        first: dict[tuple[Any, ...], Values | None] = {}
        for there, *values in self._connection.exec_driver_sql(statement).all():
            row = dict(zip(each.noted, values, strict=True))
            first.setdefault(tuple(row[column] for column in each.keys), row if there else None)
        for key, before in first.items():
            after = self.current(each, key)
            if before != after:
                yield RowChange(each.name, key, before, after)

    def _run(self, statement: str) -> None:
        self._connection.exec_driver_sql(statement)


def _quoted(columns: Sequence[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)
