"""A table of plain text, drawn to the letter as rich draws it; loading rich takes longer than making a listing."""

import os
from collections.abc import Iterable, Sequence

GAP = 2
_ONE_CELL = frozenset("–—‘’“”…•€")
"""Signs beyond Latin letters that are one cell wide."""
_NO_STYLES = ("", "dumb", "unknown")
_STYLED_ANYWAY = ("FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE")


def can_draw(texts: Iterable[str], widths: Sequence[int], *, on_terminal: bool, available: int) -> bool:
    """Whether this draws the same as rich: every sign takes one cell, and there is room and nothing unusual."""
    if sum(widths) + GAP * (len(widths) - 1) > available or any(name in os.environ for name in _STYLED_ANYWAY):
        return False
    if on_terminal and os.environ.get("TERM", "").strip().lower() in _NO_STYLES:
        return False
    return all(text.isascii() or all(map(_is_one_cell, text)) for text in texts)


def drawn(
    title: str, columns: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int], *, styled: bool
) -> str:
    """The lines of the table; ``styled`` slants its title and makes the names of the columns bold."""
    slanted, bold, plain = ("\x1b[3m", "\x1b[1m", "\x1b[0m") if styled else ("", "", "")
    heading = [f"{slanted}{title}{plain}"] if title else []
    names = f"{bold}{_line(columns, widths)}{plain}"
    return "".join(f"{line}\n" for line in (*heading, names, *(_line(row, widths) for row in rows)))


def _is_one_cell(sign: str) -> bool:
    return " " <= sign <= "~" or ("\xa1" <= sign <= "\u024f" and sign != "\xad") or sign in _ONE_CELL


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    return (" " * GAP).join(map(_cell, row, widths))


def _cell(text: str, width: int) -> str:
    return (text if len(text) <= width else f"{text[: width - 1]}…").ljust(width)
