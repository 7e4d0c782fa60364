"""What happens while a draft is being sent: the person changes their mind, or the store fails right then."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from respond.outbox import Outbox
from respond.smtp.handing_over import SendUnknown
from store.clock import SetClock
from store.database import FILE_NAME, Database
from store.errors import PassingError
from store.noted import Draft
from store.vocabulary import DraftState
from tests.respond.drafts import NOW, put, state_of

Sent = list[bytes]


class Way:
    """A way out that does something while a mail is handed over."""

    def __init__(self, meanwhile: Callable[[], None] = lambda: None) -> None:
        self.sent: Sent = []
        self.meanwhile = meanwhile

    def send(self, _sender: str, _recipient: str, raw: bytes) -> None:
        self.sent.append(raw)
        self.meanwhile()


@pytest.fixture
def clock() -> SetClock:
    return SetClock(NOW)


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    monkeypatch.setattr("store.opening.BUSY_SECONDS", 0.1)
    opened = Database.open(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def outbox(database: Database, clock: SetClock) -> Outbox:
    return Outbox(database, clock, undo=timedelta(minutes=2), most_per_day=20, fits=lambda _draft: True)


@pytest.fixture
def approved(database: Database, outbox: Outbox, clock: SetClock) -> Draft:
    stored = put(database)
    outbox.approve(stored.id)
    clock.at += timedelta(minutes=3)
    return stored


def test_what_is_taken_back_and_approved_anew_during_the_last_look_waits_its_own_time(
    database: Database, outbox: Outbox, approved: Draft, clock: SetClock
) -> None:
    way = Way()

    def changes_their_mind(_draft: Draft) -> bool:
        outbox.withdraw_approval(approved.id)
        changed = replace(approved, body="Other words.\n")
        with database.transaction() as transaction:
            assert transaction.drafts.rewrite(changed, state=DraftState.EDITED, at=clock.now())
        outbox.approve(approved.id)
        return True

    assert outbox.send_due(lambda _account: way, changes_their_mind) == ()
    assert way.sent == []
    assert outbox.send_due(lambda _account: way) == ()
    clock.at += timedelta(minutes=3)
    outbox.send_due(lambda _account: way)

    (raw,) = way.sent
    assert b"Other words." in raw


ENDS = {"sent": None, "away": PassingError("Away."), "unknown": SendUnknown("Who knows.")}


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
def test_how_a_sending_ended_is_noted_once_the_store_is_well_again(
    database: Database, outbox: Outbox, approved: Draft, clock: SetClock, tmp_path: Path, end: Exception | None
) -> None:
    other = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)

    def fails() -> None:
        other.execute("BEGIN IMMEDIATE")
        if end is not None:
            raise end

    way = Way(fails)
    with pytest.raises(PassingError, match="in use by another"):
        outbox.send_due(lambda _account: way)
    assert state_of(database, approved.id) is DraftState.SENDING
    other.execute("ROLLBACK")
    other.close()
    way.meanwhile = lambda: None
    for _ in range(2):
        outbox.send_due(lambda _account: way)
        clock.at += timedelta(hours=1)

    # One that was certainly not sent has waited its time and goes now; the others are never handed over again.
    assert state_of(database, approved.id) is (DraftState.UNKNOWN if isinstance(end, SendUnknown) else DraftState.SENT)
    assert len(way.sent) == (2 if isinstance(end, PassingError) else 1)


def test_the_claim_outlives_a_loss_of_power(
    database: Database, outbox: Outbox, approved: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[tuple[bool, DraftState]] = []
    works = Database.transaction

    def noting(self: Database, **options: Any) -> Any:
        begun.append((bool(options.get("durable")), state_of(database, approved.id)))
        return works(self, **options)

    monkeypatch.setattr(Database, "transaction", noting)
    outbox.send_due(lambda _account: Way())

    assert begun == [(True, DraftState.APPROVED), (False, DraftState.SENDING)]
