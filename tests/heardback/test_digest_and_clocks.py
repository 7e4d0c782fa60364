"""The digest comes once a week at its local hour, whatever happens to clocks and zones."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from heardback.digestposting import DigestPosting
from heardback.settings import AccountSettings, DigestSettings, PersonSettings, Settings, Weekday
from heardback.wiring import House
from store.clock import SetClock

Travelling = Callable[[str], None]


def settings(zone: str, day: Weekday) -> Settings:
    account = AccountSettings(address="sam@home.example", imap_host="127.0.0.1", password_env="UNUSED")
    person = PersonSettings(name="Sam Reed", address="sam@home.example", country="GB", timezone=zone)
    return Settings(person=person, accounts={"home": account}, digest=DigestSettings(day=day))


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What was handed over; nothing leaves this process."""
    letters: list[bytes] = []

    def deliver(_posting: DigestPosting, _account: object, raw: bytes, _message_id: str) -> str:
        letters.append(raw)
        return "sent"

    monkeypatch.setattr(DigestPosting, "_deliver", deliver)
    return letters


@pytest.fixture
def clock() -> SetClock:
    return SetClock(datetime(2026, 3, 2, 9, tzinfo=UTC))


@pytest.fixture
def build(tmp_path: Path, clock: SetClock) -> Iterator[Callable[..., House]]:
    """Makes Sam's heardback, which has watched since the clock's moment."""
    built: list[House] = []

    def make(zone: str = "Europe/London", day: Weekday = Weekday.MON) -> House:
        house = House(settings(zone, day), tmp_path / "data", clock)
        house.intake.begin_watch()
        built.append(house)
        return house

    yield make
    for house in built:
        house.close()


def live(house: House, clock: SetClock, until: datetime, step: timedelta, sent: list[bytes]) -> list[datetime]:
    """Asks again and again; returns when a digest went out, in local time."""
    went: list[datetime] = []
    while clock.at < until:
        clock.at += step
        before = len(sent)
        house.digest_posting.digest_if_due()
        went += [clock.at.astimezone(house.zone)] * (len(sent) - before)
    return went


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe"])
@pytest.mark.parametrize("day", [Weekday.SUN, Weekday.MON])
@pytest.mark.parametrize("month", [3, 10])
def test_both_changes_of_the_clocks_keep_the_hour(
    build: Callable[..., House], clock: SetClock, sent: list[bytes], zone: str, day: Weekday, month: int
) -> None:
    clock.at = datetime(2026, month, 14, 12, tzinfo=UTC)
    house = build(zone, day)
    went = live(house, clock, clock.at + timedelta(weeks=4), timedelta(minutes=30), sent)
    assert [moment.strftime("%a %H:%M").lower() for moment in went] == [f"{day} 08:00"] * 4
    assert len({moment.date() for moment in went}) == 4


def test_a_clock_set_back_by_hours_sends_none_twice(
    build: Callable[..., House], clock: SetClock, sent: list[bytes]
) -> None:
    house = build()
    live(house, clock, datetime(2026, 3, 9, 9, tzinfo=UTC), timedelta(minutes=30), sent)
    assert len(sent) == 1
    clock.at -= timedelta(hours=5)

    live(house, clock, datetime(2026, 3, 10, 9, tzinfo=UTC), timedelta(minutes=30), sent)

    assert len(sent) == 1


def test_a_clock_that_ran_a_week_ahead_for_a_while_sends_one_a_week_at_most(
    build: Callable[..., House], clock: SetClock, sent: list[bytes]
) -> None:
    house = build()
    live(house, clock, datetime(2026, 3, 9, 9, tzinfo=UTC), timedelta(minutes=30), sent)
    clock.at += timedelta(weeks=1)
    live(house, clock, clock.at + timedelta(hours=3), timedelta(minutes=30), sent)
    clock.at -= timedelta(weeks=1)
    live(house, clock, datetime(2026, 3, 24, 9, tzinfo=UTC), timedelta(minutes=30), sent)

    weeks = {digest.week_of for digest in _digests(house)}
    assert len(sent) == len(weeks) == 3


def _digests(house: House):  # type: ignore[no-untyped-def]
    with house.database.reading() as transaction:
        return transaction.digests.all()


@pytest.mark.parametrize(
    ("home", "abroad"), [("Asia/Tokyo", "America/Los_Angeles"), ("America/Los_Angeles", "Asia/Tokyo")]
)
def test_whoever_flies_across_the_world_gets_one_for_that_monday(
    build: Callable[..., House],
    clock: SetClock,
    sent: list[bytes],
    monkeypatch: pytest.MonkeyPatch,
    home: str,
    abroad: str,
) -> None:
    here = [home]
    monkeypatch.setattr("tzlocal.get_localzone", lambda: ZoneInfo(here[0]))
    monkeypatch.setattr("tzlocal.reload_localzone", lambda: None)
    clock.at = datetime(2026, 3, 3, 9, tzinfo=UTC)
    house = build("")
    went = live(house, clock, datetime(2026, 3, 9, 1, tzinfo=UTC), timedelta(minutes=30), sent)
    here[0] = abroad
    house.renew_zone()
    assert house.zone.key == abroad

    went += live(house, clock, datetime(2026, 3, 20, tzinfo=UTC), timedelta(minutes=30), sent)

    assert [f"{moment:%d}" for moment in went] == ["09", "16"]
    assert went[-1].strftime("%H:%M") == "08:00"


def test_a_zone_named_in_the_config_stays(build: Callable[..., House], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tzlocal.get_localzone", lambda: ZoneInfo("Asia/Tokyo"))
    house = build("Europe/London")
    _ = house.zone
    house.renew_zone()

    assert house.zone.key == "Europe/London"
