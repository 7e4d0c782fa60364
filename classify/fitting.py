"""Fits the scorers of one language, and scores each mail by a fit that never saw its voice."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from classify.features import Features, SentenceFeatures
from classify.folding import folded
from classify.model import LinearScorer, Vector, best_sentences, log_softmax, mix, sentence_log_probabilities
from classify.pipeline import fitted, mail_pipeline, scorer_of, sentence_pipeline, vocabulary_of
from classify.rules import rule_tag
from classify.views import Example
from store.vocabulary import MESSAGE_TAGS, Tag

NEUTRAL = "neutral"
"""Label of a sentence that decides nothing."""
FORMULAIC_SHARE = 0.6
FORMULAIC_OTHERS = 0.85
"""The part of its tag's weight that mail in usual words has, job mail and other mail."""
_MOST_TIMES = 16.0
TAGS = tuple(tag.value for tag in MESSAGE_TAGS)
_FOLDS = 5
_STRENGTH = 3.0
"""Inverse of the regularisation, for both scorers."""
_LARGEST_BODY = 12_000
_LARGEST_SUBJECT = 1_500
_LARGEST_SENTENCE = 8_000
_LEAST_DOCUMENTS = 3
_NEUTRAL_PER_MAIL = 3
_LENT_WEIGHT = 0.15
"""What a row of another language counts beside one's own; .1, .2, .3 and .6 do about alike on unseen writers, 0 worse:
macro-F1 rises by .03 to .04 in French and German, log-loss falls by an eighth."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Both scorers of one language, before calibration."""

    mail: LinearScorer
    sentence: LinearScorer


def fit(examples: Sequence[Example], *, seed: int) -> Fit:
    """Fits the scorer of whole mails and that of single sentences."""
    return Fit(_fit_mail(examples), _fit_sentences(examples, seed=seed))


def _fit_mail(examples: Sequence[Example]) -> LinearScorer:
    spoken = [example for example in examples if not example.is_lent]
    body = vocabulary_of(
        ((example.row.voice, example.views[0].body_grams) for example in spoken),
        least_documents=_LEAST_DOCUMENTS, largest=_LARGEST_BODY,
    )  # fmt: skip
    subject = vocabulary_of(
        ((example.row.voice, example.views[0].subject_grams) for example in spoken),
        least_documents=_LEAST_DOCUMENTS, largest=_LARGEST_SUBJECT,
    )  # fmt: skip
    items = [view for example in examples for view in example.views]
    labels = [example.row.tag.value for example in examples for _ in example.views]
    weights = [
        weight / len(example.views)
        for example, weight in zip(examples, _shared_weights(examples), strict=True)
        for _ in example.views
    ]
    pipeline = mail_pipeline((body, subject), strength=_STRENGTH)
    return scorer_of(fitted(pipeline, items, labels, weights), TAGS)


def _shared_weights(examples: Sequence[Example]) -> Vector:
    """The weights of the language's own rows, and those of the lent ones scaled down."""
    is_lent = np.array([example.is_lent for example in examples])
    weights = np.zeros(len(examples))
    for chosen, scale in ((~is_lent, 1.0), (is_lent, _LENT_WEIGHT)):
        if chosen.any():
            weights[chosen] = scale * weights_of([examples[int(place)] for place in np.flatnonzero(chosen)])
    return weights


def weights_of(examples: Sequence[Example]) -> Vector:
    """How much each example counts: every tag alike, and within a tag plain words as often as real mail uses them.

    The corpus is written to be various; real mail is formulaic (decision phrases alone find 86 % of real rejections,
    ``domain.md`` §3.2). So the rows whose cues show their tag are given ``FORMULAIC_SHARE`` of their tag's weight, and
    other mail whose cues claim nothing ``FORMULAIC_OTHERS``: half the corpus' other mail is a trap, of real mail very
    little is, and traps weighed as common as mails would make a plain refusal doubtful. It goes as
    far as none of them then counts more than ``_MOST_TIMES`` a row in unusual words. A person's corrections are real
    mail already: each counts its own weight times an average row of its tag, and the tag no more than before.
    """
    weights = np.array([example.row.weight for example in examples])
    tags = np.array([example.row.tag.value for example in examples])
    plain = np.array([rule_tag(e.views[0].hits, e.views[0].subject_hits) is e.row.tag for e in examples])
    own = np.array([example.row.is_own for example in examples])
    for tag in np.unique(tags):
        of_tag, corrected = (tags == tag) & ~own, (tags == tag) & own
        count = int((plain & of_tag).sum())
        if not of_tag.any():
            continue
        wanted = FORMULAIC_OTHERS if tag == Tag.OTHER.value else FORMULAIC_SHARE
        share = min(wanted, _MOST_TIMES * count / (_MOST_TIMES * count + int(of_tag.sum()) - count))
        weights[of_tag & plain] *= share / max(1, count)
        weights[of_tag & ~plain] *= (1.0 - share) / max(1, int(of_tag.sum()) - count)
        if corrected.any():
            before = weights[of_tag].sum()
            weights[corrected] *= before / int(of_tag.sum())
            weights[tags == tag] *= before / weights[tags == tag].sum()
    scaled: Vector = weights * len(weights) / weights.sum()
    return scaled


def _fit_sentences(examples: Sequence[Example], *, seed: int) -> LinearScorer:
    examples = [example for example in examples if not example.is_lent]
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
        taught = [
            _in_short(each)
            for each in examples
            if each.is_lent or (group[each.row.voice] != number and each.row.id not in untaught)
        ]
        unaware = fit(taught, seed=seed)
        for example in examples:
            if not example.is_lent and group[example.row.voice] == number:
                for view in sorted({0, len(example.views) - 1}):
                    scored = _scored(unaware, example.views[view])
                    order.append(example)
                    views.append(view)
                    mail.append(scored[0])
                    best.append(scored[1])
    truth = np.array([TAGS.index(example.row.tag.value) for example in order], dtype=np.intp)
    return HeldOut(tuple(order), tuple(views), np.stack(mail), np.stack(best), truth)


def _in_short(example: Example) -> Example:
    """The example whole and bare, without its views between: enough for a fit that only calibrates."""
    return replace(example, views=tuple(example.views[at] for at in sorted({0, len(example.views) - 1})))


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


def _scored(fits: Fit, features: Features) -> tuple[Vector, Vector]:
    mail = log_softmax(fits.mail.scores((features.body_grams, features.subject_grams), features.facts))
    best = best_sentences(sentence_log_probabilities(fits.sentence, features.parts))
    return mail, mail if best is None else best
