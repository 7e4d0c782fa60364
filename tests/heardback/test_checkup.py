"""What ``doctor`` and Health see without asking a server, and what of it is a real problem."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from heardback import checkup
from heardback.checkup import examine_here, fared, hears, missed_rounds, signs_in
from heardback.findings import Finding, Grade
from heardback.lock import only_service
from heardback.wiring import House
from ingest.accounts import Account, OAuthServer, OAuthSignIn, PasswordSource, Security
from store.clock import SetClock
from store.records import Watermark
from tests.servers.boxes import account

EVERY = timedelta(minutes=5)


@pytest.fixture
def home(house: House) -> Account:
    made = account("sam@home.example", 1, Security.PLAIN)
    house.__dict__["accounts"] = (made,)
    return made


def _line(house: House, what: str) -> Finding:
    return next(each for each in examine_here(house) if each.what == what)


def test_the_service_is_seen_at_work(house: House, home: Account) -> None:
    assert _line(house, "service").grade is Grade.WORTH_A_LOOK
    with only_service(house.data):
        assert _line(house, "service").sentence == "It runs."


@pytest.mark.parametrize(("minutes", "missed"), [(0, 0), (9, 0), (10, 1), (26, 4), (-3, 0)])
def test_missed_rounds_leave_the_one_under_way_out(minutes: int, missed: int) -> None:
    assert missed_rounds(timedelta(minutes=minutes), EVERY) == missed


def test_each_folder_tells_when_it_was_last_read(house: House, home: Account, clock: SetClock) -> None:
    with house.database.transaction() as transaction:
        for folder, minutes in (("INBOX", 3), ("Jobs", 61)):
            at = clock.now() - timedelta(minutes=minutes)
            transaction.folders.set_watermark(Watermark("home", folder, 1, 9, 1, last_success=at))
    lines = list(fared(house, home))

    assert [(each.grade, "11 rounds missed since" in each.sentence) for each in lines[:2]] == [
        (Grade.WELL, False),
        (Grade.WORTH_A_LOOK, True),
    ]


def test_how_new_mail_is_heard_of(house: House) -> None:
    assert "tells of new mail at once" in hears(house, True)
    assert "does not tell of new mail by itself" in hears(house, False)
    assert "after the first round" in hears(house, None)


def test_a_clock_that_went_back_is_a_problem(house: House, home: Account, clock: SetClock) -> None:
    with house.database.transaction() as transaction:
        transaction.folders.record_success("home", clock.now() + timedelta(hours=1))

    assert not _line(house, "clock").is_well


def test_a_full_disk_and_open_folders_are_problems(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    _ = house.database
    monkeypatch.setattr(checkup, "LEAST_FREE_MB", 10**9)
    house.data.chmod(0o755)

    assert "free some space" in _line(house, "disk").sentence
    assert "chmod 700" in _line(house, "permissions").sentence


def test_a_failing_mailbox_is_a_problem(house: House, home: Account, clock: SetClock) -> None:
    with house.database.transaction() as transaction:
        transaction.folders.record_failure("home", clock.now(), "The sign-in was refused.", stop=True)

    assert not _line(house, "alarms").is_well


def test_ways_to_sign_in_are_named_without_a_secret(
    house: House, home: Account, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UNUSED", "hush")
    assert signs_in(house, home).sentence == "Its password comes from the environment variable UNUSED."
    gone = replace(home, password=PasswordSource(file=tmp_path / "none"))
    assert not signs_in(house, gone).is_well
    assert "command" in signs_in(house, replace(home, password=PasswordSource(command=("pass", "x")))).sentence
    server = OAuthServer("https://a.example/", "https://t.example/")
    by_token = replace(home, oauth=OAuthSignIn(server, "program"))
    assert "heardback login home" in signs_in(house, by_token).sentence
