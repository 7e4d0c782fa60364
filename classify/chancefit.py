"""What the person's own waits say about answers to come, beside what was expected of them.

A hazard in bands of days (Kaplan-Meier with right-censoring in its person-time form): in each band, answers per day
waited. Waits that are still open count with the days they have lasted. It is shrunk twice over:

- towards a curve of the person: the expected one with its level (share ever answered), speed and shape moved. All steps
  together say how far, so that who applies in a slow industry learns it at every step; each step may differ from that.
- within a step, every band towards that curve, as if ``Spread.freedom`` applications had followed it.

The posterior over level, speed and shape is summed over a grid, the one over each band is a gamma distribution, so that
nothing is drawn at random. Wanted is the share of waits this long that will still be answered: its mean and its 5 % and
95 % quantiles, of a beta distribution with the same mean and variance.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from classify.chanceprior import ChancePrior, Expectation, Step
from classify.chancerange import HIGH, LEAST_VARIANCE, LOW, POINTS, REACH
from classify.waits import EDGES as BANDS
from classify.waits import HORIZON, Tally, Wait, tallies

Floats = NDArray[np.float64]

EDGES = np.array(BANDS, dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Spread:
    """How far things may lie from what is expected; all of it our assumption, chosen as ``docs/chance.md`` tells.

    ``steps`` is how far one step lies from the others, as a share of how far persons lie apart; ``freedom`` how many
    applications the smooth curve counts as in every band; ``shapes`` are Weibull exponents (1: as likely in any week,
    less: most answers soon and some very late, more: hardly any at first) with their shares.
    """

    steps: float = 0.8
    freedom: float = 20.0
    shapes: tuple[float, ...] = (0.6, 0.8, 1.0, 1.4, 2.0)
    shares: tuple[float, ...] = (0.15, 0.25, 0.3, 0.2, 0.1)


USUAL = Spread()
"""What the program uses."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The chance after so many whole days of silence (the index): its mean and the ends of its 90 % interval."""

    p: Floats
    low: Floats
    high: Floats


class Fit:
    """The posterior after the person's waits, by step."""

    def __init__(self, waits: Iterable[Wait], prior: ChancePrior, spread: Spread = USUAL) -> None:
        self._spread = spread
        self._grid = _Grid.of(prior, spread)
        self._seen = {step: _Seen.of(each) for step, each in tallies(waits).items()}
        self._curves = {step: self._grid.rates(expected) for step, expected in prior.steps.items()}
        likelihoods = {step: self._likelihood(step) for step in prior.steps}
        reached = {step: self._grid.of_person(each) for step, each in likelihoods.items()}
        self._weights = {step: self._posterior(step, likelihoods[step], reached) for step in prior.steps}

    def outcome(self, step: Step) -> Outcome:
        """The chance of an answer under a step, for every day of silence up to the horizon."""
        return outcome_of(*self.moments(step))

    def moments(self, step: Step) -> tuple[Floats, Floats]:
        """The mean and the variance of that chance, by day."""
        answers, days = self._bands(step)
        seen = self._seen[step]
        mean, square = _still_silent(answers + seen.answers[:, None], days + seen.days[:, None], self._weights[step])
        return 1 - mean, square - mean**2

    def _bands(self, step: Step) -> tuple[Floats, Floats]:
        """The curve of every grid point as answers and days in each band, ``freedom`` applications' worth."""
        rates, waiting = self._curves[step]
        answers = self._spread.freedom * waiting
        return answers, answers / rates

    def _likelihood(self, step: Step) -> Floats:
        """The logarithm of how likely the own waits are at each grid point, whatever the hazards of the bands."""
        answers, days = self._bands(step)
        seen = self._seen[step]
        found = answers * np.log(days / (days + seen.days[:, None]))
        found -= seen.answers[:, None] * np.log(days + seen.days[:, None])
        for band, number in enumerate(seen.answers.astype(int)):
            found[band] += np.log(answers[band][:, None] + np.arange(number)).sum(axis=1)
        return np.asarray(found.sum(axis=0))

    def _posterior(self, step: Step, likelihood: Floats, reached: Mapping[Step, Floats]) -> Floats:
        others = sum((each for other, each in reached.items() if other is not step), self._grid.prior)
        return _normal(likelihood + self._grid.of_step(others))


@dataclass(frozen=True, slots=True)
class _Seen:
    """Own answers and days waited, band by band."""

    answers: Floats
    days: Floats

    @classmethod
    def of(cls, tally: Tally) -> "_Seen":
        return cls(np.array(tally.answers, dtype=np.float64), np.array(tally.days, dtype=np.float64))


@dataclass(frozen=True, slots=True)
class _Grid:
    """Levels (log-odds of an answer ever), speeds (logarithm) and shapes, each combination one point.

    ``prior`` is the logarithm of how far persons lie apart; ``kernels`` how far a step lies from its person;
    ``stretch`` what the expected log-odds are multiplied with, so that the mean over all levels is the expected share.
    """

    levels: Floats
    speeds: Floats
    shapes: Floats
    prior: Floats
    kernels: tuple[Floats, Floats, Floats]
    stretch: float

    @classmethod
    def of(cls, prior: ChancePrior, spread: Spread) -> "_Grid":
        """The grid for expectations that count as ``prior.weight`` applications."""
        # A share of one half seen on n applications lies within 2 / sqrt(n) in log-odds; a median seen on the half of
        # them that is answered, within sqrt(2 / n) in logarithms.
        level, speed = 2 / np.sqrt(prior.weight), np.sqrt(2 / prior.weight)
        reach = 2.5 * np.sqrt(1 + spread.steps**2)
        levels, speeds = np.linspace(-reach, reach, 15) * level, np.linspace(-reach, reach, 11) * speed
        shares = np.array(spread.shares) / sum(spread.shares)
        # The mean of a logistic curve over a normal distribution, as is usual (pi / 8).
        stretch = float(np.sqrt(1 + np.pi / 8 * level**2 * (1 + spread.steps**2)))
        alone = -0.5 * (levels[:, None] / level) ** 2 - 0.5 * (speeds[None, :] / speed) ** 2
        whole = alone[:, :, None] + np.log(shares)
        leaving = min(spread.steps, 1.0)
        stay = (1 - leaving) * np.eye(len(shares)) + leaving * shares
        kernels = (_kernel(levels, spread.steps * level), _kernel(speeds, spread.steps * speed), stay)
        return cls(levels, speeds, np.array(spread.shapes), np.log(_normal(whole)).ravel(), kernels, stretch)

    def rates(self, expected: Expectation) -> tuple[Floats, Floats]:
        """Answers per day, and the share of all applications answered, in each band (rows) at each point (columns)."""
        odds = self.stretch * np.log(expected.answered / (1 - expected.answered)) + self.levels
        ever = (1 / (1 + np.exp(-odds)))[None, :, None, None]
        half = (7 * expected.half_weeks * np.exp(self.speeds))[None, None, :, None]
        shape = self.shapes[None, None, None, :]
        answered = ever * (1 - np.exp(-np.log(2) * (EDGES[:, None, None, None] / half) ** shape))
        waiting = (1 - answered).reshape(len(EDGES), -1)
        lost = np.maximum(waiting[:-1] - waiting[1:], 1e-7)
        return -np.log1p(-lost / waiting[:-1]) / np.diff(EDGES)[:, None], lost

    def of_person(self, step: Floats) -> Floats:
        """What a step's waits say (in logarithms) about each point being the person's."""
        return self._carried(step, tuple(each.T for each in self.kernels))

    def of_step(self, person: Floats) -> Floats:
        """What is known about the person (in logarithms) said of a step."""
        return self._carried(person, self.kernels)

    def _carried(self, logarithms: Floats, kernels: Sequence[Floats]) -> Floats:
        whole = logarithms.reshape(len(self.levels), len(self.speeds), len(self.shapes))
        top = whole.max()
        carried = np.einsum("abc,ai,bj,ck->ijk", np.exp(whole - top), *kernels, optimize=True)
        return np.asarray(np.log(carried + 1e-300) + top).ravel()


def _kernel(points: Floats, deviation: float) -> Floats:
    found = np.exp(-0.5 * ((points[:, None] - points[None, :]) / deviation) ** 2)
    return np.asarray(found / found.sum(axis=1, keepdims=True))


def _normal(logarithms: Floats) -> Floats:
    found = np.exp(logarithms - logarithms.max())
    return np.asarray(found / found.sum())


def _still_silent(answers: Floats, days: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """Mean of the share silent to the horizon, and of its square, by the day reached already."""
    return _moment(answers, days, weights, 1), _moment(answers, days, weights, 2)


def _moment(answers: Floats, days: Floats, weights: Floats, power: int) -> Floats:
    """A hazard of gamma(answers, days) leaves m days unanswered with probability (days / (days + m)) ** answers."""
    widths = np.diff(EDGES)[:, None]
    whole = -answers * np.log1p(power * widths / days)
    after = np.vstack([np.cumsum(whole[::-1], axis=0)[::-1], np.zeros((1, whole.shape[1]))])
    reached = np.arange(HORIZON + 1, dtype=np.float64)
    band = np.minimum(np.searchsorted(EDGES, reached, side="right") - 1, len(EDGES) - 2)
    rest = (EDGES[band + 1] - reached)[:, None]
    part = -answers[band] * np.log1p(power * rest / days[band])
    return np.asarray(np.exp(part + after[band + 1]) @ weights)


_SCALE = np.linspace(-REACH, REACH, POINTS)
"""Log-odds on which quantiles are looked for."""


def outcome_of(mean: Floats, variance: Floats) -> Outcome:
    """The 90 % interval of beta distributions with these means and variances."""
    below = _below(mean, variance)
    low, high = (_at(below, share) for share in (LOW, HIGH))
    mean = np.clip(mean, 0.0, 1.0)
    return Outcome(mean, np.minimum(low, mean), np.maximum(high, mean))


def positions_of(mean: float, variance: float) -> tuple[float, float]:
    """Where among the points of ``chancerange`` the ends of that interval lie; the next point up is what is told."""
    below = _below(np.array([mean]), np.array([variance]))[0]
    found = []
    for share in (LOW, HIGH):
        point = min(int(np.searchsorted(below, share)), POINTS - 1)
        before = below[point - 1] if point else 0.0
        found.append(point - float((below[point] - share) / max(below[point] - before, 1e-300)))
    return found[0], found[1]


def _below(mean: Floats, variance: Floats) -> Floats:
    """The share of each distribution below every point."""
    p = np.clip(mean, 1e-6, 1 - 1e-6)
    size = np.maximum(p * (1 - p) / np.maximum(variance, LEAST_VARIANCE) - 1, 0.5)
    one, other = (p * size)[:, None], ((1 - p) * size)[:, None]
    density = -one * np.log1p(np.exp(-_SCALE)) - other * np.log1p(np.exp(_SCALE))
    below = np.cumsum(np.exp(density - density.max(axis=1, keepdims=True)), axis=1)
    below /= below[:, -1:]
    return np.asarray(below)


def _at(below: Floats, share: float) -> Floats:
    index = (below < share).sum(axis=1)
    return np.asarray(1 / (1 + np.exp(-_SCALE[np.minimum(index, len(_SCALE) - 1)])))
