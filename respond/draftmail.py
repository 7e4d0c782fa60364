"""A draft as a mail and back: RFC 5322 headers that thread, plain text in UTF-8, nothing a header could smuggle in.

Thread headers are folded by us: the standard library's folding turns a Message-ID that is longer than a line into an
encoded word, and then no mail program finds the thread (RFC 5322 §3.6.4 allows folding between identifiers only).
"""

import hashlib
import re
import secrets
from collections.abc import Iterable
from datetime import datetime
from email import message_from_bytes
from email.headerregistry import Address as HeaderAddress
from email.message import EmailMessage, MIMEPart
from email.policy import EmailPolicy
from email.policy import default as reading_policy
from email.utils import format_datetime, getaddresses

from ingest.html import html_to_text
from store.errors import PermanentError
from store.noted import Draft
from store.records import Address

KEY_HEADER = "X-Heardback-Draft"
LONGEST_LINE = 998
"""Octets in a line without its CRLF (RFC 5322 §2.1.1)."""
_THREAD_FIELDS = frozenset({"message-id", "in-reply-to", "references"})
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]")
_MESSAGE_ID = re.compile(r"<[^<>\s@]+@[^<>\s@]+>")
_DOMAIN = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")


class UnsafeFieldError(PermanentError):
    """A value that is to become a header holds a line break or another control character, or is no address."""


class MailPolicy(EmailPolicy):
    """SMTP line ends, and thread fields folded between identifiers, one to a line."""

    def fold(self, name: str, value: str) -> str:
        if name.lower() in _THREAD_FIELDS:
            return f"{name}: " + "\r\n ".join(str(value).split()) + "\r\n"
        return str(super().fold(name, value))

    def fold_binary(self, name: str, value: str) -> bytes:
        if name.lower() in _THREAD_FIELDS:
            return self.fold(name, value).encode("ascii")
        return super().fold_binary(name, value)


_NO_ADDRESS = "this is no address a mail server accepts; correct it and approve again."
MAIL_POLICY = MailPolicy(linesep="\r\n", message_factory=EmailMessage)


def key_hash(key: str) -> str:
    """The value of ``X-Heardback-Draft``: tells our own draft from others without showing what it is about."""
    return hashlib.sha256(key.encode("utf-8")).hexdigest()[:32]


def new_message_id(domain: str) -> str:
    """A fresh Message-ID in angle brackets; ``domain`` is that of the sending address."""
    right = domain.lower() if _DOMAIN.fullmatch(domain.lower()) else "heardback.invalid"
    return f"<{secrets.token_hex(16)}@{right}>"


def mail_of(draft: Draft, *, now: datetime) -> bytes:
    """The mail of a draft as bytes with CRLF line ends; ``now`` (aware) becomes its Date.

    Raises:
        UnsafeFieldError: a field holds a line break or control character, or From or To is no address.
    """
    mail = EmailMessage(policy=MAIL_POLICY)
    mail["From"] = header_address("From", draft.sender)
    mail["To"] = header_address("To", draft.to)
    mail["Subject"] = safe_field("Subject", draft.subject)
    mail["Date"] = format_datetime(now)
    mail["Message-ID"] = _one_id("Message-ID", draft.message_id)
    if draft.in_reply_to:
        mail["In-Reply-To"] = _one_id("In-Reply-To", draft.in_reply_to)
    references = _ids("References", draft.references)
    if references:
        mail["References"] = " ".join(references)
    mail[KEY_HEADER] = key_hash(draft.key)
    mail.set_content(draft.body.rstrip("\n") + "\n", charset="utf-8", cte="quoted-printable")
    return mail.as_bytes()


def body_of(raw: bytes) -> tuple[str, str, Address]:
    """Subject, text and first recipient of a draft the person edited in their mail program.

    Raises:
        PermanentError: the draft has no text, so its words cannot be taken over.
    """
    mail = message_from_bytes(raw, policy=reading_policy)
    part = mail.get_body(preferencelist=("plain", "html"))
    if part is None:
        raise PermanentError("The edited draft has no text; save it again as plain text in your mail program.")
    subject = " ".join(str(mail.get("Subject", "")).split())
    return subject, _text_of(part), _first_recipient(str(mail.get("To", "")))


def header_address(field: str, address: Address) -> HeaderAddress:
    """An address for a header, its domain in ASCII form (IDNA).

    Raises:
        UnsafeFieldError: name or address holds a control character, or the address is none.
    """
    safe_field(field, address.name)
    spec = safe_field(field, address.address)
    local, at, domain = spec.rpartition("@")
    if not at or not local or not domain or any(mark in spec for mark in " <>,;\t") or not local.isascii():
        raise UnsafeFieldError(f"{field}: {_NO_ADDRESS}")
    try:
        ascii_domain = domain.encode("idna").decode("ascii")
        return HeaderAddress(address.name, addr_spec=f"{local}@{ascii_domain}")
    except (UnicodeError, ValueError, IndexError) as error:
        raise UnsafeFieldError(f"{field}: {_NO_ADDRESS}") from error


def safe_field(field: str, value: str) -> str:
    """``value`` unchanged.

    Raises:
        UnsafeFieldError: it holds a line break or another control character, which could start a header of its own.
    """
    if _CONTROL.search(value):
        raise UnsafeFieldError(f"{field} holds a line break or control character; remove it and approve again.")
    return value


def _one_id(field: str, value: str) -> str:
    safe_field(field, value)
    if not _MESSAGE_ID.fullmatch(value) or not value.isascii() or len(value) > LONGEST_LINE - 20:
        raise UnsafeFieldError(f"{field} is not a Message-ID in angle brackets.")
    return value


def _ids(field: str, values: Iterable[str]) -> tuple[str, ...]:
    """The usable identifiers: real mail carries malformed ones, and one of those must not lose the whole thread."""
    for value in values:
        safe_field(field, value)
    return tuple(
        value
        for value in values
        if _MESSAGE_ID.fullmatch(value) and value.isascii() and len(value) <= LONGEST_LINE - 20
    )


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


def _first_recipient(header: str) -> Address:
    for name, address in getaddresses([header]):
        if "@" in address:
            return Address(name, address.lower())
    return Address("", "")
