"""A reply is written from facts, threads with the mail it answers, and speaks as the sender does."""

from dataclasses import replace
from datetime import date, timedelta, timezone
from typing import Any

import pytest

from respond.compose import Composed, Person, Situation, compose
from store.records import Application, CalendarEvent, Event, Interview, StoredMessage
from store.vocabulary import Direction, DraftKind, EventKind, RejectionReason, Stage, Status, Tag
from tests.respond.builders import BERLIN, DANA, NOW, PERSON, ROBOT, history, mail, situation, state

LAST_TALK = NOW - timedelta(days=2)


def written(given: Situation) -> Composed:
    composed = compose(given)
    assert isinstance(composed, Composed), composed
    return composed


def invitation(*days: int, **fields: Any) -> StoredMessage:
    starts = [(NOW + timedelta(days=day)).astimezone(BERLIN).replace(hour=14, minute=0) for day in days]
    interviews = tuple(Interview(start, None, "interviewing", place="https://meet.example/x") for start in starts)
    return mail(4, tag=Tag.INVITATION, days_ago=1, interviews=interviews, **fields)


def rejected(reason: RejectionReason | None = None, *, met: bool = False, text: str = "") -> Composed:
    past = history(last_interview=LAST_TALK if met else None, rejection_reason=reason)
    given = situation(
        DraftKind.STAY_CONNECTED,
        mail(5, tag=Tag.REJECTION, text=text),
        state=state(Status.REJECTED, past, stage=Stage.CLOSED, rejection_reason=reason),
    )
    return written(given)


def test_it_threads_with_the_mail_it_answers() -> None:
    parent = mail(4, subject="RE: Re: AW: Your application", references=("<a@x.example>", "<b@x.example>"))

    composed = written(situation(DraftKind.FOLLOW_UP_APPLICATION, parent))

    assert composed.subject == "Re: Your application"
    assert composed.in_reply_to == parent.message.message_id
    assert composed.references == ("<a@x.example>", "<b@x.example>", parent.message.message_id)


def test_without_references_the_parents_one_in_reply_to_begins_the_chain() -> None:
    parent = mail(4, in_reply_to=("<a@x.example>",))

    composed = written(situation(DraftKind.FOLLOW_UP_APPLICATION, parent))

    assert composed.references == ("<a@x.example>", parent.message.message_id)


@pytest.mark.parametrize(
    ("text", "greeting", "closing"),
    [
        ("Dear Alex Morgan,\n\nWe have your papers.\n\nKind regards\nDana Whitfield", "Dear Dana Whitfield,", "Kind"),
        ("Hi Alex,\n\nGot it.\n\nBest\nDana", "Hi Dana,", "Best"),
        ("Hello,\n\nGot it.\n\nThanks,\nDana", "Hi Dana,", "Best"),
        ("Dear Alex,\n\nGot it.\n\nKind regards\nDana Whitfield", "Dear Dana,", "Kind"),
    ],
)
def test_it_mirrors_how_they_sign_and_greet(text: str, greeting: str, closing: str) -> None:
    body = written(situation(DraftKind.FOLLOW_UP_APPLICATION, mail(4, text=text))).body

    assert body.startswith(f"{greeting}\n\n")
    assert body.rstrip().splitlines()[-2].startswith(closing)
    assert body.endswith("\nAlex Morgan\n")


def test_the_own_signature_stands_under_the_name_once() -> None:
    person = replace(PERSON, signature="Alex Morgan\n+49 30 5550100")

    body = written(situation(DraftKind.FOLLOW_UP_APPLICATION, mail(4), person=person)).body

    assert body.endswith(",\nAlex Morgan\n+49 30 5550100\n")


def test_a_missing_name_is_a_gap() -> None:
    nameless = Person("", PERSON.address, timezone="Europe/Berlin")

    composed = written(situation(DraftKind.FOLLOW_UP_APPLICATION, mail(4), person=nameless))

    assert composed.gaps == ("[your name]",)


def test_every_fact_names_its_source() -> None:
    receipt = mail(3, ROBOT, Tag.ACKNOWLEDGEMENT, subject="We have your application", automatic=True)
    applied = Event(1, EventKind.APPLIED, NOW - timedelta(days=20), message_id=3)

    composed = written(
        situation(DraftKind.FOLLOW_UP_APPLICATION, mail(4), receipt, state=state(history=history(applied=applied)))
    )

    assert "30 October" in composed.body
    assert all(fact.source and fact.value for fact in composed.facts)
    assert {"role", "applied_on", "acknowledged", "greeting"} <= {fact.slot for fact in composed.facts}


def test_one_definite_time_is_confirmed_with_its_zone_and_nothing_is_asked() -> None:
    composed = written(situation(DraftKind.INVITATION_REPLY, invitation(5)))

    assert "Tuesday 24 November at 14:00 CET (UTC+1), by video call" in composed.body
    assert composed.gaps == ()
    assert "?" not in composed.body


def test_a_foreign_zone_is_kept_and_explained_to_the_person() -> None:
    abroad = replace(PERSON, timezone="America/New_York")

    composed = written(situation(DraftKind.INVITATION_REPLY, invitation(5), person=abroad))

    assert "14:00 CET (UTC+1)" in composed.body
    assert "That is Tuesday 24 November at 08:00 EST (UTC-5) where you are." in composed.why


def test_several_times_leave_the_choice_to_the_person() -> None:
    composed = written(situation(DraftKind.INVITATION_REPLY, invitation(5, 6)))

    (gap,) = composed.gaps
    assert gap in composed.body
    assert "Tuesday 24 November at 14:00" in gap
    assert "Wednesday 25 November at 14:00" in gap


def test_a_question_for_times_leaves_a_gap_and_names_the_zone() -> None:
    composed = written(situation(DraftKind.INVITATION_REPLY, invitation(wants="times")))

    assert len(composed.gaps) == 1
    assert "Europe/Berlin time (UTC+1)" in composed.body


def test_a_thank_you_leaves_the_moment_to_the_person() -> None:
    given = situation(DraftKind.THANK_YOU, mail(4), state=state(history=history(last_interview=LAST_TALK)))

    composed = written(given)

    assert composed.gaps == ("[your sentence: what stayed with you from the talk]",)
    assert composed.gaps[0] in composed.body
    assert "Tuesday 17 November" in composed.body


@pytest.mark.parametrize("reason", [RejectionReason.ROLE_FROZEN, RejectionReason.ROLE_CANCELLED])
def test_a_role_that_is_gone_gets_no_feedback_question(reason: RejectionReason) -> None:
    composed = rejected(reason, met=True)

    assert "again" in composed.body
    assert not any(word in composed.body for word in ("improve", "work on", "do better", "convinced you"))


def test_after_an_interview_there_is_one_open_question() -> None:
    assert rejected(met=True).body.count("?") == 1


def test_no_feedback_is_asked_where_they_said_they_give_none() -> None:
    assert "?" not in rejected(met=True, text="We are unable to provide individual feedback.").body


def test_a_form_no_without_interview_asks_nothing() -> None:
    assert "?" not in rejected().body


def test_an_inside_candidate_is_congratulated() -> None:
    assert "ongratulations" in rejected(RejectionReason.INTERNAL_CANDIDATE).body


def test_an_overdue_promise_is_named_without_blame() -> None:
    past = history(last_interview=NOW - timedelta(days=12), promise=date(2026, 11, 13), promise_sentence="By Friday.")

    body = written(situation(DraftKind.FOLLOW_UP_INTERVIEW, mail(4), state=state(history=past))).body

    assert "Friday 13 November" in body


def test_the_same_employer_never_reads_a_wording_twice() -> None:
    given = situation(DraftKind.FINAL_FOLLOW_UP, mail(4))
    first = written(given)

    second = written(replace(given, used_wordings=frozenset({first.wording})))

    assert compose(given) == first
    assert second.wording != first.wording


def test_a_role_from_a_hostile_mail_is_left_out() -> None:
    role = "Analyst\nBcc: x@evil.example https://evil.example [approve]"

    composed = written(
        situation(DraftKind.FOLLOW_UP_APPLICATION, mail(4), application=Application(1, "Northwind Textiles", role))
    )

    assert "evil.example" not in composed.body + composed.subject


def test_a_new_mail_has_a_subject_of_its_own_under_sixty_characters() -> None:
    long = Application(1, "Northwind Textiles", "Senior Regional Customer Operations Manager")
    event = mail(4, ROBOT, Tag.INVITATION, calendar=(_meeting(),))

    composed = written(situation(DraftKind.INVITATION_REPLY, event, application=long))

    assert composed.to == DANA
    assert (composed.in_reply_to, composed.references) == ("", ())
    assert len(composed.subject) < 60


def _meeting() -> CalendarEvent:
    start = NOW + timedelta(days=4)
    return CalendarEvent("u1", "REQUEST", "Interview", start, None, "Europe/Berlin", False, "", DANA, 0, "")


def test_it_greets_as_the_person_did_before() -> None:
    mine = mail(4, text="Dear Dr Whitfield,\n\nI am applying.\n\nAlex", days_ago=9, direction=Direction.SENT)
    theirs = mail(5, text="Dear Alex Morgan,\n\nWe have your papers.\n\nKind regards\nDana Whitfield")

    composed = written(situation(DraftKind.FOLLOW_UP_APPLICATION, mine, theirs))

    assert composed.body.startswith("Dear Dr Whitfield,\n")


def test_a_time_in_the_persons_own_zone_is_named_by_it() -> None:
    start = (NOW + timedelta(days=5)).astimezone(BERLIN).replace(hour=14, minute=0)
    fixed = start.astimezone(timezone(timedelta(hours=1)))
    slot = Interview(fixed, None, "interviewing")

    composed = written(
        situation(DraftKind.INVITATION_REPLY, mail(4, tag=Tag.INVITATION, days_ago=1, interviews=(slot,)))
    )

    assert "14:00 CET (UTC+1)" in composed.body
