"""What a person changes themselves holds against their mail, loses nothing, and can be taken back."""

import pytest

from heardback import byhand, joining
from heardback.undoing import undo
from heardback.wiring import House
from store.errors import UserError
from store.noted import Lesson
from store.vocabulary import DraftState, Stage, Tag
from tests.classify.mails import received
from tests.heardback.caldermail import ALL, deliver, rows, tables

PORTER = received(
    50, "2026-02-27", Tag.ACKNOWLEDGEMENT, "Elm Hospital", "Porter", sender="no-reply@elm-hospital.example"
)


@pytest.fixture
def own(house: House) -> House:
    """Sam's store with all the mail in it."""
    deliver(house, *ALL)
    return house


def test_what_was_entered_leaves_other_mail_at_that_place_alone(own: House) -> None:
    _add(own, "Calder Trust", "")
    deliver(own, received(51, "2026-02-28", Tag.INVITATION, "Calder Trust", "Museum Coordinator"))

    assert [(row["role"], row["stage"]) for row in rows(own)] == [
        ("Museum Coordinator", "interviewing"),
        ("Archivist", "applied"),
        ("Caretaker", "applied"),
        ("", "applied"),
    ]


def test_a_receipt_that_came_since_keeps_what_was_entered(own: House) -> None:
    _add(own, "Elm Hospital", "Porter")
    deliver(own, PORTER)
    held = tables(own)

    with pytest.raises(UserError, match="Mail has come for application 4 since"):
        _undo(own)
    assert tables(own) == held


def test_a_note_written_since_keeps_what_was_entered(own: House) -> None:
    _add(own, "Elm Hospital", "Porter")
    with own.database.transaction() as transaction:
        transaction.lessons.keep(Lesson(4, own.clock.now(), change_next="Ask about the shifts."))

    with pytest.raises(UserError, match="You have written a note on application 4 since"):
        _undo(own)


def test_merging_keeps_both_notes_and_undoing_parts_them(own: House) -> None:
    now = own.clock.now()
    with own.database.transaction() as transaction:
        transaction.lessons.keep(Lesson(1, now, went_well="The tour."))
        transaction.lessons.keep(Lesson(2, now, went_well="The test.", change_next="Sleep."))
    before = tables(own)
    with own.database.transaction() as transaction:
        joining.merge(transaction, 1, 2, own.own_addresses, now=now)
        joined = transaction.lessons.of(1)
    assert joined is not None
    assert (joined.went_well, joined.change_next) == ("The tour.\nThe test.", "Sleep.")

    _undo(own)
    assert tables(own) == before


def test_merging_gives_the_one_that_stays_what_only_the_other_knew(own: House) -> None:
    _add(own, "Calder Trust", "")
    with own.database.transaction() as transaction:
        joining.merge(transaction, 4, 2, own.own_addresses, now=own.clock.now())
        merged = transaction.applications.get(4)

    assert merged is not None
    assert (merged.company, merged.role) == ("Calder Trust", "Archivist")


def test_a_draft_goes_where_its_mails_go(own: House) -> None:
    own.rounds.draft()
    _split(own, 3, [7])
    own.rounds.draft()
    _undo(own)
    own.rounds.draft()

    with own.database.reading() as transaction:
        (draft,) = transaction.drafts.all()
    assert (draft.application_id, draft.state) == (3, DraftState.PROPOSED)


def test_closing_takes_the_draft_away_and_undoing_brings_it_back(own: House) -> None:
    own.rounds.draft()
    with own.database.transaction() as transaction:
        byhand.close(transaction, 3, now=own.clock.now())
    own.rounds.draft()
    assert _states(own) == [DraftState.WITHDRAWN]

    _undo(own)
    own.rounds.draft()
    assert _states(own) == [DraftState.PROPOSED]


def test_what_was_split_off_is_called_what_its_mail_says(own: House) -> None:
    with own.database.transaction() as transaction:
        joining.merge(transaction, 1, 2, own.own_addresses, now=own.clock.now())
    _split(own, 1, [2])

    assert (rows(own)[2]["company"], rows(own)[2]["role"]) == ("Calder Trust", "Archivist")


def test_only_what_is_closed_can_be_reopened(own: House) -> None:
    with pytest.raises(UserError, match="not closed"), own.database.transaction() as transaction:
        byhand.reopen(transaction, 3, now=own.clock.now())


def test_a_rejected_one_is_reopened_where_it_stood(own: House) -> None:
    deliver(own, received(52, "2026-02-27", Tag.REJECTION, "Calder Trust", "Museum Coordinator"))
    assert rows(own)[0]["status"] == "rejected"
    with own.database.transaction() as transaction:
        byhand.reopen(transaction, 1, now=own.clock.now())

    assert (rows(own)[0]["stage"], rows(own)[0]["status"], rows(own)[0]["rejection_reason"]) == (
        Stage.INTERVIEWING,
        "waiting_on_them",
        None,
    )


def test_there_is_nothing_to_undo_at_first(own: House) -> None:
    with pytest.raises(UserError, match="no change to undo"):
        _undo(own)


def _add(house: House, company: str, role: str) -> None:
    now = house.clock.now()
    with house.database.transaction() as transaction:
        byhand.add(transaction, company, role, agency="", applied=now, now=now)


def _split(house: House, number: int, mails: list[int]) -> None:
    with house.database.transaction() as transaction:
        joining.split(transaction, number, mails, house.own_addresses, company="", role="", now=house.clock.now())


def _undo(house: House) -> None:
    with house.database.transaction() as transaction:
        undo(transaction, None, house.own_addresses, now=house.clock.now())


def _states(house: House) -> list[DraftState]:
    with house.database.reading() as transaction:
        return [each.state for each in transaction.drafts.all()]
