"""A share of a few, honestly: with the range it may lie in, and nothing at all where there are too few to say."""

from dataclasses import dataclass
from math import sqrt

FEW = 5
"""Below this many nothing is said of a share (our own choice; as ``classify.chance.ENOUGH``)."""
_Z = 1.6449
"""The normal quantile of a range that holds nine times in ten."""
TOO_FEW = "too few to say"
_IN_WORDS = (
    (0.005, "none"),
    (0.05, "hardly any"),
    (0.15, "about one in ten"),
    (0.22, "about one in five"),
    (0.29, "about a quarter"),
    (0.37, "about a third"),
    (0.45, "about four in ten"),
    (0.55, "about half"),
    (0.63, "about six in ten"),
    (0.71, "about two thirds"),
    (0.78, "about three quarters"),
    (0.88, "about eight in ten"),
    (0.97, "nine in ten or more"),
    (0.995, "nearly all"),
)


@dataclass(frozen=True, slots=True)
class Share:
    """``part`` of ``whole``."""

    part: int
    whole: int

    @property
    def says_something(self) -> bool:
        """Whether there are enough to speak of a share."""
        return self.whole >= FEW

    @property
    def p(self) -> float:
        """The share itself, 0 where there is nothing."""
        return self.part / self.whole if self.whole else 0.0

    @property
    def range(self) -> tuple[float, float]:
        """Where the share of many more would lie, nine times in ten (Wilson's score interval)."""
        if not self.whole:
            return 0.0, 1.0
        n, square = self.whole, _Z * _Z
        middle = (self.part + square / 2) / (n + square)
        half = _Z / (n + square) * sqrt(self.part * (n - self.part) / n + square / 4)
        return max(0.0, middle - half), min(1.0, middle + half)

    def words(self, *, show_counts: bool = True) -> str:
        """The share as one reads it: "39 %, between 30 and 48", or in words alone where counts are muted."""
        if not self.says_something:
            return TOO_FEW
        if not show_counts:
            return share_words(self.p)
        low, high = self.range
        return f"{per_cent(self.p)} %, between {per_cent(low)} and {per_cent(high)}"


def per_cent(share: float) -> str:
    """A share in hundredths, without the sign; small ones with one more digit."""
    hundredths = share * 100
    return f"{hundredths:.1f}" if 0.05 <= hundredths < 0.95 else f"{hundredths:.0f}"


def share_words(share: float) -> str:
    """A share without any figure."""
    return next((words for limit, words in _IN_WORDS if share < limit), "all")
