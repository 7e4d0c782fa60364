"""An open offer: what settles it, and what leaves it with the person (rules T, D and W)."""

from dataclasses import replace

import pytest

from classify.limits import Limits
from classify.progress import events_of
from classify.silence import state_of
from classify.state import ApplicationState
from classify.timeline import history_of
from store.records import StoredMessage
from store.vocabulary import NextAction, Status, Tag
from tests.classify.histories import WORKDAYS, at
from tests.classify.mails import received, sent

KIM = "kim@calder.example"
OFFER = received(1, "2026-03-02", Tag.OFFER, "Calder", sender=KIM, automatic=False)


def stands(*mails: StoredMessage) -> ApplicationState:
    events = tuple(replace(each, id=number) for number, each in enumerate(events_of(1, (OFFER, *mails)), start=1))
    now = at("2026-03-20")
    return state_of(history_of(events, now), now, WORKDAYS, Limits(), can_reply=True)


def word(number: int, when: str, text: str) -> StoredMessage:
    return received(number, when, Tag.OTHER, sender=KIM, automatic=False, text=text)


def test_a_question_of_ours_leaves_nothing_owed_until_they_answer() -> None:
    asked = sent(2, "2026-03-03", KIM, "Thank you! Could I give you my answer in the second week of March?")

    assert stands(asked).next_action is NextAction.NONE
    granted = stands(asked, word(3, "2026-03-04", "Of course, let me know by the 13th."))
    assert (granted.status, granted.next_action) == (Status.OFFER, NextAction.REPLY_TO_OFFER)


@pytest.mark.parametrize(
    "text",
    [
        "I am glad to accept your offer.",
        "Ich nehme Ihr Angebot gerne an.",
        "J'accepte votre proposition avec joie.",
        "Acepto la oferta con mucho gusto.",
    ],
)
def test_an_accepted_offer_is_not_asked_about_again(text: str) -> None:
    state = stands(sent(2, "2026-03-03", KIM, text), word(3, "2026-03-04", "Wonderful! See you in May."))

    assert (state.status, state.next_action) == (Status.OFFER, NextAction.NONE)


def test_to_think_about_accepting_is_not_to_accept() -> None:
    asked = sent(2, "2026-03-03", KIM, "Before I accept your offer, I have a question about the hours.")

    assert stands(asked, word(3, "2026-03-04", "Nine to five.")).next_action is NextAction.REPLY_TO_OFFER


@pytest.mark.parametrize(
    "text",
    [
        "After much thought I must decline your offer.",
        "Leider muss ich Ihr Angebot ablehnen.",
        "Je dois décliner votre proposition.",
        "Lamentablemente, no puedo aceptar la oferta.",
    ],
)
def test_a_refused_offer_is_withdrawn(text: str) -> None:
    assert stands(sent(2, "2026-03-03", KIM, text)).status is Status.WITHDRAWN
