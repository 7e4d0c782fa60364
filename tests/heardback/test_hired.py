"""A search that ended with a job: nobody is chased, whom to thank is named, and all of it can be undone."""

from datetime import UTC, datetime

import pytest

from heardback import searching
from heardback.farewell import Farewell
from heardback.weekly import rendered
from heardback.wiring import House
from store.clock import SetClock
from store.errors import UserError
from store.noted import ContactNote
from store.records import Interview
from store.vocabulary import DraftKind, DraftState, Tag
from tests.classify.mails import received, sent
from tests.heardback.caldermail import KIM, ROSE, deliver, rows, signed
from tests.heardback.searches import drafts, farewell, hired, pause, today, undo_newest


def test_a_hire_ends_every_chase_and_names_whom_to_thank(busy: House) -> None:
    hired(busy, 1)

    assert [row["next_action"] for row in rows(busy)] == ["none", "none", "none"]
    assert [row["stage"] for row in rows(busy)] == ["offer", "applied", "applied"]
    assert [(each.kind, each.application_id, each.state) for each in drafts(busy)] == [
        (DraftKind.FOLLOW_UP_APPLICATION, 3, DraftState.WITHDRAWN),
        (DraftKind.WITHDRAWAL, 3, DraftState.PROPOSED),
    ]
    owed = farewell(busy)
    assert {each.address for each in owed.thanks} == {KIM, ROSE}
    assert all("how it ended" in each.why for each in owed.thanks)
    assert [each.application for each in owed.withdrawals] == [2, 3]


def test_who_was_written_to_since_is_thanked(busy: House, clock: SetClock) -> None:
    hired(busy, 1)
    clock.at = datetime(2026, 3, 3, 9, tzinfo=UTC)
    deliver(busy, sent(31, "2026-03-02 20:00", ROSE, "I have found a job; thank you for your help."))

    assert {each.address for each in farewell(busy).thanks} == {KIM}


def test_who_put_in_a_word_comes_first(busy: House) -> None:
    note = "I know the team there; I have referred you to the head of the museum."
    noah = received(
        32, "2026-02-26", Tag.OTHER, "Calder Trust", "Archivist", sender="noah.field@calder-trust.example",
        automatic=False, text=note, answers="<2@mail.example>",
    )  # fmt: skip
    deliver(busy, signed(noah, "Noah Field"))
    hired(busy, 1)

    first = farewell(busy).thanks[0]
    assert (first.address, first.why) == (
        "noah.field@calder-trust.example",
        "They put in a word for you; tell them how it ended.",
    )


def test_who_was_talked_with_is_thanked_for_that(busy: House) -> None:
    talk = datetime(2026, 2, 12, 10, tzinfo=UTC)
    booked = received(
        33, "2026-02-10", Tag.INVITATION, "Oak School", "Caretaker", sender=ROSE, automatic=False,
        interviews=(Interview(talk, None, "interviewing", confirmed=True),),
    )  # fmt: skip
    deliver(busy, signed(booked, "Rose Hart"))
    hired(busy, 1)

    first = farewell(busy).thanks[0]
    assert (first.name, first.why) == (
        "Rose Hart",
        "You talked at Oak School on 12 February; thank them and tell them how it ended.",
    )


def test_whom_the_person_chose_not_to_write_to_is_left_out(busy: House) -> None:
    with busy.database.transaction() as transaction:
        transaction.contact_notes.keep(ContactNote(ROSE, dropped=True))
    hired(busy, 1)

    assert {each.address for each in farewell(busy).thanks} == {KIM}


def test_a_hire_can_be_undone(busy: House) -> None:
    before = rows(busy)
    hired(busy, 1)
    undo_newest(busy)
    busy.rounds.draft()

    assert rows(busy) == before
    assert farewell(busy) == Farewell()
    assert [(each.kind, each.state) for each in drafts(busy)] == [
        (DraftKind.FOLLOW_UP_APPLICATION, DraftState.PROPOSED),
        (DraftKind.WITHDRAWAL, DraftState.WITHDRAWN),
    ]


def test_a_search_cannot_end_twice_nor_go_on_twice(busy: House) -> None:
    with pytest.raises(UserError, match="going on already"), busy.database.transaction() as transaction:
        searching.resume(transaction, now=busy.clock.now(), today=today(busy))
    hired(busy, 1)
    with pytest.raises(UserError, match="ended already with application 1"):
        hired(busy, 2)
    with pytest.raises(UserError, match="nothing to pause"):
        pause(busy, None)


def test_the_digest_after_a_hire_names_thanks_and_withdrawals(busy: House) -> None:
    hired(busy, 1)

    text = " ".join(rendered(busy)[0].split())
    assert "Congratulations" in text
    assert "Thank Kim Alder (Calder Trust)" in text
    assert "Withdraw kindly, or close: Oak School, Caretaker" in text
    assert "Write two lines of thanks to Kim Alder (Calder Trust)." in text
