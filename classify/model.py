"""The tagger's model as plain arrays: scored with numpy alone, so that it outlives the library that fitted it."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from classify.features import Features, SentenceFeatures
from store.vocabulary import MESSAGE_TAGS, Tag

FORMAT_VERSION = 2
"""Raised whenever a field or the meaning of a feature changes; a file of another version is refused by name."""

_OTHER = MESSAGE_TAGS.index(Tag.OTHER)

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class TextBlock:
    """A block of n-grams: weight of a term = (1 + ln count) · idf, the block scaled to length one.

    ``rows`` maps a term to its row in the scorer's weights; ``idf`` holds one figure per term, in the same order.
    """

    rows: Mapping[str, int]
    idf: NDArray[np.float32]
    offset: int

    def weigh(self, terms: Iterable[str]) -> tuple[list[int], Vector]:
        """Rows and values of the known ``terms``."""
        counts = Counter(row for term in terms if (row := self.rows.get(term)) is not None)
        rows = list(counts)
        if not rows:
            return [], np.zeros(0)
        tf = np.fromiter((1.0 + math.log(count) for count in counts.values()), dtype=np.float64, count=len(rows))
        values = tf * self.idf[np.array(rows) - self.offset]
        return rows, values / np.sqrt(values @ values)


@dataclass(frozen=True, slots=True, eq=False)
class LinearScorer:
    """A linear model: scores = features · ``weights`` + ``intercept``; ``weights`` is (features × labels)."""

    labels: tuple[str, ...]
    texts: tuple[TextBlock, ...]
    facts: Mapping[str, int]
    weights: NDArray[np.float32]
    intercept: NDArray[np.float32]

    def scores(self, texts: tuple[Iterable[str], ...], facts: Mapping[str, float]) -> Vector:
        """One score per label."""
        total = self.intercept.astype(np.float64)
        for block, terms in zip(self.texts, texts, strict=True):
            rows, values = block.weigh(terms)
            if rows:
                total += values @ self.weights[rows]
        known = [(self.facts[name], value) for name, value in facts.items() if name in self.facts]
        if known:
            total += np.array([value for _, value in known]) @ self.weights[[row for row, _ in known]]
        return total

    def term_weights(self, texts: tuple[Iterable[str], ...], facts: Mapping[str, float]) -> dict[str, Vector]:
        """What each known term or fact adds to the scores, for telling why."""
        found: dict[str, Vector] = {}
        for block, terms in zip(self.texts, texts, strict=True):
            listed = list(terms)
            rows, values = block.weigh(listed)
            names = {row: term for term in listed if (row := block.rows.get(term)) is not None}
            for row, value in zip(rows, values, strict=True):
                found[names[row]] = value * self.weights[row].astype(np.float64)
        for name, value in facts.items():
            if name in self.facts:
                found[name] = value * self.weights[self.facts[name]].astype(np.float64)
        return found


@dataclass(frozen=True, slots=True, eq=False)
class LanguageModel:
    """What was learnt for one language.

    ``mail`` scores whole messages over the tags, ``sentence`` single sentences over the tags and ``NEUTRAL``. Their
    log-probabilities are mixed (``share`` of the sentences), divided by ``temperature`` and made to sum to one.
    """

    mail: LinearScorer
    sentence: LinearScorer
    share: float
    temperature: float

    def log_odds(self, features: Features) -> Vector:
        """The mixed, calibrated log-probabilities of the tags, not yet normalised."""
        texts = (features.body_grams, features.subject_grams)
        mail = log_softmax(self.mail.scores(texts, features.facts))
        best = best_sentences(sentence_log_probabilities(self.sentence, features.parts))
        return mix(mail, best, self.share) / self.temperature


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
    return log_softmax(np.stack([scorer.scores((part.grams,), part.facts) for part in parts]))


def best_sentences(log_probabilities: Vector) -> Vector | None:
    """Per tag the best log-probability any sentence gives it, normalised; None where there is no sentence.

    A mail in which no sentence decides anything is ``other``: so that tag gets at least the probability of this.
    """
    if not len(log_probabilities):
        return None
    count = len(MESSAGE_TAGS)
    best: Vector = log_probabilities[:, :count].max(axis=0)
    nothing = np.logaddexp(log_probabilities[:, _OTHER], log_probabilities[:, count]).min()
    best[_OTHER] = max(best[_OTHER], nothing)
    return log_softmax(best)


def mix(mail: Vector, best: Vector | None, share: float) -> Vector:
    """The weighted mean of what the whole mail and its best sentences say."""
    return mail if best is None else (1.0 - share) * mail + share * best
