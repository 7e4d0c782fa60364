"""Precision, recall, F1, confusion and bootstrap intervals over tags given and tags true, both as indices."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from store.vocabulary import MESSAGE_TAGS, Tag

Indices = NDArray[np.intp]
Counts = NDArray[np.int64]
"""Mails counted by true tag, given tag and doubt (0 unsure, 1 sure): shape (tags, tags, 2), draws before that."""
LEAST_SUPPORT = 5
_TAGS = len(MESSAGE_TAGS)
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
    matrix = np.zeros((_TAGS, _TAGS), dtype=int)
    np.add.at(matrix, (truth, given), 1)
    return tuple(tuple(int(count) for count in row) for row in matrix)


def counts_of(given: Indices, truth: Indices, sure: NDArray[np.bool_]) -> Counts:
    """The mails counted by true tag, given tag and doubt: all that the figures with intervals rest on."""
    counts = np.zeros((_TAGS, _TAGS, 2), dtype=np.int64)
    np.add.at(counts, (truth, given, sure.astype(np.intp)), 1)
    return counts


def interval(counts: Counts, measure: Callable[[Counts], NDArray[np.float64]]) -> Interval:
    """``measure`` with its 95 % interval over mails drawn again with replacement; the same for the same mails.

    Drawing mails anew is drawing their counts anew (a multinomial), so that all draws are measured at once.
    """
    flat = counts.reshape(-1)
    total = int(flat.sum())
    drawn = np.random.default_rng(_SEED).multinomial(total, flat / total, size=_DRAWS)
    low, high = np.percentile(measure(drawn.reshape(_DRAWS, *counts.shape)), [2.5, 97.5])
    return Interval(float(measure(counts[None])[0]), float(low), float(high))


def f1_in(counts: Counts) -> NDArray[np.float64]:
    """F1 of each tag in each draw, shape (draws, tags)."""
    table = counts.sum(axis=-1)
    hits = np.diagonal(table, axis1=1, axis2=2)
    return _ratio(2 * hits, table.sum(axis=1) + table.sum(axis=2))


def accuracy_in(counts: Counts) -> NDArray[np.float64]:
    """The share of right tags in each draw, however sure."""
    return _ratio(_hits(counts).sum(axis=-1), counts.sum(axis=(1, 2, 3)))


def coverage_in(counts: Counts) -> NDArray[np.float64]:
    """The share in each draw that is not left to the person."""
    return _ratio(counts[..., 1].sum(axis=(1, 2)), counts.sum(axis=(1, 2, 3)))


def covered_accuracy_in(counts: Counts) -> NDArray[np.float64]:
    """The share of right tags in each draw, among those not left to the person."""
    return _ratio(_hits(counts)[..., 1], counts[..., 1].sum(axis=(1, 2)))


def _hits(counts: Counts) -> Counts:
    """Right tags in each draw, unsure and sure: shape (draws, 2)."""
    return np.asarray(np.einsum("dttu->du", counts), dtype=np.int64)


def _ratio(part: NDArray[np.int64], whole: NDArray[np.int64]) -> NDArray[np.float64]:
    return np.divide(part, whole, out=np.zeros(part.shape), where=whole > 0)
