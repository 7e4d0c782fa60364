"""Runs the benchmarks and prints their tables."""

from rich.console import Console
from rich.table import Table

from bench import messages, tagging


def main() -> None:
    """Single mails beside the standard library's parser, then what the tagger costs beside what it is held to."""
    console = Console()
    paired = Table("What", "Ours", "Compared to", "Theirs", "Ratio", box=None)
    for row in messages.rows():
        paired.add_row(
            row.what, f"{row.ours * 1e3:.3f} ms", row.against, f"{row.theirs * 1e3:.3f} ms", f"{row.ratio:.2f}"
        )
    console.print(paired)
    console.print()
    costs = Table("On one core", "Seen", "Must", "Aim", "Keeps", box=None)
    for gauge in tagging.gauges():
        costs.add_row(*gauge.cells)
    console.print(costs)


if __name__ == "__main__":
    main()
