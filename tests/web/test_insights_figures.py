"""The numbers of a search: exact where there are enough, and silent where there are not."""

from datetime import timedelta

import pytest

from classify.chanceprior import EXPECTED, Step
from classify.chancewaits import Wait, WaitEnd
from heardback.web.answercurves import DAYS_SHOWN, answer_times, expected_share
from heardback.web.figures import (
    Ground,
    Reached,
    Source,
    by_source,
    funnel,
    ground_of,
    open_now,
    reached_of,
    reasons,
    sources_of,
)
from heardback.web.shares import TOO_FEW, Share, share_words
from store.events import Milestone
from store.vocabulary import EventKind, RejectionReason, Stage, Status, Tag
from tests.web.glanced import NOW, glance


def milestone(number: int, kind: EventKind, *, stage: str = "", human: bool = True) -> Milestone:
    return Milestone(number, kind, stage, human, NOW)


def waits(*days: float, end: WaitEnd = WaitEnd.ANSWERED, step: Step = Step.RECEIPT) -> list[Wait]:
    return [Wait(step, each, end) for each in days]


def test_each_step_of_the_funnel_holds_the_further_ones() -> None:
    reached = reached_of(
        [
            milestone(1, EventKind.APPLIED),
            milestone(2, EventKind.REJECTED, human=False),
            milestone(3, EventKind.REJECTED),
            milestone(4, EventKind.BOOKED, stage="screening", human=False),
            milestone(5, EventKind.INVITED, stage="final"),
            milestone(6, EventKind.OFFERED),
            milestone(7, EventKind.MOVED, stage="interviewing", human=False),
            milestone(7, EventKind.RECEIPT),
        ]
    )

    steps = funnel(reached, range(1, 11))

    assert [each.of_all.part for each in steps] == [10, 5, 4, 2, 1]
    assert [(each.of_before.part, each.of_before.whole) for each in steps] == [
        (10, 10), (5, 10), (4, 5), (2, 4), (1, 2),
    ]  # fmt: skip
    assert [each.of_all.whole for each in funnel({}, ())] == [0, 0, 0, 0, 0]


def test_a_share_has_a_range_and_says_nothing_of_too_few() -> None:
    assert Share(12, 80).words() == "15 %, between 10 and 23"
    assert Share(0, 20).words() == "0 %, between 0 and 12"
    assert Share(4, 4).words() == TOO_FEW
    assert Share(0, 0).words() == TOO_FEW
    assert Share(5, 5).words() == "100 %, between 65 and 100"
    assert Share(40, 80).words(show_counts=False) == "about half"


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0.0, "none"),
        (0.03, "hardly any"),
        (0.1, "about one in ten"),
        (0.34, "about a third"),
        (0.9, "nine in ten or more"),
        (1.0, "all"),
    ],
)
def test_a_share_in_words_has_no_figure(share: float, words: str) -> None:
    assert share_words(share) == words


def test_the_curve_is_kaplan_and_meiers() -> None:
    # Ten waits: answered on days 2, 5, 5 and 9; one cut on day 3, five still open on day 12.
    found = waits(2, 5, 5, 9) + waits(3, end=WaitEnd.CUT) + waits(*[12] * 5, end=WaitEnd.OPEN)

    (times,) = answer_times(found, EXPECTED)

    shares = {each.day: round(each.share, 4) for each in times.points}
    assert shares[1] == 0
    assert shares[2] == shares[4] == 0.1
    assert shares[5] == round(1 - 0.9 * 6 / 8, 4)
    assert shares[9] == shares[12] == round(1 - 0.9 * 6 / 8 * 5 / 6, 4)
    assert max(shares) == 12
    assert (times.waits, times.answered, times.telling) == (10, 4, 9)
    assert times.half is None
    for each in times.points:
        assert 0 <= each.low <= each.share <= each.high <= 1


def test_the_curve_ends_with_the_last_wait_and_says_by_when_half_were_answered() -> None:
    (times,) = answer_times(waits(0.2, 0.5, 1.5, 2.5, 3.5), EXPECTED)

    assert [round(each.share, 2) for each in times.points] == [0, 0.4, 0.6, 0.8, 1.0]
    assert times.half == 2
    assert times.points[-1].low < 0.7
    assert [each.day for each in times.firm] == [0]


def test_what_comes_after_half_a_year_is_no_answer() -> None:
    (times,) = answer_times(waits(200, 200, 200, 200, 200, 3), EXPECTED)

    assert times.answered == 1
    assert times.points[-1].day == DAYS_SHOWN


def test_waits_that_a_receipt_cut_short_say_nothing() -> None:
    (times,) = answer_times(waits(*[0.01] * 30, end=WaitEnd.CUT, step=Step.APPLIED), EXPECTED)

    assert not times.says_something


def test_half_of_what_is_expected_has_come_by_its_weeks() -> None:
    expected = EXPECTED.steps[Step.RECEIPT]

    assert expected_share(expected, 7 * expected.half_weeks) == pytest.approx(expected.answered / 2)


def test_the_way_in_is_told_by_who_wrote_first() -> None:
    found = (
        glance(1),
        glance(2),
        glance(3, agency="Quay Recruitment"),
        glance(4),
        glance(5),
    )
    before, after = NOW - timedelta(days=9), NOW - timedelta(days=1)
    writers = [
        (1, "dana@birch.example", Tag.ACKNOWLEDGEMENT, before),
        (2, "jobs-noreply@linkedin.com", Tag.ACKNOWLEDGEMENT, before),
        (3, "rosa@quay.example", Tag.OUTREACH, after),
        (3, "robot@birch.example", Tag.ACKNOWLEDGEMENT, before),
        (4, "rosa@quay.example", Tag.OUTREACH, before),
        (4, "dana@birch.example", Tag.INVITATION, after),
    ]

    sources = sources_of(found, writers)

    assert sources == {
        1: Source.DIRECT, 2: Source.BOARD, 3: Source.AGENCY, 4: Source.OUTREACH, 5: Source.DIRECT,
    }  # fmt: skip
    told = {each.source: each for each in by_source(sources, {1: Reached.ANSWERED, 4: Reached.OFFERED})}
    assert (told[Source.DIRECT].answered, told[Source.DIRECT].talked) == (Share(1, 2), Share(0, 2))
    assert (told[Source.OUTREACH].answered, told[Source.OUTREACH].talked) == (Share(1, 1), Share(1, 1))


def test_reasons_that_lie_in_the_role_come_first() -> None:
    given = [RejectionReason.OTHER_CANDIDATE] * 3 + [RejectionReason.ROLE_FROZEN, None, RejectionReason.COMPENSATION]
    found = [
        glance(number, stage=Stage.CLOSED, status=Status.REJECTED, reason=reason)
        for number, reason in enumerate(given, start=1)
    ]

    told = reasons([*found, glance(99)])

    assert [(each.reason, each.ground, each.share.part) for each in told] == [
        (RejectionReason.ROLE_FROZEN, Ground.ROLE, 1),
        (RejectionReason.COMPENSATION, Ground.TERMS, 1),
        (RejectionReason.OTHER_CANDIDATE, Ground.MATCH, 3),
        (RejectionReason.NOT_STATED, Ground.UNSAID, 1),
    ]
    assert {each.share.whole for each in told} == {6}


def test_every_reason_has_a_ground() -> None:
    assert {ground_of(each) for each in RejectionReason} == set(Ground)


def test_what_is_open_stands_by_its_chance() -> None:
    found = [glance(1, chance=0.2), glance(2), glance(3, chance=0.7), glance(4, chance=0.5, status=Status.OFFER)]

    assert [each.number for each in open_now(found)] == [3, 1]
