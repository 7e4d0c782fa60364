"""How good stated chances are: Brier score, calibration, and how sure one can be of a difference."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from bench.silence.laws import Floats
from bench.silence.running import Asked

BINS = 10
DRAWS = 1000


@dataclass(frozen=True, slots=True)
class Stated:
    """Chances said, and what came true, each of some search."""

    said: Floats
    came: Floats
    search: np.ndarray

    @classmethod
    def by(cls, name: str, asked: Iterable[Asked]) -> "Stated":
        """What one of them said."""
        listed = list(asked)
        said = np.array([each.said[name] for each in listed])
        return cls(
            said, np.array([each.answered for each in listed], dtype=float), np.array([each.search for each in listed])
        )

    @property
    def brier(self) -> float:
        """Mean squared distance from what came."""
        return float(np.mean((self.said - self.came) ** 2))

    @property
    def by_search(self) -> tuple[Floats, Floats]:
        """Sum of squared distances, and number of waits, search by search."""
        _, index = np.unique(self.search, return_inverse=True)
        return np.bincount(index, (self.said - self.came) ** 2).astype(float), np.bincount(index).astype(float)

    @property
    def bins(self) -> tuple[tuple[float, float, float, int], ...]:
        """Each tenth that anything was said in: where it begins, the mean said, the share that came, how many."""
        places = np.minimum((self.said * BINS).astype(int), BINS - 1)
        found = []
        for place in range(BINS):
            here = places == place
            if here.any():
                found.append(
                    (place / BINS, float(self.said[here].mean()), float(self.came[here].mean()), int(here.sum()))
                )
        return tuple(found)

    @property
    def calibration_error(self) -> float:
        """Mean distance between what was said and what came, over the tenths."""
        return sum(abs(said - came) * number for _, said, came, number in self.bins) / len(self.said)

    @property
    def slope(self) -> float:
        """What the log-odds said must be multiplied with to fit what came: 1 is right, below 1 too bold."""
        said = np.clip(self.said, 1e-3, 1 - 1e-3)
        design = np.column_stack([np.ones_like(said), np.log(said / (1 - said))])
        weights = np.zeros(2)
        for _ in range(50):
            fitted = 1 / (1 + np.exp(-design @ weights))
            curvature = design.T @ (design * (fitted * (1 - fitted))[:, None]) + 1e-9 * np.eye(2)
            step = np.linalg.solve(curvature, design.T @ (self.came - fitted))
            weights += step
            if np.abs(step).max() < 1e-8:
                break
        return float(weights[1])


def interval(one: Stated, random: np.random.Generator) -> tuple[float, float]:
    """Where a Brier score lies, 95 times in 100, if the searches were drawn again."""
    loss, number = one.by_search
    return _drawn(loss, number, random)


def difference(ours: Stated, theirs: Stated, random: np.random.Generator) -> tuple[float, float, float]:
    """How much lower our Brier score is, and where that lies 95 times in 100 if the searches were drawn again."""
    (mine, number), (other, _) = ours.by_search, theirs.by_search
    low, high = _drawn(other - mine, number, random)
    return theirs.brier - ours.brier, low, high


def _drawn(loss: Floats, number: Floats, random: np.random.Generator) -> tuple[float, float]:
    drawn = random.integers(0, len(loss), (DRAWS, len(loss)))
    low, high = np.quantile(loss[drawn].sum(axis=1) / number[drawn].sum(axis=1), (0.025, 0.975))
    return float(low), float(high)


def coverage(asked: Sequence[Asked]) -> tuple[float, float, int]:
    """How often the interval holds the true share, its mean width, and on how many waits this rests."""
    told = [each for each in asked if each.truth is not None]
    if not told:
        return 0.0, 0.0, 0
    held = [each.low - 0.005 <= (each.truth or 0.0) <= each.high + 0.005 for each in told]
    return float(np.mean(held)), float(np.mean([each.high - each.low for each in told])), len(told)
