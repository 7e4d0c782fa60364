"""How good a tagger is on mails of known tags, per tag and overall, and how honest its certainty is (numpy only)."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from classify.calibration import Bin, Coverage, calibration_error, reliability, risk_coverage
from classify.corpus import Row, message_of, read_rows
from classify.reading import Reader
from classify.scores import LEAST_SUPPORT, Interval, Score, bootstrap, confusion_of, macro_f1, scores_of
from classify.tagger import Tagger
from store.errors import UserError
from store.vocabulary import MESSAGE_TAGS, Direction, Tag

_WORST = 12


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mail that was tagged wrongly, by its id only."""

    id: str
    truth: Tag
    given: Tag
    confidence: float
    unsure: bool


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The whole measurement. ``confusion[i][j]`` counts mails of ``MESSAGE_TAGS[i]`` that were tagged ``[j]``."""

    mails: int
    scores: tuple[Score, ...]
    macro_f1: Interval
    macro_f1_supported: Interval
    """Over the tags with at least ``LEAST_SUPPORT`` mails only."""
    accuracy: Interval
    coverage: float
    covered_accuracy: float
    calibration_error: float
    confusion: tuple[tuple[int, ...], ...]
    bins: tuple[Bin, ...]
    curve: tuple[Coverage, ...]
    mistakes: tuple[Mistake, ...]
    model: str


def evaluate_file(tagger: Tagger, path: Path) -> Evaluation:
    """Measures ``tagger`` on the JSON Lines file ``path``. Raises ``UserError`` when it cannot be read or is empty."""
    rows = tuple(read_rows(path))
    if not rows:
        raise UserError(f"{path} holds no rows to measure on; each line is a JSON object with subject, body and tag.")
    return evaluate(tagger, rows)


def evaluate(tagger: Tagger, rows: Sequence[Row]) -> Evaluation:
    """Measures ``tagger`` on ``rows``, read as the program reads them; the tag counts also where it is unsure."""
    received = [Direction.RECEIVED] * len(rows)
    readings = Reader(tagger, frozenset(), ZoneInfo("UTC")).read_all(
        [message_of(row) for row in rows], directions=received, answers=[False] * len(rows)
    )
    verdicts = [reading.verdict for reading in readings]
    probabilities = np.array([verdict.probabilities for verdict in verdicts])
    truth = np.array([MESSAGE_TAGS.index(row.tag) for row in rows], dtype=np.intp)
    given = np.array([MESSAGE_TAGS.index(verdict.tag) for verdict in verdicts], dtype=np.intp)
    sure = np.array([not verdict.unsure for verdict in verdicts])
    right = given == truth
    mistakes = [
        Mistake(row.id, row.tag, verdict.tag, verdict.confidence, verdict.unsure)
        for row, verdict in zip(rows, verdicts, strict=True)
        if verdict.tag is not row.tag
    ]
    return Evaluation(
        mails=len(rows),
        scores=scores_of(given, truth),
        macro_f1=bootstrap(given, truth, lambda g, t: macro_f1(scores_of(g, t))),
        macro_f1_supported=bootstrap(given, truth, _SupportedF1(truth)),
        accuracy=bootstrap(given, truth, lambda g, t: float((g == t).mean())),
        coverage=float(sure.mean()),
        covered_accuracy=float(right[sure].mean()) if sure.any() else 1.0,
        calibration_error=calibration_error(probabilities, truth),
        confusion=confusion_of(given, truth),
        bins=reliability(probabilities, truth),
        curve=risk_coverage(probabilities, truth),
        mistakes=tuple(sorted(mistakes, key=lambda mistake: (-mistake.confidence, mistake.id))),
        model=verdicts[0].model,
    )


@dataclass(frozen=True, slots=True)
class _SupportedF1:
    """Macro-F1 over the tags that have enough mails in the whole set, whatever a draw holds of them."""

    whole: NDArray[np.intp]

    def __call__(self, given: NDArray[np.intp], truth: NDArray[np.intp]) -> float:
        enough = [(self.whole == number).sum() >= LEAST_SUPPORT for number in range(len(MESSAGE_TAGS))]
        counted = [score.f1 for score, counts in zip(scores_of(given, truth), enough, strict=True) if counts]
        return sum(counted) / len(counted) if counted else 0.0


def render(evaluation: Evaluation) -> str:
    """The measurement as text for a terminal, about 90 columns wide."""
    parts = [_headline(evaluation), _score_table(evaluation), _confusion_table(evaluation)]
    parts += [_reliability_table(evaluation), _curve_table(evaluation), _mistake_table(evaluation)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _headline(evaluation: Evaluation) -> str:
    rows = [
        ("macro-F1", evaluation.macro_f1),
        (f"macro-F1, tags with {LEAST_SUPPORT} mails or more", evaluation.macro_f1_supported),
        ("accuracy", evaluation.accuracy),
    ]
    lines = [f"{evaluation.mails} mails, model {evaluation.model}", ""]
    lines += [f"{name:<40}{each.value:6.3f}   [{each.low:.3f}, {each.high:.3f}]" for name, each in rows]
    lines.append(f"{'coverage (not unsure)':<40}{evaluation.coverage:6.3f}")
    lines.append(f"{'accuracy on what is covered':<40}{evaluation.covered_accuracy:6.3f}")
    lines.append(f"{'calibration error (ECE)':<40}{evaluation.calibration_error:6.3f}")
    return "\n".join(lines)


def _score_table(evaluation: Evaluation) -> str:
    lines = [f"{'tag':<18}{'precision':>10}{'recall':>10}{'F1':>10}{'support':>10}"]
    for score in evaluation.scores:
        figures = f"{score.precision:>10.3f}{score.recall:>10.3f}{score.f1:>10.3f}"
        lines.append(f"{score.tag.value:<18}{figures}{score.support:>10}")
    return "\n".join(lines)


def _confusion_table(evaluation: Evaluation) -> str:
    short = [tag.value[:7] for tag in MESSAGE_TAGS]
    lines = ["true \\ given".ljust(18) + "".join(f"{name:>9}" for name in short)]
    for tag, row in zip(MESSAGE_TAGS, evaluation.confusion, strict=True):
        lines.append(f"{tag.value:<18}" + "".join(f"{count or '.':>9}" for count in row))
    return "\n".join(lines)


def _reliability_table(evaluation: Evaluation) -> str:
    lines = [f"{'certainty':<18}{'mails':>8}{'says':>10}{'is right':>10}"]
    for each in evaluation.bins:
        span = f"{each.low:.1f}-{each.high:.1f}"
        lines.append(f"{span:<18}{each.size:>8.0f}{each.confidence:>10.3f}{each.accuracy:>10.3f}")
    return "\n".join(lines)


def _curve_table(evaluation: Evaluation) -> str:
    lines = [f"{'threshold':<18}{'coverage':>10}{'accuracy':>10}"]
    lines += [f"{each.threshold:<18.2f}{each.coverage:>10.3f}{each.accuracy:>10.3f}" for each in evaluation.curve]
    return "\n".join(lines)


def _mistake_table(evaluation: Evaluation) -> str:
    if not evaluation.mistakes:
        return ""
    lines = [f"worst of {len(evaluation.mistakes)} mistakes"]
    for mistake in evaluation.mistakes[:_WORST]:
        doubt = "  unsure" if mistake.unsure else ""
        names = f"{mistake.truth.value} tagged {mistake.given.value}"
        lines.append(f"{mistake.id:<32}{names:<36}{mistake.confidence:6.2f}{doubt}")
    return "\n".join(lines)
