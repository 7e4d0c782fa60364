"""A store that is broken, cut short, of another time or of a newer heardback: a sentence, and the mailbox heals it."""

import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from store.database import FILE_NAME, Database
from store.errors import DatabaseTooNew, HeardbackError
from store.schema import SCHEMA_VERSION
from store.vocabulary import DraftState
from tests.faults.cells import fill
from tests.faults.grounds import Grounds
from tests.faults.sam import Sam, wrong_in_the_end
from tests.faults.selection import Seen, some


@pytest.fixture
def sam(grounds: Grounds) -> Iterator[Sam]:
    """A person whose mail is read and whose draft lies in Drafts."""
    with Sam(grounds) as person:
        fill(person)
        person.house.rounds.run_once()
        yield person


def _flip(path: Path, seed: int) -> None:
    octets, chance = bytearray(path.read_bytes()), random.Random(seed)
    for _ in range(200):
        octets[chance.randrange(100, len(octets))] ^= chance.randrange(1, 256)
    path.write_bytes(octets)


def _flip_pages(path: Path, seed: int) -> None:
    """Whole pages of rubbish, as a failing disk leaves them."""
    octets, chance = bytearray(path.read_bytes()), random.Random(seed)
    for _ in range(5):
        start = chance.randrange(1, len(octets) // 4096) * 4096
        octets[start : start + 4096] = chance.randbytes(4096)
    path.write_bytes(octets)


def _cut(path: Path, seed: int) -> None:
    octets = path.read_bytes()
    path.write_bytes(octets[: len(octets) * (seed % 9 + 1) // 10])


def _behead(path: Path, _seed: int) -> None:
    path.write_bytes(b"\0" * 4096 + path.read_bytes()[4096:])


DAMAGES: dict[str, Callable[[Path, int], None]] = {
    "octets": _flip,
    "pages": _flip_pages,
    "cut": _cut,
    "head": _behead,
}
NAMES = {
    "octets": "200 octets of the store are changed",
    "pages": "five pages of the store are rubbish",
    "cut": "the store is cut short",
    "head": "the head of the store is gone",
}


@pytest.mark.parametrize("seed", some(range(10), 5))
@pytest.mark.parametrize("kind", DAMAGES)
def test_a_damaged_store_is_said_and_the_mailbox_makes_a_new_one(sam: Sam, seen: Seen, kind: str, seed: int) -> None:
    flags, before = sam.flags_in("INBOX"), sam.ids_in("Drafts")
    _at_rest(sam)
    DAMAGES[kind](sam.folder / FILE_NAME, seed)
    said = _tries(sam)
    (sam.folder / FILE_NAME).rename(sam.folder / "aside")
    for name in ("-wal", "-shm"):
        (sam.folder / f"{FILE_NAME}{name}").unlink(missing_ok=True)
    sam.house = sam.new_house()
    sam.clean_rounds()

    assert all(isinstance(each, HeardbackError) for each in said), said
    assert wrong_in_the_end(sam, flags) == []
    assert sam.ids_in("Drafts") == before, "the draft that lies there is taken over, and no second one made"
    seen(NAMES[kind], "at rest", next((str(each) for each in said), ""), sam.drafts()[0].state)


def _tries(sam: Sam) -> list[BaseException]:
    """What a few runs of the program come to on the damaged store."""
    raised: list[BaseException] = []
    for _ in range(2):
        sam.house = sam.new_house()
        for work in (sam.house.rounds.run_once, sam.house.posting.send_due, lambda: sam.drafts()):
            try:
                work()  # type: ignore[operator]
            except Exception as error:  # noqa: BLE001 - the test is that there is no such
                raised.append(error)
        sam.house.close()
    return raised


def _at_rest(sam: Sam) -> None:
    """All of the store in one file."""
    sam.house.close()
    with sqlite3.connect(sam.folder / FILE_NAME) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def test_a_store_put_back_from_before_a_sending_sends_nothing_again(sam: Sam, seen: Seen) -> None:
    (draft,) = sam.drafts()
    sam.approve(draft.id)
    _at_rest(sam)
    shutil.copy(sam.folder / FILE_NAME, sam.folder / "earlier")
    sam.house = sam.new_house()
    sam.house.posting.send_due()
    assert len(sam.sent()) == 1
    sam.house.close()
    for path in sam.folder.glob(f"{FILE_NAME}*"):
        path.unlink()
    (sam.folder / "earlier").rename(sam.folder / FILE_NAME)
    sam.restart()
    sam.clean_rounds()

    assert sam.drafts()[0].state is DraftState.SENT
    assert len(sam.sent()) == 1
    assert wrong_in_the_end(sam, ()) == []
    seen("the store is put back from before a sending", "started again", "", sam.drafts()[0].state)


def test_a_lost_log_of_the_last_changes_loses_no_mail_and_doubles_nothing(sam: Sam, seen: Seen) -> None:
    """SQLite keeps what is newest beside the file; without it the store is an earlier one."""
    flags = sam.flags_in("INBOX")
    _at_rest(sam)
    sam.house = sam.new_house()
    (draft,) = sam.drafts()
    sam.approve(draft.id)
    sam.house.posting.send_due()
    sam.house.rounds.run_once()
    shutil.copy(sam.folder / FILE_NAME, sam.folder / "without")
    sam.house.close()
    for path in sam.folder.glob(f"{FILE_NAME}*"):
        path.unlink()
    (sam.folder / "without").rename(sam.folder / FILE_NAME)
    sam.restart()
    sam.clean_rounds()

    assert len(sam.sent()) == 1
    (again,) = sam.drafts()
    assert again.state in (DraftState.SENT, DraftState.PROPOSED)
    if again.state is DraftState.SENT:
        assert wrong_in_the_end(sam, flags) == []
    seen("the log of the last changes is gone", "started again", "", again.state)


def test_a_newer_store_is_left_as_it_is(sam: Sam, seen: Seen) -> None:
    _at_rest(sam)
    path = sam.folder / FILE_NAME
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(DatabaseTooNew) as raised:
        Database.open(sam.folder)

    assert path.read_bytes() == before
    seen("the store is of a newer heardback", "at start", str(raised.value))
    sam.house = sam.new_house()
