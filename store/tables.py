"""Every table as it stands, for an export that leaves nothing out."""

import base64
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, select

import store.looks  # noqa: F401 - its table is one of the schema's
from store.schema import metadata, unreadable


class TableLedger:
    """The tables of the schema as plain rows: times as ISO 8601 in UTC, bytes as base64."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def names(self) -> tuple[str, ...]:
        """Every table, those that others point at first."""
        return tuple(table.name for table in metadata.sorted_tables)

    def rows(self, name: str) -> Iterator[dict[str, Any]]:
        """The rows of one table, by its key, one at a time."""
        table = metadata.tables[name]
        found = self._connection.execute(select(table).order_by(*table.primary_key.columns))
        for row in found.mappings():
            yield {str(key): _plain(value) for key, value in row.items()}

    def set_aside(self) -> Iterator[tuple[int, bytes]]:
        """Number and bytes of each mail that could not be read."""
        for row in self._connection.execute(select(unreadable.c.id, unreadable.c.raw).order_by(unreadable.c.id)):
            yield row.id, row.raw


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value
