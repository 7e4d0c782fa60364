"""``digest``: printed, previewed in a browser, or as JSON; and never in the late evening."""

import json
import stat
from datetime import UTC, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from heardback.sections import Unfit
from heardback.settings import DigestSettings
from heardback.weekly import is_by_day
from tests.heardback.northwind import STORY, Terminal

WEEK = "2026-02-18"


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path / "data", *STORY)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages a browser was asked for."""
    asked: list[str] = []

    def take(page: str) -> bool:
        asked.append(page)
        return True

    monkeypatch.setattr("webbrowser.open", take)
    return asked


def test_without_options_it_prints_the_text_and_writes_no_file(terminal: Terminal, opened: list[str]) -> None:
    assert "ONE SMALL STEP" in terminal.said("digest", now=WEEK)
    assert not (terminal.folder / "digest.html").exists()
    assert opened == []


def test_a_preview_opens_a_page_that_its_owner_alone_can_read(
    terminal: Terminal, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("heardback.commands.digest.is_terminal", lambda: True)

    said = terminal.said("digest", "--preview", now=WEEK)
    page = terminal.folder / "digest.html"
    assert opened == [page.as_uri()]
    assert str(page) in said
    assert "ONE SMALL STEP" not in said
    assert stat.S_IMODE(page.stat().st_mode) == 0o600
    assert "data:image/png;base64," in page.read_text(encoding="utf-8")
    assert "cid:" not in page.read_text(encoding="utf-8")


def test_a_preview_takes_the_place_of_the_last_one(
    terminal: Terminal, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("heardback.commands.digest.is_terminal", lambda: True)
    page = terminal.folder / "digest.html"
    page.write_text("an old one")
    page.chmod(0o644)

    terminal.said("digest", "--preview", now=WEEK)
    assert "Your week" in page.read_text(encoding="utf-8")
    assert stat.S_IMODE(page.stat().st_mode) == 0o600


def test_without_a_terminal_a_preview_prints_the_text_and_opens_nothing(terminal: Terminal, opened: list[str]) -> None:
    said = terminal.said("digest", "--preview", now=WEEK)

    assert "ONE SMALL STEP" in said
    assert (terminal.folder / "digest.html").exists()
    assert opened == []


def test_print_and_a_missing_browser_come_to_the_text_too(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("heardback.commands.digest.is_terminal", lambda: True)
    monkeypatch.setattr("webbrowser.open", lambda page: False)

    assert "ONE SMALL STEP" in terminal.said("digest", "--preview", now=WEEK)
    assert "ONE SMALL STEP" in terminal.said("digest", "--preview", "--print", now=WEEK)
    assert "ONE SMALL STEP" in terminal.said("digest", "--print", now=WEEK)


def test_sending_goes_with_nothing_else(terminal: Terminal) -> None:
    for other in ("--preview", "--print"):
        assert terminal.run("digest", "--send", other).exit_code == 2


def test_as_json_it_holds_both_forms(terminal: Terminal) -> None:
    (row,) = json.loads(terminal.run("digest", "--json", now=WEEK).stdout)

    assert set(row) == {"week_of", "text", "html"}
    assert row["html"].startswith("<!doctype html>")


@pytest.mark.parametrize("at", ["06:00", "08:00", "21:00"])
def test_it_comes_at_the_hour_one_chooses_by_day(at: str) -> None:
    assert DigestSettings(at=at).at == time.fromisoformat(at)


@pytest.mark.parametrize("at", ["05:59", "21:01", "23:30", "00:00"])
def test_it_never_comes_in_the_late_evening(at: str) -> None:
    with pytest.raises(Unfit, match=r"between 06:00 and 21:00"):
        DigestSettings(at=at)


@pytest.mark.parametrize(("hour", "may"), [(4, False), (5, True), (6, True), (20, True), (21, False), (23, False)])
def test_what_a_sleeping_computer_held_up_waits_for_the_morning(hour: int, may: bool) -> None:
    # Berlin is an hour ahead of UTC in November: its day is 5 to 21 o'clock here.
    assert is_by_day(datetime(2026, 11, 23, hour, 30, tzinfo=UTC), ZoneInfo("Europe/Berlin")) is may
