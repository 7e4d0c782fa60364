"""Mails of invented people, as raw octets."""

from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

CALENDAR = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Brook//EN\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:talk-1@brook.example\r\n"
    "DTSTAMP:20260302T090000Z\r\nDTSTART:20260309T100000Z\r\nDTEND:20260309T104500Z\r\nSUMMARY:First talk\r\n"
    "END:VEVENT\r\nEND:VCALENDAR\r\n"
)


def letter(number: int = 1, text: str = "Thank you for your application.\n") -> EmailMessage:
    """A plain mail; ``number`` makes it differ from others."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = "Ada Brook <ada@brook.example>"
    mail["To"] = "jo@home.example"
    mail["Subject"] = f"Your application {number}"
    mail["Date"] = START + timedelta(hours=number % 10_000)
    mail["Message-ID"] = f"<letter-{number}@brook.example>"
    mail.set_content(text)
    return mail


def raw_letter(number: int = 1, text: str = "Thank you for your application.\n") -> bytes:
    """The octets of ``letter``."""
    return letter(number, text).as_bytes()


def letters(*numbers: int) -> list[tuple[bytes, datetime]]:
    """Letters with the times they arrived at."""
    return [(raw_letter(number), START + timedelta(hours=number)) for number in numbers]


def invitation(attachment: bytes = b"%PDF-1.4") -> bytes:
    """Text, HTML and a calendar as alternatives, and a file with a name that is not ASCII."""
    mail = letter(7, "We would like to talk to you: Grüße aus Köln.\n")
    mail.add_alternative("<p>We would like to <b>talk</b> to you.</p>", subtype="html")
    mail.add_alternative(CALENDAR, subtype="calendar", params={"method": "REQUEST"})
    mail.add_attachment(attachment, maintype="application", subtype="pdf", filename="Stellenanzeige Köln.pdf")
    return mail.as_bytes()


def forwarded() -> bytes:
    """A mail with another one enclosed, which has alternatives and a file itself."""
    mail = letter(8, "See below.\n")
    mail.add_attachment(_enclosed())
    return mail.as_bytes()


def _enclosed() -> EmailMessage:
    mail = letter(9, "The enclosed words.\n")
    mail.add_alternative("<p>The enclosed words.</p>", subtype="html")
    mail.add_attachment(b"x" * 40_000, maintype="image", subtype="png", filename="map.png")
    return mail
