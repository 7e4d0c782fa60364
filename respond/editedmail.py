"""A draft as a mail program saved it: its words, its addressee, and what heardback could not send along.

Programs save as they like: flowed, wrapped anew, in HTML alone, with a part of each. The words are what counts.
"""

import hashlib
import re
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage, MIMEPart
from email.policy import default as reading_policy
from email.utils import getaddresses

from ingest.html import html_to_text
from store.errors import PermanentError
from store.records import Address

BY_WORDS = "words:"
"""Before the hash of a draft's words; a hash without it is of bytes and comes from an older store."""
_BLANK = re.compile(r"\n\s*\n")
_MESSAGE_ID = re.compile(r"<[^<>\s@]+@[^<>\s@]+>")


@dataclass(frozen=True, slots=True)
class EditedMail:
    """What stands in a mail of the Drafts or Sent folder.

    ``beyond`` names what a plain mail to one person cannot carry: "an attachment", "another recipient".
    """

    subject: str
    body: str
    to: Address
    message_id: str = ""
    beyond: str = ""

    @property
    def fingerprint(self) -> str:
        """A hash of the words, for ``fingerprint_of``."""
        return fingerprint_of(self.subject, self.body, self.to.address, self.beyond)


def read_edited(raw: bytes) -> EditedMail:
    """Reads a draft that may have been edited in a mail program.

    Raises:
        PermanentError: it has no text, so its words cannot be taken over.
    """
    mail = message_from_bytes(raw, policy=reading_policy)
    part = mail.get_body(preferencelist=("plain", "html"))
    if part is None:
        raise PermanentError("The edited draft has no text; save it again as plain text in your mail program.")
    subject = " ".join(str(mail.get("Subject", "")).split())
    named = _MESSAGE_ID.search(str(mail.get("Message-ID", "")))
    recipients = _addresses(mail, "To")
    first = recipients[0] if recipients else Address("", "")
    return EditedMail(subject, _text_of(part), first, named[0] if named else "", _beyond(mail))


def fingerprint_of(subject: str, body: str, to: str, beyond: str) -> str:
    """A hash of a draft's words: the same however a program wraps the lines of a paragraph or stores the mail."""
    words = "\x00".join((" ".join(subject.split()), paragraphs(body), to.lower(), beyond))
    return BY_WORDS + hashlib.sha256(words.encode("utf-8", errors="replace")).hexdigest()


def paragraphs(body: str) -> str:
    """The text with each paragraph on one line and one empty line between two."""
    pieces = (" ".join(piece.split()) for piece in _BLANK.split(body.strip()))
    return "\n\n".join(piece for piece in pieces if piece)


def same_words(one: str, other: str) -> bool:
    """Whether two texts differ in nothing but line ends and spaces."""
    return one.split() == other.split()


def _beyond(mail: EmailMessage) -> str:
    found = []
    if any(_is_attached(part) for part in mail.walk()):
        found.append("an attachment")
    if len(_addresses(mail, "To")) > 1 or _addresses(mail, "Cc") or _addresses(mail, "Bcc"):
        found.append("another recipient")
    return " and ".join(found)


def _is_attached(part: EmailMessage) -> bool:
    """A file the person put in; a logo of their signature and a program's own signature (RFC 1847) are none."""
    if part.is_multipart() and part.get_content_type() != "message/rfc822":
        return False
    if part.get_content_type() in ("application/pgp-signature", "application/pkcs7-signature"):
        return False
    if part.get_content_disposition() == "attachment":
        return True
    shown = part.get_content_maintype() == "image" and part["Content-ID"] is not None
    return part.get_content_maintype() != "text" and not shown


def _addresses(mail: EmailMessage, field: str) -> list[Address]:
    values = [str(value) for value in mail.get_all(field, [])]
    return [Address(name, address.lower()) for name, address in getaddresses(values) if "@" in address]


def _text_of(part: MIMEPart) -> str:
    payload = part.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset("utf-8")
    try:
        text = raw.decode(charset, errors="replace")
    except LookupError:
        text = raw.decode("utf-8", errors="replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if part.get_content_subtype() == "html":
        return html_to_text(text).strip("\n") + "\n"
    if part.get_param("format", "") == "flowed":
        text = _unflowed(text)
    return text.strip("\n") + "\n"


def _unflowed(text: str) -> str:
    """Joins the soft-broken lines of format=flowed (RFC 3676 §4.1–4.3), as Thunderbird saves them."""
    lines: list[str] = []
    open_line = False
    for line in text.split("\n"):
        unstuffed = line.removeprefix(" ")
        if open_line:
            lines[-1] += unstuffed
        else:
            lines.append(unstuffed)
        open_line = unstuffed.endswith(" ") and unstuffed != "-- "
    return "\n".join(lines)
