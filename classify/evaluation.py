"""How good a tagger is on mails of known tags, per tag, per language and overall, and how honest its certainty is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np

from classify.calibration import Bin, Coverage, calibration_error, reliability, risk_coverage
from classify.corpus import Row, message_of, read_rows
from classify.reading import Reader
from classify.scores import (
    LEAST_SUPPORT,
    Counts,
    Indices,
    Interval,
    Score,
    accuracy_in,
    confusion_of,
    counts_of,
    coverage_in,
    covered_accuracy_in,
    f1_in,
    interval,
    scores_of,
)
from classify.tagger import Tagger
from store.errors import UserError
from store.records import Verdict
from store.vocabulary import MESSAGE_TAGS, Direction, Tag

GRAVE = (Tag.REJECTION, Tag.INVITATION, Tag.OFFER)
"""Tags that change how an application stands: the worst that ordinary mail can be given."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mail that was tagged wrongly, by its id, with the reasons of the verdict (they quote the mail)."""

    id: str
    truth: Tag
    given: Tag
    confidence: float
    unsure: bool
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ordinary:
    """What became of the ``mails`` that are truly ``other``: how many carry a job tag, and how many a ``GRAVE`` one.

    Those acted on are counted apart from those that were left to the person.
    """

    mails: int
    wrong: int
    wrong_unsure: int
    grave: int
    grave_unsure: int

    def per_thousand(self, count: int) -> float:
        """``count`` for every thousand such mails; 0 where there are none."""
        return 1000.0 * count / self.mails if self.mails else 0.0


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The whole measurement. ``confusion[i][j]`` counts mails of ``MESSAGE_TAGS[i]`` that were tagged ``[j]``.

    ``f1`` has one interval for each of ``scores``. ``languages`` holds the same of each language, where rows name one
    and there is more than one.
    """

    mails: int
    scores: tuple[Score, ...]
    f1: tuple[Interval, ...]
    macro_f1: Interval
    macro_f1_supported: Interval
    """Over the tags with at least ``LEAST_SUPPORT`` mails only."""
    accuracy: Interval
    coverage: Interval
    covered_accuracy: Interval
    calibration_error: float
    ordinary: Ordinary
    confusion: tuple[tuple[int, ...], ...]
    bins: tuple[Bin, ...]
    curve: tuple[Coverage, ...]
    mistakes: tuple[Mistake, ...]
    model: str
    languages: tuple[tuple[str, "Evaluation"], ...] = ()


def evaluate_file(tagger: Tagger, path: Path) -> Evaluation:
    """Measures ``tagger`` on the JSON Lines file ``path``. Raises ``UserError`` when it cannot be read or is empty."""
    rows = tuple(read_rows(path))
    if not rows:
        raise UserError(f"{path} holds no rows to measure on: give it lines of JSON with subject, body and tag.")
    return evaluate(tagger, rows)


def evaluate(tagger: Tagger, rows: Sequence[Row]) -> Evaluation:
    """Measures ``tagger`` on ``rows``, read as the program reads them; the tag counts also where it is unsure."""
    return measure(rows, verdicts_on(tagger, rows))


def verdicts_on(tagger: Tagger, rows: Sequence[Row]) -> tuple[Verdict, ...]:
    """What the program makes of ``rows``: the tagger's verdicts, and what reading changes of them (scams)."""
    received = [Direction.RECEIVED] * len(rows)
    readings = Reader(tagger, frozenset(), ZoneInfo("UTC")).read_all(
        [message_of(row) for row in rows], directions=received, answers=[False] * len(rows)
    )
    return tuple(reading.verdict for reading in readings)


def measure(rows: Sequence[Row], verdicts: Sequence[Verdict]) -> Evaluation:
    """Measures ``verdicts``, one for each of ``rows``, whoever gave them."""
    whole = _measured(rows, verdicts)
    named = sorted({row.language for row in rows})
    if len(named) < 2:
        return whole
    parts = []
    for language in named:
        chosen = [(row, verdict) for row, verdict in zip(rows, verdicts, strict=True) if row.language == language]
        parts.append((language or "not named", _measured(*zip(*chosen, strict=True))))
    return replace(whole, languages=tuple(parts))


def _measured(rows: Sequence[Row], verdicts: Sequence[Verdict]) -> Evaluation:
    probabilities = np.array([verdict.probabilities for verdict in verdicts])
    truth = np.array([MESSAGE_TAGS.index(row.tag) for row in rows], dtype=np.intp)
    given = np.array([MESSAGE_TAGS.index(verdict.tag) for verdict in verdicts], dtype=np.intp)
    counts = counts_of(given, truth, np.array([not verdict.unsure for verdict in verdicts]))
    return Evaluation(
        mails=len(rows),
        scores=scores_of(given, truth),
        f1=tuple(macro_interval(counts, least_support=0, tags=(tag,)) for tag in MESSAGE_TAGS),
        macro_f1=macro_interval(counts, least_support=1),
        macro_f1_supported=macro_interval(counts, least_support=LEAST_SUPPORT),
        accuracy=interval(counts, accuracy_in),
        coverage=interval(counts, coverage_in),
        covered_accuracy=interval(counts, covered_accuracy_in),
        calibration_error=calibration_error(probabilities, truth),
        ordinary=ordinary_of(counts),
        confusion=confusion_of(given, truth),
        bins=reliability(probabilities, truth),
        curve=risk_coverage(probabilities, truth),
        mistakes=_mistakes(rows, verdicts, given, truth),
        model=verdicts[0].model,
    )


def macro_interval(counts: Counts, *, least_support: int, tags: Sequence[Tag] = MESSAGE_TAGS) -> Interval:
    """The mean F1 of those of ``tags`` that at least ``least_support`` mails of the whole truly carry."""
    support = counts.sum(axis=(1, 2))
    chosen = [number for number, tag in enumerate(MESSAGE_TAGS) if tag in tags and support[number] >= least_support]
    if not chosen:
        return Interval(0.0, 0.0, 0.0)
    return interval(counts, lambda drawn: f1_in(drawn)[:, chosen].mean(axis=1))


def ordinary_of(counts: Counts) -> Ordinary:
    """The mistakes on mails that are truly ``other``."""
    row = counts[MESSAGE_TAGS.index(Tag.OTHER)]
    wrong = [number for number, tag in enumerate(MESSAGE_TAGS) if tag is not Tag.OTHER]
    grave = [MESSAGE_TAGS.index(tag) for tag in GRAVE]
    return Ordinary(
        mails=int(row.sum()),
        wrong=int(row[wrong, 1].sum()),
        wrong_unsure=int(row[wrong, 0].sum()),
        grave=int(row[grave, 1].sum()),
        grave_unsure=int(row[grave, 0].sum()),
    )


def _mistakes(rows: Sequence[Row], verdicts: Sequence[Verdict], given: Indices, truth: Indices) -> tuple[Mistake, ...]:
    """What was tagged wrongly, the surest first."""
    found = [
        Mistake(rows[at].id, rows[at].tag, verdict.tag, verdict.confidence, verdict.unsure, verdict.reasons)
        for at, verdict in enumerate(verdicts)
        if given[at] != truth[at]
    ]
    return tuple(sorted(found, key=lambda mistake: (-mistake.confidence, mistake.id)))
