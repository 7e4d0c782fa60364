"""Probabilities that mean what they say: temperature, abstaining, and how both are measured (numpy only)."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from classify.model import Vector, log_softmax
from store.vocabulary import MESSAGE_TAGS, Tag

_BINS = 10
_TEMPERATURES = np.round(np.arange(0.4, 3.01, 0.05), 2)
COSTS: dict[Tag, float] = {
    Tag.REJECTION: 2.0,
    Tag.OFFER: 1.5,
    Tag.INVITATION: 1.2,
    Tag.ASSESSMENT: 1.0,
    Tag.ACKNOWLEDGEMENT: 1.0,
    Tag.OUTREACH: 1.0,
    Tag.OTHER: 1.0,
}
"""What a wrong tag costs, with asking the person at ``ASKING``: a wrong rejection closes a live application."""
ASKING = 0.4
_LEAST, _MOST = 0.5, 0.85


@dataclass(frozen=True, slots=True)
class Bin:
    """Mails whose confidence lies in one tenth: how many (or how heavy), how sure on average, how often right."""

    low: float
    high: float
    size: float
    confidence: float
    accuracy: float


def reliability(probabilities: Vector, truth: NDArray[np.intp], weights: Vector | None = None) -> tuple[Bin, ...]:
    """The filled tenths of confidence, in order."""
    heavy = np.ones(len(truth)) if weights is None else weights
    confidence = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == truth
    slot = np.minimum((confidence * _BINS).astype(int), _BINS - 1)
    found = []
    for number in sorted(set(slot.tolist())):
        inside = slot == number
        size = float(heavy[inside].sum())
        sure = float(np.average(confidence[inside], weights=heavy[inside]))
        hit = float(np.average(right[inside], weights=heavy[inside]))
        found.append(Bin(number / _BINS, (number + 1) / _BINS, size, sure, hit))
    return tuple(found)


def calibration_error(probabilities: Vector, truth: NDArray[np.intp], weights: Vector | None = None) -> float:
    """Expected calibration error: the gap between confidence and accuracy, averaged over the tenths by their size."""
    bins = reliability(probabilities, truth, weights)
    total = sum(each.size for each in bins)
    return sum(each.size * abs(each.accuracy - each.confidence) for each in bins) / total


def log_loss(probabilities: Vector, truth: NDArray[np.intp], weights: Vector | None = None) -> float:
    """Mean negative log-probability of the right tag, weighted where ``weights`` are given."""
    losses = -np.log(np.maximum(probabilities[np.arange(len(truth)), truth], 1e-12))
    return float(np.average(losses, weights=weights))


def best_temperature(log_odds: Vector, truth: NDArray[np.intp], weights: Vector | None = None) -> float:
    """The temperature with the smallest log-loss on mails that the fit has not seen."""
    losses = [log_loss(np.exp(log_softmax(log_odds / warmth)), truth, weights) for warmth in _TEMPERATURES]
    return float(_TEMPERATURES[int(np.argmin(losses))])


def thresholds(floor: float) -> dict[Tag, float]:
    """The certainty each tag needs before it is acted on.

    Saying a tag is worth it while (1 - p) · cost ≤ ``ASKING``, so p ≥ 1 - ASKING / cost; never below ``floor``.
    """
    return {tag: round(min(_MOST, max(floor, 1.0 - ASKING / COSTS[tag])), 3) for tag in MESSAGE_TAGS}


@dataclass(frozen=True, slots=True)
class Coverage:
    """What remains when everything less sure than ``threshold`` is left to the person."""

    threshold: float
    coverage: float
    accuracy: float


STEPS = tuple(round(0.3 + 0.05 * number, 2) for number in range(14))


def risk_coverage(
    probabilities: Vector, truth: NDArray[np.intp], weights: Vector | None = None, steps: Sequence[float] = STEPS
) -> tuple[Coverage, ...]:
    """Coverage and accuracy on what is covered, for each threshold of ``steps``."""
    heavy = np.ones(len(truth)) if weights is None else weights
    confidence = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == truth
    curve = []
    for step in steps:
        sure = confidence >= step
        accuracy = float(np.average(right[sure], weights=heavy[sure])) if sure.any() else 1.0
        curve.append(Coverage(step, float(heavy[sure].sum() / heavy.sum()), accuracy))
    return tuple(curve)


def abstain_floor(curve: Sequence[Coverage], *, accuracy: float, least_coverage: float) -> float:
    """The lowest threshold from .5 on that is right in ``accuracy`` of what it covers, or the last one that still
    covers ``least_coverage``."""
    usable = [point for point in curve if _LEAST <= point.threshold <= _MOST]
    covering = [point for point in usable if point.coverage >= least_coverage] or usable[:1]
    return next((point.threshold for point in covering if point.accuracy >= accuracy), covering[-1].threshold)
