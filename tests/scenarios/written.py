"""Reads a history from a TOML file: the mails as they were written, and what is expected at several moments.

Times are the person's wall time ("2026-09-07 09:00"). A mail without ``from`` is the person's own. ``re`` names the
mail it answers; ``event`` is a calendar part. ``[[hand]]`` is what the person does in heardback itself: ``do`` is
"add" (with ``company``, ``role``, ``country``), "close" or "move" (with ``role`` and, to move, ``stage``), or "place"
(a ``mail`` to the application of a ``role``). A look may name the kinds of the ``drafts`` that wait; ``why_says`` is a
part of ``why``.
"""

import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import parseaddr
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from heardback.settings import PersonSettings

_MARKS = {
    "auto": {"Auto-Submitted": "auto-generated"},
    "away": {"Auto-Submitted": "auto-replied", "X-Autoreply": "yes"},
    "list": {"Precedence": "bulk", "List-Unsubscribe": "<https://lists.example/unsubscribe>"},
}


@dataclass(frozen=True, slots=True)
class WrittenMail:
    """One mail of a history: its key, its bytes, when it came (aware UTC), and whether the person sent it."""

    key: str
    raw: bytes
    at: datetime
    sent: bool


@dataclass(frozen=True, slots=True)
class Hand:
    """Something the person does in heardback at a moment."""

    at: datetime
    do: str
    company: str = ""
    role: str = ""
    country: str = ""
    stage: str = ""
    mail: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """What ``applications --json`` holds at a moment; only the fields named are compared."""

    now: datetime
    applications: tuple[dict[str, Any], ...]
    questions: int
    drafts: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class History:
    """A whole scenario."""

    person: PersonSettings
    mails: tuple[WrittenMail, ...]
    looks: tuple[Look, ...]
    hands: tuple[Hand, ...] = ()


def read_history(path: Path) -> History:
    """The scenario of one file, mails and looks in order of time."""
    fields = tomllib.loads(path.read_text("utf-8"))
    person = PersonSettings(**fields["person"])
    zone = ZoneInfo(person.timezone)
    written = {each["key"]: each for each in fields["mail"]}
    mails = [_mail(each, written, person, zone) for each in fields["mail"]]
    looks = [
        Look(_moment(each["now"], zone), tuple(each["applications"]), each.get("questions", 0), _drafts(each))
        for each in fields["look"]
    ]
    hands = [Hand(**(each | {"at": _moment(each["at"], zone)})) for each in fields.get("hand", ())]
    return History(
        person,
        tuple(sorted(mails, key=lambda mail: mail.at)),
        tuple(sorted(looks, key=lambda look: look.now)),
        tuple(sorted(hands, key=lambda hand: hand.at)),
    )


def _drafts(look: dict[str, Any]) -> tuple[str, ...] | None:
    return tuple(sorted(look["drafts"])) if "drafts" in look else None


def _mail(fields: dict[str, Any], written: dict[str, Any], person: PersonSettings, zone: ZoneInfo) -> WrittenMail:
    sent = "from" not in fields
    at = _moment(fields["at"], zone)
    above = written.get(fields.get("re", ""))
    mail = EmailMessage(SMTP)
    own = f"{person.name} <{person.address}>"
    mail["From"] = own if sent else fields["from"]
    mail["To"] = fields.get("to") or (above or {}).get("reply_to") or (above or {}).get("from", "") if sent else own
    if "reply_to" in fields:
        mail["Reply-To"] = fields["reply_to"]
    mail["Subject"] = _subject(fields, written)
    mail["Date"] = at.astimezone(zone)
    mail["Message-ID"] = _number(fields["key"])
    if above:
        mail["In-Reply-To"] = _number(above["key"])
        mail["References"] = " ".join(_line(above, written))
    for name, value in _MARKS.get(fields.get("marks", ""), {}).items():
        mail[name] = value
    mail.set_content(fields["body"].strip() + "\n", cte="quoted-printable")
    if "event" in fields:
        method = fields["event"]["method"].upper()
        mail.add_alternative(_calendar(fields, zone, parseaddr(mail["From"])[1]), subtype="calendar", cte="base64")
        list(mail.iter_parts())[-1].set_param("method", method)
    return WrittenMail(fields["key"], mail.as_bytes(), at, sent)


def _subject(fields: dict[str, Any], written: dict[str, Any]) -> str:
    if "subject" in fields:
        return str(fields["subject"])
    above = _subject(written[fields["re"]], written)
    return above if above.startswith("Re: ") else f"Re: {above}"


def _line(fields: dict[str, Any], written: dict[str, Any]) -> list[str]:
    """The Message-IDs above an answer to this mail, oldest first, its own included."""
    above = written.get(fields.get("re", ""))
    return [*(_line(above, written) if above else ()), _number(fields["key"])]


def _number(key: str) -> str:
    return f"<{key}@scenario.example>"


def _moment(words: str, zone: ZoneInfo) -> datetime:
    return datetime.fromisoformat(words).replace(tzinfo=zone).astimezone(UTC)


def _calendar(fields: dict[str, Any], zone: ZoneInfo, organizer: str) -> str:
    event = fields["event"]
    start, end = (datetime.fromisoformat(event[name]) for name in ("starts", "ends"))
    status = "CANCELLED" if event["method"] == "cancel" else "CONFIRMED"
    lines = (
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Scenario//EN", f"METHOD:{event['method'].upper()}",
        "BEGIN:VEVENT", f"UID:{event['uid']}", f"SEQUENCE:{event.get('sequence', 0)}", f"STATUS:{status}",
        f"DTSTAMP:{_moment(fields['at'], zone):%Y%m%dT%H%M%SZ}",
        f"DTSTART;TZID={zone.key}:{start:%Y%m%dT%H%M%S}", f"DTEND;TZID={zone.key}:{end:%Y%m%dT%H%M%S}",
        f"SUMMARY:{event['title']}", f"ORGANIZER:mailto:{organizer}",
        "END:VEVENT", "END:VCALENDAR", "",
    )  # fmt: skip
    return "\r\n".join(lines)
