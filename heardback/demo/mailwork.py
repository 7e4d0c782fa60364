"""Turns one written-down mail into the bytes that a server would hold (RFC 5322, RFC 2045 ff., RFC 6047)."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr

from heardback.demo.looks import as_html, as_plain, quoted
from heardback.demo.script import Entry, dated, moment

_ZONE_PART = (
    "BEGIN:VTIMEZONE", "TZID:Europe/London",
    "BEGIN:DAYLIGHT", "DTSTART:19810329T010000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100", "TZNAME:BST", "END:DAYLIGHT",
    "BEGIN:STANDARD", "DTSTART:19961027T020000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000", "TZNAME:GMT", "END:STANDARD",
    "END:VTIMEZONE",
)  # fmt: skip
_MARKS = {
    "auto": (("Auto-Submitted", "auto-generated"),),
    "away": (("Auto-Submitted", "auto-replied"), ("X-Autoreply", "yes")),
    "list": (("Precedence", "bulk"), ("List-Unsubscribe", "<https://lists.{domain}/unsubscribe?u=robin>")),
}
_ENCODINGS = {"qp": "quoted-printable", "base64": "base64"}


@dataclass(frozen=True, slots=True)
class Writing:
    """Who writes and when: Robin's addresses, and by how much the story is shifted."""

    person: str
    other: str
    shift: timedelta


@dataclass(frozen=True, slots=True)
class Thread:
    """The mail that is answered, with the Message-IDs above it, oldest first."""

    entry: Entry
    references: tuple[str, ...]


def raw_of(entry: Entry, thread: Thread | None, writing: Writing) -> bytes:
    """The whole mail as bytes with CRLF line ends."""
    if entry.get("raw"):
        return _broken(entry, writing)
    mail = EmailMessage(SMTP)
    _put_head(mail, entry, thread, writing)
    _put_words(mail, entry, thread, writing)
    for name in filter(None, entry.get("attach").split(", ")):
        mail.add_attachment(b"%PDF-1.4\n%%EOF\n", maintype="application", subtype="octet-stream", filename=name)
    _settle_boundaries(mail, entry)
    return mail.as_bytes()


def _settle_boundaries(mail: EmailMessage, entry: Entry) -> None:
    """The same bytes at every playing; left alone, the library draws boundaries by lot."""
    for number, part in enumerate(part for part in mail.walk() if part.is_multipart()):
        part.set_boundary(f"=_{hashlib.sha256(entry.key.encode()).hexdigest()[:16]}.{number}")


def message_id(entry: Entry, writing: Writing) -> str:
    """A Message-ID that stays the same from one playing of the story to the next."""
    digest = hashlib.sha256(entry.key.encode()).hexdigest()[:20]
    return f"<{digest}@{_address(_sender(entry, writing)).rpartition('@')[2]}>"


def subject_of(entry: Entry, thread: Thread | None) -> str:
    """Its own subject, else that of the mail it answers."""
    if entry.get("subject") or thread is None:
        return entry.get("subject")
    subject = thread.entry.get("subject")
    return subject if subject.startswith("Re: ") else f"Re: {subject}"


def _put_head(mail: EmailMessage, entry: Entry, thread: Thread | None, writing: Writing) -> None:
    at = moment(entry.get("at"), writing.shift)
    sender = _sender(entry, writing)
    domain = _address(sender).rpartition("@")[2]
    if not entry.is_sent:
        mail["Received"] = f"from mail.{domain} by mx.ellery.example; {format_datetime(at)}"
    mail["From"] = sender
    mail["To"] = _recipient(entry, thread, writing)
    if entry.get("replyto"):
        mail["Reply-To"] = entry.get("replyto")
    mail["Subject"] = subject_of(entry, thread)
    mail["Date"] = at
    mail["Message-ID"] = message_id(entry, writing)
    if thread is not None:
        mail["In-Reply-To"] = thread.references[-1]
        mail["References"] = " ".join(thread.references)
    for name, value in _MARKS.get(entry.get("marks"), ()):
        mail[name] = value.format(domain=domain)


def _put_words(mail: EmailMessage, entry: Entry, thread: Thread | None, writing: Writing) -> None:
    words = dated(entry.words, writing.shift)
    charset = entry.get("charset") or "utf-8"
    style = entry.get("style")
    plain = as_plain(words) + _history(entry, thread, writing)
    marked = as_html(words, entry.get("look"), _name(_sender(entry, writing)))
    if style == "html":
        mail.set_content(marked, subtype="html", charset=charset, cte=_encoding(entry, marked))
    else:
        mail.set_content(plain, charset=charset, cte=_encoding(entry, plain))
    if style == "both":
        mail.add_alternative(marked, subtype="html", charset=charset, cte=_encoding(entry, marked))
    if entry.get("event"):
        method = entry.get("event").split()[0].upper()
        mail.add_alternative(_calendar(entry, writing), subtype="calendar", charset="utf-8", cte="base64")
        list(mail.iter_parts())[-1].set_param("method", method)


def _history(entry: Entry, thread: Thread | None, writing: Writing) -> str:
    """The quoted mail below an answer, as most programs leave it there."""
    if thread is None or entry.get("quote") == "no":
        return ""
    at = moment(thread.entry.get("at"), writing.shift)
    when = f"{at:%a}, {at.day} {at:%b %Y} at {at:%H:%M}"
    words = dated(thread.entry.words, writing.shift)
    return quoted(words, _name(_sender(thread.entry, writing)), when, entry.get("quote"))


def _encoding(entry: Entry, text: str) -> str:
    if entry.get("encode"):
        return _ENCODINGS[entry.get("encode")]
    fits = text.isascii() and all(len(line) <= 78 for line in text.splitlines())
    return "7bit" if fits else "quoted-printable"


def _calendar(entry: Entry, writing: Writing) -> str:
    """The event of a mail; ``event`` gives method, name and, for a later version, its sequence (RFC 5546 §2.1.4)."""
    method, name, *sequence = entry.get("event").split()
    start = moment(entry.get("starts"), writing.shift)
    end = start + timedelta(minutes=int(entry.get("minutes")))
    sender = _sender(entry, writing)
    lines = (
        "BEGIN:VCALENDAR", "PRODID:-//Story//Calendar//EN", "VERSION:2.0", f"METHOD:{method.upper()}",
        *_ZONE_PART,
        "BEGIN:VEVENT", f"UID:{name}@{_address(sender).rpartition('@')[2]}",
        f"SEQUENCE:{sequence[0] if sequence else 0}",
        f"STATUS:{'CANCELLED' if method == 'cancel' else 'CONFIRMED'}",
        f"DTSTAMP:{moment(entry.get('at'), writing.shift).astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;TZID=Europe/London:{start:%Y%m%dT%H%M%S}", f"DTEND;TZID=Europe/London:{end:%Y%m%dT%H%M%S}",
        f"SUMMARY:{_escaped(entry.get('title'))}", f"LOCATION:{_escaped(entry.get('where'))}",
        f'ORGANIZER;CN="{_name(sender)}":mailto:{_address(sender)}',
        f"ATTENDEE;ROLE=REQ-PARTICIPANT;RSVP=TRUE:mailto:{_address(writing.person)}",
        "END:VEVENT", "END:VCALENDAR", "",
    )  # fmt: skip
    return "\r\n".join(lines)


def _broken(entry: Entry, writing: Writing) -> bytes:
    """A mail of which a failing server has kept the trace and lost everything else."""
    at: datetime = moment(entry.get("at"), writing.shift)
    head = f"Received: from relay.broken.example by mx.ellery.example; {format_datetime(at)}\r\n"
    return (head + 'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="=_cut"\r\n\r\n').encode("ascii")


def _escaped(text: str) -> str:
    """RFC 5545 §3.3.11."""
    return text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")


def _sender(entry: Entry, writing: Writing) -> str:
    return writing.person if entry.is_sent else entry.get("from")


def _recipient(entry: Entry, thread: Thread | None, writing: Writing) -> str:
    if not entry.is_sent:
        return writing.other if entry.get("to") == "other" else writing.person
    if entry.get("to") or thread is None:
        return entry.get("to")
    return thread.entry.get("replyto") or thread.entry.get("from") or thread.entry.get("to")


def _name(sender: str) -> str:
    return parseaddr(sender)[0] or parseaddr(sender)[1]


def _address(sender: str) -> str:
    return parseaddr(sender)[1]
