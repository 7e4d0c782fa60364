"""Mail made to keep its reader busy is read or set aside in bounded time."""

import time
from datetime import UTC, datetime

import pytest

from ingest.parse import parse

HEAD = b"From: a@b.example\r\nDate: Mon, 3 Mar 2025 10:00:00 +0100\r\n"
MIXED = HEAD + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n"
HTML = HEAD + b"Content-Type: text/html\r\n\r\n"
CALENDAR = HEAD + b"Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\n"


@pytest.mark.parametrize(
    "raw",
    [
        HEAD + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(3000)),
        MIXED + b"--b\r\n\r\nx\r\n" * 100_000,
        MIXED + (b"--b\r\nContent-Type: text/plain;" + b'";' * 1000 + b"\r\n\r\nx\r\n") * 2000,
        HEAD + b"Content-Type: text/plain;" + b";" * 2_000_000 + b"\r\n\r\nhello",
        HEAD + b"To: " + b"a@b.example, " * 200_000 + b"\r\n\r\nhello",
        HEAD + b"To: " + b"(" * 500_000 + b"\r\n\r\nhello",
        HEAD + b"X: y\r\n" * 500_000 + b"\r\nhello",
        HEAD + b"Subject: " + b"=?utf-8?q?=C3?= " * 100_000 + b"\r\n\r\nhello",
        b"A: b\r\n" * 1_000_000,
        bytes(range(256)) * 20_000,
        HTML + b"<div>" * 200_000 + b"hello",
        HTML + b"<p style='display:" + b" " * 1_000_000 + b"x'>hello</p>",
        HEAD + b"\r\n" + b" " * 2_000_000 + b"x",
        HEAD + b"\r\n" + b"\xe4\xf6\xfc\xc4\xd6" * 500_000,
        CALENDAR + b"BEGIN:VEVENT\r\n" * 20_000,
        CALENDAR + b"BEGIN:VEVENT\r\nDTSTART:20250101T100000Z\r\nEND:VEVENT\r\n" * 7_000 + b"END:VCALENDAR",
    ],
    ids=[
        "deep",
        "parts",
        "parameters",
        "semicolons",
        "recipients",
        "comments",
        "fields",
        "words",
        "endless",
        "bytes",
        "divs",
        "style",
        "spaces",
        "8bit",
        "events",
        "many-events",
    ],
)
def test_it_ends_within_two_seconds(raw: bytes) -> None:
    begin = time.process_time()

    parse(raw, source="x", undated=datetime(2025, 1, 1, tzinfo=UTC))

    assert time.process_time() - begin < 2
