"""One row of the table: what was measured, what it is compared to, and the bounds it is held to."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never


class Unit(StrEnum):
    """What a figure counts. Seconds are shown as milliseconds where they are few."""

    SECONDS = "s"
    MEGABYTES = "MB"

    def shown(self, value: float) -> str:
        """The figure with its unit, three digits or so."""
        match self:
            case Unit.SECONDS if abs(value) < 1:
                return f"{_digits(1e3 * value)} ms"
            case Unit.SECONDS | Unit.MEGABYTES:
                return f"{_digits(value)} {self.value}"
            case _:
                assert_never(self)


class By(StrEnum):
    """How ours is held against theirs: so many times as much, so much more, or by itself."""

    TIMES = "times"
    MORE = "more"
    ITSELF = "itself"


@dataclass(frozen=True, slots=True)
class Bounds:
    """What must not be passed, and what is aimed at; less is better."""

    must: float
    aim: float

    def kept(self, value: float) -> str:
        """Which of both a value keeps, judged by the two decimals that are shown."""
        seen = round(value, 2)
        return "aim" if seen <= self.aim else "must" if seen <= self.must else "missed"


@dataclass(frozen=True, slots=True)
class Row:
    """Ours beside theirs (None where there is no peer); without bounds it is shown for information.

    ``pairs`` are the single measurements that the figures are medians of.
    """

    what: str
    ours: float
    against: str = ""
    theirs: float | None = None
    bounds: Bounds | None = None
    unit: Unit = Unit.SECONDS
    by: By = By.TIMES
    pairs: tuple[tuple[float, float], ...] = ()

    @property
    def compared(self) -> float:
        """What the bounds speak of."""
        match self.by:
            case By.TIMES if self.pairs:
                return statistics.median(ours / theirs for ours, theirs in self.pairs)
            case By.TIMES:
                return self.ours / self.theirs if self.theirs else float("nan")
            case By.MORE:
                return self.ours - (self.theirs or 0.0)
            case By.ITSELF:
                return self.ours
            case _:
                assert_never(self.by)

    @property
    def keeps(self) -> str:
        """Which bound is kept, or nothing where there is none."""
        return self.bounds.kept(self.compared) if self.bounds else ""

    @property
    def ratio(self) -> str:
        """``compared`` as it is written."""
        return self._written(self.compared) if self.by is not By.ITSELF else ""

    @property
    def must(self) -> str:
        """The first bound, as it is written."""
        return f"≤ {self._bound(self.bounds.must)}" if self.bounds else ""

    @property
    def aim(self) -> str:
        """The second one."""
        return f"≤ {self._bound(self.bounds.aim)}" if self.bounds else ""

    @property
    def cells(self) -> tuple[str, ...]:
        """The row of ``HEADING``."""
        theirs = "" if self.theirs is None else self.unit.shown(self.theirs)
        return (
            self.what,
            self.unit.shown(self.ours),
            self.against,
            theirs,
            self.ratio,
            self.must,
            self.aim,
            self.keeps,
        )

    def _written(self, value: float) -> str:
        match self.by:
            case By.TIMES:
                return f"{value:.2f} ×"
            case By.MORE:
                return f"{'+' if value >= 0 else '−'}{self.unit.shown(abs(value))}"
            case By.ITSELF:
                return self.unit.shown(value)
            case _:
                assert_never(self.by)

    def _bound(self, value: float) -> str:
        if self.by is By.TIMES:
            return f"{value:g} ×"
        sign = "+" if self.by is By.MORE else ""
        if self.unit is Unit.SECONDS and value < 1 and self.by is By.ITSELF:
            return f"{1e3 * value:g} ms"
        return f"{sign}{value:g} {self.unit.value}".strip()


HEADING = ("What", "Ours", "Against", "Theirs", "Ratio", "Must", "Aim", "Keeps")


@dataclass(frozen=True, slots=True)
class Skipped:
    """What could not be measured here, and why; ``failed`` where that is a fault and no lack."""

    what: str
    why: str
    failed: bool = False


class NotHere(Exception):  # noqa: N818 - named for what it says
    """A part that a measurement needs is not on this machine; the words say which, and how it is had."""


def paired(what: str, against: str, pairs: Sequence[tuple[float, ...]], bounds: Bounds | None = None) -> Row:
    """A row of paired runs in seconds: the medians of both sides, and of the ratios."""
    ours, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
    return Row(what, ours, against, theirs, bounds, pairs=tuple((one, other) for one, other in pairs))


def _digits(value: float) -> str:
    size = abs(value)
    return f"{value:,.0f}" if size >= 100 else f"{value:.1f}" if size >= 10 else f"{value:.2f}"
