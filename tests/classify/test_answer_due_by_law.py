"""Ontario's 45 days after the last interview (``domain.md`` §1.2): shown where they apply, and nowhere else."""

from dataclasses import replace
from datetime import date

import pytest

from classify.limits import Limits
from classify.silence import state_of
from classify.state import ApplicationState
from classify.timeline import history_of
from store.records import Event
from store.vocabulary import EventKind
from tests.classify.histories import WORKDAYS, at, event

INTERVIEW = event(EventKind.BOOKED, "2026-03-04", start="2026-03-10 10:00", stage="interviewing")
SCREENING = event(EventKind.BOOKED, "2026-03-04", start="2026-03-10 10:00", stage="screening")
OLD = event(EventKind.BOOKED, "2025-12-01", start="2025-12-10 10:00", stage="final")


def _state(*events: Event, now: str = "2026-03-20", employer: str = "CA-ON") -> ApplicationState:
    numbered = tuple(replace(each, id=number) for number, each in enumerate(events, 1))
    history = history_of(numbered, at(now))
    return state_of(history, at(now), WORKDAYS, Limits(), can_reply=True, employer_in=employer)


def test_it_counts_from_the_last_full_interview() -> None:
    state = _state(INTERVIEW)

    assert state.legal_day == date(2026, 4, 24)
    assert "within 45 days" in state.why
    assert "24 April 2026" in state.why


def test_a_later_screening_does_not_move_it() -> None:
    later = event(EventKind.BOOKED, "2026-03-16", start="2026-03-18 10:00", stage="screening", uid="x")

    assert _state(INTERVIEW, later, now="2026-03-26").legal_day == date(2026, 4, 24)


@pytest.mark.parametrize("employer", ["", "CA", "CA-QC", "US"])
def test_elsewhere_there_is_no_such_day(employer: str) -> None:
    assert _state(INTERVIEW, employer=employer).legal_day is None


def test_a_screening_alone_or_an_interview_before_the_law_has_none() -> None:
    assert _state(SCREENING).legal_day is None
    assert _state(OLD, now="2026-01-20").legal_day is None


def test_who_has_an_answer_is_told_of_no_day() -> None:
    rejected = event(EventKind.REJECTED, "2026-03-16", human=True, reason="not_stated")

    assert _state(INTERVIEW, rejected).legal_day is None


def test_it_changes_neither_status_nor_next_step() -> None:
    here, elsewhere = _state(INTERVIEW), _state(INTERVIEW, employer="")

    assert (here.status, here.deadline, here.next_action) == (
        elsewhere.status,
        elsewhere.deadline,
        elsewhere.next_action,
    )
