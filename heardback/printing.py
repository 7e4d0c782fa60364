"""How commands print: JSON for programs, a table for people, words on stderr.

What is printed may hold words of strangers, and a terminal obeys some characters: colours, titles, the clipboard, even
keys can be set by them (ECMA-48 §5.3, OSC), and a right-to-left override makes a name read as another (Unicode TR 36
§2.7). All of them are taken out here, so that no command has to think of it.
"""

import json
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

import typer

from heardback.sheets import csv_text, plain

WIDE = 200
GAP = 2
LEAST_WIDTH = 8
_OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb]")
"""Controls but tab and line feed, line separators, and what turns the direction of text or hides some of it."""
_HALVES = re.compile("[\ud800-\udfff]")


def harmless(text: str) -> str:
    """The text as a terminal may have it: nothing in it is obeyed, and no half of a character stops the printing."""
    return _HALVES.sub("\ufffd", _OBEYED.sub("", text))


def say(sentence: str) -> None:
    """Words for the person, beside the data."""
    typer.echo(harmless(sentence), err=True)


def show_text(text: str = "") -> None:
    """A line, or some, of what was asked for, on stdout."""
    typer.echo(harmless(text))


def as_json(rows: object) -> None:
    """One JSON document on stdout."""
    typer.echo(_escaped(json.dumps(rows, ensure_ascii=False, indent=2, default=plain)))


def as_json_line(row: Mapping[str, Any]) -> None:
    """One line of JSON Lines on stdout, at once."""
    sys.stdout.write(_escaped(json.dumps(row, ensure_ascii=False, default=plain)) + "\n")
    sys.stdout.flush()


def as_csv(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> None:
    """CSV on stdout."""
    sys.stdout.write("\r\n".join(map(harmless, csv_text(rows, columns).split("\r\n"))))


def table(
    title: str, columns: Sequence[str], rows: Iterable[Sequence[object]], *, shrinking: Sequence[str] = ()
) -> None:
    """A table for people, as wide as the terminal; only the columns named ``shrinking`` are cut where it is narrow."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    # In a pipe or a file nothing needs to be cut.
    console = Console(width=None if sys.stdout.isatty() else WIDE)
    cells = [[_shown(cell) for cell in row] for row in rows]
    natural = [max([len(column), *(len(row[index]) for row in cells)]) for index, column in enumerate(columns)]
    may_shrink = [column in shrinking for column in columns]
    drawn = Table(
        title=title or None, title_justify="left", box=None, header_style="bold", pad_edge=False, padding=(0, GAP, 0, 0)
    )
    widths = _widths(natural, may_shrink, console.width)
    for column, width in zip(columns, widths, strict=True):
        drawn.add_column(column, overflow="ellipsis", no_wrap=True, width=width)
    for row in cells:
        drawn.add_row(*map(Text, row))
    # Where even the least does not fit, lines run over rather than lose a column.
    console.print(drawn, width=max(console.width, sum(widths) + GAP * len(widths)), soft_wrap=True)


def _widths(natural: Sequence[int], may_shrink: Sequence[bool], available: int) -> list[int]:
    """Column widths that fit: the shrinking columns share what the others leave, in proportion to what they hold."""
    fixed = sum(width for width, shrinks in zip(natural, may_shrink, strict=True) if not shrinks)
    left = available - fixed - GAP * (len(natural) - 1)
    wanted = sum(width for width, shrinks in zip(natural, may_shrink, strict=True) if shrinks)
    if wanted <= left or not wanted:
        return list(natural)
    return [
        max(LEAST_WIDTH, width * left // wanted) if shrinks else width
        for width, shrinks in zip(natural, may_shrink, strict=True)
    ]


def _shown(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date) and not isinstance(cell, datetime):
        return f"{cell.day} {cell:%b}"
    return " ".join(harmless(str(cell)).split("\n"))


def _escaped(text: str) -> str:
    """JSON that means the same, with what a terminal would obey, or no output takes, written as escapes."""
    return _HALVES.sub(_as_escape, _OBEYED.sub(_as_escape, text))


def _as_escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
