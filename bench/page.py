"""``docs/bench.md``: the table with all runs side by side, growth with its plot, and how each row is measured."""

import statistics
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bench.growing import BOUNDS, Growth
from bench.growthplot import TITLE, plot
from bench.results import Results
from bench.rows import By, Row

PLOT = Path("pictures/bench-growth.svg")
_WORST = ("aim", "must", "missed")
_HOW = Path(__file__).with_name("how.md")


def write(path: Path, runs: Sequence[Results]) -> None:
    """The page, and its plot beside it where growth was measured."""
    growths = _growths(runs)
    path.write_text(text(runs), encoding="utf-8")
    if growths:
        (path.parent / PLOT).parent.mkdir(exist_ok=True)
        (path.parent / PLOT).write_text(plot(growths), encoding="utf-8")


def text(runs: Sequence[Results]) -> str:
    """The page."""
    last = runs[-1]
    minutes = ", ".join(f"{run.seconds / 60:.1f}" for run in runs)
    parts = [
        "# What it costs",
        "What heardback takes in time, memory and room, beside what it is compared to. Made by\n`"
        "python -m bench --runs 3 --write docs/bench.md --json docs/bench.json`; `make bench` prints one run.",
        f"{last.at:%d %B %Y}, {last.machine}; {len(runs)} {'runs' if len(runs) > 1 else 'run'}, {minutes} minutes.",
        _table(runs),
        *(f"Not measured here: {each.what} {each.why}." for each in last.skipped),
    ]
    growths = _growths(runs)
    if growths:
        parts += ["## How it grows", _growth_table(growths, runs), f"![{TITLE}]({PLOT})"]
    return "\n\n".join([*parts, _HOW.read_text(encoding="utf-8")])


def _table(runs: Sequence[Results]) -> str:
    names = [f"run {number}" for number in range(1, len(runs) + 1)] if len(runs) > 1 else ["seen"]
    heading = ("What", "against", "must", "aim", *names, "keeps")
    by_name = [{row.what: row for row in run.rows} for run in runs]
    names_of_all = dict.fromkeys(name for each in by_name for name in each)
    lines = [_line([each.get(name) for each in by_name]) for name in names_of_all]
    return _markdown([heading, *lines], words=2)


def _line(same: Sequence[Row | None]) -> tuple[str, ...]:
    """One row; a run that lacks it has a dash there."""
    there = [each for each in same if each is not None]
    row = there[-1]
    keeps = max((each.keeps for each in there), key=_WORST.index) if row.bounds else ""
    return (row.what, row.against, row.must, row.aim, *map(_seen, same), keeps)


def _seen(row: Row | None) -> str:
    """Both figures and what the bounds speak of."""
    if row is None:
        return "–"
    ours = row.unit.shown(row.ours)
    if row.by is By.ITSELF or row.theirs is None:
        return f"**{ours}**"
    return f"{ours} to {row.unit.shown(row.theirs)}: **{row.ratio}**"


def _growths(runs: Sequence[Results]) -> list[Growth]:
    """Each at its sizes, the medians of the runs."""
    merged = []
    for what in dict.fromkeys(each.what for run in runs for each in run.growths):
        same = _same(what, runs)
        values = tuple(map(statistics.median, zip(*(each.values for each in same), strict=True)))
        merged.append(replace(same[-1], values=values))
    return merged


def _same(what: str, runs: Sequence[Results]) -> list[Growth]:
    return [each for run in runs for each in run.growths if each.what == what]


def _growth_table(growths: Sequence[Growth], runs: Sequence[Results]) -> str:
    rows: list[tuple[str, ...]] = [
        ("What", *(f"{size:,} mails" for size in growths[0].sizes), "exponent", "of each run", "must", "aim", "keeps")
    ]
    for growth in growths:
        same = _same(growth.what, runs)
        values = map(growth.unit.shown, growth.values)
        exponents = ", ".join(f"{each.exponent:.2f}" for each in same)
        keeps = max((each.keeps for each in same), key=_WORST.index)
        bounds = (f"≤ {BOUNDS.must:g}", f"≤ {BOUNDS.aim:g}")
        rows.append((growth.what, *values, f"**{growth.exponent:.2f}**", exponents, *bounds, keeps))
    return _markdown(rows, words=1)


def _markdown(rows: Sequence[Sequence[str]], words: int) -> str:
    """A table with its heading; the first columns hold ``words``, the others figures."""
    heading, *body = rows
    line = [*(["---"] * words), *(["--:"] * (len(heading) - words))]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (heading, line, *body))
