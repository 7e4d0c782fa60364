"""A person's word on a tag: it holds at once, moves the application, and becomes a training example."""

from dataclasses import replace
from typing import TYPE_CHECKING

from heardback.intake import ties_of
from heardback.tracking import track
from store.changes import Entry
from store.errors import UserError
from store.vocabulary import MESSAGE_TAGS, ChangeKind, Tag

if TYPE_CHECKING:
    from heardback.wiring import House


def correct_tag(house: "House", message: int, tag: Tag) -> Entry:
    """Sets the tag of a stored mail for good, journalled. Raises ``UserError`` when there is no such mail."""
    now = house.clock.now()
    with house.database.transaction() as transaction:
        stored = transaction.mail.get(message)
        if stored is None:
            raise UserError(f"There is no mail {message}: 'heardback applications N' lists the mails of one.")
        verdict = replace(
            stored.reading.verdict,
            tag=tag,
            probabilities=tuple(float(each is tag) for each in MESSAGE_TAGS),
            unsure=False,
            kind="",
            reasons=("You said so.",),
        )
        reading = house.reader.read_as(stored.message, verdict, direction=stored.direction)
        was = stored.reading.verdict.tag
        with transaction.changes.recording(ChangeKind.CORRECT, now) as entry:
            transaction.mail.correct(message, reading, was=was, at=now)
            transaction.mail.tie(message, ties_of(stored.message, reading, stored.direction))
            track(transaction, [message], house.own_addresses)
            entry.say(_told(message, was, tag), stored.application_id)
    return entry


def _told(message: int, was: Tag, tag: Tag) -> str:
    if was is tag:
        return f"Confirmed the tag of mail {message}: {tag}."
    return f"Corrected the tag of mail {message} from {was} to {tag}."
