"""``tag`` and ``import``: mail from files."""

import itertools
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from heardback.options import house_of
from heardback.printing import as_json_line, say, table
from store.errors import UserError

if TYPE_CHECKING:
    from classify.reading import Reader
    from store.records import Message, Reading, Unreadable

T = TypeVar("T")
CHUNK = 64
"""Mails tagged together: the scorer is quicker on many, and output still flows."""
Paths = Annotated[
    list[str], typer.Argument(help=".eml, mbox, Maildir, .jsonl, a folder of them, or -", metavar="PATH…")
]


def tag(
    context: typer.Context,
    paths: Paths,
    json: Annotated[bool, typer.Option("--json", help="Print JSON Lines.")] = False,
) -> None:
    """Tags mails without storing anything."""
    with house_of(context) as house:
        reader = house.reader
        for problem in house.model_problems:
            say(problem)
        rows = _rows(paths, reader)
        if json:
            for row in rows:
                as_json_line(row)
            return
        table(
            "",
            ("Tag", "Sure", "Company", "Subject", "Why"),
            (
                (row["source"], "", "", "", f"cannot be read: {row['error']}")
                if "error" in row
                else (
                    f"{row['tag']}{' ?' if row['unsure'] else ''}",
                    f"{row['confidence']:.0%}",
                    row["company"],
                    row["subject"],
                    (row["reasons"] or [""])[0],
                )
                for row in rows
            ),
            shrinking=("Company", "Subject", "Why"),
        )


def import_mails(
    context: typer.Context,
    paths: Paths,
    me: Annotated[list[str] | None, typer.Option(help="Your own address; may be given several times.")] = None,
) -> None:
    """Puts mails from files into the store, then tracks and drafts."""
    from heardback.intake import BATCH, Arrival, Taken
    from heardback.progress import Watching

    with house_of(context) as house:
        house.remember_own_addresses(me or [])
        if not house.own_addresses:
            raise UserError("heardback must know which mails are yours: say --me you@home.example.")
        house.intake.begin_watch()
        taken = Taken()
        with Watching() as watching:
            mails = (Arrival(mail, sent=_from_sent(source)) for source, mail in _mails(paths))
            for batch in _chunks(mails, BATCH):
                taken += house.intake.take(batch, account="")
                watching.folder("Reading", taken)
        drafted = house.rounds.draft()
        house.keep_chances()
        for problem in house.model_problems:
            say(problem)
        say(f"{taken.new} new mails, {taken.known} known, {taken.unreadable} set aside as unreadable.")
        say(f"{len(drafted.made)} drafts wait in 'heardback review'; {drafted.history} things are history.")


def _mails(paths: list[str]) -> Iterator[tuple[str, "Message | Unreadable"]]:
    from ingest.files import read_mails

    for path in paths:
        yield from read_mails(path, sys.stdin.buffer if path == "-" else None)


def _rows(paths: list[str], reader: "Reader") -> Iterator[dict[str, Any]]:
    from store.records import Message
    from store.vocabulary import Direction

    for chunk in _chunks(_mails(paths), CHUNK):
        readable = [mail for _, mail in chunk if isinstance(mail, Message)]
        own = [mail.sender.address in reader.own_addresses for mail in readable]
        readings = iter(
            reader.read_all(
                readable,
                directions=[Direction.SENT if each else Direction.RECEIVED for each in own],
                answers=[False] * len(readable),
            )
        )
        for source, mail in chunk:
            if isinstance(mail, Message):
                yield _row(source, mail, next(readings))
            else:
                yield {"source": source, "error": mail.reason}


def _row(source: str, mail: "Message", reading: "Reading") -> dict[str, Any]:
    from store.vocabulary import MESSAGE_TAGS

    verdict = reading.verdict
    return {
        "source": source,
        "message_id": mail.message_id,
        "subject": mail.subject,
        "tag": verdict.tag,
        "unsure": verdict.unsure,
        "confidence": round(verdict.confidence, 4),
        "probabilities": {
            tag.value: round(share, 4) for tag, share in zip(MESSAGE_TAGS, verdict.probabilities, strict=True)
        },
        "reasons": list(verdict.reasons),
        "company": reading.company,
        "role": reading.role,
        "rejection_reason": reading.rejection_reason,
        "scam_signs": list(reading.scam_signs),
    }


def _chunks(items: Iterator[T], size: int) -> Iterator[list[T]]:
    while chunk := list(itertools.islice(items, size)):
        yield chunk


def _from_sent(source: str) -> bool:
    """Whether a file lies in a Maildir's Sent folder."""
    return "/.Sent/" in source or "/Sent/" in source
