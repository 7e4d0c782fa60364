"""``calendar``: an .ics file with interviews, dues and days to write, and nothing of any mail."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from icalendar import Calendar

from store.records import Interview, StoredMessage
from store.vocabulary import Tag
from tests.heardback.northwind import DANA, INVITED, STORY, Terminal, from_somebody


def entries(terminal: Terminal, *arguments: str, now: str) -> dict[str, Any]:
    """The entries of the file by the first word of their summary."""
    file = terminal.folder / "mine.ics"
    terminal.said("calendar", str(file), *arguments, now=now)
    assert file.stat().st_mode & 0o777 == 0o600
    calendar = Calendar.from_ical(file.read_bytes())
    return {str(event["SUMMARY"]).split(",")[0].split(":")[0]: event for event in calendar.walk("VEVENT")}


def moved_to(number: int, when: str, start: datetime, *, cancelled: bool = False) -> StoredMessage:
    interview = Interview(start, None, "interviewing", confirmed=True, cancelled=cancelled)
    return from_somebody(number, when, Tag.INVITATION, DANA, "A change.", interviews=(interview,))


def test_an_interview_keeps_its_moment_over_a_clock_change(tmp_path: Path) -> None:
    # Written in winter, held in summer time: 10:00 in Berlin is 08:00 UTC.
    start = datetime.fromisoformat("2026-03-31T10:00+02:00")
    winter = replace(
        INVITED, reading=replace(INVITED.reading, interviews=(Interview(start, None, "final", confirmed=True),))
    )

    found = entries(Terminal(tmp_path / "data", winter), now="2026-03-20")
    assert found["Interview"]["DTSTART"].dt == datetime(2026, 3, 31, 8, tzinfo=UTC)


def test_a_moved_interview_keeps_its_uid_and_counts_up(tmp_path: Path) -> None:
    later = datetime(2026, 2, 12, 9, tzinfo=UTC)
    terminal = Terminal(tmp_path / "data", INVITED, moved_to(6, "2026-02-06", later))
    first, second = (entries(terminal, now=now)["Interview"] for now in ("2026-02-05", "2026-02-07"))

    assert (first["UID"], int(first["SEQUENCE"])) == (second["UID"], 0)
    assert (second["DTSTART"].dt, int(second["SEQUENCE"])) == (later, 1)
    assert first["DTSTAMP"].dt < second["DTSTAMP"].dt


def test_a_cancelled_interview_is_told_as_cancelled(tmp_path: Path) -> None:
    gone = moved_to(6, "2026-02-06", datetime(2026, 2, 10, 10, tzinfo=UTC), cancelled=True)

    found = entries(Terminal(tmp_path / "data", INVITED, gone), now="2026-02-07")
    assert str(found["Interview"]["STATUS"]) == "CANCELLED"


def test_follow_ups_dues_and_people_are_whole_days(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path / "data", *STORY[:3])
    follow_up = entries(terminal, now="2026-02-16")["Follow up"]
    assert follow_up["DTSTART"].dt == date(2026, 2, 17)
    assert str(follow_up["TRANSP"]) == "TRANSPARENT"

    test = from_somebody(8, "2026-02-03", Tag.ASSESSMENT, DANA, "A task for you.", due=date(2026, 2, 9))
    assert entries(Terminal(tmp_path / "b", test), now="2026-02-04")["Do the assessment"]["DTSTART"].dt == date(
        2026, 2, 9
    )

    whole = Terminal(tmp_path / "c", *STORY)
    assert entries(whole, now="2026-03-01")["Write to Dana Whitfield (Northwind Textiles)"]["DTSTART"].dt == date(
        2026, 3, 17
    )


def test_nothing_of_a_mail_stands_in_it_and_places_only_on_request(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path / "data", *STORY)

    plain = terminal.said("calendar", now="2026-02-20")
    for words in ("meet.example", "retail", "Thank you", DANA.address):
        assert words not in plain
    assert "meet.example" in terminal.said("calendar", "--places", now="2026-02-20").replace("\n ", "")


def test_the_same_state_gives_the_same_file(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path / "data", *STORY)

    assert terminal.said("calendar", now="2026-03-01") == terminal.said("calendar", now="2026-03-02")
