"""From written mail to a model: fitted per language, calibrated on voices that the fit did not see."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np

from classify import calibration
from classify.corpus import Row, read_corpus
from classify.fitting import HeldOut, Seen, fit, held_out, see
from classify.model import LanguageModel, TaggerModel, Vector, log_softmax
from classify.modelfile import Card, save
from classify.scores import Score, macro_f1, scores_of
from classify.views import Example, examples_of, lent
from store.errors import UserError
from store.vocabulary import MESSAGE_TAGS

SEED = 20
_WANTED_ACCURACY = 0.94
_LEAST_COVERAGE = 0.85
_RICH = 2_000
"""Rows from which on a language teaches itself: lending to English changed nothing (.852 to .858) and cost time."""
_LEAST_ROWS = 10
"""Mails of each tag a language needs before a model of it is fitted; below, the rules serve."""


@dataclass(frozen=True, slots=True)
class Validation:
    """How the model of one language does on voices that the fit did not see; ``formulaic`` weighs as real mail does."""

    mails: int
    macro_f1: float
    accuracy: float
    calibration_error: float
    formulaic_accuracy: float
    formulaic_calibration_error: float
    scores: tuple[Score, ...]
    temperature: float
    floor: float


@dataclass(frozen=True, slots=True)
class Trained:
    """One language: its model, how it does on written voices it has not seen, and the scores both rest on."""

    model: LanguageModel
    validation: Validation
    seen: Seen
    unseen: HeldOut


def train(rows: Sequence[Row], *, seed: int = SEED) -> TaggerModel:
    """The model of ``rows``; the same rows and seed give the same model."""
    return train_validated(rows, seed=seed)[0]


def train_validated(rows: Sequence[Row], *, seed: int = SEED) -> tuple[TaggerModel, dict[str, Validation]]:
    """The model and, per language, its validation by voice.

    Raises ``UserError`` when no language has enough rows.
    """
    trained = train_languages(rows, seed=seed)
    return model_of(version_of(rows), trained), {name: each.validation for name, each in trained.items()}


def train_languages(rows: Sequence[Row], *, seed: int = SEED) -> dict[str, Trained]:
    """Each language that has enough written rows, trained. Raises ``UserError`` when none has."""
    known: dict[str, tuple[Example, ...]] = {}
    for language in sorted({row.language for row in rows}):
        chosen = tuple(row for row in rows if row.language == language)
        written = Counter(row.tag for row in chosen if not row.is_own)
        if min(written[tag] for tag in MESSAGE_TAGS) >= _LEAST_ROWS:
            known[language] = examples_of(chosen, seed=seed)
    if not known:
        raise UserError(f"There are too few mails to train on: each tag of a language needs {_LEAST_ROWS}. Write more.")
    return {language: _train_language((*known[language], *_lent_to(language, known)), seed=seed) for language in known}


def _lent_to(language: str, known: Mapping[str, Sequence[Example]]) -> Iterator[Example]:
    """The written mails of the other languages, as facts alone; a person's own corrections stay in their language."""
    for other, examples in known.items():
        if other != language and len(known[language]) < _RICH:
            yield from (lent(example) for example in examples if not example.row.is_own)


def model_of(version: str, trained: Mapping[str, Trained]) -> TaggerModel:
    """The model made of its languages; the most careful of them sets the certainty that all need."""
    floor = max(each.validation.floor for each in trained.values())
    return TaggerModel(version, {name: each.model for name, each in trained.items()}, calibration.thresholds(floor))


def train_shipped(corpus_dir: Path, out: Path, *, made: date | None = None) -> Card:
    """Trains on the corpus in ``corpus_dir`` and writes the model to ``out`` with its card beside it.

    Raises ``UserError`` when the corpus is missing, unreadable or too small.
    """
    rows = read_corpus(corpus_dir)
    model, validations = train_validated(rows)
    return save(model, out, card_of(model, rows, validations, made=made or datetime.now(UTC).date()))


def version_of(rows: Sequence[Row], kind: str = "corpus") -> str:
    """A name for what is trained on ``rows``: the same words, the same name."""
    digest = hashlib.sha256()
    for row in rows:
        digest.update("\x1f".join((row.id, row.tag.value, row.subject, row.sender, row.body)).encode())
    return f"{kind}-{digest.hexdigest()[:10]}"


def card_of(
    model: TaggerModel,
    rows: Sequence[Row],
    validations: Mapping[str, Validation],
    *,
    made: date,
    learnt: Iterable[str] = (),
    outcome: str = "",
) -> Card:
    """What is to be known of ``model``: what it was trained on, how it scores on unseen voices, what errors cost."""
    counts = Counter(f"{row.language}/{row.tag.value}" for row in rows)
    return Card(
        model=model.version,
        made=made.isoformat(),
        labels=tuple(tag.value for tag in MESSAGE_TAGS),
        languages=tuple(model.languages),
        counts=dict(sorted(counts.items())),
        voices=len({(row.language, row.voice) for row in rows}),
        scores={language: _card_scores(validation) for language, validation in validations.items()},
        thresholds={tag.value: threshold for tag, threshold in model.thresholds.items()},
        costs={tag.value: cost for tag, cost in calibration.COSTS.items()} | {"asking": calibration.ASKING},
        learnt=tuple(learnt),
        outcome=outcome,
    )


def _card_scores(validation: Validation) -> dict[str, float]:
    whole = {
        "mails": validation.mails,
        "macro_f1": validation.macro_f1,
        "accuracy": validation.accuracy,
        "calibration_error": validation.calibration_error,
        "formulaic_accuracy": validation.formulaic_accuracy,
        "formulaic_calibration_error": validation.formulaic_calibration_error,
        "temperature": validation.temperature,
    }
    return {name: round(value, 3) for name, value in whole.items()} | {
        f"f1_{score.tag.value}": round(score.f1, 3) for score in validation.scores
    }


def _train_language(examples: tuple[Example, ...], *, seed: int) -> Trained:
    seen = see(examples)
    unseen = held_out(seen)
    temperature = calibration.best_temperature(unseen.scores, unseen.truth, unseen.weights)
    fitted = fit(seen, seed=seed)
    model = LanguageModel(fitted.mail, fitted.sentence, temperature)
    written = unseen.only(np.array([not example.row.is_own for example in unseen.examples]))
    return Trained(model, _validation(written, written.weights, temperature), seen, unseen)


def _validation(unseen: HeldOut, weights: Vector, temperature: float) -> Validation:
    probabilities = np.exp(log_softmax(unseen.scores / temperature))
    truth = unseen.truth
    right = probabilities.argmax(axis=1) == truth
    scores = scores_of(probabilities.argmax(axis=1), truth)
    curve = calibration.risk_coverage(probabilities, truth, weights)
    floor = calibration.abstain_floor(curve, accuracy=_WANTED_ACCURACY, least_coverage=_LEAST_COVERAGE)
    return Validation(
        mails=len({example.row.id for example in unseen.examples}),
        macro_f1=macro_f1(scores),
        accuracy=float(right.mean()),
        calibration_error=calibration.calibration_error(probabilities, truth),
        formulaic_accuracy=float(np.average(right, weights=weights)),
        formulaic_calibration_error=calibration.calibration_error(probabilities, truth, weights),
        scores=scores,
        temperature=temperature,
        floor=floor,
    )
