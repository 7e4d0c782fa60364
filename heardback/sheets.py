"""Rows as the text of a spreadsheet: CSV in which no cell can be taken for a formula."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from typing import Any

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet may take for the start of a formula (OWASP, CSV injection); the last four are its wide forms."""


def csv_text(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> str:
    """The columns of these rows as CSV (RFC 4180), names first."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(column)) for column in columns])
    return text.getvalue()


def plain(value: object) -> object:
    """What neither JSON nor a sheet knows by itself."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    raise TypeError(f"{type(value).__name__} has no JSON form")


def _cell(value: object) -> str:
    """A cell that a spreadsheet would take for a formula gets an apostrophe in front."""
    if isinstance(value, int | float):
        return str(value)
    text = "" if value is None else str(plain(value) if isinstance(value, datetime | date | Enum) else value)
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA_STARTS) else text
