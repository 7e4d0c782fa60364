"""Figures of one set of verdicts where some mails count more than others."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from classify.calibration import calibration_error
from classify.corpus import Row, message_of
from classify.evidence import real_weights
from classify.features import features_of
from store.records import Verdict
from store.vocabulary import MESSAGE_TAGS, Tag

PEERS_TAGS = (Tag.REJECTION, Tag.INVITATION, Tag.ACKNOWLEDGEMENT, Tag.OUTREACH, Tag.OTHER)
"""The tags the targets are set for."""


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """Tags true and given as indices, certainty and doubt of each mail, and how much the mail counts."""

    truth: NDArray[np.intp]
    given: NDArray[np.intp]
    probabilities: NDArray[np.float64]
    sure: NDArray[np.bool_]
    weights: NDArray[np.float64]

    @classmethod
    def of(
        cls, rows: Sequence[Row], verdicts: Sequence[Verdict], weights: NDArray[np.float64] | None = None
    ) -> "Weighed":
        """The verdicts on ``rows``, each mail counting the same unless ``weights`` say otherwise."""
        return cls(
            truth=np.array([MESSAGE_TAGS.index(row.tag) for row in rows], dtype=np.intp),
            given=np.array([MESSAGE_TAGS.index(verdict.tag) for verdict in verdicts], dtype=np.intp),
            probabilities=np.array([verdict.probabilities for verdict in verdicts]),
            sure=np.array([not verdict.unsure for verdict in verdicts]),
            weights=np.ones(len(rows)) if weights is None else weights,
        )

    def precision(self, tag: Tag) -> float:
        """The share of what was given ``tag`` that truly carries it."""
        return self._share(self._is_true(tag), self._is_given(tag))

    def recall(self, tag: Tag) -> float:
        """The share of what truly carries ``tag`` that was given it."""
        return self._share(self._is_given(tag), self._is_true(tag))

    def f1(self, tag: Tag) -> float:
        """The harmonic mean of both."""
        precision, recall = self.precision(tag), self.recall(tag)
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    def macro_f1(self, tags: Sequence[Tag] = PEERS_TAGS) -> float:
        """The mean F1 of those of ``tags`` that any mail carries."""
        found = [self.f1(tag) for tag in tags if self._is_true(tag).any()]
        return sum(found) / len(found) if found else 0.0

    def unsure(self) -> float:
        """The share left to the person."""
        return float(np.average(~self.sure, weights=self.weights))

    def covered_accuracy(self) -> float:
        """The share of right tags among those acted on."""
        return self._share(self.truth == self.given, self.sure)

    def calibration_error(self) -> float:
        """The gap between certainty and being right, averaged over the tenths of certainty."""
        return calibration_error(self.probabilities, self.truth, self.weights)

    def wrong_per_thousand(self, tags: Sequence[Tag], *, only_sure: bool) -> float:
        """Of a thousand mails that are truly ``other``, how many were given one of ``tags``."""
        other = self._is_true(Tag.OTHER)
        wrong = np.isin(self.given, [MESSAGE_TAGS.index(tag) for tag in tags if tag is not Tag.OTHER])
        return 1000.0 * self._share(wrong & self.sure if only_sure else wrong, other)

    def support(self, tag: Tag) -> int:
        """How many mails truly carry ``tag``."""
        return int(self._is_true(tag).sum())

    def _is_true(self, tag: Tag) -> NDArray[np.bool_]:
        return np.equal(self.truth, MESSAGE_TAGS.index(tag))

    def _is_given(self, tag: Tag) -> NDArray[np.bool_]:
        return np.equal(self.given, MESSAGE_TAGS.index(tag))

    def _share(self, hits: NDArray[np.bool_], among: NDArray[np.bool_]) -> float:
        total = float(self.weights[among].sum())
        return float(self.weights[hits & among].sum()) / total if total else 0.0


def as_real_mail(rows: Sequence[Row]) -> NDArray[np.float64]:
    """Weights under which the mails of each language say as much or as little of jobs as real mail of their tag does
    (``classify.evidence``): the corpus is written to be various and holds far less plain mail."""
    weights = np.ones(len(rows))
    for language in {row.language for row in rows}:
        here = [at for at, row in enumerate(rows) if row.language == language]
        facts = [features_of(message_of(rows[at]), language=language).facts for at in here]
        weights[here] = real_weights([rows[at].tag for at in here], facts, language=language) * len(here) / len(rows)
    scaled: NDArray[np.float64] = weights * len(weights) / weights.sum()
    return scaled
