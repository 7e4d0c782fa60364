"""Drafts that went out from the person's own mail program, told by the mails in the store."""

from dataclasses import replace
from datetime import timedelta

import pytest

from heardback.intake import ties_of
from respond.sentbyhand import serves_as, settle_sent
from store.database import Database
from store.vocabulary import Direction, DraftState
from tests.respond.builders import mail
from tests.respond.drafts import DRAFT, NOW, put, state_of

KIM = DRAFT.to
LATER = NOW + timedelta(minutes=10)
BODY = DRAFT.body


@pytest.fixture
def database(tmp_path) -> Database:  # type: ignore[no-untyped-def]
    return Database.open(tmp_path)


def comes_in(database: Database, direction: Direction = Direction.SENT, **fields: object) -> None:
    stored = mail(1, KIM, direction=direction, **{"date": LATER, "text": BODY, **fields})  # type: ignore[arg-type]
    with database.transaction() as transaction:
        transaction.mail.add(
            stored.message,
            stored.reading,
            direction=direction,
            account="home",
            ties=ties_of(stored.message, stored.reading, direction),
            at=LATER,
        )


def settle(database: Database) -> int:
    with database.transaction() as transaction:
        return len(settle_sent(transaction, LATER))


@pytest.mark.parametrize(
    "fields",
    [
        {"message_id": "<draft.1@home.example>", "text": "Changed from end to end."},
        {"message_id": "<new@program.example>"},
        {"message_id": "<new@program.example>", "subject": "Hello", "text": f"{BODY}\nPS: see you."},
    ],
    ids=["under its Message-ID", "under a new one", "edited, and out of its thread"],
)
@pytest.mark.parametrize("state", [DraftState.PROPOSED, DraftState.APPROVED, DraftState.UNKNOWN, DraftState.FAILED])
def test_it_counts_as_sent(database: Database, state: DraftState, fields: dict[str, object]) -> None:
    stored = put(database)
    with database.transaction() as transaction:
        transaction.drafts.move(stored.id, from_states=tuple(DraftState), to=state, at=NOW)
    comes_in(database, **fields)

    assert settle(database) == 1
    with database.reading() as transaction:
        draft = transaction.drafts.get(stored.id)
        assert draft is not None
        assert (draft.state, draft.sent) == (DraftState.SENT, LATER)
        assert transaction.drafts.without_sent_copy() == ()
    assert settle(database) == 0


@pytest.mark.parametrize(
    "fields",
    [
        {"text": "Kim, where do I park? Sam"},
        {"date": NOW - timedelta(days=1)},
        {"to": (replace(KIM, address="pat@calder.example"),)},
    ],
    ids=["other words", "before the draft was made", "to somebody else"],
)
def test_another_mail_is_not_taken_for_it(database: Database, fields: dict[str, object]) -> None:
    stored = put(database)
    comes_in(database, message_id="<new@program.example>", **fields)

    assert settle(database) == 0
    assert state_of(database, stored.id) is DraftState.PROPOSED


def test_the_sent_copy_of_another_draft_is_not_taken_for_it(database: Database) -> None:
    first, second = put(database), put(database, number=2)
    with database.transaction() as transaction:
        transaction.drafts.move(second.id, from_states=tuple(DraftState), to=DraftState.SENT, at=NOW)
    comes_in(database, message_id=second.message_id)

    assert settle(database) == 0
    assert state_of(database, first.id) is DraftState.PROPOSED


def test_an_answer_to_it_proves_that_it_went_out(database: Database) -> None:
    stored = put(database)
    with database.transaction() as transaction:
        transaction.drafts.move(stored.id, from_states=tuple(DraftState), to=DraftState.UNKNOWN, at=NOW)
    comes_in(database, Direction.RECEIVED, text="Thanks, Sam.", in_reply_to=(stored.message_id,))

    assert settle(database) == 1
    assert state_of(database, stored.id) is DraftState.SENT


def test_a_dropped_draft_that_turns_up_in_sent_was_sent(database: Database) -> None:
    stored = put(database)
    with database.transaction() as transaction:
        transaction.drafts.move(stored.id, from_states=tuple(DraftState), to=DraftState.DISCARDED, at=NOW)
    comes_in(database, message_id=stored.message_id)

    assert settle(database) == 1


@pytest.mark.parametrize(
    ("fields", "serves"),
    [
        ({"in_reply_to": ("<1@mail.example>",)}, True),
        ({"references": ("<0@mail.example>", "<1@mail.example>")}, True),
        ({"subject": "AW: Museum Coordinator"}, True),
        ({"subject": "Parking"}, False),
        ({"subject": "Museum Coordinator", "date": NOW - timedelta(hours=1)}, False),
    ],
)
def test_a_mail_about_the_same_to_the_same_person_did_what_the_draft_was_for(
    fields: dict[str, object], serves: bool
) -> None:
    own = mail(1, KIM, direction=Direction.SENT, **{"date": LATER, "text": "Other words.", **fields})  # type: ignore[arg-type]

    assert serves_as(DRAFT, own) is serves
    assert not serves_as(DRAFT, replace(own, direction=Direction.RECEIVED))
