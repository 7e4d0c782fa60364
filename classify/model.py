"""The tagger's model as plain arrays: scored with numpy alone, so that it outlives the library that fitted it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from classify.features import Features, SentenceFeatures, has_pieces, pieces
from store.vocabulary import Tag

FORMAT_VERSION = 3
"""Raised whenever a field or the meaning of a feature changes; a file of another version is refused by name."""

_REMEMBERED = 8_000
"""Words whose pieces are remembered."""
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
    pieces: dict[str, tuple[int, ...]] = field(default_factory=dict, repr=False)
    """The rows of the known pieces of words that were met."""

    def counted(self, sentences: Iterable[Sequence[str]], language: str) -> Mapping[int, int]:
        """How often each known n-gram is met, by its row, in the order of ``features.grams``."""
        known = self.rows.get
        met: list[int | None] = []
        for words in sentences:
            met.extend(map(known, words))
            met.extend(map(known, map(" ".join, pairwise(words))))
            met.extend(map(known, map(" ".join, zip(words, words[1:], words[2:], strict=False))))
            if has_pieces(language):
                for word in words:
                    met.extend(self._rows_of_pieces(word))
        return Counter([row for row in met if row is not None])

    def _rows_of_pieces(self, word: str) -> tuple[int, ...]:
        rows = self.pieces.get(word)
        if rows is None:
            rows = tuple(row for piece in pieces(word) if (row := self.rows.get(piece)) is not None)
            if len(self.pieces) < _REMEMBERED:
                self.pieces[word] = rows
        return rows


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """What a scorer knows of one item: rows of its weights, the value of each, and these rows themselves."""

    rows: NDArray[np.intp]
    values: Vector
    weights: Vector


Texts = tuple[Iterable[Sequence[str]], ...]
"""The texts of one item, each as its sentences, these as their words."""


@dataclass(frozen=True, slots=True, eq=False)
class LinearScorer:
    """A linear model: scores = features · ``weights`` + ``intercept``; ``weights`` is (features × labels)."""

    labels: tuple[str, ...]
    texts: tuple[TextBlock, ...]
    facts: Mapping[str, int]
    weights: NDArray[np.float32]
    intercept: NDArray[np.float32]

    def weigh_all(self, items: Iterable[tuple[Texts, Mapping[str, float], str]]) -> list[Weighed]:
        """The known n-grams and facts of items, each given as its texts, facts and language.

        What numpy reckons for all of them at once costs little more than for one; the figures are the same.
        """
        met: list[int] = []
        amounts: list[float] = []
        ends: list[list[int]] = []
        for texts, facts, language in items:
            ends.append([len(met)])
            for block, sentences in zip(self.texts, texts, strict=True):
                counts = block.counted(sentences, language)
                met.extend(counts)
                amounts.extend(counts.values())
                ends[-1].append(len(met))
            known = [(row, value) for name, value in facts.items() if (row := self.facts.get(name)) is not None]
            met.extend(row for row, _ in known)
            amounts.extend(value for _, value in known)
            ends[-1].append(len(met))
        rows, values = np.array(met, dtype=np.intp), np.array(amounts, dtype=np.float64)
        self._scale(rows, values, ends)
        weights = self.weights[rows].astype(np.float64)
        return [Weighed(rows[at], values[at], weights[at]) for at in (slice(each[0], each[-1]) for each in ends)]

    def _scale(self, rows: NDArray[np.intp], values: Vector, ends: Sequence[Sequence[int]]) -> None:
        """Makes weights of counts, in place: those of each text of an item are scaled to length one."""
        for number, block in enumerate(self.texts):
            at = np.flatnonzero((rows >= block.offset) & (rows < block.offset + len(block.rows)))
            values[at] = (1.0 + np.log(values[at])) * block.idf[rows[at] - block.offset]
            for each in ends:
                part = values[each[number] : each[number + 1]]
                if len(part):
                    part /= np.sqrt(part @ part)

    def scores(self, item: Weighed) -> Vector:
        """One score per label."""
        total: Vector = self.intercept + item.values @ item.weights
        return total

    def gains(self, items: Sequence[Weighed], ahead: Sequence[int], behind: Sequence[int]) -> Vector:
        """What each term or fact of each item adds to its label number ``ahead`` over the one ``behind``, item after
        item."""
        sizes = [len(item.rows) for item in items]
        first = np.concatenate([item.rows for item in items]) * len(self.labels)
        weights = self.weights.ravel()
        lead = weights.take(first + np.repeat(ahead, sizes)) - weights.take(first + np.repeat(behind, sizes))
        gains: Vector = np.concatenate([item.values for item in items]) * lead
        return gains

    def strongest(self, items: Sequence[Weighed], gains: Vector, least: float) -> list[Iterator[str]]:
        """The terms and facts of each item whose ``gains`` are ``least`` and more, strongest first."""
        enough = np.flatnonzero(gains >= least)
        owners = np.repeat(np.arange(len(items)), [len(item.rows) for item in items])[enough]
        order = np.lexsort((-gains[enough], owners))
        rows = np.concatenate([item.rows for item in items])[enough[order]].tolist()
        names, ends = _names(self), np.bincount(owners, minlength=len(items)).cumsum().tolist()
        spans = ((start, min(end, start + _STRONGEST)) for start, end in pairwise([0, *ends]))
        return [map(names.__getitem__, rows[start:end]) for start, end in spans]


@cache
def _names(scorer: LinearScorer) -> Mapping[int, str]:
    """The term or fact that stands in each row."""
    terms = {row: term for block in scorer.texts for term, row in block.rows.items()}
    return terms | {row: name for name, row in scorer.facts.items()}


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
        (odds,) = self.log_odds_of((self.weigh(features),))
        found: Vector = odds
        return found

    def weigh(self, features: Features) -> Weighed:
        """What the scorer of mails knows of this one."""
        return self.weigh_all((features,))[0]

    def weigh_all(self, mails: Iterable[Features]) -> list[Weighed]:
        """The same of several mails, all reckoned at once."""
        return self.mail.weigh_all(
            (([part.words for part in each.parts], each.headline), each.facts, each.language) for each in mails
        )

    def log_odds_of(self, items: Sequence[Weighed]) -> Vector:
        """The calibrated log-probabilities (mails × tags) of mails that were weighed."""
        return log_softmax(np.stack([self.mail.scores(item) for item in items])) / self.temperature


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
    """Log-probabilities (sentences × labels) of each sentence on its own, all of them reckoned at once."""
    scores = np.tile(scorer.intercept.astype(np.float64), (len(parts), 1))
    (block,) = scorer.texts
    counted = [block.counted((part.words,), part.language) for part in parts]
    filled, starts = _segments([len(each) for each in counted])
    if len(filled):
        rows = np.fromiter(chain.from_iterable(counted), dtype=np.intp)
        counts = np.fromiter(chain.from_iterable(each.values() for each in counted), dtype=np.float64)
        values = (1.0 + np.log(counts)) * block.idf[rows - block.offset]
        lengths = np.sqrt(np.add.reduceat(values * values, starts))
        scores[filled] += np.add.reduceat(values[:, None] * scorer.weights[rows], starts) / lengths[:, None]
    known = [
        [(scorer.facts[name], value) for name, value in part.facts.items() if name in scorer.facts] for part in parts
    ]
    filled, starts = _segments([len(each) for each in known])
    if len(filled):
        listed = [fact for each in known for fact in each]
        weights = scorer.weights[[row for row, _ in listed]]
        scores[filled] += np.add.reduceat(np.array([[value] for _, value in listed]) * weights, starts)
    return log_softmax(scores) if parts else scores


def _segments(lengths: Sequence[int]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Which segments of these lengths are not empty, and where each of those begins."""
    sizes = np.array(lengths, dtype=np.intp)
    filled = np.flatnonzero(sizes)
    return filled, (np.cumsum(sizes) - sizes)[filled]
