"""No value of a stranger becomes a header, a command or a line of its own, whatever it is written into."""

import email
import email.policy
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from heardback.sheets import csv_text
from ingest.accounts import Security, Server
from ingest.imap import open_mailbox
from ingest.parse import parse
from respond.calendarfile import Entry, calendar_file
from respond.draftmail import UnsafeFieldError, mail_of
from respond.mailcopy import mail_copy
from respond.smtp.handing_over import stuffed
from respond.smtp.sender import SmtpSender
from respond.vcard import _text
from store.errors import HeardbackError
from store.records import Address, Message
from tests.respond.builders import NOW, a_draft
from tests.servers.boxes import PASSWORD, account
from tests.servers.scripted import scripted
from tests.servers.smtpsink import SmtpSink

BREAKS = ["\r\n", "\n", "\r", "\x00", "\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\r\n ", "\n\t"]
EVIL = [f"Hello{sign}Bcc: evil@x.example" for sign in BREAKS] + ["=?utf-8?q?Hello=0D=0ABcc:_evil@x.example?="]
FIELDS = ["From", "To", "Subject", "Date", "Message-ID", "In-Reply-To", "References", "MIME-Version"]
SIGNS = st.text(st.characters(codec="utf-8"), max_size=60)
TEXT = st.lists(st.sampled_from([*BREAKS, "Bcc: e@x.example", "=?utf-8?q?=0A?=", "<a@b>", ","]) | SIGNS).map("".join)


def allowed(raw: bytes) -> None:
    """What was written has the fields of a draft and no more, each once, and none holds a control character."""
    made = email.message_from_bytes(raw, policy=email.policy.default)
    names = [name for name in made if not name.startswith("Content-")]
    assert sorted(names) == sorted(set(names))
    assert set(names) <= set(FIELDS)
    assert not any(sign in str(value) for value in made.values() for sign in "\r\n\x00\u2028\u2029\x85")


@pytest.mark.parametrize("value", EVIL)
@pytest.mark.parametrize("field", ["subject", "name", "address", "message_id", "in_reply_to", "references", "sender"])
def test_a_draft_takes_no_further_header(field: str, value: str) -> None:
    draft = a_draft()
    match field:
        case "name":
            draft = replace(draft, to=Address(value, draft.to.address))
        case "address":
            draft = replace(draft, to=Address(draft.to.name, value))
        case "sender":
            draft = replace(draft, sender=Address(value, draft.sender.address))
        case "references":
            draft = replace(draft, references=(f"<a@b.example>{value}",))
        case _:
            draft = replace(draft, **{field: value})
    try:
        raw = mail_of(draft, now=NOW)
    except UnsafeFieldError:
        return
    allowed(raw)


@given(subject=TEXT, name=TEXT, reference=TEXT)
@settings(max_examples=150, deadline=None)
def test_no_text_at_all_makes_a_header(subject: str, name: str, reference: str) -> None:
    draft = a_draft()
    try:
        to = Address(name, draft.to.address)
        raw = mail_of(replace(draft, subject=subject, to=to, references=(reference,)), now=NOW)
    except UnsafeFieldError:
        return
    allowed(raw)
    assert b"\nbcc" not in raw.partition(b"\r\n\r\n")[0].lower()


@given(subject=TEXT, name=TEXT, file=TEXT)
@settings(max_examples=150, deadline=None)
def test_what_a_mail_says_of_itself_stays_one_header_in_its_copy(subject: str, name: str, file: str) -> None:
    head = b"Date: Mon, 3 Mar 2025 10:00:00 +0100\r\nFrom: a@b.example\r\n\r\nHi"
    message = parse(head, source="x", attachments=(file,))
    assert isinstance(message, Message)
    read = parse(b"Subject: " + subject.encode("utf-8", "replace").replace(b"\n\n", b"\n") + b"\r\n" + head, source="x")
    if isinstance(read, Message):
        message = replace(message, subject=read.subject)
    made = email.message_from_bytes(mail_copy(message))

    assert "Bcc" not in made
    assert "bcc" not in {name.lower() for name in made}


@pytest.mark.parametrize("address", [f"a@b.example{sign}RCPT TO:<evil@x.example>" for sign in BREAKS] + ["a@b> SIZE=1"])
def test_an_address_is_no_smtp_command(address: str, smtp_sink: SmtpSink) -> None:
    sender = SmtpSender(Server("127.0.0.1", smtp_sink.port, Security.PLAIN, connect_timeout=5, read_timeout=5))

    for pair in ((address, "d@northwind.example"), ("a@morgan.example", address)):
        with pytest.raises(HeardbackError):
            sender.send(*pair, b"Subject: x\r\n\r\nx\r\n")
    assert smtp_sink.taken == []


SMUGGLED = [b"\n.\n", b"\r.\r", b"\n.\r\n", b"\r\n.\n", b"\r.\r\n", b"\r\n\x00.\r\n", b"\r\n.\r", b"\r\n..\n.\r\n"]


@pytest.mark.parametrize("end", SMUGGLED)
def test_one_mail_stays_one_mail(end: bytes, smtp_sink: SmtpSink) -> None:
    """SMTP smuggling (CVE-2023-51764): no line end but CRLF leaves here, and no line is a dot alone before the end."""
    body = b"Subject: x\r\n\r\nbefore" + end + b"MAIL FROM:<evil@x.example>\r\nRCPT TO:<d@x.example>\r\nDATA\r\nhi"
    sent = stuffed(body)

    assert sent.count(b"\n") == sent.count(b"\r") == sent.count(b"\r\n")
    assert sent.count(b"\r\n.\r\n") == 1
    sender = SmtpSender(Server("127.0.0.1", smtp_sink.port, Security.PLAIN, connect_timeout=5, read_timeout=5))
    sender.send("a@morgan.example", "d@northwind.example", body)
    (taken,) = smtp_sink.taken
    assert b"MAIL FROM:<evil@x.example>" in taken.raw


@pytest.mark.parametrize("sign", BREAKS)
def test_no_folder_and_no_search_is_a_command(sign: str) -> None:
    with (
        scripted(b"* OK ready\r\n", {}) as (port, heard),
        open_mailbox(account("sam@home.example", port, Security.PLAIN), PASSWORD) as mailbox,
    ):
        for ask in (
            lambda: mailbox.examine(f'INBOX"{sign}A1 DELETE INBOX'),
            lambda: mailbox.find("INBOX", f'<a@b>"{sign}A1 DELETE INBOX'),
            lambda: mailbox.search_header("INBOX", "X-A", f'x"{sign}A1 DELETE INBOX'),
        ):
            try:
                ask()
            except HeardbackError:
                continue

    assert not any(line.upper().split()[:2][-1:] == [b"DELETE"] for line in heard)


@given(words=TEXT)
@settings(max_examples=150, deadline=None)
def test_a_calendar_entry_stays_one(words: str) -> None:
    at = datetime(2026, 3, 2, 9, tzinfo=UTC)
    made = calendar_file([Entry("u", words, words, at, at + timedelta(hours=1), 0, at, place=words)], "heardback")

    (event,) = Calendar.from_ical(made).walk("VEVENT")
    assert set(event) == {
        "UID", "SUMMARY", "DESCRIPTION", "DTSTART", "DTEND", "DTSTAMP", "SEQUENCE", "STATUS",
        *(["LOCATION"] if words else []),
    }  # fmt: skip
    lines = made.decode().split("\r\n")
    assert not any(sign in line for line in lines for sign in "\r\n\x00\x1b\x85\u2028")


@given(words=TEXT)
@settings(max_examples=150, deadline=None)
def test_a_card_value_stays_one_line(words: str) -> None:
    assert not any(sign in _text(words) for sign in "\r\n\x00\x1b\x85\u2028")


@given(words=TEXT)
@settings(max_examples=150, deadline=None)
def test_no_cell_is_a_formula(words: str) -> None:
    cell = csv_text([{"a": words}], ("a",)).removeprefix("a\r\n").lstrip('"')

    assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t"))
