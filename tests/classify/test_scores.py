"""Figures drawn again and again from counted mails: F1, accuracy, coverage and their intervals."""

import numpy as np
import pytest

from classify.evaluation import macro_interval, ordinary_of
from classify.scores import (
    Counts,
    accuracy_in,
    counts_of,
    coverage_in,
    covered_accuracy_in,
    f1_in,
    interval,
    scores_of,
)
from store.vocabulary import MESSAGE_TAGS, Tag

INVITATION, REJECTION, OTHER = (MESSAGE_TAGS.index(tag) for tag in (Tag.INVITATION, Tag.REJECTION, Tag.OTHER))
TRUTH = np.array([REJECTION, REJECTION, REJECTION, INVITATION, INVITATION, OTHER, OTHER, OTHER])
GIVEN = np.array([REJECTION, REJECTION, INVITATION, INVITATION, REJECTION, OTHER, REJECTION, INVITATION])
SURE = np.array([True, True, True, False, True, True, True, False])


@pytest.fixture
def counts() -> Counts:
    return counts_of(GIVEN, TRUTH, SURE)


def test_f1_of_counted_mails_is_that_of_the_mails(counts: Counts) -> None:
    assert f1_in(counts[None])[0] == pytest.approx([score.f1 for score in scores_of(GIVEN, TRUTH)])


def test_a_tag_nobody_carries_or_was_given_has_no_f1(counts: Counts) -> None:
    assert f1_in(counts[None])[0][MESSAGE_TAGS.index(Tag.OFFER)] == 0.0


def test_accuracy_and_coverage_are_shares_of_all_and_of_the_sure(counts: Counts) -> None:
    assert accuracy_in(counts[None])[0] == pytest.approx(4 / 8)
    assert coverage_in(counts[None])[0] == pytest.approx(6 / 8)
    assert covered_accuracy_in(counts[None])[0] == pytest.approx(3 / 6)


def test_where_nothing_is_sure_nothing_is_right() -> None:
    nothing = counts_of(GIVEN, TRUTH, np.zeros(len(TRUTH), dtype=bool))

    assert covered_accuracy_in(nothing[None])[0] == 0.0


def test_an_interval_is_the_same_each_time_and_holds_its_value(counts: Counts) -> None:
    first = interval(counts, accuracy_in)

    assert first == interval(counts, accuracy_in)
    assert first.low <= first.value == 0.5 <= first.high


def test_more_mails_of_the_same_kind_make_it_narrower(counts: Counts) -> None:
    few, many = interval(counts, accuracy_in), interval(counts * 100, accuracy_in)

    assert few.value == many.value
    assert many.high - many.low < (few.high - few.low) / 5


def test_a_single_outcome_leaves_no_doubt() -> None:
    only = counts_of(np.array([REJECTION] * 4), np.array([REJECTION] * 4), np.array([True] * 4))

    assert (interval(only, accuracy_in).low, interval(only, accuracy_in).high) == (1.0, 1.0)


def test_the_macro_interval_takes_the_tags_that_are_there(counts: Counts) -> None:
    per_tag = f1_in(counts[None])[0]

    whole = macro_interval(counts, least_support=1)
    assert whole.value == pytest.approx(per_tag[[INVITATION, REJECTION, OTHER]].mean())
    assert macro_interval(counts, least_support=9).value == 0.0


def test_wrong_job_tags_are_counted_by_doubt_and_weight(counts: Counts) -> None:
    ordinary = ordinary_of(counts)

    assert (ordinary.mails, ordinary.wrong, ordinary.wrong_unsure) == (3, 1, 1)
    assert (ordinary.grave, ordinary.grave_unsure) == (1, 1)
    assert ordinary.per_thousand(ordinary.wrong) == pytest.approx(1000 / 3)
