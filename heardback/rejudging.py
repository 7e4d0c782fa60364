"""A new model judges again what the one before was unsure of; all other mail keeps its verdict."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from heardback.intake import BATCH, settle, ties_of
from heardback.surroundings import answers_own, in_context
from store.records import Reading, StoredMessage

if TYPE_CHECKING:
    from heardback.wiring import House


def rejudge(house: "House") -> int:
    """Judges doubtful, uncorrected mail anew with the tagger in use; returns how many mails are read differently now.

    What changed moves its application at once. A mail whose text was dropped, or which the person corrected meanwhile,
    stays as it is.
    """
    with house.database.reading() as transaction:
        mails = transaction.mail.to_judge_again()
        answers = {stored.id: answers_own(transaction.mail.by_message_id, stored.message) for stored in mails}
    changed = 0
    for start in range(0, len(mails), BATCH):
        batch = mails[start : start + BATCH]
        # Read before the transaction begins, so that nobody waits for the tagger.
        readings = house.reader.read_all(
            [stored.message for stored in batch],
            directions=[stored.direction for stored in batch],
            answers=[answers[stored.id] for stored in batch],
        )
        changed += _record(house, batch, readings)
    return changed


def _record(house: "House", mails: Sequence[StoredMessage], readings: Sequence[Reading]) -> int:
    """Records the new readings of mails that are still in doubt, and tracks those that say something else now."""
    now = house.clock.now()
    with house.database.transaction() as transaction:
        still_open = {stored.id: stored for stored in transaction.mail.to_judge_again([each.id for each in mails])}
        alone = [
            replace(stored, reading=reading)
            for stored, reading in zip(mails, readings, strict=True)
            if stored.id in still_open
        ]
        changed: list[int] = []
        for stored, reading in zip(alone, in_context(transaction, house.reader, alone), strict=True):
            transaction.mail.judge(stored.id, reading, at=now)
            for each in (stored.reading, reading):
                transaction.mail.tie(stored.id, ties_of(stored.message, each, stored.direction))
            if _says_otherwise(still_open[stored.id].reading, reading):
                changed.append(stored.id)
        settle(transaction, house.reader, house.own_addresses, new=(), retagged=changed, at=now)
    return len(changed)


def _says_otherwise(before: Reading, after: Reading) -> bool:
    """Whether a mail says something else now; a tag without doubt closes what a doubtful one left open."""
    same_tag = (before.verdict.tag, before.verdict.unsure) == (after.verdict.tag, after.verdict.unsure)
    return not same_tag or replace(after, verdict=before.verdict) != before
