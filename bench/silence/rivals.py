"""What others show instead: a constant rate, one curve for all, a fixed number of days."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bench.silence.laws import Floats
from classify.chancefit import HORIZON
from classify.chanceprior import Step
from classify.chancewaits import Wait, WaitEnd

FIXED = (21, 30, 45)


@dataclass(frozen=True, slots=True)
class ConstantRate:
    """Of all own waits at a step so far, how many were answered (and one more of each kind, so that none is none)."""

    rates: Mapping[Step, float]

    @classmethod
    def of(cls, waits: Iterable[Wait]) -> "ConstantRate":
        """The rates of the person's own history."""
        begun: dict[Step, int] = defaultdict(int)
        answered: dict[Step, int] = defaultdict(int)
        for wait in waits:
            if wait.end is not WaitEnd.CUT:
                begun[wait.step] += 1
                answered[wait.step] += wait.end is WaitEnd.ANSWERED
        return cls({step: (answered[step] + 1) / (begun[step] + 2) for step in Step})

    def chance(self, step: Step, _days: float) -> float:
        """The same on every day."""
        return self.rates[step]


def share_to_come(lasted: Floats, answered: NDArray[np.bool_]) -> Floats:
    """Of waits that lasted this many whole days (the index), the share answered after that and by the horizon.

    ``lasted`` are whole waits, without censoring; those never answered count as answered at infinity.
    """
    ends = np.where(answered & (lasted < HORIZON), lasted, np.inf)
    days = np.arange(HORIZON + 1)
    reached = np.maximum((ends[None, :] >= days[:, None]).sum(axis=1), 1)
    later = ((ends[None, :] >= days[:, None]) & np.isfinite(ends)[None, :]).sum(axis=1)
    return np.asarray(later / reached)


@dataclass(frozen=True, slots=True)
class OneCurve:
    """The curve of many other searches, whatever the step."""

    share: Floats

    @classmethod
    def of(cls, waits: Sequence[Wait]) -> "OneCurve":
        """The curve of whole waits."""
        whole = [wait for wait in waits if wait.end is not WaitEnd.CUT or wait.days >= HORIZON]
        lasted = np.array([wait.days for wait in whole])
        return cls(share_to_come(lasted, np.array([wait.end is WaitEnd.ANSWERED for wait in whole])))

    def chance(self, _step: Step, days: float) -> float:
        """The same at every step."""
        return float(self.share[min(int(days), HORIZON)])


def fixed(limit: int, days: float) -> float:
    """An answer will come until that day, and none after it."""
    return 1.0 if days < limit else 0.0
