"""Interviews named in a mail."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from classify.meetings import interviews_of
from store.records import Address, CalendarEvent, Interview
from tests.classify.arrivals import arrived

HOME = ZoneInfo("Europe/Dublin")


def interviews(text: str, language: str = "en", *events: CalendarEvent) -> tuple[Interview, ...]:
    return interviews_of(arrived(text, calendar=events), text, language, HOME)


def event(method: str = "REQUEST", zone: str = "Europe/Berlin", status: str = "") -> CalendarEvent:
    start = datetime(2024, 3, 12, 13, 0, tzinfo=UTC)
    end = datetime(2024, 3, 12, 14, 0, tzinfo=UTC)
    return CalendarEvent("uid-1", method, "Interview", start, end, zone, False, "Room 4", Address("", ""), 0, status)


@pytest.mark.parametrize(
    ("language", "text", "starts"),
    [
        ("en", "We invite you to an interview on Tuesday 12 March at 10:00.", ["2024-03-12T10:00:00+00:00"]),
        (
            "en",
            "Could you do Thursday at 2pm ET or Friday at 11am ET?",
            ["2024-03-07T14:00:00-05:00", "2024-03-08T11:00:00-05:00"],
        ),
        ("en", "Date: 14 March 2024\nTime: 10:00 - 11:00 CET", ["2024-03-14T10:00:00+01:00"]),
        ("en", "9:30am - Thursday, March 14 (London)", ["2024-03-14T09:30:00+00:00"]),
        (
            "en",
            "Monday 11 March 09:30 or 14:00; Tuesday 12 March 10:00",
            ["2024-03-11T09:30:00+00:00", "2024-03-11T14:00:00+00:00", "2024-03-12T10:00:00+00:00"],
        ),
        ("de", "Wir laden Sie am Dienstag, den 12.03.2024 um 14:30 Uhr ein.", ["2024-03-12T14:30:00+00:00"]),
        ("fr", "Nous vous proposons un entretien le mardi 12 mars à 14h30.", ["2024-03-12T14:30:00+00:00"]),
        ("es", "Le invitamos a una entrevista el martes 12 de marzo a las 10:30.", ["2024-03-12T10:30:00+00:00"]),
    ],
)
def test_it_reads_days_with_their_times(language: str, text: str, starts: list[str]) -> None:
    assert [each.start.isoformat() for each in interviews(text, language) if each.start] == starts


def test_an_invitation_without_a_time_is_one_interview_without_a_start() -> None:
    (only,) = interviews("We would love to talk. When are you free next week?")

    assert only.start is None
    assert only.stage == "interviewing"


def test_a_time_to_answer_by_is_no_interview() -> None:
    (only,) = interviews("Please reply by Friday 5pm. The interview is on Monday at 9am.")

    assert only.start == datetime(2024, 3, 11, 9, 0, tzinfo=HOME)


def test_a_time_that_is_given_up_is_left_out() -> None:
    (only,) = interviews("Could we move our call from Tuesday 12 March 10:00 to Thursday 14 March 14:00?")

    assert only.start == datetime(2024, 3, 14, 14, 0, tzinfo=HOME)
    assert not only.cancelled


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Unfortunately the interview on Tuesday 12 March at 10:00 is cancelled."),
        ("de", "Leider müssen wir den Termin am 12. März um 10 Uhr absagen."),
        ("fr", "Votre entretien du 12 mars à 14h est annulé."),
        ("es", "La entrevista del 12 de marzo a las 10:00 queda cancelada."),
    ],
)
def test_a_cancelled_one_is_said_to_be(language: str, text: str) -> None:
    assert [each.cancelled for each in interviews(text, language)] == [True]


def test_how_to_cancel_is_no_cancellation() -> None:
    (only,) = interviews("Your interview is on Friday 15 March at 10:00. If you need to cancel, tell us.")

    assert not only.cancelled


@pytest.mark.parametrize(
    ("language", "text", "stage"),
    [
        ("en", "a 20 minute phone screen", "screening"),
        ("en", "the final round with our CEO", "final"),
        ("en", "a technical interview", "interviewing"),
        ("de", "ein Telefoninterview", "screening"),
        ("de", "zum Abschlussgespräch", "final"),
        ("fr", "un premier échange", "screening"),
        ("es", "la entrevista final", "final"),
    ],
)
def test_the_stage_is_read(language: str, text: str, stage: str) -> None:
    assert interviews(f"{text}", language)[0].stage == stage


def test_confirming_words_confirm_and_a_question_does_not() -> None:
    assert interviews("This is to confirm your interview on Friday 15 March at 10:00.")[0].confirmed
    assert interviews("Hiermit bestätigen wir das Gespräch am 14. März um 10 Uhr.", "de")[0].confirmed
    assert not interviews("Your slot is confirmed for Friday 15 March at 10:00, please confirm.")[0].confirmed


def test_the_place_is_the_line_that_names_it() -> None:
    assert interviews("Friday 15 March 10:00\nLocation: 12 High Street, Cork")[0].place == "12 High Street, Cork"
    assert interviews("Friday 15 March 10:00\nJoin: https://meet.example/abc")[0].place == "meet.example"


def test_a_calendar_part_keeps_its_own_zone_and_uid() -> None:
    (only,) = interviews("See the invitation.", "en", event())

    assert (only.start and only.start.isoformat(), only.uid, only.place) == (
        "2024-03-12T14:00:00+01:00",
        "uid-1",
        "Room 4",
    )
    assert not only.confirmed


def test_a_cancel_or_a_status_cancels_and_a_status_alone_never_confirms() -> None:
    assert interviews("", "en", event("CANCEL"))[0].cancelled
    assert not interviews("", "en", event(status="CONFIRMED"))[0].confirmed
    assert [each.uid for each in interviews("Yes.", "en", event("REPLY"))] == [""]


@pytest.mark.parametrize(
    ("subject", "text", "stage"),
    [
        ("Re: a first call", "We invite you to a panel interview on Tuesday 12 March at 10:00.", "interviewing"),
        ("Re: a first call", "Tuesday 12 March at 10:00 is fine for us.", "screening"),
        ("Re: your interview", "I will ring you for a short call on Tuesday 12 March at 10:00.", "screening"),
    ],
)
def test_what_the_mail_says_outranks_the_subject_of_its_conversation(subject: str, text: str, stage: str) -> None:
    (only,) = interviews_of(arrived(text, subject=subject), text, "en", HOME)

    assert only.stage == stage
