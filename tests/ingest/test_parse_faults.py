"""One test for each fault of mail-parser that stands in front of our own reading."""

import base64
import sys
from datetime import UTC, datetime

import pytest

from ingest.parse import parse
from store.records import Message, Unreadable

HEAD = b"From: Jana Muster <jana@acme.example>\r\nDate: Mon, 3 Mar 2025 10:00:00 +0100\r\nSubject: Termin\r\n"


def read(raw: bytes) -> Message:
    message = parse(raw, source="test.eml")
    assert isinstance(message, Message), message
    return message


def bodied(content_type: str, body: bytes, encoding: str = "8bit") -> Message:
    fields = f"Content-Type: {content_type}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
    return read(HEAD + fields.encode() + body)


@pytest.mark.parametrize(
    ("charset", "codec", "text"),
    [
        ("utf-7", "utf-7", "Vielen Dank für Ihre Bewerbung"),
        ("iso-2022-jp", "iso2022_jp", "ご応募ありがとうございます"),
        ("gb2312", "gbk", "您好，镕基先生，感谢您的申请"),
        ("ks_c_5601-1987", "cp949", "지원해 주셔서 감사합니다"),
        ("x-unknown", "utf-8", "Größe und Überblick"),
        ("no-such-charset", "cp1252", "Größe und Überblick der Aufgaben"),
    ],
)
def test_odd_charsets_are_decoded(charset: str, codec: str, text: str) -> None:
    assert text in bodied(f"text/plain; charset={charset}", text.encode(codec)).text.replace("，", "，")


@pytest.mark.parametrize("content_type", ["text/plain; charset=utf-8", "text/plain", "text/plain; charset=us-ascii"])
def test_cp1252_that_claims_to_be_something_else_is_detected(content_type: str) -> None:
    text = "Leider können wir Ihnen keine Zusage für die Stelle geben, wünschen aber alles Gute."

    message = bodied(content_type, text.encode("cp1252"))

    assert message.text == text


def test_latin1_that_is_really_cp1252_has_its_quotes_and_dashes() -> None:
    message = bodied("text/plain; charset=iso-8859-1", b"We\x92re sorry \x96 the role is filled.")

    assert message.text == "We're sorry – the role is filled."


@pytest.mark.parametrize(
    ("field", "name", "address"),
    [
        ("From: Böb, Inc <bob@acme.example>".encode("latin-1"), "Böb, Inc", "bob@acme.example"),
        ("From: Böb, Inc <bob@acme.example>".encode(), "Böb, Inc", "bob@acme.example"),
        (b"From: Doe, John <John.Doe@Acme.example>", "Doe, John", "john.doe@acme.example"),
        (b"From: =?utf-8?q?M=C3=BCller=2C_Eva?= <eva@acme.example>", "Müller, Eva", "eva@acme.example"),
        (b"From: =?gb2312?B?6UY=?= <r@acme.example>", "镕", "r@acme.example"),
        (b'From: "Talent @ Acme" <jobs@acme.example>', "Talent @ Acme", "jobs@acme.example"),
        (b"From: jobs@acme.example (Acme Careers)", "Acme Careers", "jobs@acme.example"),
        (b"From: Acme Careers <mailto:jobs@acme.example>", "Acme Careers", "jobs@acme.example"),
        (b'From: "Unclosed Name <jobs@acme.example>', "Unclosed Name", "jobs@acme.example"),
        (b"Sender: Eva <eva@acme.example>", "Eva", "eva@acme.example"),
    ],
)
def test_the_sender_is_found(field: bytes, name: str, address: str) -> None:
    message = read(field + b"\r\nDate: Mon, 3 Mar 2025 10:00:00 +0100\r\n\r\nHello")

    assert (message.sender.name, message.sender.address) == (name, address)


def test_an_enclosed_mail_stays_apart_from_the_new_words() -> None:
    inner = b"From: Old <old@acme.example>\r\nSubject: Then\r\n\r\nThe old words of the enclosed mail."
    body = (
        b"--b\r\n\r\nPlease see the mail below.\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n"
        + inner
        + b"\r\n--b--\r\n"
    )

    message = bodied("multipart/mixed; boundary=b", body)

    assert message.text == "Please see the mail below."
    assert "The old words of the enclosed mail." in message.quoted


def test_a_base64_enclosed_mail_is_opened() -> None:
    inner = base64.encodebytes(b"From: old@acme.example\r\nSubject: Then\r\n\r\nThe enclosed words are here.")
    part = b"Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n"

    message = bodied("multipart/mixed; boundary=b", b"--b\r\n" + part + inner + b"\r\n--b--\r\n")

    assert message.text == "The enclosed words are here."


def test_a_calendar_part_is_read_and_not_shown_as_text() -> None:
    calendar = (
        b"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1@acme.example\r\nSUMMARY:Interview\r\n"
        b"DTSTART:20250310T090000Z\r\nDTEND:20250310T093000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    body = (
        b"--b\r\n\r\nWe meet on Monday then.\r\n--b\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\n" + calendar
    )

    message = bodied("multipart/alternative; boundary=b", body + b"\r\n--b--\r\n")

    assert message.text == "We meet on Monday then."
    assert message.calendar[0].start == datetime(2025, 3, 10, 9, tzinfo=UTC)


@pytest.mark.parametrize("content_type", ["multipart/mixed", "multipart/mixed; boundary=wrong"])
def test_a_multipart_without_its_boundary_is_reopened(content_type: str) -> None:
    part = b"--real\r\nContent-Type: text/plain\r\n\r\nThe words inside.\r\n--real--\r\n"

    assert bodied(content_type, part).text == "The words inside."


def test_a_file_name_loses_its_directories() -> None:
    part = (
        b'--b\r\nContent-Type: application/pdf; name="../../etc/passwd"\r\nContent-Disposition: attachment\r\n\r\nx\r\n'
    )

    message = bodied("multipart/mixed; boundary=b", b"--b\r\n\r\nSee the file.\r\n" + part + b"--b--\r\n")

    assert message.attachments == ("passwd",)
    assert message.text == "See the file."


def test_deep_nesting_is_set_aside_and_not_raised() -> None:
    result = parse(HEAD + b"Content-Type: message/rfc822\r\n\r\n" * 3000, source="deep.eml")

    assert isinstance(result, Unreadable)
    assert result.reason == "The mail's parts are nested too deeply to be read."
    assert result.source == "deep.eml"


def test_a_broken_multipart_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    bodied("multipart/mixed", b"no boundary")
    bodied("text/strange; charset=nonsense", b"\xff\xfe")

    captured = capfd.readouterr()
    assert (captured.out, captured.err) == ("", "")
    assert sys.getrecursionlimit() >= 1000


def test_a_footer_that_a_list_appended_does_not_replace_the_body() -> None:
    body = (
        b"--b\r\nContent-Type: text/html\r\n\r\n<p>The body proper.</p>\r\n"
        b"--b\r\nContent-Type: text/plain\r\n\r\nAppended by the list.\r\n--b--\r\n"
    )

    assert bodied("multipart/mixed; boundary=b", body).text.startswith("The body proper.")


def test_a_plain_stub_gives_way_to_the_html() -> None:
    body = (
        b"--b\r\nContent-Type: text/plain\r\n\r\nYour client shows no HTML.\r\n--b\r\nContent-Type: text/html\r\n\r\n"
        b"<p>Dear Eva, we would like to invite you to an interview next Tuesday at ten.</p>\r\n--b--\r\n"
    )

    assert bodied("multipart/alternative; boundary=b", body).text.startswith("Dear Eva, we would like")


def test_flowed_lines_are_joined() -> None:
    message = bodied("text/plain; format=flowed", b"This is one \r\nsentence only.\r\n\r\nAnd another.")

    assert message.text == "This is one sentence only.\n\nAnd another."
