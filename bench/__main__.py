"""Runs the benchmarks and prints their tables; ``--only tracking`` runs one of them."""

import argparse
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench import messages, pages, tagging, tracking


def main() -> None:
    """Single mails, what the tagger costs, whether tracking grows with the store, and how fast the pages are."""
    asked = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    asked.add_argument("--only", choices=tuple(_PARTS), action="append", help="run this part alone (may be repeated)")
    asked.add_argument("--json", type=Path, help="also write the figures of tracking into this file")
    options = asked.parse_args()
    console = Console()
    for name in options.only or _PARTS:
        _PARTS[name](console, options.json)


def _messages(console: Console, _: Path | None) -> None:
    paired = Table("What", "Ours", "Compared to", "Theirs", "Ratio", box=None)
    for row in messages.rows():
        paired.add_row(
            row.what, f"{row.ours * 1e3:.3f} ms", row.against, f"{row.theirs * 1e3:.3f} ms", f"{row.ratio:.2f}"
        )
    console.print(paired)
    console.print()


def _tagging(console: Console, _: Path | None) -> None:
    costs = Table("On one core", "Seen", "Must", "Aim", "Keeps", box=None)
    for gauge in tagging.gauges():
        costs.add_row(*gauge.cells)
    console.print(costs)
    console.print()


def _tracking(console: Console, figures: Path | None) -> None:
    beside, growth = tracking.measured()
    for heading, rows in ((tracking.HEADING, beside), (tracking.GROWTH_HEADING, growth)):
        table = Table(*heading, box=None)
        for row in rows:
            table.add_row(*row.cells)
        console.print(table)
        console.print()
    if figures is not None:
        figures.write_text(tracking.as_json(beside, growth), encoding="utf-8")


def _pages(console: Console, _: Path | None) -> None:
    table = Table(*pages.HEADING, box=None)
    for timing in pages.measured():
        table.add_row(*timing.cells)
    console.print(table)
    console.print()


_PARTS: dict[str, Callable[[Console, Path | None], None]] = {
    "messages": _messages,
    "tagging": _tagging,
    "tracking": _tracking,
    "pages": _pages,
}


if __name__ == "__main__":
    main()
