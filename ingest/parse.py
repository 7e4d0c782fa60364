"""Bytes to ``Message``: the only door to mail-parser.

mail-parser reads first. Where it is known to fail, or shows that it did, ``repair``, ``mailboxes``, ``maildates`` and
``parts`` read again: bodies in utf-7, iso-2022-jp and gb2312; mail that claims a wrong charset or none; senders with
raw 8-bit names or unquoted commas; enclosed mails, which it mixes into the text; multiparts without a boundary;
calendars, which it leaves unmanaged; file names with directories. Nothing here raises or prints.
"""

import logging
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message as Tree

import mailparser

from ingest import repair
from ingest.calendar import read_calendar
from ingest.headers import Fields, addresses, first, marks_of, message_id, message_ids, raw_fields, subject_of
from ingest.identity import identity_of
from ingest.maildates import message_date, read_date, received_date
from ingest.parts import Parts, choose, gather, html_of, is_plain_shape, leaves, plain_text, safe_name
from ingest.quotes import split_body
from ingest.senders import sender_kind
from ingest.text import normalise
from store.records import Address, Message, Unreadable

MAX_NAMED = 200
"""Attachments that are named; a mail with more is no letter."""
_NOBODY = Address("", "")
_LEFT_OUT = (
    "Received",
    "DKIM-Signature",
    "ARC-Seal",
    "ARC-Message-Signature",
    "ARC-Authentication-Results",
    "X-Received",
)
"""Trace fields that mail-parser would take apart at the price of most of its time; none is needed of it."""
_TRUSTED = frozenset(("", "utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "iso-8859-15", "windows-1252", "cp1252"))
"""Charsets that mail-parser decodes rightly when the bytes fit; a misfit shows as U+FFFD or as C1 controls."""
_MISFIT = re.compile(r"[\ufffd\x1b\x80-\x9f\udc80-\udcff]")
_TEXT_TYPES = frozenset(("text/plain", "text/html"))

# mail-parser warns of odd parts through logging, which without a handler goes to stderr.
logging.getLogger("mailparser").addHandler(logging.NullHandler())
logging.getLogger("mailparser").propagate = False

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _People:
    """Who a mail is from and to."""

    sender: Address
    reply_to: tuple[Address, ...]
    to: tuple[Address, ...]
    cc: tuple[Address, ...]


def parse(
    raw: bytes,
    *,
    source: str,
    internal_date: datetime | None = None,
    attachments: tuple[str, ...] = (),
    undated: datetime | None = None,
) -> Message | Unreadable:
    """One mail as a ``Message``, or set aside with its bytes and the reason in one sentence.

    ``internal_date`` is the server's (aware); ``attachments`` are names of parts that were not fetched; ``undated`` is
    the date to take when neither the mail nor the server has one.
    """
    try:
        read = _read(raw, internal_date, attachments, undated)
    except RecursionError:
        read = "The mail's parts are nested too deeply to be read."
    except Exception as error:  # noqa: BLE001 - a stranger's bytes: whatever they provoke, the run goes on
        _log.info("mail set aside: %s", type(error).__name__)
        read = f"The mail could not be taken apart ({type(error).__name__})."
    return read if isinstance(read, Message) else Unreadable(raw, read, source)


def _read(
    raw: bytes, internal_date: datetime | None, named: tuple[str, ...], undated: datetime | None
) -> Message | str:
    if not raw.strip():
        return "The mail is empty."
    tree = repair.read_tree(raw)
    fields = raw_fields(tree)
    for name in _LEFT_OUT:
        del tree[name]
    text_parts = leaves(tree)
    mail = _mail_parser(tree, text_parts)
    people = _people(mail, fields)
    subject = subject_of(first(fields, "subject"), _text(mail.subject) if mail else "")
    body, parts = _body(mail, tree, text_parts)
    if not (people.sender.address or subject or body.strip()):
        return "The mail has no sender, no subject and no text."
    sent = read_date(first(fields, "date"))
    internal = internal_date.astimezone(UTC) if internal_date else None
    date = message_date(sent, received_date(fields.get("received", ())), internal) or undated
    if date is None:
        return "The mail has no date that can be read."
    halves = split_body(body)
    identifier = message_id(first(fields, "message-id"))
    return Message(
        identity=identity_of(
            message_id=identifier, sender=people.sender.address, sent=sent, subject=subject, text=body
        ),
        message_id=identifier,
        in_reply_to=message_ids(first(fields, "in-reply-to")),
        references=message_ids(first(fields, "references")),
        sender=people.sender,
        reply_to=people.reply_to,
        to=people.to,
        cc=people.cc,
        subject=subject,
        date=date.astimezone(UTC),
        text=halves.text,
        quoted=halves.quoted,
        signature=halves.signature,
        footer=halves.footer,
        calendar=tuple(event for data in parts.calendars for event in read_calendar(data)),
        attachments=tuple(dict.fromkeys([*map(safe_name, named[:MAX_NAMED]), *parts.attachments]))[:MAX_NAMED],
        marks=marks_of(fields),
        sender_kind=sender_kind(people.sender),
        html=html_of(tree),
    )


def _mail_parser(tree: Tree, text_parts: list[Tree]) -> mailparser.MailParser | None:
    """mail-parser's reading of the tree; None where it gives up or would decode whole attachments."""
    if any(part.get_content_type() not in _TEXT_TYPES for part in text_parts):
        tree = _head_of(tree)
    try:
        return mailparser.MailParser(tree)
    except Exception as error:  # noqa: BLE001 - it raises whatever its codecs and parsers raise; ours stand behind it
        _log.info("mail-parser gave up: %s", type(error).__name__)
        return None


def _head_of(tree: Tree) -> Tree:
    """The header fields alone, for mail whose body is read by our own rules."""
    head = Tree(tree.policy)
    for name, value in tree.raw_items():
        if not name.lower().startswith("content-"):
            head.set_raw(name, value)
    head.set_payload("")
    return head


def _people(mail: mailparser.MailParser | None, fields: Fields) -> _People:
    doubtful = {defect["header"] for defect in mail.address_header_defects} if mail else set()
    read = {
        name: addresses(
            first(fields, name),
            getattr(mail, name.replace("-", "_"), ()) if mail and name in fields else (),
            doubtful=mail is None or name in doubtful,
        )
        for name in ("reply-to", "to", "cc")
    }
    sender = addresses(
        first(fields, "from"), mail.from_ if mail and "from" in fields else (), doubtful=not mail or "from" in doubtful
    ) or addresses(first(fields, "sender"), (), doubtful=True)
    return _People(sender[0] if sender else _NOBODY, read["reply-to"], read["to"], read["cc"])


def _body(mail: mailparser.MailParser | None, tree: Tree, text_parts: list[Tree]) -> tuple[str, Parts]:
    """The text from mail-parser where the shape is plain and the charset trustworthy, else from our own walk."""
    if mail is not None and is_plain_shape(tree, text_parts) and not mail.text_not_managed:
        plain, html = "".join(mail.text_plain), "".join(mail.text_html)
        if _is_trustworthy(text_parts, plain + html):
            if plain:
                plain = plain_text(text_parts[0], plain)
            text = choose(plain, html) if plain else choose("", html)
            return (text if text is plain else normalise(text)), Parts()
    return gather(tree)


def _is_trustworthy(text_parts: list[Tree], text: str) -> bool:
    if not text.strip() or _MISFIT.search(text):
        return False
    if any((part.get_content_charset("") or "").lower() not in _TRUSTED for part in text_parts):
        return False
    return not (text_parts[0].get("Content-Type") is None and "\n--" in text[:4_000])


def _text(value: object) -> str:
    """mail-parser gives a list where a field stands twice; the first counts."""
    if isinstance(value, list):
        value = value[0] if value else ""
    return str(value or "")
