"""An evaluation as plain figures, for programs."""

from typing import Any

from classify.evaluation import Evaluation, Mistake
from classify.scores import Interval
from store.vocabulary import MESSAGE_TAGS


def figures(evaluation: Evaluation) -> dict[str, Any]:
    """Every figure of the printed tables, by name; ``languages`` holds the same of each language."""
    whole = _of_one(evaluation)
    return whole | {"languages": {name: _of_one(each) for name, each in evaluation.languages}}


def _of_one(evaluation: Evaluation) -> dict[str, Any]:
    return {
        "model": evaluation.model,
        "mails": evaluation.mails,
        "tags": {
            score.tag.value: {
                "precision": round(score.precision, 4),
                "recall": round(score.recall, 4),
                "f1": round(score.f1, 4),
                "f1_low": round(span.low, 4),
                "f1_high": round(span.high, 4),
                "support": score.support,
                "given": score.given,
            }
            for score, span in zip(evaluation.scores, evaluation.f1, strict=True)
        },
        "macro_f1": _interval(evaluation.macro_f1),
        "macro_f1_supported": _interval(evaluation.macro_f1_supported),
        "accuracy": _interval(evaluation.accuracy),
        "coverage": round(evaluation.coverage.value, 4),
        "coverage_interval": _interval(evaluation.coverage),
        "covered_accuracy": round(evaluation.covered_accuracy.value, 4),
        "covered_accuracy_interval": _interval(evaluation.covered_accuracy),
        "calibration_error": round(evaluation.calibration_error, 4),
        "ordinary": _ordinary(evaluation),
        "confusion": {
            tag.value: dict(zip((each.value for each in MESSAGE_TAGS), row, strict=True))
            for tag, row in zip(MESSAGE_TAGS, evaluation.confusion, strict=True)
        },
        "reliability": [
            {
                "low": each.low,
                "high": each.high,
                "mails": int(each.size),
                "confidence": round(each.confidence, 4),
                "accuracy": round(each.accuracy, 4),
            }
            for each in evaluation.bins
        ],
        "risk_coverage": [
            {"threshold": each.threshold, "coverage": round(each.coverage, 4), "accuracy": round(each.accuracy, 4)}
            for each in evaluation.curve
        ],
        "mistakes": [_mistake(each) for each in evaluation.mistakes],
    }


def _ordinary(evaluation: Evaluation) -> dict[str, float]:
    """Of the mails that are truly ``other``: wrong job tags for every thousand, acted on and left to the person."""
    ordinary = evaluation.ordinary
    return {
        "mails": ordinary.mails,
        "wrong_per_1000": round(ordinary.per_thousand(ordinary.wrong), 2),
        "wrong_unsure_per_1000": round(ordinary.per_thousand(ordinary.wrong_unsure), 2),
        "grave_per_1000": round(ordinary.per_thousand(ordinary.grave), 2),
        "grave_unsure_per_1000": round(ordinary.per_thousand(ordinary.grave_unsure), 2),
    }


def _mistake(mistake: Mistake) -> dict[str, Any]:
    return {
        "id": mistake.id,
        "truth": mistake.truth.value,
        "given": mistake.given.value,
        "confidence": round(mistake.confidence, 4),
        "unsure": mistake.unsure,
        "reasons": list(mistake.reasons),
    }


def _interval(interval: Interval) -> dict[str, float]:
    return {"value": round(interval.value, 4), "low": round(interval.low, 4), "high": round(interval.high, 4)}
