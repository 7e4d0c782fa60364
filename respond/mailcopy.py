"""A stored mail as a file other programs read: rebuilt from what was kept, since the original stays in the mailbox."""

from email.charset import QP, Charset
from email.header import Header
from email.message import Message as Mail
from email.utils import format_datetime, formataddr

from store.records import Address, Message

_CHARSET = Charset("utf-8")
_CHARSET.body_encoding = QP


def mail_copy(message: Message) -> bytes:
    """The mail with its decisive headers and its whole text; attachments are named only."""
    mail = Mail()
    mail.set_payload(_body(message), _CHARSET)
    _add(mail, "Message-ID", message.message_id)
    mail["Date"] = format_datetime(message.date)
    _add(mail, "Subject", _encoded(message.subject))
    _add(mail, "From", _addresses(message.sender))
    _add(mail, "Reply-To", _addresses(*message.reply_to))
    _add(mail, "To", _addresses(*message.to))
    _add(mail, "Cc", _addresses(*message.cc))
    _add(mail, "In-Reply-To", " ".join(message.in_reply_to))
    _add(mail, "References", " ".join(message.references))
    marks = message.marks
    _add(mail, "Auto-Submitted", marks.auto_submitted)
    _add(mail, "X-Autoreply", marks.auto_reply)
    _add(mail, "Precedence", marks.precedence)
    _add(mail, "List-Id", marks.list_id)
    _add(mail, "List-Unsubscribe", marks.list_unsubscribe)
    _add(mail, "Return-Path", marks.return_path)
    _add(mail, "Authentication-Results", marks.authentication_results)
    _add(mail, "X-Heardback-Attachments", _encoded(", ".join(message.attachments)))
    return mail.as_bytes()


def _body(message: Message) -> str:
    parts = (message.text, message.signature, message.quoted, message.footer)
    return "\n\n".join(part for part in parts if part) + "\n"


def _add(mail: Mail, name: str, value: str) -> None:
    """A header of one line, where there is something to say."""
    line = " ".join(value.split())
    if line:
        mail[name] = line


def _encoded(text: str) -> str:
    return text if text.isascii() else Header(" ".join(text.split()), "utf-8", maxlinelen=10_000).encode()


def _addresses(*addresses: Address) -> str:
    return ", ".join(
        formataddr((each.name, each.address)) if each.address.isascii() else f"<{_encoded(each.address)}>"
        for each in addresses
        if each.address
    )
