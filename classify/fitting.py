"""Fits the scorers of one language, and scores each mail by a fit that never saw its voice."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from classify.features import Features, SentenceFeatures
from classify.folding import folded
from classify.model import LinearScorer, Vector, best_sentences, log_softmax, mix, sentence_log_probabilities
from classify.pipeline import fitted, mail_pipeline, scorer_of, sentence_pipeline, vocabulary_of
from classify.rules import rule_tag
from classify.views import Example
from store.vocabulary import MESSAGE_TAGS

NEUTRAL = "neutral"
"""Label of a sentence that decides nothing."""
FORMULAIC_SHARE = 0.86
_MOST_TIMES = 8.0
TAGS = tuple(tag.value for tag in MESSAGE_TAGS)
_FOLDS = 5
_STRENGTH = 3.0
"""Inverse of the regularisation, for both scorers."""
_LARGEST_BODY = 14_000
_LARGEST_SUBJECT = 1_500
_LARGEST_SENTENCE = 9_000
_LEAST_DOCUMENTS = 3
_NEUTRAL_PER_MAIL = 3


@dataclass(frozen=True, slots=True)
class Fit:
    """Both scorers of one language, before calibration."""

    mail: LinearScorer
    sentence: LinearScorer


def fit(examples: Sequence[Example], *, seed: int) -> Fit:
    """Fits the scorer of whole mails and that of single sentences."""
    return Fit(_fit_mail(examples), _fit_sentences(examples, seed=seed))


def _fit_mail(examples: Sequence[Example]) -> LinearScorer:
    body = vocabulary_of(
        ((example.row.voice, example.views[0].body_grams) for example in examples),
        least_documents=_LEAST_DOCUMENTS, largest=_LARGEST_BODY,
    )  # fmt: skip
    subject = vocabulary_of(
        ((example.row.voice, example.views[0].subject_grams) for example in examples),
        least_documents=_LEAST_DOCUMENTS, largest=_LARGEST_SUBJECT,
    )  # fmt: skip
    items = [view for example in examples for view in example.views]
    labels = [example.row.tag.value for example in examples for _ in example.views]
    each = weights_of(examples)
    weights = [
        weight / len(example.views)
        for example, weight in zip(examples, each, strict=True)
        for _ in example.views
    ]
    pipeline = mail_pipeline((body, subject), strength=_STRENGTH)
    return scorer_of(fitted(pipeline, items, labels, weights), TAGS)


def weights_of(examples: Sequence[Example]) -> Vector:
    """How much each example counts: every tag alike, and within a tag plain words as often as real mail uses them.

    The corpus is written to be various; real mail is formulaic (decision phrases alone find 86 % of real rejections,
    ``domain.md`` §3.2). So the rows whose cues show their tag are given ``FORMULAIC_SHARE`` of their tag's weight, as
    far as none of them then counts more than ``_MOST_TIMES`` a row in unusual words. A person's corrections are real
    mail already: each counts its own weight times an average row of its tag.
    """
    weights = np.array([example.row.weight for example in examples])
    tags = np.array([example.row.tag.value for example in examples])
    plain = np.array([rule_tag(e.views[0].hits, e.views[0].subject_hits) is e.row.tag for e in examples])
    own = np.array([example.row.is_own for example in examples])
    for tag in np.unique(tags):
        of_tag = (tags == tag) & ~own
        weights[(tags == tag) & own] /= max(1, int(of_tag.sum()))
        count = int((plain & of_tag).sum())
        if not of_tag.any():
            continue
        share = min(FORMULAIC_SHARE, _MOST_TIMES * count / (_MOST_TIMES * count + int(of_tag.sum()) - count))
        weights[of_tag & plain] *= share / max(1, count)
        weights[of_tag & ~plain] *= (1.0 - share) / max(1, int(of_tag.sum()) - count)
    scaled: Vector = weights * len(weights) / weights.sum()
    return scaled


def _fit_sentences(examples: Sequence[Example], *, seed: int) -> LinearScorer:
    voices: list[str] = []
    items: list[SentenceFeatures] = []
    labels: list[str] = []
    weights: list[float] = []
    chance = random.Random(seed)  # noqa: S311
    for example, weight in zip(examples, weights_of(examples), strict=True):
        for part, label in _labelled(example, chance):
            weights.append(float(weight))
            voices.append(example.row.voice)
            items.append(part)
            labels.append(label)
    vocabulary = vocabulary_of(
        zip(voices, (item.grams for item in items), strict=True),
        least_documents=_LEAST_DOCUMENTS, largest=_LARGEST_SENTENCE,
    )  # fmt: skip
    pipeline = sentence_pipeline(vocabulary, strength=_STRENGTH)
    return scorer_of(fitted(pipeline, items, labels, weights), (*TAGS, NEUTRAL))


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
    """Scores of mails by models that never saw their voice: the whole mail's and the best sentences', and the truth."""

    examples: tuple[Example, ...]
    views: tuple[int, ...]
    mail: Vector
    best: Vector
    truth: NDArray[np.intp]

    def mixed(self, share: float) -> Vector:
        """Log-probabilities with ``share`` given to the sentences."""
        return mix(self.mail, self.best, share)

    def only(self, chosen: NDArray[np.bool_]) -> HeldOut:
        """The scores of the ``chosen`` ones."""
        places = np.flatnonzero(chosen)
        return HeldOut(
            tuple(self.examples[place] for place in places),
            tuple(self.views[place] for place in places),
            self.mail[places],
            self.best[places],
            self.truth[places],
        )


def held_out(examples: Sequence[Example], *, seed: int, folds: int = _FOLDS, untaught: Collection[str] = ()) -> HeldOut:
    """Every example scored, whole and bare, by a fit without any mail of its voice.

    No fit learns from the rows with the ids ``untaught``; they are scored all the same.
    """
    group = voice_folds(examples, folds=folds)
    order: list[Example] = []
    views: list[int] = []
    mail: list[Vector] = []
    best: list[Vector] = []
    for number in range(folds):
        taught = [each for each in examples if group[each.row.voice] != number and each.row.id not in untaught]
        unaware = fit(taught, seed=seed)
        for example in examples:
            if group[example.row.voice] == number:
                for view in sorted({0, len(example.views) - 1}):
                    scored = _scored(unaware, example.views[view])
                    order.append(example)
                    views.append(view)
                    mail.append(scored[0])
                    best.append(scored[1])
    truth = np.array([TAGS.index(example.row.tag.value) for example in order], dtype=np.intp)
    return HeldOut(tuple(order), tuple(views), np.stack(mail), np.stack(best), truth)


def voice_folds(examples: Sequence[Example], *, folds: int) -> dict[str, int]:
    """A fold for each voice, the folds about equally large; always the same for the same voices.

    A person's own conversations are dealt out by themselves: up to ``folds`` of them are each left out alone, and the
    written voices stay in the folds they are in without them.
    """
    fold: dict[str, int] = {}
    for own in (False, True):
        sizes = Counter(example.row.voice for example in examples if example.row.is_own is own)
        filled = [0] * folds
        for voice in sorted(sizes, key=lambda name: (-sizes[name], name)):
            fold[voice] = filled.index(min(filled))
            filled[fold[voice]] += sizes[voice]
    return fold


def _scored(fits: Fit, features: Features) -> tuple[Vector, Vector]:
    mail = log_softmax(fits.mail.scores((features.body_grams, features.subject_grams), features.facts))
    best = best_sentences(sentence_log_probabilities(fits.sentence, features.parts))
    return mail, mail if best is None else best
