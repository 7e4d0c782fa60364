"""What is amiss stands above every page; Health tells of the look through all folders and of this computer."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from heardback.overlooked import Overlooked, Result, add, set_result
from heardback.settings import AccountSettings, PersonSettings, Settings
from heardback.troubles import note_push
from heardback.web.desk import Desk
from heardback.wiring import House
from store.clock import SetClock
from store.records import Watermark
from store.vocabulary import Tag
from tests.web.conftest import Served
from tests.web.person import Person

if TYPE_CHECKING:
    from playwright.sync_api import Page

NOW = datetime(2026, 5, 10, 18, tzinfo=UTC)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    account = AccountSettings(imap_host="127.0.0.1", imap_port=1, password_env="X")
    settings = Settings(
        person=PersonSettings(address="sam@home.example", timezone="Europe/London"), accounts={"home": account}
    )
    with closing(House(settings, tmp_path / "data", SetClock(NOW))) as made:
        yield made


def _found(house: House) -> None:
    found = Overlooked(
        number=0,
        account="home",
        folder="Junk",
        uidvalidity=1,
        uid=2,
        message_id="<a@b.example>",
        identity="id",
        tag=Tag.INVITATION,
        unsure=False,
        subject="Interview <b>soon</b>",
        sender_name="Ada Marsh",
        sender="ada@b.example",
        date=NOW,
        seen=NOW,
    )
    result = Result("home", date(2026, 5, 3), NOW, NOW, folders=7, looked=40, stored=12, missed=1, gone=("Jobs",))
    with house.database.transaction() as transaction:
        add(transaction, [found], NOW)
        set_result(transaction, result)


@pytest.mark.parametrize("path", ["/", "/applications", "/people", "/settings", "/health"])
def test_a_failing_mailbox_is_said_on_every_page(house: House, path: str) -> None:
    person = Person(Desk(house))
    assert "Needs you" not in person.get(path).text
    with house.database.transaction() as transaction:
        transaction.folders.record_failure("home", NOW, "The sign-in was refused.", stop=True)

    text = person.get(path).text
    assert "heardback cannot read the mailbox “home”. The sign-in was refused." in text
    assert "an answer may lie there unseen" in text


def test_strangers_are_told_nothing(house: House) -> None:
    with house.database.transaction() as transaction:
        transaction.folders.record_failure("home", NOW, "The sign-in was refused.", stop=True)

    assert "refused" not in Person(Desk(house), signed_in=False).get("/sign-in").text


def test_health_tells_what_lies_where_nobody_reads(house: House) -> None:
    _found(house)
    text = Person(Desk(house)).get("/health").text

    assert "Of 13 job mails in them, 12 had been taken in." in text
    assert "Interview &lt;b&gt;soon&lt;/b&gt;" in text
    assert "The folder “Jobs” does not exist any more" in text


def test_one_is_passed_over_by_a_button(house: House) -> None:
    _found(house)
    person = Person(Desk(house))

    text = person.after(person.press("/health/lying/1/pass", came_from="/health"))
    assert "Passed over" in text
    assert "Interview" not in text


def test_a_mailbox_out_of_reach_leaves_it_where_it_is(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("X", "secret")
    _found(house)
    person = Person(Desk(house))

    text = person.after(person.press("/health/lying/1/take", came_from="/health"))
    assert "Take it in" in text
    assert "secret" not in text
    assert 'role="status"' in text


def test_health_tells_of_folders_push_and_this_computer(house: House) -> None:
    with house.database.transaction() as transaction:
        transaction.folders.record_success("home", NOW - timedelta(minutes=26))
        transaction.folders.set_watermark(Watermark("home", "INBOX", 1, 9, 1, last_success=NOW - timedelta(minutes=26)))
        note_push(transaction, "home", can_push=True)
    text = Person(Desk(house)).get("/health").text

    assert "4 rounds missed since" in text
    assert "Its server tells of new mail at once; besides, it is asked every 5 minutes." in text
    assert "environment variable X" in text
    assert "It does not run, so nobody looks for mail" in text
    assert "MB are free" in text
    assert "in Europe/London" in text


def test_calls_and_what_was_found_are_accessible(
    tab: "Page", served: Served, house: House, check_access: Callable[["Page"], None]
) -> None:
    shown = served.house
    shown.__dict__["accounts"] = house.accounts
    _found(shown)
    with shown.database.transaction() as transaction:
        transaction.folders.record_failure("home", shown.clock.now(), "The sign-in was refused.", stop=True)
    tab.goto("/health")

    assert tab.get_by_text("heardback cannot read the mailbox").count() >= 1
    assert tab.get_by_role("button", name="Take it in").count() == 1
    check_access(tab)
    tab.set_viewport_size({"width": 360, "height": 740})
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360
