"""What a parsed mail carries, and what is set aside."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.parse import parse
from store.records import Message, Unreadable
from store.vocabulary import SenderKind

HEAD = b"From: Jane Doe <jane.doe@acme.example>\r\nSubject: Hello\r\n"
BODY = b"\r\nA few words."


def read(raw: bytes, **given: object) -> Message:
    message = parse(raw, source="test.eml", **given)  # type: ignore[arg-type]
    assert isinstance(message, Message), message
    return message


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("Mon, 3 Mar 2025 10:00:00 +0100", datetime(2025, 3, 3, 9, tzinfo=UTC)),
        ("Mon, 3 Mar 2025 10:00:00 EST", datetime(2025, 3, 3, 15, tzinfo=UTC)),
        ("Mon, 3 Mar 2025 10:00:00 CEST", datetime(2025, 3, 3, 8, tzinfo=UTC)),
        ("3 Mar 25 10:00 GMT (comment)", datetime(2025, 3, 3, 10, tzinfo=UTC)),
        ("Mon Mar  3 10:00:00 2025", datetime(2025, 3, 3, 10, tzinfo=UTC)),
        ("2025-03-03T10:00:00Z", datetime(2025, 3, 3, 10, tzinfo=UTC)),
        ("2025-03-03 10:00:00 +02:00", datetime(2025, 3, 3, 8, tzinfo=UTC)),
        ("Mon, 3 Mar 2025 10:00:00 +9900", datetime(2025, 3, 3, 10, tzinfo=UTC)),
    ],
)
def test_dates_of_all_shapes_are_read(field: str, expected: datetime) -> None:
    assert read(HEAD + f"Date: {field}\r\n".encode() + BODY).date == expected


def test_the_earlier_of_date_and_internal_date_counts() -> None:
    arrived = datetime(2025, 3, 3, 12, tzinfo=UTC)

    future = read(HEAD + b"Date: Mon, 3 Mar 2031 10:00:00 +0000\r\n" + BODY, internal_date=arrived)
    past = read(HEAD + b"Date: Mon, 3 Mar 2025 10:00:00 +0000\r\n" + BODY, internal_date=arrived)

    assert future.date == arrived
    assert past.date == datetime(2025, 3, 3, 10, tzinfo=UTC)


def test_without_a_date_the_received_line_counts_then_the_internal_date() -> None:
    received = b"Received: from a by b; Tue, 4 Mar 2025 08:00:00 +0000\r\n"
    arrived = datetime(2025, 3, 5, tzinfo=UTC)

    assert read(received + HEAD + b"Date: nonsense\r\n" + BODY).date == datetime(2025, 3, 4, 8, tzinfo=UTC)
    assert read(HEAD + BODY, internal_date=arrived).date == arrived
    assert read(HEAD + BODY, undated=arrived).date == arrived


def test_a_mail_without_any_date_is_set_aside_with_the_reason() -> None:
    result = parse(HEAD + BODY, source="x.eml")

    assert result == Unreadable(HEAD + BODY, "The mail has no date that can be read.", "x.eml")


@pytest.mark.parametrize("raw", [b"", b"\r\n\r\n", b"X-A: b\r\n\r\n", b"\x00\x01\x02"])
def test_nothing_to_read_is_set_aside(raw: bytes) -> None:
    assert isinstance(parse(raw, source="x", undated=datetime(2025, 1, 1, tzinfo=UTC)), Unreadable)


def test_message_ids_keep_their_brackets_and_order() -> None:
    fields = (
        b"Message-ID: <m@acme.example>\r\nIn-Reply-To: Your message of Monday <a@acme.example>\r\n"
        b"References: <r@acme.example>\r\n <a@acme.example>\tb@acme.example\r\nDate: Mon, 3 Mar 2025 10:00:00 +0100\r\n"
    )

    message = read(HEAD + fields + BODY)

    assert message.message_id == "<m@acme.example>"
    assert message.in_reply_to == ("<a@acme.example>",)
    assert message.references == ("<r@acme.example>", "<a@acme.example>")


def test_marks_subject_and_kind_are_taken() -> None:
    fields = (
        b"Auto-Submitted: Auto-Replied\r\nPrecedence: bulk\r\nList-Id: News <news.acme.example>\r\nReturn-Path: <>\r\n"
        b"X-Autoreply: yes\r\nSubject: =?iso-8859-1?q?Gr=FC=DFe?=\r\n =?iso-8859-1?q?_an_alle?=\r\n"
        b"Date: Mon, 3 Mar 2025 10:00:00 +0100\r\nFrom: Jane Doe <jane.doe@acme.example>\r\n"
    )

    message = read(fields + BODY)

    assert message.subject == "Grüße an alle"
    assert message.marks.auto_submitted == "auto-replied"
    assert message.marks.return_path == "<>"
    assert message.marks.list_id == "News <news.acme.example>"
    assert message.marks.auto_reply == "yes"
    assert message.sender_kind is SenderKind.PERSON


def test_names_of_attachments_that_were_not_fetched_are_kept() -> None:
    date = b"Date: Mon, 3 Mar 2025 10:00:00 +0100\r\n"

    assert read(HEAD + date + BODY, attachments=("a/b/cv.pdf",)).attachments == ("cv.pdf",)


MAILISH = st.lists(
    st.sampled_from(
        [
            b"From: a@b.example",
            b"Content-Type: multipart/mixed; boundary=b",
            b"--b",
            b"--b--",
            b"",
            b"\xff\xfe\x1b$B",
            b"Content-Type: text/html; charset=utf-7",
            b"Content-Transfer-Encoding: base64",
            b"Subject: =?utf-8?b?//?=",
            b"Content-Type: message/rfc822",
            b"<p style='display:none'>x<p>+ADw-",
            b"On 1 a wrote:",
            b"> q",
            b"-- ",
            b"Content-Type: text/calendar",
            b"BEGIN:VCALENDAR",
            b"BEGIN:VEVENT",
            b"DTSTART;TZID=X:1",
            b'To: <<,("@',
        ]
    ),
    max_size=25,
).map(b"\r\n".join)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.binary(max_size=400), MAILISH))
def test_parsing_never_raises(raw: bytes) -> None:
    result = parse(raw, source="x", undated=datetime(2025, 1, 1, tzinfo=UTC))

    assert isinstance(result, Message | Unreadable)
    if isinstance(result, Message):
        hash(result)
        str(result).encode()
