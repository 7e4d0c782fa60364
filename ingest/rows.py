"""Rows of JSON Lines as messages, for tagging and evaluation: ``{"id", "subject", "sender", "body"[, "headers"]}``."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from ingest.headers import MAX_SUBJECT, first, marks_of, message_id, message_ids
from ingest.identity import identity_of
from ingest.mailboxes import read_addresses
from ingest.maildates import read_date
from ingest.parts import MAX_TEXT, choose
from ingest.quotes import split_body
from ingest.senders import sender_kind
from ingest.text import normalise, one_line
from store.records import Address, Message, Unreadable

UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
"""The date of a row that names none: rows are tagged, never put on a timeline."""

_TEXTS = ("subject", "sender", "body")


def read_row(line: bytes, place: str) -> tuple[str, Message | Unreadable]:
    """(Source, message) of one line; the source is the row's id, or ``place`` ("rows.jsonl:12") without one."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):  # UnicodeDecodeError and JSONDecodeError are ValueErrors
        return place, Unreadable(line, "The line is not JSON in UTF-8.", place)
    if not isinstance(row, dict):
        return place, Unreadable(line, "The line is not a JSON object.", place)
    problem = _problem(row)
    if problem:
        return place, Unreadable(line, problem, place)
    identifier = row.get("id")
    source = str(identifier) if isinstance(identifier, str | int) and str(identifier).strip() else place
    return source, _message(row)


def _problem(row: Mapping[str, Any]) -> str:
    """What keeps a row from being a mail, in one sentence; "" when nothing does."""
    for name in _TEXTS:
        if not isinstance(row.get(name) or "", str):
            return f'The row\'s "{name}" is not text.'
    if not isinstance(row.get("headers") or {}, dict):
        return 'The row\'s "headers" is not an object.'
    if not any(name in row for name in ("subject", "body")):
        return 'The row has neither "subject" nor "body".'
    if not any((row.get(name) or "").strip() for name in _TEXTS):
        return "The row has no sender, no subject and no text."
    return ""


def _message(row: Mapping[str, Any]) -> Message:
    fields = _fields(row.get("headers") or {})
    subject = one_line(row.get("subject") or "")[:MAX_SUBJECT]
    body = normalise(choose((row.get("body") or "")[:MAX_TEXT], ""))
    sender = _sender(row.get("sender") or first(fields, "from"))
    sent = read_date(first(fields, "date"))
    identifier = message_id(first(fields, "message-id"))
    halves = split_body(body)
    return Message(
        identity=identity_of(message_id=identifier, sender=sender.address, sent=sent, subject=subject, text=body),
        message_id=identifier,
        in_reply_to=message_ids(first(fields, "in-reply-to")),
        references=message_ids(first(fields, "references")),
        sender=sender,
        reply_to=read_addresses(first(fields, "reply-to")),
        to=read_addresses(first(fields, "to")),
        cc=read_addresses(first(fields, "cc")),
        subject=subject,
        date=sent or UNDATED,
        text=halves.text,
        quoted=halves.quoted,
        signature=halves.signature,
        footer=halves.footer,
        marks=marks_of(fields),
        sender_kind=sender_kind(sender),
    )


def _sender(text: str) -> Address:
    """The sender; a bare name without an address is kept as a name."""
    found = read_addresses(text)
    return found[0] if found else Address(one_line(text)[:200], "")


def _fields(headers: Mapping[str, Any]) -> dict[str, list[str]]:
    """A row's header object as raw fields by lower-cased name."""
    return {
        str(name).lower(): [str(each) for each in (value if isinstance(value, list) else [value]) if each is not None]
        for name, value in headers.items()
    }
