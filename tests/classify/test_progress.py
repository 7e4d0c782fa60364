"""What an application's mails say happened."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from classify.progress import events_of
from store.records import Interview, StoredMessage
from store.vocabulary import EventKind, Tag
from tests.classify.mails import received, sent, verdict

KIM = "kim@calder.example"
SLOT = Interview(datetime(2026, 3, 10, 9, tzinfo=UTC), None, "interviewing", uid="u1")


def kinds(*mails: StoredMessage) -> list[EventKind]:
    return [event.kind for event in events_of(1, mails)]


def invited(number: int, when: str, **reading: object) -> StoredMessage:
    return received(number, when, Tag.INVITATION, "Calder", sender=KIM, automatic=False, **reading)


def test_an_application_by_mail_and_its_receipt() -> None:
    mine = sent(1, "2026-03-01", KIM, "I would like to apply for the post of porter.")
    receipt = received(2, "2026-03-02", Tag.ACKNOWLEDGEMENT, "Calder")
    again = received(3, "2026-03-03", Tag.ACKNOWLEDGEMENT, "Calder")

    assert kinds(mine, receipt, again) == [EventKind.APPLIED, EventKind.RECEIPT, EventKind.NOTICE]


def test_an_invitation_our_answer_and_their_confirmation() -> None:
    asked = invited(1, "2026-03-02", wants="times")
    mine = sent(2, "2026-03-03", KIM, "Tuesday at nine suits me.")
    booked = invited(3, "2026-03-04", interviews=(SLOT,), wants="confirmation")

    assert kinds(asked, mine, booked) == [EventKind.INVITED, EventKind.REPLIED, EventKind.BOOKED]
    assert events_of(1, (asked, mine, booked))[2].detail["confirmed"] is True


def test_one_proposed_time_waits_for_our_yes() -> None:
    proposed = invited(1, "2026-03-02", interviews=(SLOT,), wants="confirmation")

    (event,) = events_of(1, (proposed,))
    assert (event.kind, event.detail["confirmed"]) == (EventKind.BOOKED, False)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Thank you for the talk this morning; I enjoyed hearing about the wards.", EventKind.THANKED),
        ("I wanted to follow up on our talk: is there any news?", EventKind.CHASED),
        ("I have accepted another offer and withdraw my application.", EventKind.WITHDREW),
    ],
)
def test_own_mail_after_an_interview(text: str, kind: EventKind) -> None:
    booked = invited(1, "2026-03-02", interviews=(SLOT,))
    mine = sent(2, "2026-03-11", KIM, text)

    assert kinds(booked, mine)[-1] is kind


def test_a_chase_after_a_receipt_is_a_chase() -> None:
    receipt = received(1, "2026-03-02", Tag.ACKNOWLEDGEMENT, "Calder")
    mine = sent(2, "2026-03-20", KIM, "I applied in March. Could you tell me where things stand?")

    assert kinds(receipt, mine) == [EventKind.RECEIPT, EventKind.CHASED]


def test_an_answer_to_a_rejection_is_an_answer() -> None:
    no = received(1, "2026-03-02", Tag.REJECTION, "Calder", sender=KIM, automatic=False)
    mine = sent(2, "2026-03-03", KIM, "Thank you for telling me; do keep me in mind.")

    assert kinds(no, mine) == [EventKind.REJECTED, EventKind.REPLIED]


def test_a_doubtful_rejection_closes_nothing() -> None:
    no = received(1, "2026-03-02", Tag.REJECTION, "Calder")
    doubtful = StoredMessage(
        no.id,
        no.message,
        no.direction,
        no.account,
        type(no.reading)(
            verdict=type(no.reading.verdict)(Tag.REJECTION, no.reading.verdict.probabilities, True, (), "t")
        ),
    )

    assert kinds(doubtful) == [EventKind.ANSWER]


def test_an_assessment_is_handed_in_by_mail_or_by_notice() -> None:
    test = received(1, "2026-03-02", Tag.ASSESSMENT, "Calder")
    by_mail = sent(2, "2026-03-04", KIM, "Attached is my solution.")
    notice = received(3, "2026-03-04", Tag.ACKNOWLEDGEMENT, "Calder", text="Your assessment has been submitted.")

    assert kinds(test, by_mail) == [EventKind.ASSESSMENT, EventKind.SUBMITTED]
    assert kinds(test, notice) == [EventKind.ASSESSMENT, EventKind.SUBMITTED]


def test_a_machine_gives_notice_and_a_person_answers() -> None:
    viewed = received(1, "2026-03-02", Tag.OTHER, "Calder")
    word = received(2, "2026-03-03", Tag.OTHER, "Calder", sender=KIM, automatic=False)
    asks = received(3, "2026-03-04", Tag.OTHER, "Calder", sender=KIM, automatic=False, wants="information")

    assert kinds(viewed, word, asks) == [EventKind.NOTICE, EventKind.ANSWER, EventKind.REQUEST]


def test_a_receipt_by_a_person_who_asks_for_papers_is_our_turn() -> None:
    asks = received(1, "2026-03-02", Tag.ACKNOWLEDGEMENT, "Calder", sender=KIM, automatic=False, wants="information")
    machine = received(1, "2026-03-02", Tag.ACKNOWLEDGEMENT, "Calder", wants="information")

    assert kinds(asks) == [EventKind.RECEIPT, EventKind.REQUEST]
    assert kinds(machine) == [EventKind.RECEIPT]


def test_word_that_a_test_is_done_hands_it_in_also_where_its_tag_is_in_doubt() -> None:
    test = received(1, "2026-03-02", Tag.ASSESSMENT, "Calder")
    done = received(2, "2026-03-04", Tag.ASSESSMENT, "Calder", text="Your test has been submitted.")
    doubtful = replace(done, reading=replace(done.reading, verdict=verdict(Tag.ASSESSMENT, unsure=True)))

    assert kinds(test, doubtful) == [EventKind.ASSESSMENT, EventKind.SUBMITTED]
