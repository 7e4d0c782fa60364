"""Fits the scorers of one language, and scores each mail by a fit that never saw its voice."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from classify.evidence import real_weights
from classify.features import Features, SentenceFeatures
from classify.folding import folded
from classify.model import LinearScorer, Vector, log_softmax
from classify.pipeline import (
    decisions,
    joined,
    learnt,
    mail_columns,
    rounded,
    scorer_of,
    sentence_columns,
    vocabulary_of,
)
from classify.views import Example
from store.vocabulary import MESSAGE_TAGS

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix
    from sklearn.pipeline import FeatureUnion

NEUTRAL = "neutral"
"""Label of a sentence that decides nothing."""
TAGS = tuple(tag.value for tag in MESSAGE_TAGS)
_FOLDS = 5
_STRENGTH, _STRENGTH_ABROAD, _SENTENCE_STRENGTH = 0.1, 0.2, 0.2
"""Inverse of the regularisation: English mails, those of the smaller corpora, single sentences. Chosen with
``TEXT_SCALE`` on unseen writers weighed as real mail and on public ordinary mail that is not in the repository: with
1.0 in place of 0.1 three times as many ordinary mails got a job tag."""
_LARGEST_BODY = 12_000
_LARGEST_SUBJECT = 1_500
_LARGEST_SENTENCE = 8_000
_LEAST_DOCUMENTS = 3
_NEUTRAL_PER_MAIL = 3
_LENT_WEIGHT = 0.15
"""What a row of another language counts beside one's own; .1, .2, .3 and .6 do about alike on unseen writers, 0 worse:
macro-F1 rises by .03 to .04 in French and German, log-loss falls by an eighth."""


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """Every view of every example as a row of one matrix: whole, in part, and bare.

    Vocabulary and idf rest on all rows, also in the folds that are left out: they know words, but no tag.
    """

    rows: tuple[tuple[Example, int], ...]
    """Each row's example and which view of it stands there."""
    columns: FeatureUnion
    matrix: csr_matrix

    @property
    def examples(self) -> tuple[Example, ...]:
        """The examples, in order."""
        return tuple(example for example, view in self.rows if view == 0)

    def weights(self, places: Sequence[int]) -> Vector:
        """What the rows at ``places`` count; those lent by other languages less."""
        seen = [(example, example.views[view]) for example, view in (self.rows[at] for at in places)]
        is_lent = np.array([example.is_lent for example, _ in seen])
        weights = np.zeros(len(seen))
        for chosen, scale in ((~is_lent, 1.0), (is_lent, _LENT_WEIGHT)):
            if chosen.any():
                weights[chosen] = scale * weights_of(seen[int(place)] for place in np.flatnonzero(chosen))
        return weights

    @property
    def strength(self) -> float:
        """The inverse of the regularisation that suits this language."""
        return _STRENGTH if self.rows[0][0].row.language == "en" else _STRENGTH_ABROAD

    def labels(self, places: Sequence[int]) -> list[str]:
        """The tags of the rows at ``places``."""
        return [self.rows[at][0].row.tag.value for at in places]


def see(examples: Sequence[Example]) -> Seen:
    """The matrix of all views of ``examples``."""
    spoken = [example for example in examples if not example.is_lent]
    body = vocabulary_of(
        ((example.row.voice, example.views[0].body_grams) for example in spoken),
        least_documents=_LEAST_DOCUMENTS, largest=_LARGEST_BODY,
    )  # fmt: skip
    subject = vocabulary_of(
        ((example.row.voice, example.views[0].subject_grams) for example in spoken),
        least_documents=_LEAST_DOCUMENTS, largest=_LARGEST_SUBJECT,
    )  # fmt: skip
    rows = tuple((example, view) for example in examples for view in range(len(example.views)))
    columns = mail_columns((body, subject))
    return Seen(rows, columns, columns.fit_transform([example.views[view] for example, view in rows]))


@dataclass(frozen=True, slots=True)
class Fit:
    """Both scorers of one language: the mail's tag, and which of its sentences decides."""

    mail: LinearScorer
    sentence: LinearScorer


def fit(seen: Seen, *, seed: int) -> Fit:
    """Fits the scorer of whole mails and that of single sentences."""
    places = range(len(seen.rows))
    regression = learnt(seen.matrix, seen.labels(places), seen.weights(places), strength=seen.strength)
    return Fit(scorer_of(rounded(joined(seen.columns, regression)), TAGS), _fit_sentences(seen.examples, seed=seed))


def weights_of(seen: Iterable[tuple[Example, Features]]) -> Vector:
    """What each mail as it is seen counts: as often as real mail says as much of jobs, corrections by their weight."""
    listed = list(seen)
    languages = {example.row.language for example, _ in listed}
    return real_weights(
        [example.row.tag for example, _ in listed],
        [view.facts for _, view in listed],
        [example.row.weight if example.row.is_own else 0.0 for example, _ in listed],
        language=languages.pop() if len(languages) == 1 else "",
    )


def _fit_sentences(every: Sequence[Example], *, seed: int) -> LinearScorer:
    examples = [example for example in every if not example.is_lent]
    voices: list[str] = []
    items: list[SentenceFeatures] = []
    labels: list[str] = []
    weights: list[float] = []
    chance = random.Random(seed)  # noqa: S311 - chance that can be repeated, no secret  # nosec B311
    for example, weight in zip(examples, weights_of((each, each.views[0]) for each in examples), strict=True):
        for part, label in _labelled(example, chance):
            weights.append(float(weight))
            voices.append(example.row.voice)
            items.append(part)
            labels.append(label)
    vocabulary = vocabulary_of(
        zip(voices, (item.grams for item in items), strict=True),
        least_documents=_LEAST_DOCUMENTS, largest=_LARGEST_SENTENCE,
    )  # fmt: skip
    columns = sentence_columns(vocabulary)
    regression = learnt(columns.fit_transform(items), labels, np.array(weights), strength=_SENTENCE_STRENGTH)
    return scorer_of(rounded(joined(columns, regression)), (*TAGS, NEUTRAL))


def _labelled(example: Example, chance: random.Random) -> list[tuple[SentenceFeatures, str]]:
    """The sentence that decides with the mail's tag, and a few of the others as neutral."""
    whole = example.views[0]
    deciding = folded(example.row.deciding, whole.language)
    decided: list[tuple[SentenceFeatures, str]] = []
    others: list[tuple[SentenceFeatures, str]] = []
    for sentence, part in zip(whole.sentences, whole.parts, strict=True):
        if deciding and (sentence.folded in deciding or deciding in sentence.folded):
            decided.append((part, example.row.tag.value))
        else:
            others.append((part, NEUTRAL))
    return decided + chance.sample(others, min(_NEUTRAL_PER_MAIL, len(others)))


@dataclass(frozen=True, slots=True)
class HeldOut:
    """Log-probabilities of mails by fits that never saw their voice, and the truth."""

    examples: tuple[Example, ...]
    views: tuple[int, ...]
    scores: Vector
    truth: NDArray[np.intp]

    @property
    def weights(self) -> Vector:
        """What each scored mail counts (``weights_of``)."""
        return weights_of(
            (example, example.views[view]) for example, view in zip(self.examples, self.views, strict=True)
        )

    def only(self, chosen: NDArray[np.bool_]) -> HeldOut:
        """The scores of the ``chosen`` ones."""
        places = np.flatnonzero(chosen)
        return HeldOut(
            tuple(self.examples[place] for place in places),
            tuple(self.views[place] for place in places),
            self.scores[places],
            self.truth[places],
        )


def held_out(seen: Seen, *, folds: int = _FOLDS, untaught: Collection[str] = ()) -> HeldOut:
    """Every example scored, whole and bare, by a fit without any mail of its voice.

    No fit learns from the rows with the ids ``untaught``; they are scored all the same.
    """
    group = voice_folds(seen.examples, folds=folds)
    found: list[tuple[Example, int]] = []
    scores: list[Vector] = []
    for number in range(folds):
        taught, asked = [], []
        for at, (example, view) in enumerate(seen.rows):
            is_here = not example.is_lent and group[example.row.voice] == number
            if not is_here and example.row.id not in untaught:
                taught.append(at)
            if is_here and view in (0, len(example.views) - 1):
                asked.append(at)
        if asked:
            regression = learnt(seen.matrix[taught], seen.labels(taught), seen.weights(taught), strength=seen.strength)
            scores.append(log_softmax(decisions(regression, seen.matrix[asked], TAGS)))
            found += [seen.rows[at] for at in asked]
    truth = np.array([TAGS.index(example.row.tag.value) for example, _ in found], dtype=np.intp)
    examples, views = zip(*found, strict=True)
    return HeldOut(examples, views, np.concatenate(scores), truth)


def voice_folds(examples: Sequence[Example], *, folds: int) -> dict[str, int]:
    """A fold for each voice, the folds about equally large; always the same for the same voices.

    Where a language has as many writers as folds, all voices of a writer share one: a strange mailbox is a strange
    writer. A person's own conversations are dealt out by themselves: up to ``folds`` of them are each left out alone,
    and the written voices stay in the folds they are in without them.
    """
    fold: dict[str, int] = {}
    for own in (False, True):
        sizes = Counter(each.row.voice for each in examples if each.row.is_own is own and not each.is_lent)
        writers = {voice: voice.split("/")[0] for voice in sizes}
        by_writer = not own and len(set(writers.values())) >= folds
        groups: dict[str, list[str]] = {}
        for voice in sizes:
            groups.setdefault(writers[voice] if by_writer else voice, []).append(voice)
        weight = {name: sum(sizes[voice] for voice in voices) for name, voices in groups.items()}
        filled = [0] * folds
        for name in sorted(groups, key=lambda each: (-weight[each], each)):
            emptiest = filled.index(min(filled))
            fold |= dict.fromkeys(groups[name], emptiest)
            filled[emptiest] += weight[name]
    return fold
