"""Precision, recall, F1, confusion and bootstrap intervals over tags given and tags true, both as indices."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from store.vocabulary import MESSAGE_TAGS, Tag

Indices = NDArray[np.intp]
LEAST_SUPPORT = 5
_DRAWS = 1000
_SEED = 7


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 of one tag, and how many mails truly carry it (``support``) or were given it."""

    tag: Tag
    precision: float
    recall: float
    f1: float
    support: int
    given: int


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure with its 95 % bootstrap interval."""

    value: float
    low: float
    high: float


def scores_of(given: Indices, truth: Indices) -> tuple[Score, ...]:
    """One score per tag, in the order of ``MESSAGE_TAGS``; a ratio over nothing is 0."""
    return tuple(_score(number, tag, given, truth) for number, tag in enumerate(MESSAGE_TAGS))


def _score(number: int, tag: Tag, given: Indices, truth: Indices) -> Score:
    hits = int(((given == number) & (truth == number)).sum())
    support, claimed = int((truth == number).sum()), int((given == number).sum())
    precision = hits / claimed if claimed else 0.0
    recall = hits / support if support else 0.0
    f1 = 2 * hits / (support + claimed) if support + claimed else 0.0
    return Score(tag, precision, recall, f1, support, claimed)


def macro_f1(scores: Sequence[Score], least_support: int = 1) -> float:
    """The plain mean of F1 over the tags that at least ``least_support`` mails truly carry; 0 where there is none."""
    counted = [score.f1 for score in scores if score.support >= least_support]
    return sum(counted) / len(counted) if counted else 0.0


def confusion_of(given: Indices, truth: Indices) -> tuple[tuple[int, ...], ...]:
    """Rows are true tags, columns given ones, both in the order of ``MESSAGE_TAGS``."""
    matrix = np.zeros((len(MESSAGE_TAGS), len(MESSAGE_TAGS)), dtype=int)
    np.add.at(matrix, (truth, given), 1)
    return tuple(tuple(int(count) for count in row) for row in matrix)


def bootstrap(given: Indices, truth: Indices, measure: Callable[[Indices, Indices], float]) -> Interval:
    """``measure`` with its 95 % interval over mails drawn again with replacement; the same for the same mails."""
    dice = np.random.default_rng(_SEED)
    drawn = []
    for _ in range(_DRAWS):
        picked = dice.integers(0, len(truth), len(truth))
        drawn.append(measure(given[picked], truth[picked]))
    low, high = np.percentile(drawn, [2.5, 97.5])
    return Interval(measure(given, truth), float(low), float(high))
