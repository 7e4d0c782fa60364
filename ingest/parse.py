"""Bytes to ``Message``: the only door to mail-parser.

mail-parser reads who a mail is from and to; where it is known to fail, or shows that it did, ``mailboxes`` reads again
(senders with raw 8-bit names or unquoted commas). Of the rest it makes several passes over every field and part: what
is needed of it ``plainshape`` reads in one, alike (a test holds both together). ``repair``, ``maildates`` and ``parts``
read what mail-parser does not: bodies in utf-7, iso-2022-jp and gb2312; mail that claims a wrong charset or none;
enclosed mails, which it mixes into the text; multiparts without a boundary; calendars, which it leaves unmanaged; file
names with directories. Nothing here raises or prints.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message as Tree
from email.policy import compat32
from functools import lru_cache

from mailparser.utils import get_addresses

from ingest import repair
from ingest.calendar import read_calendar
from ingest.headers import Fields, addresses, first, marks_of, message_id, message_ids, raw_fields, subject_of
from ingest.identity import identity_of
from ingest.mailboxes import read_addresses
from ingest.maildates import message_date, read_date, received_date
from ingest.parts import Parts, gather, html_of, safe_name
from ingest.plainshape import plain_body
from ingest.quotes import split_body
from ingest.senders import sender_kind
from store.records import Address, Message, Unreadable

MAX_NAMED = 200
"""Attachments that are named; a mail with more is no letter."""
_NOBODY = Address("", "")
_LONGEST_REMEMBERED = 500
"""Characters of an address field whose reading is remembered; longer ones are lists."""

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
    people = _people(fields)
    subject = subject_of(first(fields, "subject"))
    body, parts, html = _body(tree)
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
        html=html,
    )


def _people(fields: Fields) -> _People:
    read = {name: _addresses(name, fields.get(name, ())) for name in ("from", "reply-to", "to", "cc")}
    sender = read["from"] or addresses(first(fields, "sender"), (), doubtful=True)
    return _People(sender[0] if sender else _NOBODY, read["reply-to"], read["to"], read["cc"])


def _addresses(name: str, values: Sequence[str]) -> tuple[Address, ...]:
    if not values:
        return ()
    is_short = sum(map(len, values)) <= _LONGEST_REMEMBERED
    return (_remembered_addresses if is_short else _read_addresses)(name, tuple(values))


def _read_addresses(name: str, values: tuple[str, ...]) -> tuple[Address, ...]:
    """mail-parser's reading of an address field, or ours where it has doubts or gives up."""
    if not values[0].isascii() and (ours := read_addresses(values[0])):
        return ours  # as below, where it would count whatever mail-parser says
    doubts: list[object] = []
    try:
        read = [
            get_addresses(compat32.header_fetch_parse(name, value), defects=doubts, decode_names=True)
            for value in values
        ]
        parsed = [("" if shown == address else shown, address) for shown, address in read[0] if address]
    except Exception as error:  # noqa: BLE001 - it raises whatever its codecs and parsers raise; ours stands behind it
        _log.info("mail-parser gave up: %s", type(error).__name__)
        return addresses(values[0], (), doubtful=True)
    return addresses(values[0], parsed, doubtful=bool(doubts))


_remembered_addresses = lru_cache(maxsize=2048)(_read_addresses)
"""Mail comes from the same people again and again, and goes to the same person always."""


def _body(tree: Tree) -> tuple[str, Parts, str]:
    """The text, the calendars and attachments, and the HTML as it came."""
    if (plain := plain_body(tree)) is not None:
        return plain.text, Parts(), plain.html
    text, parts = gather(tree)
    return text, parts, html_of(tree)
