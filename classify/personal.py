"""A candidate for the person's own model: the written corpus and, with more weight, what they corrected."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from classify.calibration import best_temperature
from classify.corpus import Row
from classify.fitting import HeldOut, held_out
from classify.judging import Answers, Judgement, judge
from classify.model import TaggerModel, log_softmax
from classify.modelfile import Card
from classify.training import SEED, Trained, card_of, model_of, train_languages, version_of


@dataclass(frozen=True, slots=True)
class Candidate:
    """A model that was just fitted, its card, and how it compares with the model in use."""

    model: TaggerModel
    card: Card
    judgement: Judgement


def own_version(corpus: Sequence[Row], lessons: Sequence[Row]) -> str:
    """The name of a model of these rows: the same rows, the same name."""
    return version_of((*corpus, *lessons), kind="own")


def fit_candidate(
    corpus: Sequence[Row], lessons: Sequence[Row], learnt: Collection[str], *, made: datetime, seed: int = SEED
) -> Candidate:
    """Fits a model on corpus and lessons and judges it against the one in use, which ``learnt`` some of the lessons.

    The model in use knows its own lessons by heart, and every written voice; so in its place stands a fit on what it
    learnt, each time without the fold that is asked. The candidate is asked in the same folds, so that no conversation
    and no voice ever judges a model that was taught by it.

    Raises ``UserError`` when the corpus is too small.
    """
    rows = (*corpus, *lessons)
    trained = train_languages(rows, seed=seed)
    asked = sorted({lesson.language for lesson in lessons} & trained.keys())
    untaught = {lesson.id for lesson in lessons} - set(learnt)
    judgement = judge(
        {language: _answers_in_use(trained[language], untaught) for language in asked},
        {language: _own_answers(trained[language]) for language in asked},
    )
    model = model_of(own_version(corpus, lessons), trained)
    validations = {language: each.validation for language, each in trained.items()}
    card = card_of(
        model, rows, validations, made=made, learnt=[lesson.id for lesson in lessons],
        outcome=judgement.sentence(model.version),
    )  # fmt: skip
    return Candidate(model, card, judgement)


def _answers_in_use(trained: Trained, untaught: Collection[str]) -> Answers:
    if not any(example.row.id in untaught for example in trained.seen.examples):
        return _own_answers(trained)
    unseen = held_out(trained.seen, untaught=untaught)
    known = unseen.only(np.array([example.row.id not in untaught for example in unseen.examples]))
    return _answers(unseen, best_temperature(known.scores, known.truth, known.weights))


def _own_answers(trained: Trained) -> Answers:
    return _answers(trained.unseen, trained.model.temperature)


def _answers(unseen: HeldOut, temperature: float) -> Answers:
    return Answers(
        rows=tuple(example.row for example in unseen.examples),
        whole=np.array([view == 0 for view in unseen.views]),
        probabilities=np.exp(log_softmax(unseen.scores / temperature)),
        truth=unseen.truth,
    )
