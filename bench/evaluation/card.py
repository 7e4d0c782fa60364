"""Tables for the terminal and for ``models/README.md``, where each stands between its own two markers."""

from collections.abc import Sequence
from pathlib import Path

from bench.evaluation.targets import Row
from store.errors import UserError


def markdown(rows: Sequence[Row]) -> str:
    """A table with its heading; the first column is text, the others are figures."""
    heading, *body = rows
    lines = [heading, ("---", *("--:" for _ in heading[1:])), *body]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def plain(rows: Sequence[Row]) -> str:
    """The same for a terminal."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = []
    for row in rows:
        first, *others = (cell.ljust(width) if at == 0 else cell.rjust(width)
                          for at, (cell, width) in enumerate(zip(row, widths, strict=True)))  # fmt: skip
        lines.append("  ".join([first, *others]))
    return "\n".join(lines)


def write(path: Path, name: str, text: str) -> None:
    """Puts ``text`` between the markers of ``name``. Raises ``UserError`` where the file has none."""
    path.write_text(replaced(path.read_text(encoding="utf-8"), name, text), encoding="utf-8")


def replaced(whole: str, name: str, text: str) -> str:
    """``whole`` with ``text`` between the markers of ``name``. Raises ``UserError`` where there are none."""
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    head, found, rest = whole.partition(begin)
    _, closed, tail = rest.partition(end)
    if not (found and closed):
        raise UserError(f"The model card has no place for {name!r}: it needs the lines {begin} and {end}.")
    return f"{head}{begin}\n{text.strip()}\n{end}{tail}"
