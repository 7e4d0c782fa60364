"""Runs the benchmarks and prints one table."""

from rich.console import Console
from rich.table import Table

from bench import messages


def main() -> None:
    """One row a benchmark: ours, what it is compared to, and the ratio."""
    table = Table("What", "Ours", "Compared to", "Theirs", "Ratio", box=None)
    for row in messages.rows():
        table.add_row(
            row.what, f"{row.ours * 1e3:.3f} ms", row.against, f"{row.theirs * 1e3:.3f} ms", f"{row.ratio:.2f}"
        )
    Console().print(table)


if __name__ == "__main__":
    main()
