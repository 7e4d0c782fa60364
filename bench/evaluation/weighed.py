"""Figures of one set of verdicts where some mails count more than others."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from classify.calibration import calibration_error
from classify.corpus import Row, message_of
from classify.features import features_of
from classify.rules import rule_tag
from store.records import Verdict
from store.vocabulary import MESSAGE_TAGS, Tag

PEERS_TAGS = (Tag.REJECTION, Tag.INVITATION, Tag.ACKNOWLEDGEMENT, Tag.OUTREACH, Tag.OTHER)
"""The tags the targets are set for."""
PLAIN_SHARE = 0.86
_MOST_TIMES = 8.0


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
    """Weights that give plain wording the share it has in real mail, and each tag of a language the same weight.

    Plain is a mail whose cues alone show its tag. Decision phrases alone find 86 % of real rejections (``domain.md``
    §3.2); the corpus is written to be various and holds far fewer. No plain mail counts more than ``_MOST_TIMES`` a
    mail in unusual words.
    """
    weights = np.ones(len(rows))
    plain = np.array([_is_plain(row) for row in rows])
    for language, tag in {(row.language, row.tag) for row in rows}:
        here = np.array([row.language == language and row.tag is tag for row in rows])
        plainly, rest = int((here & plain).sum()), int((here & ~plain).sum())
        share = min(PLAIN_SHARE, _MOST_TIMES * plainly / (_MOST_TIMES * plainly + rest)) if rest else 1.0
        weights[here & plain] = share / max(1, plainly)
        weights[here & ~plain] = (1.0 - share) / max(1, rest)
    scaled: NDArray[np.float64] = weights * len(weights) / weights.sum()
    return scaled


def _is_plain(row: Row) -> bool:
    seen = features_of(message_of(row), language=row.language)
    return rule_tag(seen.hits, seen.subject_hits) is row.tag
