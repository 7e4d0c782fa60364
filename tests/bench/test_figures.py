"""The arithmetic of the figures beside the targets, and the tables they are shown in."""

import numpy as np
import pytest

from bench.evaluation import baselines, card, plots, targets
from bench.evaluation.weighed import Weighed, as_real_mail
from classify.corpus import Row
from store.errors import UserError
from store.records import Verdict
from store.vocabulary import MESSAGE_TAGS, Tag


def verdict(tag: Tag, *, unsure: bool = False) -> Verdict:
    shares = tuple(0.94 if each is tag else 0.01 for each in MESSAGE_TAGS)
    return Verdict(tag, shares, unsure, (), "test")


def row(tag: Tag, body: str = "") -> Row:
    return Row("id", tag, "", "", body, "en")


ROWS = (row(Tag.REJECTION), row(Tag.REJECTION), row(Tag.OTHER), row(Tag.OTHER))
SAID = (verdict(Tag.REJECTION), verdict(Tag.OTHER, unsure=True), verdict(Tag.REJECTION), verdict(Tag.OTHER))


def test_every_mail_counts_the_same_unless_weighed() -> None:
    seen = Weighed.of(ROWS, SAID)

    assert (seen.precision(Tag.REJECTION), seen.recall(Tag.REJECTION), seen.f1(Tag.REJECTION)) == (0.5, 0.5, 0.5)
    assert (seen.unsure(), seen.covered_accuracy()) == (0.25, pytest.approx(2 / 3))
    assert seen.macro_f1() == 0.5


def test_a_heavier_mail_counts_more() -> None:
    seen = Weighed.of(ROWS, SAID, np.array([3.0, 1.0, 1.0, 1.0]))

    assert (seen.precision(Tag.REJECTION), seen.recall(Tag.REJECTION)) == (0.75, 0.75)
    assert seen.unsure() == pytest.approx(1 / 6)


def test_plain_wording_outweighs_unusual_wording() -> None:
    plain = row(Tag.REJECTION, "We have decided not to move forward with your application.")
    unusual = row(Tag.REJECTION, "The oven has found its baker.")
    weights = as_real_mail((plain, plain, unusual))

    assert weights.sum() == pytest.approx(3.0)
    assert weights[0] == weights[1] > 5 * weights[2]


def test_wrong_job_tags_are_those_on_other_mail() -> None:
    seen = Weighed.of(ROWS, SAID)

    assert seen.wrong_per_thousand(MESSAGE_TAGS, only_sure=True) == 500
    assert seen.wrong_per_thousand((Tag.OFFER,), only_sure=True) == 0


def test_a_target_is_kept_missed_or_cannot_be_told() -> None:
    recall = next(each for each in targets.TARGETS if each.name == "rejection recall")
    unsure = next(each for each in targets.TARGETS if "unsure" in each.name)

    assert [recall.verdict(value) for value in (0.98, 0.96, 0.9)] == ["aim", "must", "missed"]
    assert [unsure.verdict(value) for value in (0.05, 0.08, 0.2)] == ["aim", "must", "missed"]
    assert targets.cell(recall, Weighed.of(ROWS, SAID)) == "only 2 mails"


def test_one_word_and_key_phrases_tag_what_they_find() -> None:
    mails = (row(Tag.REJECTION, "Unfortunately, no."), row(Tag.OFFER, "We are pleased to offer you the job."))

    assert [each.tag for each in baselines.unfortunately(mails)] == [Tag.REJECTION, Tag.OTHER]
    assert [each.tag for each in baselines.key_phrases(mails)] == [Tag.REJECTION, Tag.OFFER]


def test_a_table_takes_its_place_in_the_card_and_nothing_else() -> None:
    whole = "Before\n<!-- x: begin -->\nold\n<!-- x: end -->\nAfter\n"

    once = card.replaced(whole, "x", card.markdown([("", "a"), ("b", "1")]))
    assert once == "Before\n<!-- x: begin -->\n|  | a |\n| --- | --: |\n| b | 1 |\n<!-- x: end -->\nAfter\n"
    assert card.replaced(once, "x", "old") == whole


def test_a_card_without_the_place_is_told() -> None:
    with pytest.raises(UserError, match="no place for 'y'"):
        card.replaced("", "y", "")


def test_plots_are_whole_svg_and_hold_the_names() -> None:
    seen = Weighed.of(ROWS * 5, SAID * 5)

    for plot in (
        plots.reliability_diagram([("here", "a", seen)]),
        plots.risk_coverage_plot([("here", "a", seen, False)]),
    ):
        assert plot.startswith("<svg")
        assert plot.endswith("</svg>\n")
        assert ">here</text>" in plot
