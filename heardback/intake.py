"""Takes mails into the store: read, placed, and their events recorded, in one transaction a batch."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from classify.names import company_key
from classify.reading import Reader
from heardback.tracking import track
from store.clock import Clock
from store.database import Database
from store.records import Location, Message, Reading, StoredMessage, Unreadable, Verdict, Watermark
from store.vocabulary import MESSAGE_TAGS, Direction, Tag

BATCH = 200
"""Mails of an import in one transaction: enough to be quick, few enough to wait for."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """One mail on its way in; ``location`` is None for files. ``sent`` when it came out of a Sent folder."""

    mail: Message | Unreadable
    location: Location | None = None
    sent: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """What a batch brought."""

    new: int = 0
    known: int = 0
    unreadable: int = 0

    def __add__(self, other: "Taken") -> "Taken":
        return Taken(self.new + other.new, self.known + other.known, self.unreadable + other.unreadable)


class Intake:
    """The way in, for a round and for an import alike."""

    def __init__(self, database: Database, clock: Clock, reader: Reader, own_addresses: frozenset[str]) -> None:
        self._database, self._clock, self._reader = database, clock, reader
        self._own = own_addresses

    def begin_watch(self) -> None:
        """Notes when heardback first looked; what lies long before is history (``design.md`` §3)."""
        with self._database.transaction() as transaction:
            if transaction.digests.watched_since() is None:
                transaction.digests.set_fact("watched_since", self._clock.now().isoformat())

    def take(self, arrivals: Sequence[Arrival], account: str, watermark: Watermark | None = None) -> Taken:
        """Stores a batch together with the watermark that stands for it."""
        readings = self._read(arrivals)
        now = self._clock.now()
        taken = Taken()
        with self._database.transaction() as transaction:
            fresh: list[int] = []
            for arrival, reading in zip(arrivals, readings, strict=True):
                if isinstance(arrival.mail, Unreadable):
                    added = transaction.mail.set_aside(arrival.mail, at=now, location=arrival.location)
                    taken += Taken(unreadable=int(added), known=int(not added))
                    continue
                direction = self._direction(arrival.mail, sent=arrival.sent)
                number, is_new = transaction.mail.add(
                    arrival.mail,
                    reading or _UNREAD,
                    direction=direction,
                    account=account,
                    ties=ties_of(arrival.mail, reading or _UNREAD, direction),
                    at=now,
                    location=arrival.location,
                )
                taken += Taken(new=int(is_new), known=int(not is_new))
                if is_new:
                    fresh.append(number)
            track(transaction, fresh, self._own)
            if watermark is not None:
                transaction.folders.set_watermark(replace(watermark, last_success=now))
        return taken

    def _read(self, arrivals: Sequence[Arrival]) -> list[Reading | None]:
        """Reads what is new before the transaction begins, so that nobody waits for the tagger."""
        own = {
            each.mail.message_id
            for each in arrivals
            if isinstance(each.mail, Message) and self._direction(each.mail, sent=each.sent) is Direction.SENT
        }
        with self._database.reading() as transaction:
            known = [
                isinstance(each.mail, Unreadable) or transaction.mail.known(each.mail.identity) for each in arrivals
            ]
            answers = [
                isinstance(each.mail, Message)
                and (bool(own & set(each.mail.in_reply_to)) or answers_own(transaction.mail.by_message_id, each.mail))
                for each in arrivals
            ]
        wanted = [index for index, skip in enumerate(known) if not skip]
        mails = [arrivals[index].mail for index in wanted]
        read = self._reader.read_all(
            [mail for mail in mails if isinstance(mail, Message)],
            directions=[
                self._direction(mail, sent=arrivals[index].sent)
                for index, mail in zip(wanted, mails, strict=True)
                if isinstance(mail, Message)
            ],
            answers=[answers[index] for index in wanted],
        )
        readings: list[Reading | None] = [None] * len(arrivals)
        for index, reading in zip(wanted, read, strict=True):
            readings[index] = reading
        return readings

    def _direction(self, mail: Message, *, sent: bool) -> Direction:
        return Direction.SENT if sent or mail.sender.address in self._own else Direction.RECEIVED


_UNREAD = Reading(Verdict(Tag.OTHER, tuple(float(tag is Tag.OTHER) for tag in MESSAGE_TAGS), False, (), ""))


def ties_of(message: Message, reading: Reading, direction: Direction) -> frozenset[str]:
    """What may link a mail to others besides its thread; ordinary mail has none and is never looked at again."""
    ties = {f"uid:{event.uid}" for event in message.calendar if event.uid}
    ties |= {f"requisition:{number}" for number in reading.requisitions}
    if direction is Direction.SENT:
        ties |= {f"person:{each.address}" for each in (*message.to, *message.cc) if each.address}
    elif reading.verdict.tag is not Tag.OTHER and not reading.automatic:
        ties.add(f"person:{message.sender.address}")
    if reading.verdict.tag is not Tag.OTHER or direction is Direction.SENT or (not reading.automatic and reading.role):
        ties |= {f"company:{key}" for key in map(company_key, (reading.company, reading.agency)) if key}
    return frozenset(ties)


def answers_own(by_message_id: Callable[[str], Iterable[StoredMessage]], mail: Message) -> bool:
    """Whether ``mail`` answers one that the person sent."""
    return any(
        stored.direction is Direction.SENT for reference in mail.in_reply_to for stored in by_message_id(reference)
    )
