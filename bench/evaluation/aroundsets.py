"""The sets written for what is read around the tag: reasons, employers and scams, ``tests/classify/sets/*.jsonl``.

The rules were not written on them. A third of each set is held: its failures are counted, and nobody looks at them.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from classify.corpus import Row as Mail
from classify.corpus import message_of
from store.records import Message
from store.vocabulary import RejectionReason, Tag

ABOUT = ("reasons", "employers", "scams")


@dataclass(frozen=True, slots=True)
class Written:
    """One mail of a set: what it is about, the mail with what a reader can tell, and the message it arrives as."""

    about: str
    held: bool
    is_scam: bool
    agency: str
    mail: Mail
    message: Message


def read(directory: Path) -> Iterator[Written]:
    """The mails of all sets in ``directory``, set by set and language by language."""
    for about in ABOUT:
        for path in sorted(directory.glob(f"{about}.*.jsonl")):
            for line in path.read_text(encoding="utf-8").splitlines():
                yield _written(about, json.loads(line))


def _written(about: str, fields: Mapping[str, Any]) -> Written:
    expected = fields.get("expected", "")
    mail = Mail(
        id=fields["id"],
        tag=Tag(fields["tag"]) if about == "employers" else Tag.REJECTION if about == "reasons" else Tag.OTHER,
        subject=fields["subject"],
        sender=fields["sender"],
        body=fields["text"],
        language=fields["lang"],
        headers=fields.get("headers", {}),
        reason=RejectionReason(expected) if about == "reasons" else None,
        company=fields.get("company", ""),
        role=fields.get("role", ""),
    )
    message = message_of(mail)
    marks = replace(message.marks, authentication_results=mail.headers.get("authentication-results", ""))
    is_scam = expected == "scam"
    return Written(about, fields["held"], is_scam, fields.get("agency", ""), mail, replace(message, marks=marks))
