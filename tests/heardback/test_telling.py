"""Notifications: each piece of news once, without a word of mail in it, and no secret in any log."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from heardback.checkup import examine_here
from heardback.intake import Arrival
from heardback.overlooked import Overlooked, add
from heardback.settings import NotifyOn, NotifySettings
from heardback.wiring import House
from ingest.accounts import Security
from ingest.parse import parse
from store.clock import SetClock
from store.errors import UserError
from store.vocabulary import Tag
from tests.heardback.conftest import SETTINGS
from tests.heardback.listening import Listener
from tests.journey.overlooked import INVITATION
from tests.journey.world import mail
from tests.servers.boxes import account


@pytest.fixture
def listener() -> Iterator[Listener]:
    with Listener() as made:
        yield made


@pytest.fixture
def build(tmp_path: Path, clock: SetClock, listener: Listener) -> Iterator[Callable[..., House]]:
    """Makes a heardback that calls out to the listener."""
    built: list[House] = []
    secret = tmp_path / "urls"
    secret.write_text(f"{listener.address}\n", encoding="utf-8")
    secret.chmod(0o600)

    def make(on: tuple[NotifyOn, ...] = tuple(NotifyOn)) -> House:
        settings = SETTINGS.with_changes(notify=NotifySettings(urls_file=secret, on=on))
        house = House(settings, tmp_path / "data", clock)
        house.__dict__["accounts"] = (replace(account("sam@home.example", 1, Security.PLAIN), name="home mail"),)
        built.append(house)
        return house

    yield make
    for house in built:
        house.close()


def _invite(house: House, clock: SetClock, ago: timedelta = timedelta(hours=1)) -> None:
    sender, subject = "Ada Marsh <ada.marsh@brightmoor-hospital.example>", "Interview for the Ward Clerk position"
    made = mail(sender, "sam@home.example", subject, INVITATION, clock.now() - ago)
    house.intake.take([Arrival(parse(made.as_bytes(), source="test"))], "home mail")


def test_a_failing_account_is_said_once_and_its_recovery_once(
    build: Callable[..., House], clock: SetClock, listener: Listener
) -> None:
    house = build()
    with house.database.transaction() as transaction:
        transaction.folders.record_failure("home mail", clock.now(), "sam@home.example is locked.", stop=True)
    for _ in range(3):
        house.teller.tell()
    with house.database.transaction() as transaction:
        transaction.folders.record_success("home mail", clock.now())
    for _ in range(3):
        house.teller.tell()

    assert listener.texts == [
        "heardback cannot read the mailbox “home mail”. Look at the review page: heardback open.",
        "The mailbox “home mail” is read again.",
    ]


def test_an_invitation_is_called_out_once_without_its_words(
    build: Callable[..., House], clock: SetClock, listener: Listener, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    house = build()
    _invite(house, clock, timedelta(days=20))
    house.teller.tell()  # what is there at the first time is no news
    _invite(house, clock, timedelta(days=9))
    house.teller.tell()  # nor is old mail
    assert listener.texts == []

    _invite(house, clock)
    house.teller.tell()
    build().teller.tell()  # another process, or the next start

    assert listener.texts == ["An invitation arrived. Look at the review page: heardback open."]
    assert "hush-hush" not in caplog.text
    assert "Brightmoor" not in caplog.text


def test_only_what_was_asked_for_is_called_out(
    build: Callable[..., House], clock: SetClock, listener: Listener
) -> None:
    house = build(on=(NotifyOn.CANARY,))
    house.teller.tell()
    _invite(house, clock)
    with house.database.transaction() as transaction:
        transaction.folders.record_failure("home mail", clock.now(), "Refused.", stop=True)
        found = Overlooked(
            number=0,
            account="home mail",
            folder="Junk",
            uidvalidity=1,
            uid=2,
            message_id="<a@b.example>",
            identity="id",
            tag=Tag.OFFER,
            unsure=False,
            subject="Secret",
            sender_name="Ada",
            sender="ada@b.example",
            date=clock.now(),
            seen=clock.now(),
        )
        add(transaction, [found], clock.now())
    house.teller.tell()
    house.teller.tell()

    assert listener.texts == [
        "Mail that looks like job mail lies where heardback does not read. Look at the review page: heardback open."
    ]


def test_one_that_is_not_taken_is_not_said_again_and_doctor_knows(
    build: Callable[..., House], clock: SetClock, listener: Listener, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    house = build()
    house.teller.tell()
    listener.status = 500
    _invite(house, clock)
    house.teller.tell()
    listener.status = 200
    house.teller.tell()

    assert len(listener.texts) == 1
    (finding,) = [each for each in examine_here(house) if each.what == "notify"]
    assert finding.grade == "look"
    assert "hush-hush" not in caplog.text + finding.sentence


def test_while_a_computer_wakes_up_no_alarm_is_called_out(
    build: Callable[..., House], clock: SetClock, listener: Listener
) -> None:
    house = build()
    with house.database.transaction() as transaction:
        transaction.folders.record_failure("home mail", clock.now() - timedelta(days=2), "No network.", stop=False)
    house.teller.tell(alarms_too=False)
    assert listener.texts == []

    house.teller.tell()
    assert len(listener.texts) == 1


def test_addresses_that_are_none_are_told_without_showing_them(
    build: Callable[..., House], clock: SetClock, tmp_path: Path
) -> None:
    (tmp_path / "urls").write_text("nonsense://hush-hush\n", encoding="utf-8")
    house = build()
    house.teller.tell()
    _invite(house, clock)
    house.teller.tell()
    (finding,) = [each for each in examine_here(house) if each.what == "notify"]
    assert "1 of 1 addresses" in finding.sentence
    assert "hush-hush" not in finding.sentence

    (tmp_path / "urls").chmod(0o644)
    _invite(house, clock, timedelta(hours=2))
    with pytest.raises(UserError, match="chmod 600"):
        house.teller.tell()
