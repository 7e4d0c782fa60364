"""The written corpus: whole invented mails, a JSON line each, in ``models/corpus/<language>/<tag>.jsonl``."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import getaddresses
from pathlib import Path
from typing import Any

from ingest.mailboxes import read_addresses
from ingest.quotes import split_body
from ingest.senders import sender_kind
from ingest.text import normalise, one_line
from store.errors import UserError
from store.records import Address, CalendarEvent, Marks, Message
from store.vocabulary import MESSAGE_TAGS, RejectionReason, Tag

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_NOBODY = Address("", "")
OWN_VOICE = "own:"
"""How the voice of a corrected mail begins; behind it stands its conversation."""


@dataclass(frozen=True, slots=True)
class Row:
    """One written (or corrected) mail with its tag: what the model learns from and is measured on.

    ``voice`` is who wrote it; fit and check never share a voice. ``weight`` is above 1 for a person's own corrections.
    """

    id: str
    tag: Tag
    subject: str
    sender: str
    body: str
    language: str = "en"
    kind: str = ""
    sector: str = ""
    voice: str = ""
    headers: Mapping[str, str] = field(default_factory=dict, hash=False)
    deciding: str = ""
    reason: RejectionReason | None = None
    company: str = ""
    role: str = ""
    weight: float = 1.0

    @property
    def is_own(self) -> bool:
        """Whether it is a mail that the person corrected, not one written for the corpus."""
        return self.voice.startswith(OWN_VOICE)


def read_corpus(directory: Path) -> tuple[Row, ...]:
    """All rows below ``directory``, by language, tag and id, so that training always sees them in one order.

    Raises ``UserError`` when there are none or when a line cannot be read.
    """
    rows = [row for path in sorted(directory.glob("*/*.jsonl")) for row in read_rows(path)]
    if not rows:
        raise UserError(f"There is no corpus in {directory}: it needs files like en/rejection.jsonl.")
    return tuple(sorted(rows, key=lambda row: (row.language, row.tag.value, row.id)))


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of one JSON Lines file, in its order. Raises ``UserError`` naming the line that cannot be read."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{path} cannot be read as UTF-8 text ({error.__class__.__name__}); check the path.") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield _row(json.loads(line), path.stem, number)
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                problem = f"{path}, line {number}, is not a row of tagged mail: {error}. Mend or remove that line."
                raise UserError(problem) from error


def _row(fields: Mapping[str, Any], stem: str, number: int) -> Row:
    tag = Tag(fields["tag"])
    if tag not in MESSAGE_TAGS:
        raise ValueError(f"{tag.value} is not a tag of a message")
    reason = fields.get("reason") or ""
    return Row(
        id=str(fields.get("id") or f"{stem}-{number:03}"),
        tag=tag,
        subject=fields.get("subject") or "",
        sender=fields.get("sender") or "",
        body=fields.get("body") or "",
        language=fields.get("lang") or "",
        kind=fields.get("kind") or "",
        sector=fields.get("sector") or "",
        voice=fields.get("voice") or "",
        headers={name.lower(): value for name, value in (fields.get("headers") or {}).items()},
        deciding=fields.get("deciding") or "",
        reason=RejectionReason(reason) if reason else None,
        company=fields.get("company") or "",
        role=fields.get("role") or "",
    )


def message_of(row: Row) -> Message:
    """The row as the message that would have arrived, split as an arriving one is."""
    split = split_body(normalise(row.body))
    sender = next(iter(read_addresses(row.sender)), Address(row.sender, ""))
    replies = getaddresses([row.headers.get("reply-to", "")])
    return Message(
        identity=row.id,
        message_id=f"<{row.id}@corpus.example>",
        in_reply_to=(row.headers["in-reply-to"],) if row.headers.get("in-reply-to") else (),
        references=(),
        sender=sender,
        reply_to=tuple(Address(who, where.lower()) for who, where in replies if where),
        to=(),
        cc=(),
        subject=one_line(row.subject),
        date=_EPOCH,
        text=split.text,
        quoted=split.quoted,
        signature=split.signature,
        footer=split.footer,
        calendar=_calendar(row.headers.get("calendar-method", "")),
        marks=_marks(row.headers),
        sender_kind=sender_kind(sender),
    )


def _calendar(method: str) -> tuple[CalendarEvent, ...]:
    if not method:
        return ()
    return (CalendarEvent("", method.upper(), "", None, None, "", False, "", _NOBODY, 0, ""),)


def _marks(headers: Mapping[str, str]) -> Marks:
    return Marks(
        auto_submitted=headers.get("auto-submitted", ""),
        auto_reply=headers.get("x-autoreply", ""),
        precedence=headers.get("precedence", ""),
        list_id=headers.get("list-id", ""),
        list_unsubscribe=headers.get("list-unsubscribe", ""),
    )
