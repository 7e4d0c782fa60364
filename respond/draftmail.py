"""A draft as a mail: RFC 5322 headers that thread, plain text in UTF-8, nothing a header could smuggle in.

Thread headers are folded by us: the standard library's folding turns a Message-ID that is longer than a line into an
encoded word, and then no mail program finds the thread (RFC 5322 §3.6.4 allows folding between identifiers only).

A paragraph is one line, however long, carried by quoted-printable: every program breaks it at its own window's edge.
format=flowed (RFC 3676) would look the same only in programs that know it; the others, among them those most
recruiters use, would show lines cut short, and saving such a draft again would make the cuts part of the text. No
header tells by what means the mail was written.
"""

import hashlib
import re
import secrets
from collections.abc import Iterable
from datetime import datetime
from email.headerregistry import Address as HeaderAddress
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime

from store.errors import PermanentError
from store.noted import Draft
from store.records import Address

OWN_MESSAGE_ID = re.compile(r"<[0-9a-f]{32}@[^<>\s@]+>")
"""What ``new_message_id`` makes: how a draft by another heardback on the same mailbox is told from the person's own."""
LONGEST_LINE = 998
"""Octets in a line without its CRLF (RFC 5322 §2.1.1)."""
_THREAD_FIELDS = frozenset({"message-id", "in-reply-to", "references"})
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]")
_ENCODED = re.compile(r"=(?=\?)")
"""Where an encoded word (RFC 2047) would begin."""
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


def new_message_id(domain: str) -> str:
    """A fresh Message-ID in angle brackets; ``domain`` is that of the sending address."""
    return _at(secrets.token_hex(16), domain)


def _at(left: str, domain: str) -> str:
    right = domain.lower() if _DOMAIN.fullmatch(domain.lower()) else "heardback.invalid"
    return f"<{left}@{right}>"


def message_id_by(seed: str, domain: str) -> str:
    """A Message-ID that is the same for the same seed, so that what a dying round put somewhere is found again."""
    return _at(hashlib.sha256(seed.encode("utf-8", "replace")).hexdigest()[:32], domain)


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
    mail.set_content(draft.body.rstrip("\n") + "\n", charset="utf-8", cte="quoted-printable")
    return mail.as_bytes()


def header_address(field: str, address: Address) -> HeaderAddress:
    """An address for a header, its domain in ASCII form (IDNA).

    Raises:
        UnsafeFieldError: name or address holds a control character, or the address is none.
    """
    name = safe_field(field, address.name)
    spec = safe_field(field, address.address)
    local, at, domain = spec.rpartition("@")
    if not at or not local or not domain or any(mark in spec for mark in " <>,;\t") or not local.isascii():
        raise UnsafeFieldError(f"{field}: {_NO_ADDRESS}")
    try:
        ascii_domain = domain.encode("idna").decode("ascii")
        return HeaderAddress(name, addr_spec=f"{local}@{ascii_domain}")
    except (UnicodeError, ValueError, IndexError) as error:
        raise UnsafeFieldError(f"{field}: {_NO_ADDRESS}") from error


def safe_field(field: str, value: str) -> str:
    """``value`` as it stands, but that nothing in it reads as an encoded word.

    The library undoes encoded words in what it is given, and writes what they hold as it is: one that a stranger wrote
    into a subject in words that were encoded twice would put a line break, and so a header of its own, into our mail.

    Raises:
        UnsafeFieldError: it holds a line break or another control character, which could start a header of its own.
    """
    if _CONTROL.search(value):
        raise UnsafeFieldError(f"{field} holds a line break or control character; remove it and approve again.")
    return _ENCODED.sub("= ", value)


def _one_id(field: str, value: str) -> str:
    safe_field(field, value)
    if not _MESSAGE_ID.fullmatch(value) or not value.isascii() or len(value) > LONGEST_LINE - 20:
        raise UnsafeFieldError(
            f"{field} is not a Message-ID in angle brackets: discard the draft and have it written again."
        )
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
