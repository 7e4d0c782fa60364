"""An interview moved or called off in a mail that carries no clear tag."""

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from classify.meetings import named_in_passing
from classify.progress import events_of
from store.records import Event, Interview, StoredMessage
from store.vocabulary import EventKind, Tag
from tests.classify.arrivals import arrived
from tests.classify.mails import received, sent

KIM = "kim@calder.example"
HOME = ZoneInfo("UTC")


def slot(day: int, *, cancelled: bool = False) -> Interview:
    return Interview(datetime(2026, 3, day, 9, tzinfo=UTC), None, "interviewing", cancelled=cancelled)


def invited(number: int, when: str, day: int) -> StoredMessage:
    return received(
        number, when, Tag.INVITATION, sender=KIM, automatic=False, interviews=(slot(day),), wants="confirmation"
    )


def word(number: int, when: str, text: str, interview: Interview) -> StoredMessage:
    return received(
        number, when, Tag.OTHER, sender=KIM, automatic=False, text=text, interviews=(interview,), wants="confirmation"
    )


def last(*mails: StoredMessage) -> Event:
    return events_of(1, mails)[-1]


ASKED = invited(1, "2026-03-02", 10)
YES = sent(2, "2026-03-03", KIM, "Tuesday at nine suits me.")


def test_another_time_put_as_a_question_waits_for_a_new_yes() -> None:
    moved = word(3, "2026-03-04", "We need to move your interview. Could you come on Thursday at nine?", slot(12))

    event = last(ASKED, YES, moved)
    assert (event.kind, event.detail["confirmed"]) == (EventKind.BOOKED, False)


def test_the_time_we_agreed_to_is_settled() -> None:
    confirmed = word(3, "2026-03-04", "Good, Tuesday at nine then.", slot(10))

    assert last(ASKED, YES, confirmed).detail["confirmed"] is True


def test_an_answer_settles_one_proposal_only() -> None:
    off = word(3, "2026-03-04", "We have to cancel your interview.", slot(10, cancelled=True))
    again = invited(4, "2026-03-20", 24)

    assert last(ASKED, YES, off).kind is EventKind.CANCELLED
    assert last(ASKED, YES, off, again).detail["confirmed"] is False


def test_a_time_before_any_interview_is_a_word() -> None:
    receipt = received(1, "2026-03-02", Tag.ACKNOWLEDGEMENT, "Calder")

    assert last(receipt, word(2, "2026-03-04", "The team meets on Tuesday at nine.", slot(10))).kind is EventKind.ANSWER


def test_a_doubtful_rejection_by_a_person_is_an_answer_and_from_a_machine_a_notice() -> None:
    no = received(1, "2026-03-02", Tag.REJECTION, "Calder", sender=KIM, automatic=False)
    doubtful = replace(no.reading, verdict=replace(no.reading.verdict, unsure=True))

    assert last(replace(no, reading=doubtful)).kind is EventKind.ANSWER
    assert last(replace(no, reading=replace(doubtful, automatic=True))).kind is EventKind.NOTICE


def test_only_a_time_told_with_words_of_a_meeting_is_one() -> None:
    moved = "We need to move your interview to Friday 8 March at 9:30. Would that be possible?"
    (found,) = named_in_passing(arrived(moved), moved, "en", HOME)

    assert found.start == datetime(2024, 3, 8, 9, 30, tzinfo=HOME)
    parcel = "The parcel comes on Friday 8 March at 9:30."
    assert named_in_passing(arrived(parcel), parcel, "en", HOME) == ()
    assert named_in_passing(arrived("Thank you for the interview."), "Thank you for the interview.", "en", HOME) == ()
