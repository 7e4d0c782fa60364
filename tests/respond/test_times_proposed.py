"""Times in replies: which of theirs is taken, which of the person's own are offered, and the zones they stand in."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from classify.workdays import Workdays
from respond.compose import Composed, compose
from respond.freetime import Diary, FreeTime, Span, weekly_of
from respond.situation import Situation
from store.records import Interview, StoredMessage
from store.vocabulary import DraftKind, Tag
from tests.respond.builders import BERLIN, NOW, PERSON, mail, situation

WINDOWS = FreeTime((weekly_of("tue 13:00-17:00"), weekly_of("thu 09:00-12:00")))
WEEK = Diary(WINDOWS, (), Workdays("DE", BERLIN, None))
FREE = "Tuesday 24 November, 13:00–17:00; Thursday 26 November, 09:00–12:00; Tuesday 1 December, 13:00–17:00"


def invited(*days: int, **fields: object) -> StoredMessage:
    starts = [(NOW + timedelta(days=day)).astimezone(BERLIN).replace(hour=14, minute=0) for day in days]
    interviews = tuple(Interview(start, None, "interviewing") for start in starts)
    return mail(4, tag=Tag.INVITATION, days_ago=1, interviews=interviews, **fields)  # type: ignore[arg-type]


def written(given: Situation) -> Composed:
    composed = compose(given)
    assert isinstance(composed, Composed), composed
    return composed


def test_a_request_for_times_is_answered_with_free_windows() -> None:
    composed = written(situation(DraftKind.INVITATION_REPLY, invited(wants="times"), diary=WEEK))

    assert FREE in composed.body
    assert "Europe/Berlin time (UTC+1)" in composed.body
    assert composed.gaps == ()
    assert any("free windows" in fact.source for fact in composed.facts)


def test_other_times_are_proposed_in_place_of_the_one_that_does_not_fit() -> None:
    composed = written(situation(DraftKind.OTHER_TIMES, invited(5), diary=WEEK, asked=True))

    assert "Tuesday 24 November at 14:00 CET (UTC+1)" in composed.body
    # An hour around what was just turned down is not proposed anew.
    assert "Tuesday 24 November, 13:00" not in composed.body
    assert "Tuesday 24 November, 16:00–17:00" in composed.body


def test_without_free_windows_a_gap_is_left() -> None:
    composed = written(situation(DraftKind.OTHER_TIMES, invited(5), asked=True))

    assert len(composed.gaps) == 1
    assert "Europe/Berlin time (UTC+1)" in composed.body


def test_the_one_offered_time_in_a_free_window_is_taken() -> None:
    composed = written(situation(DraftKind.INVITATION_REPLY, invited(5, 6), diary=WEEK))

    assert "Tuesday 24 November at 14:00 CET (UTC+1)" in composed.body
    assert "Wednesday" not in composed.body
    assert composed.gaps == ()
    assert any("only one in your free windows" in why for why in composed.why)


def test_two_offered_times_that_fit_leave_the_choice() -> None:
    every_day = Diary(FreeTime((weekly_of("tue 13:00-17:00"), weekly_of("wed 13:00-17:00"))), (), WEEK.workdays)

    assert len(written(situation(DraftKind.INVITATION_REPLY, invited(5, 6), diary=every_day)).gaps) == 1


def test_an_interview_in_the_way_makes_an_offered_time_unfit() -> None:
    there = datetime(2026, 11, 24, 13, 30, tzinfo=BERLIN)
    busy = replace(WEEK, engaged=(Span(there, there + timedelta(hours=1)),))

    assert len(written(situation(DraftKind.INVITATION_REPLY, invited(5, 6), diary=busy)).gaps) == 1
    alone = written(situation(DraftKind.INVITATION_REPLY, invited(5), diary=busy))
    assert any("Another interview" in why for why in alone.why)


def test_a_foreign_time_is_given_in_both_zones() -> None:
    abroad = replace(PERSON, timezone="America/New_York")

    body = written(situation(DraftKind.INVITATION_REPLY, invited(5), person=abroad)).body

    assert "Tuesday 24 November at 14:00 CET (UTC+1) / 08:00 EST (UTC-5)" in body


def test_where_the_day_differs_it_is_named_twice() -> None:
    start = datetime(2026, 11, 24, 1, tzinfo=UTC).astimezone(BERLIN)
    message = mail(4, tag=Tag.INVITATION, days_ago=1, interviews=(Interview(start, None, "interviewing"),))
    abroad = replace(PERSON, timezone="America/New_York")

    body = written(situation(DraftKind.INVITATION_REPLY, message, person=abroad)).body

    assert "Tuesday 24 November at 02:00 CET (UTC+1) / Monday 23 November at 20:00 EST (UTC-5)" in body


def test_a_no_names_the_time_it_frees_and_no_reason() -> None:
    composed = written(situation(DraftKind.DECLINE_INVITATION, invited(5), asked=True))

    assert "Tuesday 24 November at 14:00 CET (UTC+1)" in composed.body
    assert composed.gaps == ()
    assert "?" not in composed.body
