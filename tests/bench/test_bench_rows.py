"""The arithmetic of a row, how it is written, and which bound it keeps."""

import pytest

from bench.growing import Growth
from bench.rows import Bounds, By, Row, Unit, paired

BOUNDS = Bounds(must=2.0, aim=1.3)


def test_the_ratio_is_the_median_of_the_pairs_and_not_the_ratio_of_medians() -> None:
    row = paired("a run", "by hand", [(1.0, 1.0), (9.0, 3.0), (4.0, 2.0)], BOUNDS)

    assert (row.ours, row.theirs) == (4.0, 2.0)
    assert row.compared == 2.0
    assert row.keeps == "must"
    assert row.cells == ("a run", "4.00 s", "by hand", "2.00 s", "2.00 ×", "≤ 2 ×", "≤ 1.3 ×", "must")


@pytest.mark.parametrize(("ours", "keeps"), [(1.3, "aim"), (1.304, "aim"), (1.31, "must"), (2.006, "missed")])
def test_bounds_are_judged_by_the_decimals_that_are_shown(ours: float, keeps: str) -> None:
    assert Row("", ours, "", 1.0, BOUNDS).keeps == keeps


def test_what_comes_on_top_is_a_difference() -> None:
    row = Row("memory", 112.0, "bare", 37.0, Bounds(90, 25), Unit.MEGABYTES, By.MORE)

    assert row.cells == ("memory", "112 MB", "bare", "37.0 MB", "+75.0 MB", "≤ +90 MB", "≤ +25 MB", "must")


def test_what_has_no_peer_stands_by_itself() -> None:
    row = Row("a page", 0.0384, bounds=Bounds(0.1, 0.04), by=By.ITSELF)

    assert row.cells == ("a page", "38.4 ms", "", "", "", "≤ 100 ms", "≤ 40 ms", "aim")


def test_what_has_no_bounds_keeps_none() -> None:
    assert Row("so much", 1.0, "that much", 4.0).cells[4:] == ("0.25 ×", "", "", "")


@pytest.mark.parametrize(
    ("values", "exponent", "keeps"),
    [((2.0, 20.0, 200.0), 1.0, "aim"), ((1.0, 100.0, 10_000.0), 2.0, "missed"), ((0.3, 0.3, 0.3), 0.0, "aim")],
)
def test_the_exponent_is_the_slope_of_the_logarithms(values: tuple[float, ...], exponent: float, keeps: str) -> None:
    growth = Growth("a run", (1_000, 10_000, 100_000), values)

    assert growth.exponent == pytest.approx(exponent)
    assert growth.keeps == keeps
    assert growth.cells[4] == f"{exponent:.2f}"
