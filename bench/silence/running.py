"""Looks into simulated searches at random moments of waiting, and asks everyone for the chance of an answer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

import numpy as np

from bench.silence.rivals import FIXED, ConstantRate, OneCurve, fixed, share_to_come
from bench.silence.searches import FAR, PAUSE, Search, moment, waits_at
from bench.silence.worlds import CHOOSING, World
from classify.chancefit import HORIZON, USUAL, Fit, Spread
from classify.chanceprior import EXPECTED, ChancePrior, Step
from classify.chancewaits import Wait, WaitEnd, silent_days

SIZES = (5, 30, 150)
LOOKS = 3
AFTER = 60.0
"""A look falls within so many days after the last application."""
MOST = 10
"""How many waits of one look count, so that long searches do not outweigh short ones."""
OTHERS = 300
"""On how many searches of others the one curve rests."""
TRUTH = 2500
"""From how many waits the true share is counted."""

OURS, PUBLISHED, CONSTANT, CURVE = (
    "heardback",
    "published figures alone",
    "constant rate per step, own data",
    "one curve of others, no steps",
)
RULES = tuple(f"until day {limit}, then none" for limit in FIXED)
NAMES = (OURS, PUBLISHED, CONSTANT, CURVE, *RULES)


@dataclass(frozen=True, slots=True)
class Asked:
    """One wait at one look: what everyone said, and what came of it.

    ``truth`` is the share of waits of this search, this long at this step, that are answered; None where too few are
    that long to tell.
    """

    world: str
    search: int
    size: int
    step: Step
    days: float
    answered: bool
    said: Mapping[str, float]
    low: float
    high: float
    truth: float | None


def population(random: np.random.Generator, searches: int = OTHERS) -> OneCurve:
    """What other people's searches say, those in the choosing worlds; whole waits, nothing censored."""
    waits: list[Wait] = []
    for number in range(searches):
        search = Search.drawn(CHOOSING[number % len(CHOOSING)], random)
        for listed in waits_at(search.applications(40, random), FAR):
            waits += listed
    return OneCurve.of(waits)


class Panel:
    """Everyone who is asked, with what they know before a search begins."""

    def __init__(self, others: OneCurve, prior: ChancePrior = EXPECTED, spread: Spread = USUAL) -> None:
        self._others, self._prior, self._spread = others, prior, spread
        published = Fit((), prior, spread)
        self._bare = {step: published.outcome(step).p for step in Step}

    def about(self, own: Sequence[Wait], asked: Sequence[Wait]) -> Iterator[tuple[Mapping[str, float], float, float]]:
        """What everyone says of the waits in question, knowing the person's own; and our interval."""
        fit, constant = Fit(own, self._prior, self._spread), ConstantRate.of(own)
        outcomes = {step: fit.outcome(step) for step in {wait.step for wait in asked}}
        for wait in asked:
            outcome, day = outcomes[wait.step], int(wait.days)
            said = {
                OURS: float(outcome.p[day]),
                PUBLISHED: float(self._bare[wait.step][day]),
                CONSTANT: constant.chance(wait.step, wait.days),
                CURVE: self._others.chance(wait.step, wait.days),
            } | {name: fixed(limit, wait.days) for name, limit in zip(RULES, FIXED, strict=True)}
            yield said, float(outcome.low[day]), float(outcome.high[day])


def looks(
    worlds: Sequence[World], searches: int, panel: Panel, random: np.random.Generator, sizes: Sequence[int] = SIZES
) -> Iterator[Asked]:
    """So many searches in each world, looked into after each size."""
    for index in range(searches * len(worlds)):
        search = Search.drawn(worlds[index % len(worlds)], random)
        truth = _Truth(search, np.random.default_rng(index))
        for size in sizes:
            yield from _search(index, size, search, panel, truth, random)


def _search(
    number: int, size: int, search: Search, panel: Panel, truth: "_Truth", random: np.random.Generator
) -> Iterator[Asked]:
    applications = search.applications(size, random)
    last = max(events[0].at for events in applications)
    whole = waits_at(applications, FAR)
    for _ in range(LOOKS):
        seen = waits_at(applications, last + timedelta(days=float(random.uniform(0, AFTER))))
        chosen = _chosen(seen, whole, random)
        own = [wait for listed in seen for wait in listed]
        stated = panel.about(own, [wait for wait, _ in chosen])
        for (wait, later), (said, low, high) in zip(chosen, stated, strict=True):
            answered = later.end is WaitEnd.ANSWERED and later.days < HORIZON
            share = truth.after(wait.step, int(wait.days))
            yield Asked(search.world.name, number, size, wait.step, wait.days, answered, said, low, high, share)


def _chosen(
    seen: Sequence[Sequence[Wait]], whole: Sequence[Sequence[Wait]], random: np.random.Generator
) -> list[tuple[Wait, Wait]]:
    """Open waits with what they came to; those a person cut short themselves came to nothing that could be judged."""
    pairs = []
    for now, ever in zip(seen, whole, strict=True):
        if now and now[-1].end is WaitEnd.OPEN and now[-1].days < HORIZON:
            later = ever[len(now) - 1]
            if later.end is not WaitEnd.CUT or later.days >= HORIZON:
                pairs.append((now[-1], later))
    if len(pairs) <= MOST:
        return pairs
    return [pairs[index] for index in random.choice(len(pairs), MOST, replace=False)]


class _Truth:
    """The true share of a search's waits that are still answered, from very many of them."""

    def __init__(self, search: Search, random: np.random.Generator) -> None:
        self._search, self._random = search, random
        self._shares: dict[Step, tuple[np.ndarray, np.ndarray]] = {}

    def after(self, step: Step, day: int) -> float | None:
        """The share at a day; None where fewer than 100 of the waits last that long."""
        if step not in self._shares:
            self._shares[step] = self._counted(step)
        shares, reached = self._shares[step]
        return float(shares[day]) if reached[day] >= 100 else None

    def _counted(self, step: Step) -> tuple[np.ndarray, np.ndarray]:
        search = self._search
        # Applications go out over the months the search may last.
        starts = search.start + self._random.uniform(0, 200, TRUTH)
        ends = search.ends(step, starts, self._random)
        answered = np.isfinite(ends)
        resting = _resting()
        stop = np.where(answered, ends, 0).astype(int)
        lasted = ends - starts - np.where(answered, resting[stop] - resting[starts.astype(int)], 0)
        shares = share_to_come(lasted, answered)
        ends = np.where(answered & (lasted < HORIZON), lasted, np.inf)
        return shares, (ends[None, :] >= np.arange(HORIZON + 1)[:, None]).sum(axis=1)


def _resting() -> np.ndarray:
    """How many days of year-end pauses lie before each day since the origin."""
    if not _RESTING:
        days = [silent_days(moment(day), moment(day + 1), PAUSE) for day in range(366 * 15)]
        _RESTING.append(np.concatenate([[0.0], np.cumsum(1 - np.array(days))]))
    return _RESTING[0]


_RESTING: list[np.ndarray] = []
