"""Health: what is told of mailboxes, set-aside mail, learning and the digest; and the pulse for a monitor."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from heardback.settings import AccountSettings, PersonSettings, Settings
from heardback.web.desk import Desk
from heardback.web.healthfacts import health_of
from heardback.web.wellbeing import Condition, account_lines, is_failing, overall
from heardback.wiring import House
from store.clock import SetClock
from store.folders import AccountHealth
from store.records import Unreadable, Watermark
from tests.web.person import Person

NOW = datetime(2026, 5, 10, 18, tzinfo=UTC)
EVERY = timedelta(minutes=5)
WELL = AccountHealth("home", NOW - timedelta(minutes=4), None, "", False)


def lines(*known: AccountHealth, now: datetime = NOW, configured: tuple[str, ...] = ("home",)):  # type: ignore[no-untyped-def]
    return account_lines(configured, known, (), now=now, every=EVERY)


@pytest.mark.parametrize(
    ("health", "condition", "failing"),
    [
        (WELL, Condition.WELL, False),
        (replace(WELL, last_success=NOW - timedelta(minutes=15)), Condition.WELL, False),
        (replace(WELL, last_success=NOW - timedelta(minutes=16)), Condition.LATE, True),
        (replace(WELL, failing_since=NOW - timedelta(minutes=2), problem="Away."), Condition.TROUBLED, False),
        (replace(WELL, failing_since=NOW - timedelta(hours=2), problem="Away."), Condition.TROUBLED, True),
        (replace(WELL, failing_since=NOW, problem="Refused.", stopped=True), Condition.STOPPED, True),
    ],
)
def test_a_mailbox_is_in_one_condition(health: AccountHealth, condition: Condition, failing: bool) -> None:
    (line,) = lines(health)

    assert line.condition is condition
    assert line.problem == health.problem
    assert bool(line.remedy) == (condition is not Condition.WELL)
    assert is_failing([line], now=NOW, every=EVERY) is failing


def test_a_mailbox_nobody_looked_into_yet_is_no_failure() -> None:
    (line,) = lines()

    assert line.condition is Condition.NEW
    assert not is_failing([line], now=NOW, every=EVERY)


def test_one_that_left_the_config_worries_nobody() -> None:
    found = lines(replace(WELL, stopped=True, problem="Refused."), configured=())

    assert [line.condition for line in found] == [Condition.FORMER]
    assert not is_failing(found, now=NOW, every=EVERY)


def test_a_round_every_hour_is_late_later() -> None:
    health = replace(WELL, last_success=NOW - timedelta(hours=2))

    (line,) = account_lines(["home"], [health], (), now=NOW, every=timedelta(hours=1))
    assert line.condition is Condition.WELL
    assert line.lag == timedelta(hours=2)


def test_a_clock_that_was_set_back_gives_no_negative_lag() -> None:
    (line,) = lines(replace(WELL, last_success=NOW + timedelta(hours=1)))

    assert line.lag == timedelta(0)


def test_folders_stand_with_their_mailbox() -> None:
    marks = (Watermark("home", "INBOX", 1, 9, 4, NOW - timedelta(days=30), NOW), Watermark("home", "Sent", 1, 9, 1))

    (line,) = account_lines(["home"], [WELL], marks, now=NOW, every=EVERY)
    assert [(folder.name, folder.is_whole) for folder in line.folders] == [("INBOX", False), ("Sent", True)]


def test_the_most_pressing_is_said_first() -> None:
    stopped = replace(WELL, name="work", stopped=True)

    assert overall(lines(WELL)).startswith("All is well")
    assert overall(lines(WELL, stopped, configured=("home", "work"))).startswith("work needs you")
    assert overall(()).startswith("No mailbox")


@pytest.fixture
def house(tmp_path: Path) -> House:
    account = AccountSettings(imap_host="imap.home.example", password_env="X")
    settings = Settings(
        person=PersonSettings(address="sam@home.example", timezone="Europe/London"), accounts={"home": account}
    )
    return House(settings, tmp_path / "data", SetClock(NOW))


def test_the_page_tells_what_is_the_matter_and_what_to_do(house: House) -> None:
    with closing(house):
        with house.database.transaction() as transaction:
            transaction.folders.record_failure("home", NOW, "home refused the sign-in.", stop=True)
            transaction.mail.set_aside(Unreadable(b"Subject: private", "It has no end.", "home/INBOX/1/7"), at=NOW)
        text = Person(Desk(house)).get("/health").text

    assert "home refused the sign-in." in text
    assert "Check the password of [accounts.home]" in text
    assert "home/INBOX/1/7" in text
    assert "It has no end." in text
    assert "private" not in text


def test_a_store_without_anything_reads_well(bare: Desk) -> None:
    text = Person(bare).get("/health").text

    assert "No mailbox yet" in text
    assert "every one of them could be read" in text


def test_the_next_digest_is_due_at_its_hour_in_the_persons_zone(desk: Desk) -> None:
    due = health_of(desk).digest.due

    assert due is not None
    local = due.astimezone(ZoneInfo("Europe/London"))
    assert (local.strftime("%a %H:%M"), due > desk.now) == ("Mon 08:00", True)


def test_it_names_the_model_and_the_corrections(desk: Desk) -> None:
    learning = health_of(desk).learning

    assert learning.model
    assert (learning.is_own, learning.corrections, learning.problem) == (False, 0, "")


def test_a_chosen_model_that_cannot_be_read_is_told_and_the_shipped_one_named(desk: Desk) -> None:
    (desk.house.data / "models").mkdir(exist_ok=True)
    (desk.house.data / "models" / "in_use").write_text("own-0123456789\n", encoding="utf-8")

    learning = health_of(desk).learning
    assert learning.problem
    assert not learning.is_own


def test_a_wording_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "stray.txt.j2").write_text("Hello", encoding="utf-8")
    with closing(House(Settings(), tmp_path / "data", SetClock(NOW), config=tmp_path / "config.toml")) as house:
        text = Person(Desk(house)).get("/health").text

    assert "stray.txt.j2" in text
    assert "own serve meanwhile" in text


def test_the_pulse_tells_strangers_nothing_but_that(house: House) -> None:
    with closing(house):
        stranger = Person(Desk(house), signed_in=False)
        well = stranger.get("/healthz")
        with house.database.transaction() as transaction:
            transaction.folders.record_failure("home", NOW, "home refused the sign-in.", stop=True)
        ill = stranger.get("/healthz")

    assert (well.status_code, well.text) == (200, "ok\n")
    assert (ill.status_code, ill.text) == (503, "failing\n")


def test_the_pulse_of_a_store_that_cannot_be_read_is_failing(house: House) -> None:
    with closing(house):
        stranger = Person(Desk(house), signed_in=False)
        house.database.close()
        for file in house.data.glob("heardback.sqlite*"):
            file.write_bytes(b"no database at all" * 400)
        answer = stranger.get("/healthz")

    assert (answer.status_code, answer.text) == (503, "failing\n")
