"""The demo's story: ten weeks in the mailbox of Robin Ellery, who looks for work in and around a town by the sea."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from heardback.demo.mailwork import Thread, Writing, message_id, raw_of, subject_of
from heardback.demo.script import Entry, entries, moment

PERSON_NAME = "Robin Ellery"
PERSON_ADDRESS = "robin@ellery.example"
OTHER_ADDRESS = "robin.ellery@postbox.example"
START = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
END = datetime(2026, 5, 10, 18, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class StoryMail:
    """One mail of the story: when (aware UTC) and in which folder ("INBOX" or "Sent") it arrived, and its bytes."""

    at: datetime
    folder: str
    raw: bytes


def story(shift: timedelta = timedelta(0)) -> tuple[StoryMail, ...]:
    """The mails in order of time.

    ``shift``, whole weeks, moves all dates, those in the words and in calendar parts included; wall times stay.
    """
    writing = Writing(_mailbox(PERSON_ADDRESS), _mailbox(OTHER_ADDRESS), shift)
    threads: dict[str, Thread] = {}
    return tuple(_mail(entry, threads, writing) for entry in entries())


def _mail(entry: Entry, threads: dict[str, Thread], writing: Writing) -> StoryMail:
    above = threads[entry.get("re")] if entry.get("re") else None
    raw = raw_of(entry, above, writing)
    references = above.references if above else ()
    threads[entry.key] = Thread(_with_subject(entry, above), (*references, message_id(entry, writing)))
    at = moment(entry.get("at"), writing.shift).astimezone(UTC)
    return StoryMail(at, "Sent" if entry.is_sent else "INBOX", raw)


def _with_subject(entry: Entry, above: Thread | None) -> Entry:
    """An answer without a subject of its own carries on that of what it answers."""
    return Entry(entry.key, entry.fields | {"subject": subject_of(entry, above)}, entry.words)


def _mailbox(address: str) -> str:
    return f"{PERSON_NAME} <{address}>"
