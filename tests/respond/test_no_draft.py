"""Where nothing is written, and the reason the person is shown (``domain.md`` §2.2; ``design.md`` §3)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from respond.compose import Refused, Situation, compose
from store.records import Address, Event, Interview, StoredMessage
from store.vocabulary import MESSAGE_TAGS, DraftKind, EventKind, Stage, Status, Tag
from tests.respond.builders import NOW, ROBOT, history, mail, situation, state

CHASES = [DraftKind.FOLLOW_UP_APPLICATION, DraftKind.FOLLOW_UP_INTERVIEW, DraftKind.FINAL_FOLLOW_UP]


def refusal(given: Situation) -> str:
    refused = compose(given)
    assert isinstance(refused, Refused), refused
    return refused.reason


def test_a_form_rejection_before_any_contact_is_filed() -> None:
    given = situation(DraftKind.STAY_CONNECTED, mail(5, ROBOT, Tag.REJECTION), state=state(Status.REJECTED))

    assert "file it" in refusal(given)


def test_a_scam_gets_nothing() -> None:
    message = mail(5, tag=Tag.INVITATION, scam_signs=("asks for a fee", "moves to a messenger"))

    assert "scam" in refusal(situation(DraftKind.INVITATION_REPLY, message))


def test_one_sign_of_a_scam_alone_is_not_enough() -> None:
    message = mail(5, tag=Tag.INVITATION, scam_signs=("writes from a freemail address",))

    assert not isinstance(compose(situation(DraftKind.INVITATION_REPLY, message)), Refused)


def test_a_suspect_sender_is_not_chased_either() -> None:
    suspect = mail(5, scam_signs=("asks for a fee", "moves to a messenger"))

    assert "scam" in refusal(situation(DraftKind.FOLLOW_UP_APPLICATION, mail(4), suspect))


def in_doubt(message: StoredMessage, share: float) -> StoredMessage:
    """The mail, as one that is a rejection with this probability, and nobody is sure."""
    shares = {Tag.REJECTION: share, Tag.OTHER: 1 - share}
    probabilities = tuple(shares.get(tag, 0.0) for tag in MESSAGE_TAGS)
    verdict = replace(message.reading.verdict, unsure=True, probabilities=probabilities)
    return replace(message, reading=replace(message.reading, verdict=verdict))


@pytest.mark.parametrize("kind", CHASES)
def test_nobody_is_chased_whose_last_mail_may_be_a_no(kind: DraftKind) -> None:
    perhaps = in_doubt(mail(5, days_ago=2), 0.4)

    assert "may be a rejection" in refusal(situation(kind, mail(4, days_ago=9), perhaps))
    settled = replace(perhaps, corrected=True)
    assert not isinstance(compose(situation(kind, mail(4, days_ago=9), settled)), Refused)
    assert not isinstance(compose(situation(kind, mail(4, days_ago=9), in_doubt(mail(5), 0.1))), Refused)
    assert not isinstance(compose(situation(kind, perhaps, mail(6, days_ago=1))), Refused)
    assert not isinstance(compose(replace(situation(kind, perhaps), asked=True)), Refused)


@pytest.mark.parametrize("kind", [kind for kind in DraftKind if kind is not DraftKind.OFFER_REPLY])
def test_an_offer_is_the_persons_own_to_answer(kind: DraftKind) -> None:
    assert "offer" in refusal(situation(kind, mail(5, tag=Tag.OFFER), state=state(Status.OFFER)))


def test_an_offer_is_confirmed_once_and_never_accepted() -> None:
    offer = mail(5, tag=Tag.OFFER)
    made = Event(1, EventKind.OFFERED, NOW - timedelta(days=1), message_id=5)
    waiting = history(my_turn=made, offer=made)
    composed = compose(situation(DraftKind.OFFER_REPLY, offer, state=state(Status.OFFER, waiting)))

    assert not isinstance(composed, Refused)
    assert "accept" not in composed.body.casefold()
    answered = state(Status.OFFER, history(offer=made))
    assert "have answered" in refusal(situation(DraftKind.OFFER_REPLY, offer, state=answered))
    assert "No offer" in refusal(situation(DraftKind.OFFER_REPLY, offer, state=state(Status.WAITING_ON_THEM)))


@pytest.mark.parametrize(
    "kind",
    [
        DraftKind.INVITATION_REPLY,
        DraftKind.OTHER_TIMES,
        DraftKind.WITHDRAWAL,
        DraftKind.ASSESSMENT_REPLY,
        DraftKind.INFORMATION_REPLY,
    ],
)
def test_nothing_is_answered_that_their_no_has_settled(kind: DraftKind) -> None:
    refused = state(Status.REJECTED, stage=Stage.CLOSED)

    assert "declined" in refusal(situation(kind, mail(5, tag=Tag.INVITATION), state=refused))


def test_a_word_again_waits_for_the_day_they_named() -> None:
    no = Event(1, EventKind.REJECTED, NOW - timedelta(days=40), detail={"not_before": "2027-03-01"})
    past = history(rejection=no, answered_rejection=True)
    closed = state(Status.REJECTED, past, stage=Stage.CLOSED)

    assert "before 1 March 2027" in refusal(situation(DraftKind.RECONNECT, mail(5), state=closed))
    unanswered = state(Status.REJECTED, history(rejection=no), stage=Stage.CLOSED)
    assert "comes first" in refusal(situation(DraftKind.RECONNECT, mail(5), state=unanswered))


@pytest.mark.parametrize("kind", CHASES)
def test_nothing_is_chased_while_it_is_our_turn(kind: DraftKind) -> None:
    asked = Event(1, EventKind.REQUEST, NOW - timedelta(days=3))
    given = situation(kind, mail(5), state=state(Status.WAITING_ON_ME, history(my_turn=asked)))

    assert "your turn" in refusal(given)


@pytest.mark.parametrize("kind", CHASES)
def test_a_wish_not_to_be_contacted_is_respected(kind: DraftKind) -> None:
    message = mail(5, text="Please do not contact us about the status of your application.")

    assert "not to contact" in refusal(situation(kind, message))


@pytest.mark.parametrize(
    "text", ["Please do not hesitate to contact us.", "Please do not contact us by phone.", "No phone calls please."]
)
def test_an_invitation_to_write_is_not_a_ban(text: str) -> None:
    assert not isinstance(compose(situation(DraftKind.FOLLOW_UP_APPLICATION, mail(5, text=text))), Refused)


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({}, "nothing to thank for"),
        ({"last_interview": NOW + timedelta(days=1)}, "nothing to thank for"),
        ({"last_interview": NOW - timedelta(days=1), "thanked": True}, "already thanked"),
    ],
)
def test_thanks_need_a_talk_and_are_said_once(fields: dict[str, Any], word: str) -> None:
    assert word in refusal(situation(DraftKind.THANK_YOU, mail(5), state=state(history=history(**fields))))


def test_a_time_that_is_over_is_not_confirmed() -> None:
    past = Interview(NOW - timedelta(hours=2), None, "screening")

    assert "is over" in refusal(situation(DraftKind.INVITATION_REPLY, mail(5, tag=Tag.INVITATION, interviews=(past,))))


def test_a_booking_link_is_acted_on_not_answered() -> None:
    message = mail(5, tag=Tag.INVITATION, text="Please book a slot: https://calendly.com/dana/intro")

    assert "link" in refusal(situation(DraftKind.INVITATION_REPLY, message))


@pytest.mark.parametrize(
    "message",
    [
        mail(5, ROBOT, Tag.INVITATION),
        mail(5, Address("Calendly", "notifications@calendly.com"), Tag.INVITATION),
        mail(
            5,
            Address("Dana Whitfield", "dana.whitfield@gmail.com"),
            Tag.INVITATION,
            reply_to=(Address("", "dana@elsewhere.example"),),
        ),
    ],
)
def test_no_recipient_means_no_draft(message: StoredMessage) -> None:
    assert refusal(situation(DraftKind.INVITATION_REPLY, message)).endswith(".")
