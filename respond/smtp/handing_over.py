"""Handing over one mail: from the first byte of its text on, a connection that breaks leaves nobody knowing."""

import re
import smtplib

from respond.smtp.answers import before_the_text, expect, refusal
from store.errors import HeardbackError, PermanentError

_LINE_END = re.compile(rb"\r\n|\r|\n")


class SendUnknown(HeardbackError):  # noqa: N818 - named for what it says, as those of store.errors
    """The connection ended after the text was handed over and before the server answered: sent or not, nobody knows."""


def check_address(address: str) -> None:
    """Raises ``PermanentError`` for what no server could be given, or what would be a command to it."""
    if not address.isascii() or "@" not in address or any(c in "<> " or not c.isprintable() for c in address):
        raise PermanentError("The address is not one this mail server can be given; correct it and approve again.")


def hand_over(connection: smtplib.SMTP, host: str, sender: str, recipient: str, raw: bytes) -> None:
    """Names sender and recipient, then gives the text; returns only when the server has taken it.

    Raises as ``SmtpSender.send`` does.
    """
    with before_the_text(host):
        expect(connection.mail(sender), 250)
        expect(connection.rcpt(recipient), 250, 251)
        expect(connection.docmd("DATA"), 354)
    give_text(connection, raw)


def give_text(connection: smtplib.SMTP, raw: bytes) -> None:
    """Sends the text and waits for the answer; from the first byte on a broken connection means "unknown"."""
    try:
        connection.send(stuffed(raw))
        code, words = connection.getreply()
    except (smtplib.SMTPException, OSError) as error:
        raise SendUnknown("The connection broke while the mail was handed over; look whether it was sent.") from error
    if code == 250:
        return
    if 400 <= code < 600:
        raise refusal(code, words)
    raise SendUnknown("The server's answer could not be understood; look whether the mail was sent.")


def stuffed(raw: bytes) -> bytes:
    """The mail with CRLF line ends, leading dots doubled, and the end mark (RFC 5321 §4.5.2)."""
    text = _LINE_END.sub(b"\r\n", raw)
    if not text.endswith(b"\r\n"):
        text += b"\r\n"
    return re.sub(rb"(?m)^\.", b"..", text) + b".\r\n"
