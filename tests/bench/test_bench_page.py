"""The page and its plot, and the figures as JSON and back."""

import json
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from bench import page
from bench.growing import Growth
from bench.results import Results
from bench.rows import Bounds, By, Row, Skipped, Unit, paired

SIZES = (1_000, 10_000, 100_000)
GROWTHS = (
    Growth("first run", SIZES, (2.0, 19.0, 210.0)),
    Growth("a round with nothing new", SIZES, (0.011, 0.011, 0.012)),
    Growth("size of the store after it", SIZES, (2.0, 19.5, 205.0), Unit.MEGABYTES),
)
RUN = Results(
    datetime(2026, 3, 4, tzinfo=UTC),
    "2 cores, Python 3.11",
    480.0,
    (
        paired("first run", "by hand", [(3.0, 2.0)], Bounds(2.0, 1.3)),
        Row("memory", 60.0, "bare", 37.0, Bounds(90, 25), Unit.MEGABYTES, By.MORE),
        *GROWTHS,
        Skipped("push", "needs Dovecot"),
    ),
)
WORSE = replace(RUN, found=(paired("first run", "by hand", [(5.0, 2.0)], Bounds(2.0, 1.3)), *RUN.found[1:]))


def test_figures_survive_json() -> None:
    assert Results.from_plain(json.loads(json.dumps(RUN.plain()))) == RUN


def test_runs_stand_side_by_side_and_the_worst_one_counts() -> None:
    written = page.text([RUN, WORSE, RUN])

    assert (
        "| first run | by hand | ≤ 2 × | ≤ 1.3 × | 3.00 s to 2.00 s: **1.50 ×** | 5.00 s to 2.00 s: **2.50 ×** |"
        in written
    )
    assert "**1.50 ×** | missed |" in written
    assert "Not measured here: push needs Dovecot." in written
    assert "| first run | 2.00 s | 19.0 s | 210 s | **1.01** | 1.01, 1.01, 1.01 | ≤ 1.1 | ≤ 1 | must |" in written
    assert written.endswith("\n")


def test_a_row_that_one_run_lacks_has_a_dash_there() -> None:
    written = page.text([replace(RUN, found=RUN.found[1:]), RUN])

    assert "| first run | by hand | ≤ 2 × | ≤ 1.3 × | – | 3.00 s to 2.00 s: **1.50 ×** | must |" in written


def test_the_plot_names_every_line_and_keeps_the_names_apart(tmp_path: Path) -> None:
    page.write(tmp_path / "bench.md", [RUN])
    drawn = ElementTree.parse(tmp_path / "pictures" / "bench-growth.svg").getroot()
    named = {each.text: float(each.get("y", "")) for each in drawn.iter("{http://www.w3.org/2000/svg}text")}
    places = sorted(place for text, place in named.items() if text and text.startswith(("first", "a round", "size")))

    assert len(places) == len(GROWTHS)
    assert all(below - above >= 17 for above, below in pairwise(places))
    assert f"({GROWTHS[1].exponent:.2f})" in " ".join(text or "" for text in named)
