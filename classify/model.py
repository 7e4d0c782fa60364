"""The tagger's model as plain arrays: scored with numpy alone, so that it outlives the library that fitted it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from classify.features import Features, SentenceFeatures
from store.vocabulary import Tag

FORMAT_VERSION = 3
"""Raised whenever a field or the meaning of a feature changes; a file of another version is refused by name."""

_STRONGEST = 40
"""Terms that may be told to people: more are never needed to find the few in plain words."""

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class TextBlock:
    """A block of n-grams: weight of a term = (1 + ln count) · idf, the block scaled to length one.

    ``terms`` are listed as in the scorer's weights, from row ``offset`` on; ``rows`` maps each to its row, ``idf``
    holds one figure per term.
    """

    rows: Mapping[str, int]
    idf: NDArray[np.float32]
    offset: int
    terms: tuple[str, ...]

    def weigh(self, terms: Iterable[str]) -> tuple[NDArray[np.intp], Vector]:
        """Rows and values of the known ``terms``."""
        counts = Counter([row for term in terms if (row := self.rows.get(term)) is not None])
        rows = np.fromiter(counts, dtype=np.intp, count=len(counts))
        if not len(rows):
            return rows, np.zeros(0)
        tf = 1.0 + np.log(np.fromiter(counts.values(), dtype=np.float64, count=len(rows)))
        values = tf * self.idf[rows - self.offset]
        return rows, values / np.sqrt(values @ values)


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """What a scorer knows of one item: rows of its weights, and the value of each."""

    rows: NDArray[np.intp]
    values: Vector


@dataclass(frozen=True, slots=True, eq=False)
class LinearScorer:
    """A linear model: scores = features · ``weights`` + ``intercept``; ``weights`` is (features × labels)."""

    labels: tuple[str, ...]
    texts: tuple[TextBlock, ...]
    facts: Mapping[str, int]
    weights: NDArray[np.float32]
    intercept: NDArray[np.float32]

    def weigh(self, texts: tuple[Iterable[str], ...], facts: Mapping[str, float]) -> Weighed:
        """The known terms and facts of one item."""
        blocks = [block.weigh(terms) for block, terms in zip(self.texts, texts, strict=True)]
        known = [(self.facts[name], value) for name, value in facts.items() if name in self.facts]
        blocks.append((np.array([row for row, _ in known], dtype=np.intp), np.array([value for _, value in known])))
        return Weighed(np.concatenate([rows for rows, _ in blocks]), np.concatenate([values for _, values in blocks]))

    def scores(self, item: Weighed) -> Vector:
        """One score per label."""
        total: Vector = self.intercept + item.values @ self.weights[item.rows].astype(np.float64)
        return total

    def pulls(self, item: Weighed, ahead: int, behind: int) -> Iterator[tuple[str, float]]:
        """What each term or fact adds to label number ``ahead`` over label number ``behind``, strongest first."""
        gain = item.values * (self.weights[item.rows, ahead] - self.weights[item.rows, behind])
        for at in np.argsort(-gain, kind="stable")[:_STRONGEST]:
            yield self.name_of(int(item.rows[at])), float(gain[at])

    def name_of(self, row: int) -> str:
        """The term or fact that stands in ``row``."""
        for block in self.texts:
            if block.offset <= row < block.offset + len(block.rows):
                return block.terms[row - block.offset]
        return _names_of_facts(self)[row]


@cache
def _names_of_facts(scorer: LinearScorer) -> Mapping[int, str]:
    return {place: name for name, place in scorer.facts.items()}


@dataclass(frozen=True, slots=True, eq=False)
class LanguageModel:
    """What was learnt for one language.

    ``mail`` scores whole messages over the tags; its log-probabilities are divided by ``temperature`` and made to sum
    to one. ``sentence`` scores single sentences over the tags and ``NEUTRAL``: it tells which one decided.
    """

    mail: LinearScorer
    sentence: LinearScorer
    temperature: float

    def log_odds(self, features: Features) -> Vector:
        """The calibrated log-probabilities of the tags, not yet normalised."""
        return self.log_odds_of(self.weigh(features))

    def weigh(self, features: Features) -> Weighed:
        """What the scorer of mails knows of this one."""
        return self.mail.weigh((features.body_grams, features.subject_grams), features.facts)

    def log_odds_of(self, item: Weighed) -> Vector:
        """The calibrated log-probabilities of a mail that was weighed."""
        return log_softmax(self.mail.scores(item)) / self.temperature


@dataclass(frozen=True, slots=True, eq=False)
class TaggerModel:
    """The whole model: one part per language, the certainty each tag needs, and what it calls itself."""

    version: str
    languages: Mapping[str, LanguageModel]
    thresholds: Mapping[Tag, float]

    def knows(self, language: str) -> bool:
        """Whether the model learnt ``language``."""
        return language in self.languages

    def probabilities(self, features: Features) -> Vector:
        """One probability per tag of ``MESSAGE_TAGS``. Raises ``KeyError`` for a language the model does not know."""
        return np.exp(log_softmax(self.languages[features.language].log_odds(features)))


def log_softmax(scores: Vector) -> Vector:
    """Scores as log-probabilities, along the last axis."""
    shifted = scores - scores.max(axis=-1, keepdims=True)
    normalised: Vector = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return normalised


def sentence_log_probabilities(scorer: LinearScorer, parts: Sequence[SentenceFeatures]) -> Vector:
    """Log-probabilities (sentences × labels) of each sentence on its own."""
    if not parts:
        return np.zeros((0, len(scorer.labels)))
    return log_softmax(np.stack([scorer.scores(scorer.weigh((part.grams,), part.facts)) for part in parts]))
