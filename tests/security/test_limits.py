"""Whatever a mail has too much of, the rest is left and the mail is read."""

from collections.abc import Callable

import pytest

from ingest.calendar import MAX_EVENTS
from ingest.headers import MAX_REFERENCES, MAX_SUBJECT
from ingest.html import MAX_TEXT
from ingest.mailboxes import MAX_ADDRESSES
from ingest.parse import MAX_NAMED, parse
from ingest.parts import MAX_CALENDARS
from store.records import Message

HEAD = b"From: Dana <dana@northwind.example>\r\nDate: Mon, 3 Mar 2025 10:00:00 +0100\r\nSubject: Hi\r\n"
MIXED = HEAD + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nHello there\r\n"
EVENT = b"BEGIN:VEVENT\r\nUID:%d\r\nDTSTART:20250310T090000Z\r\nRRULE:FREQ=SECONDLY\r\nEND:VEVENT\r\n"
CALENDAR = (
    b"--b\r\nContent-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\n"
    + b"".join(EVENT % number for number in range(50))
    + b"END:VCALENDAR\r\n"
)
FILE = b"--b\r\nContent-Type: application/pdf; name=file%d.pdf\r\nContent-Disposition: attachment\r\n\r\nx\r\n"
NEST = b"--b\r\nContent-Type: text/html\r\n\r\n" + b"<div>" * 5_000 + b"Hello there" + b"</div>" * 5_000 + b"\r\n"


@pytest.mark.parametrize(
    ("raw", "count", "most"),
    [
        (b"To: " + b", ".join(b"a%d@b.example" % n for n in range(5_000)) + b"\r\n" + MIXED, "to", MAX_ADDRESSES),
        (
            b"References: " + b" ".join(b"<%d@b>" % n for n in range(5_000)) + b"\r\n" + MIXED,
            "references",
            MAX_REFERENCES,
        ),
        (b"Subject: " + b"long " * 5_000 + b"\r\n" + MIXED, "subject", MAX_SUBJECT),
        (MIXED + b"".join(FILE % n for n in range(900)), "attachments", MAX_NAMED),
        (MIXED + CALENDAR * 30, "calendar", MAX_CALENDARS * MAX_EVENTS),
        (HEAD + b"\r\n" + b"Hello there " * 200_000, "text", MAX_TEXT),
        (MIXED + NEST * 20, "text", MAX_TEXT),
        (HEAD + b"X-A: b\r\n" * 100_000 + b"\r\nHello there", "text", MAX_TEXT),
        (HEAD + b"X-Long: " + b"x" * 5_000_000 + b"\r\n\r\nHello there", "text", MAX_TEXT),
    ],
    ids=["addresses", "references", "subject", "files", "events", "text", "nesting", "fields", "field"],
)
def test_what_is_too_many_is_cut(raw: bytes, count: str, most: int) -> None:
    message = parse(raw, source="x")

    assert isinstance(message, Message)
    assert 0 < len(getattr(message, count)) <= most


def test_names_of_files_that_were_not_fetched_are_bounded_too() -> None:
    message = parse(MIXED, source="x", attachments=tuple(f"file{n}.pdf" for n in range(100_000)))

    assert isinstance(message, Message)
    assert len(message.attachments) == MAX_NAMED


@pytest.mark.parametrize("deepen", [lambda n: b"Content-Type: message/rfc822\r\n\r\n" * n], ids=["enclosed"])
def test_what_is_nested_too_deeply_is_cut_or_set_aside(deepen: Callable[[int], bytes]) -> None:
    for depth in (10, 100, 1_000, 10_000):
        result = parse(HEAD + deepen(depth) + MIXED, source="deep.eml")

        assert isinstance(result, Message) or result.reason == "The mail's parts are nested too deeply to be read."
