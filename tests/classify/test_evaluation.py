"""The arithmetic of the evaluation, against figures worked out by hand."""

import numpy as np
import pytest

from classify.calibration import abstain_floor, calibration_error, reliability, risk_coverage, thresholds
from classify.corpus import Row
from classify.evaluation import evaluate
from classify.evaluationtables import render
from classify.figures import figures
from classify.scores import confusion_of, macro_f1, scores_of
from classify.tagger import Tagger
from store.vocabulary import MESSAGE_TAGS, Tag

INVITATION, REJECTION = MESSAGE_TAGS.index(Tag.INVITATION), MESSAGE_TAGS.index(Tag.REJECTION)
TRUTH = np.array([REJECTION, REJECTION, REJECTION, INVITATION, INVITATION])
GIVEN = np.array([REJECTION, REJECTION, INVITATION, INVITATION, REJECTION])


def test_precision_recall_and_f1_are_counted_per_tag() -> None:
    score = scores_of(GIVEN, TRUTH)[REJECTION]

    assert (score.precision, score.recall, score.f1) == pytest.approx((2 / 3, 2 / 3, 2 / 3))
    assert (score.support, score.given) == (3, 3)


def test_macro_f1_is_the_mean_over_tags_with_support() -> None:
    scores = scores_of(GIVEN, TRUTH)

    assert macro_f1(scores) == pytest.approx((2 / 3 + 1 / 2) / 2)
    assert macro_f1(scores, least_support=3) == pytest.approx(2 / 3)


def test_the_confusion_matrix_has_true_tags_in_rows() -> None:
    matrix = confusion_of(GIVEN, TRUTH)

    assert (matrix[REJECTION][INVITATION], matrix[INVITATION][REJECTION], matrix[REJECTION][REJECTION]) == (1, 1, 2)


def test_calibration_error_weighs_the_gaps_of_its_bins() -> None:
    probabilities = np.array([[0.95, 0.05], [0.95, 0.05], [0.65, 0.35], [0.65, 0.35]])
    truth = np.array([0, 0, 0, 1])

    assert calibration_error(probabilities, truth) == pytest.approx(0.5 * 0.05 + 0.5 * 0.15)
    assert [(each.size, each.accuracy) for each in reliability(probabilities, truth)] == [(2, 0.5), (2, 1.0)]


def test_the_risk_coverage_curve_leads_to_the_abstain_threshold() -> None:
    probabilities = np.array([[0.9, 0.1], [0.7, 0.3], [0.55, 0.45], [0.55, 0.45]])
    truth = np.array([0, 0, 0, 1])
    curve = risk_coverage(probabilities, truth, steps=(0.5, 0.6))

    assert [(each.coverage, each.accuracy) for each in curve] == [(1.0, 0.75), (0.5, 1.0)]
    assert abstain_floor(curve, accuracy=0.9, least_coverage=0.4) == 0.6
    assert abstain_floor(curve, accuracy=0.9, least_coverage=0.8) == 0.5


def test_a_rejection_needs_more_certainty_than_a_receipt() -> None:
    needed = thresholds(0.6)

    assert needed[Tag.REJECTION] > needed[Tag.INVITATION] > needed[Tag.ACKNOWLEDGEMENT] == 0.6


def test_rows_without_subject_and_sender_are_measured_and_told() -> None:
    rows = [
        Row("a", Tag.REJECTION, "", "", "We have decided not to move forward with your application."),
        Row("b", Tag.INVITATION, "", "", "We regret to inform you that the position has been filled."),
    ]
    evaluation = evaluate(Tagger.from_rules(), rows)

    assert (evaluation.mails, evaluation.accuracy.value) == (2, 0.5)
    assert [mistake.id for mistake in evaluation.mistakes] == ["b"]
    assert "invitation tagged rejection" in render(evaluation)


ROWS = (
    Row("a", Tag.REJECTION, "", "", "We have decided not to move forward with your application.", "en"),
    Row("b", Tag.INVITATION, "", "", "We regret to inform you that the position has been filled.", "en"),
    Row("c", Tag.OTHER, "", "", "Wir haben uns leider für eine andere Bewerberin entschieden.", "de"),
)


def test_each_language_is_measured_apart() -> None:
    evaluation = evaluate(Tagger.from_rules(), ROWS)

    assert [(name, part.mails, part.accuracy.value) for name, part in evaluation.languages] == [
        ("de", 1, 0.0),
        ("en", 2, 0.5),
    ]


def test_rows_of_one_language_have_no_parts() -> None:
    assert evaluate(Tagger.from_rules(), ROWS[:2]).languages == ()


def test_mistakes_are_told_with_their_reasons() -> None:
    evaluation = evaluate(Tagger.from_rules(), ROWS)

    assert all(mistake.reasons for mistake in evaluation.mistakes)
    assert "position has been filled" in render(evaluation)


def test_a_wrong_job_tag_on_other_mail_is_told_by_the_thousand() -> None:
    evaluation = evaluate(Tagger.from_rules(), ROWS)

    assert evaluation.ordinary.wrong + evaluation.ordinary.wrong_unsure == 1
    assert "wrong job tags per 1,000 other mails" in render(evaluation)


def test_the_figures_for_programs_carry_every_table() -> None:
    told = figures(evaluate(Tagger.from_rules(), ROWS))

    assert told["ordinary"]["mails"] == 1
    assert told["languages"]["en"]["mails"] == 2
    assert {"reliability", "risk_coverage", "mistakes", "confusion"} <= set(told)
    assert told["mistakes"][0]["reasons"]
