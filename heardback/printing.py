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
from itertools import chain
from shutil import get_terminal_size
from typing import Any

import typer

from heardback.grids import GAP, can_draw, drawn

WIDE = 200
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
    typer.echo(_escaped(json.dumps(rows, ensure_ascii=False, indent=2, default=_plain)))


def as_json_line(row: Mapping[str, Any]) -> None:
    """One line of JSON Lines on stdout, at once."""
    sys.stdout.write(_escaped(json.dumps(row, ensure_ascii=False, default=_plain)) + "\n")
    sys.stdout.flush()


def as_csv(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> None:
    """CSV on stdout."""
    from heardback.sheets import csv_text

    sys.stdout.write("\r\n".join(map(harmless, csv_text(rows, columns).split("\r\n"))))


def table(
    title: str, columns: Sequence[str], rows: Iterable[Sequence[object]], *, shrinking: Sequence[str] = ()
) -> None:
    """A table for people, as wide as the terminal; only the columns named ``shrinking`` are cut where it is narrow."""
    cells = [[_shown(cell) for cell in row] for row in rows]
    natural = [max([len(column), *(len(row[index]) for row in cells)]) for index, column in enumerate(columns)]
    may_shrink = [column in shrinking for column in columns]
    on_terminal = sys.stdout.isatty()
    # In a pipe or a file nothing needs to be cut.
    available = get_terminal_size().columns if on_terminal else WIDE
    widths = _widths(natural, may_shrink, available)
    texts = chain([title], columns, *cells)
    if can_draw(texts, widths, on_terminal=on_terminal, available=available):
        typer.echo(drawn(title, columns, cells, widths, styled=on_terminal), nl=False)
    else:
        _draw_by_rich(title, columns, cells, natural, may_shrink)


def _draw_by_rich(
    title: str,
    columns: Sequence[str],
    cells: Sequence[Sequence[str]],
    natural: Sequence[int],
    may_shrink: Sequence[bool],
) -> None:
    # Only what cannot be drawn without it waits for it: wide letters, a narrow terminal.
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(width=None if sys.stdout.isatty() else WIDE)
    grid = Table(
        title=title or None, title_justify="left", box=None, header_style="bold", pad_edge=False, padding=(0, GAP, 0, 0)
    )
    widths = _widths(natural, may_shrink, console.width)
    for column, width in zip(columns, widths, strict=True):
        grid.add_column(column, overflow="ellipsis", no_wrap=True, width=width)
    for row in cells:
        grid.add_row(*map(Text, row))
    # Where even the least does not fit, lines run over rather than lose a column.
    console.print(grid, width=max(console.width, sum(widths) + GAP * len(widths)), soft_wrap=True)


def _plain(value: object) -> object:
    from heardback.sheets import plain

    return plain(value)


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
