"""What makes it the person's turn, and what only looks like it."""

from dataclasses import replace

import pytest

from classify.clocktimes import clocks_in
from classify.progress import events_of
from store.records import StoredMessage
from store.vocabulary import EventKind, Tag
from tests.classify.mails import received, sent, verdict


def kinds(*mails: StoredMessage) -> list[EventKind]:
    return [event.kind for event in events_of(1, mails)]


def test_a_doubtful_invitation_that_asks_nothing_is_only_a_word() -> None:
    mail = received(
        1, "2026-03-02", Tag.INVITATION, wants="times", text="You are still in the running.", automatic=False
    )
    doubtful = replace(mail, reading=replace(mail.reading, verdict=verdict(Tag.INVITATION, unsure=True)))
    asking = replace(doubtful, message=replace(doubtful.message, text="When could you come?"))

    assert kinds(mail) == [EventKind.INVITED]
    assert kinds(doubtful) == [EventKind.ANSWER]
    assert kinds(asking) == [EventKind.INVITED]


def test_an_approach_begins_nothing_until_it_is_answered() -> None:
    approach = received(1, "2026-03-02", Tag.OUTREACH, automatic=False)
    interest = sent(2, "2026-03-03", "tom@agency.example", "Yes, please put me forward.", wants="interest")

    assert kinds(approach) == []
    assert kinds(approach, interest) == [EventKind.APPLIED]


def test_word_that_the_test_is_done_hands_it_in_whatever_the_tag() -> None:
    test = received(1, "2026-03-02", Tag.ASSESSMENT, wants="assessment", text="Please take the test.")
    done = received(2, "2026-03-05", Tag.ASSESSMENT, wants="assessment", text="You have completed the assessment.")

    assert kinds(test, done) == [EventKind.ASSESSMENT, EventKind.SUBMITTED]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("could you come on friday 8 may at 14:00, at 4 weavers' court?", [14]),
        ("at 18 tanner's row at 10", [10]),
        ("meet us at 4 on the hill", [16]),
    ],
)
def test_a_house_number_is_no_time(text: str, hours: list[int]) -> None:
    assert [clock.at.hour for clock in clocks_in(text, "en")] == hours
