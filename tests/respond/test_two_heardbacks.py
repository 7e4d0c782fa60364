"""Two heardbacks on one mailbox, and rounds that died half way: one draft in the folder, and one mail sent."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from respond.draftcopies import Copies
from respond.draftmail import mail_of, new_message_id
from respond.draftnotes import Notes
from respond.draftsfolder import ADOPTED_WORDS, Kept
from store.database import Database
from store.noted import Draft
from store.vocabulary import DraftState
from tests.respond.desk import Desk
from tests.respond.drafts import DRAFT, NOW, state_of
from tests.servers.boxes import Box

LAPTOP = "Dear Kim,\n\nThank you for the talk.\n\nSam\n"
TOWER = "Dear Kim,\n\nThank you for having me; it was good to talk.\n\nSam\n"


@pytest.fixture
def pair(tmp_path: Path, dovecot_box: Box) -> Iterator[tuple[Desk, Desk]]:
    desks = Desk(tmp_path / "laptop", dovecot_box), Desk(tmp_path / "tower", dovecot_box)
    yield desks
    for desk in desks:
        desk.database.close()


def put(database: Database, body: str) -> Draft:
    """A draft under a Message-ID as heardback makes it."""
    made = replace(DRAFT, body=body, message_id=new_message_id("home.example"))
    with database.transaction() as transaction:
        number = transaction.drafts.add(made, "plain")
    assert number is not None
    return replace(made, id=number)


def test_the_second_takes_over_what_the_first_put_there(pair: tuple[Desk, Desk]) -> None:
    laptop, tower = pair
    first, second = put(laptop.database, LAPTOP), put(tower.database, TOWER)

    assert laptop.keep().appended == 1
    assert (tower.keep().appended, len(tower.uids())) == (0, 1)
    adopted = tower.draft(second.id)
    assert (adopted.body, adopted.message_id, adopted.failure) == (LAPTOP, first.message_id, ADOPTED_WORDS)
    assert (laptop.keep(), tower.keep()) == (Kept(), Kept())

    # Sent by the one, it is sent for both, and nobody else takes the copy away.
    laptop.box.put("Sent", [(mail_of(first, now=NOW), NOW)])
    laptop.end(first.id, DraftState.SENT)
    assert laptop.keep().removed == 1
    tower.approve(second.id)
    assert not tower.may_go(second.id)
    assert state_of(tower.database, second.id) is DraftState.SENT


def test_of_two_at_the_same_moment_the_later_one_steps_back(
    pair: tuple[Desk, Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop, tower = pair
    first, second = put(laptop.database, LAPTOP), put(tower.database, TOWER)
    put_there = Copies.put

    def at_the_same_moment(self: Copies, raw: bytes, message_id: str) -> int:
        monkeypatch.undo()
        assert laptop.keep().appended == 1  # between the other's look and its append
        return put_there(self, raw, message_id)

    monkeypatch.setattr(Copies, "put", at_the_same_moment)
    tower.keep()

    assert len(tower.uids()) == 1
    assert tower.draft(second.id).message_id == first.message_id
    assert laptop.draft(first.id).state is DraftState.PROPOSED


def test_a_reply_the_person_has_begun_themselves_is_left_to_them(desk: Desk) -> None:
    own = replace(DRAFT, body="Hi Kim,\n\nI was about to\n", message_id="<own@program.example>")
    desk.box.put("Drafts", [(mail_of(own, now=NOW), NOW)])
    stored = put(desk.database, TOWER)

    assert desk.keep().appended == 1
    assert desk.draft(stored.id).body == TOWER
    assert len(desk.uids()) == 2


@pytest.mark.parametrize("dies_after", ["the first append", "the replacing append"])
def test_a_round_that_dies_between_append_and_noting_leaves_one_copy(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, dies_after: str
) -> None:
    stored = put(desk.database, LAPTOP)
    if dies_after == "the replacing append":
        desk.keep()
        with desk.database.transaction() as transaction:
            changed = replace(desk.draft(stored.id), body=TOWER)
            transaction.drafts.rewrite(changed, state=DraftState.EDITED, at=NOW)

    def die(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Notes, "copy", die)
    with pytest.raises(KeyboardInterrupt):
        desk.keep()
    monkeypatch.undo()

    desk.keep()
    assert len(desk.uids()) == 1
    assert desk.draft(stored.id).body == (TOWER if dies_after == "the replacing append" else LAPTOP)
    assert desk.keep() == Kept()
