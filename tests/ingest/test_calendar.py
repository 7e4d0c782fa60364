"""Calendar parts become events in UTC that remember the zone they were written in."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.calendar import read_calendar
from store.records import Address

EIGHT = datetime(2025, 7, 7, 8, tzinfo=UTC)
RULES = (
    "BEGIN:VTIMEZONE\r\nTZID:{name}\r\nBEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\n"
    "TZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\n"
    "DTSTART:16010101T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\n"
    "END:DAYLIGHT\r\nEND:VTIMEZONE\r\n"
)


def calendar(*lines: str, method: str = "REQUEST", head: str = "") -> bytes:
    event = ["BEGIN:VEVENT", "UID:1@acme.example", "SUMMARY:Interview – Acme", *lines, "END:VEVENT"]
    return (
        f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:{method}\r\n{head}" + "\r\n".join(event) + "\r\nEND:VCALENDAR\r\n"
    ).encode()


@pytest.mark.parametrize(
    ("line", "head", "zone"),
    [
        ("DTSTART;TZID=Europe/Berlin:20250707T100000", "", "Europe/Berlin"),
        ("DTSTART;TZID=W. Europe Standard Time:20250707T100000", "", "Europe/Berlin"),
        (
            "DTSTART;TZID=W. Europe Standard Time:20250707T100000",
            RULES.format(name="W. Europe Standard Time"),
            "Europe/Berlin",
        ),
        ("DTSTART;TZID=Customized Time Zone:20250707T100000", RULES.format(name="Customized Time Zone"), "+02:00"),
        ("DTSTART;TZID=/vendor.example/Europe/Rome:20250707T100000", "", "Europe/Rome"),
        ('DTSTART;TZID="(UTC+02:00) Athens, Bucharest":20250707T100000', "", "+02:00"),
        ("DTSTART:20250707T080000Z", "", "UTC"),
        ("DTSTART:20250707T100000", "X-WR-TIMEZONE:Europe/Berlin\r\n", "Europe/Berlin"),
        ("DTSTART:20250707T080000", "", ""),
    ],
)
def test_zones_of_all_kinds_give_the_right_moment(line: str, head: str, zone: str) -> None:
    (event,) = read_calendar(calendar(line, head=head))

    assert (event.start, event.zone, event.all_day) == (EIGHT, zone, False)


def test_a_day_has_midnight_and_says_so() -> None:
    (event,) = read_calendar(calendar("DTSTART;VALUE=DATE:20250707"))

    assert event.all_day
    assert (event.start, event.end) == (datetime(2025, 7, 7, tzinfo=UTC), datetime(2025, 7, 8, tzinfo=UTC))


@pytest.mark.parametrize("method", ["REQUEST", "CANCEL", "REPLY"])
def test_the_method_and_the_other_fields_are_kept(method: str) -> None:
    lines = (
        "DTSTART:20250707T080000Z",
        "DURATION:PT45M",
        "SEQUENCE:3",
        "STATUS:CONFIRMED",
        "LOCATION:Main St 1\\, Ulm",
    )

    (event,) = read_calendar(calendar(*lines, "ORGANIZER;CN=Jane Doe:mailto:Jane@acme.example", method=method))

    assert (event.uid, event.method, event.summary) == ("1@acme.example", method, "Interview – Acme")
    assert event.end == datetime(2025, 7, 7, 8, 45, tzinfo=UTC)
    assert (event.sequence, event.status, event.location) == (3, "CONFIRMED", "Main St 1, Ulm")
    assert event.organizer == Address("Jane Doe", "jane@acme.example")


@pytest.mark.parametrize(
    "data",
    [b"", b"no calendar", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT", b"BEGIN:VCALENDAR" + b"x" * 600_000],
)
def test_a_broken_calendar_is_no_event(data: bytes) -> None:
    assert read_calendar(data) == ()


def test_a_broken_start_leaves_the_event_without_one() -> None:
    assert [event.start for event in read_calendar(calendar("DTSTART:tomorrow"))] in ([], [None])


@given(st.binary(max_size=200))
def test_reading_never_raises(data: bytes) -> None:
    assert isinstance(read_calendar(b"BEGIN:VCALENDAR\r\n" + data), tuple)
