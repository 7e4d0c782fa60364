"""Staying in touch after a rejection: when a word again fits, and when it is enough (``domain.md`` §6.2)."""

from dataclasses import replace
from datetime import date

import pytest

from classify.cadence import next_word
from classify.limits import Cadence, Limits
from classify.silence import state_of
from classify.timeline import history_of
from store.records import Event
from store.vocabulary import EventKind, NextAction
from tests.classify.histories import WORKDAYS, at, event

APPLIED = event(EventKind.APPLIED, "2026-01-05")
REFUSED = event(EventKind.REJECTED, "2026-03-02", reason="other_candidate")
ANSWERED = event(EventKind.REPLIED, "2026-03-03")


def word(*events: Event, cadence: Cadence | None = None) -> tuple[str, str] | None:
    numbered = tuple(replace(each, id=number) for number, each in enumerate((APPLIED, *events)))
    found = next_word(history_of(numbered, at("2027-12-31")), WORKDAYS, cadence or Cadence())
    return None if found is None else (found.day.isoformat(), found.rests_on)


def day(*events: Event, cadence: Cadence | None = None) -> str | None:
    found = word(*events, cadence=cadence)
    return None if found is None else found[0]


def action(*events: Event, now: str, knows_person: bool = True) -> tuple[NextAction, date | None]:
    history = history_of(tuple(replace(each, id=number) for number, each in enumerate((APPLIED, *events))), at(now))
    state = state_of(history, at(now), WORKDAYS, Limits(), can_reply=True, knows_person=knows_person)
    return state.next_action, state.deadline


def test_nothing_before_the_rejection_is_answered() -> None:
    assert day(REFUSED) is None
    assert action(REFUSED, now="2026-06-01")[0] is NextAction.STAY_CONNECTED_REPLY


def test_a_first_word_fits_a_month_after_the_last_one_on_a_business_day() -> None:
    # 3 April 2026 is Good Friday and 6 April Easter Monday in Germany.
    assert day(REFUSED, ANSWERED) == "2026-04-07"


def test_a_friendly_word_of_theirs_moves_it_on() -> None:
    assert day(REFUSED, ANSWERED, event(EventKind.ANSWER, "2026-03-20", human=True)) == "2026-04-20"


@pytest.mark.parametrize(
    ("refused", "answered", "expected"),
    [
        ("2026-02-10", "2026-02-11", "2026-04-01"),
        ("2026-03-20", "2026-03-21", "2026-04-21"),
        ("2026-12-04", "2026-12-05", "2027-02-01"),
    ],
)
def test_a_frozen_role_waits_for_the_quarter_or_after_december_for_february(
    refused: str, answered: str, expected: str
) -> None:
    frozen = event(EventKind.REJECTED, refused, reason="role_frozen")

    assert day(frozen, event(EventKind.REPLIED, answered)) == expected


def test_the_day_their_mail_names_is_obeyed_and_quoted() -> None:
    asked = event(
        EventKind.REJECTED, "2026-03-02", reason="not_stated", not_before="2026-09-02", not_before_sentence="Wait."
    )

    assert word(asked, ANSWERED) == ("2026-09-02", "they wrote: “Wait.”")


def test_one_more_after_a_few_weeks_and_then_none() -> None:
    first, second = event(EventKind.REPLIED, "2026-04-08"), event(EventKind.REPLIED, "2026-04-30")

    assert day(REFUSED, ANSWERED, first) == "2026-04-29"
    assert day(REFUSED, ANSWERED, first, second) is None


def test_what_is_written_within_days_is_still_the_same_exchange() -> None:
    assert day(REFUSED, ANSWERED, event(EventKind.REPLIED, "2026-03-06")) == "2026-04-07"


def test_somebody_who_answers_hears_again_after_some_months_and_only_with_a_reason() -> None:
    first, heard = event(EventKind.REPLIED, "2026-04-08"), event(EventKind.ANSWER, "2026-04-09", human=True)

    found = next_word(history_of((APPLIED, REFUSED, ANSWERED, first, heard), at("2026-06-01")), WORKDAYS, Cadence())
    assert found is not None
    assert (found.day, found.is_warm) == (date(2026, 7, 9), True)


def test_it_is_the_next_action_from_its_day_until_it_lapses() -> None:
    assert action(REFUSED, ANSWERED, now="2026-04-03")[0] is NextAction.NONE
    assert action(REFUSED, ANSWERED, now="2026-04-07") == (NextAction.RECONNECT, date(2026, 4, 7))
    assert action(REFUSED, ANSWERED, now="2026-05-06")[0] is NextAction.RECONNECT
    assert action(REFUSED, ANSWERED, now="2026-05-07")[0] is NextAction.NONE


def test_it_needs_somebody_by_name() -> None:
    assert action(REFUSED, ANSWERED, now="2026-04-08", knows_person=False)[0] is NextAction.NONE


def test_it_can_be_switched_off() -> None:
    assert day(REFUSED, ANSWERED, cadence=Cadence(first_months=0)) is None
