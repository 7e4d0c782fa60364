"""How what something costs grows with the mail: its figures at several sizes, and the power they grow with."""

import math
import statistics
from dataclasses import dataclass

from bench.rows import Bounds, Unit

BOUNDS = Bounds(must=1.1, aim=1.0)


@dataclass(frozen=True, slots=True)
class Growth:
    """One thing at each of several sizes, in mails; ``values`` are in the unit's terms.

    All of a value counts, what is always the same as well: an exponent near zero says that most of it is.
    """

    what: str
    sizes: tuple[int, ...]
    values: tuple[float, ...]
    unit: Unit = Unit.SECONDS

    @property
    def exponent(self) -> float:
        """The slope of the straight line through the logarithms (least squares): 1 is in proportion to the mails."""
        points = [(math.log(size), math.log(each)) for size, each in zip(self.sizes, self.values, strict=True)]
        middle, height = (statistics.fmean(column) for column in zip(*points, strict=True))
        above = sum((x - middle) * (y - height) for x, y in points)
        return above / sum((x - middle) ** 2 for x, _ in points)

    @property
    def keeps(self) -> str:
        """Which bound the exponent keeps."""
        return BOUNDS.kept(self.exponent)

    @property
    def cells(self) -> tuple[str, ...]:
        """The row of ``bench.rows.HEADING``; the ratio is the exponent."""
        ours = ", ".join(map(self.unit.shown, self.values))
        bounds = (f"≤ {BOUNDS.must:g}", f"≤ {BOUNDS.aim:g}")
        return (f"growth: {self.what}", ours, "a straight line", "", f"{self.exponent:.2f}", *bounds, self.keeps)
