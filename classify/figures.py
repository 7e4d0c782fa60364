"""An evaluation as plain figures, for programs."""

from typing import Any

from classify.evaluation import Evaluation
from classify.scores import Interval
from store.vocabulary import MESSAGE_TAGS


def figures(evaluation: Evaluation) -> dict[str, Any]:
    """Every figure of the printed tables, by name."""
    return {
        "model": evaluation.model,
        "mails": evaluation.mails,
        "tags": {
            score.tag.value: {
                "precision": round(score.precision, 4),
                "recall": round(score.recall, 4),
                "f1": round(score.f1, 4),
                "support": score.support,
                "given": score.given,
            }
            for score in evaluation.scores
        },
        "macro_f1": _interval(evaluation.macro_f1),
        "macro_f1_supported": _interval(evaluation.macro_f1_supported),
        "accuracy": _interval(evaluation.accuracy),
        "coverage": round(evaluation.coverage, 4),
        "covered_accuracy": round(evaluation.covered_accuracy, 4),
        "calibration_error": round(evaluation.calibration_error, 4),
        "confusion": {
            tag.value: dict(zip((each.value for each in MESSAGE_TAGS), row, strict=True))
            for tag, row in zip(MESSAGE_TAGS, evaluation.confusion, strict=True)
        },
    }


def _interval(interval: Interval) -> dict[str, float]:
    return {"value": round(interval.value, 4), "low": round(interval.low, 4), "high": round(interval.high, 4)}
