"""Takes mails into the store: read, placed, and their events recorded, in one transaction a batch."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from classify.grouping import employer_keys_of_recipient
from classify.names import company_key
from classify.reading import Reader
from classify.tagger import turns_on_application
from heardback.firstlook import direction_of
from heardback.owndrafts import as_drafted
from heardback.surroundings import judged_otherwise
from heardback.tracking import track
from store.adding import Incoming
from store.clock import Clock
from store.database import Database, Transaction
from store.doubts import IN_DOUBT
from store.records import Location, Message, Reading, StoredMessage, Unreadable, Verdict, Watermark
from store.vocabulary import MESSAGE_TAGS, Direction, Tag

BATCH = 200
"""Mails of an import in one transaction: enough to be quick, few enough to wait for."""
_MOST_ROUNDS = 20
"""How often one changed tag may change the next at the most: each depends on earlier mail alone, so it does end."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """One mail on its way in; ``location`` is None for files. ``sent`` when it came out of a Sent folder.

    ``again`` when it was set aside before, as its server did not hand it out. ``reading`` is what a first look said of
    it already (``firstlook.py``), with the model that this intake reads with too.
    """

    mail: Message | Unreadable
    location: Location | None = None
    sent: bool = False
    again: bool = False
    reading: Reading | None = None


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
        answers = self._read_again(arrivals)
        now = self._clock.now()
        taken = Taken()
        with self._database.transaction() as transaction:
            incoming: list[Incoming] = []
            for arrival, reading in zip(arrivals, readings, strict=True):
                if arrival.again and arrival.location is not None:
                    transaction.kept_back.take_up(arrival.location)
                if isinstance(arrival.mail, Unreadable):
                    added = transaction.mail.set_aside(arrival.mail, at=now, location=arrival.location)
                    taken += Taken(unreadable=int(added), known=int(not added))
                else:
                    incoming.append(self._incoming(transaction, arrival, arrival.mail, reading or _UNREAD))
            stored = transaction.mail.add_all(incoming, account=account, at=now)
            new = {each.number: (mail, each) for mail, each in zip(incoming, stored, strict=True) if each.is_new}
            taken += Taken(new=len(new), known=len(stored) - len(new))
            for held, reading in answers:
                transaction.mail.judge(held.id, reading, at=now)
                transaction.mail.tie(held.id, ties_of(held.message, reading, held.direction))
            again = [held.id for held, _ in answers]
            # There is nowhere to place mail that nothing links to any other.
            linked = {number for number, (mail, each) in new.items() if mail.is_own or not each.is_alone}
            settle(transaction, self._reader, self._own, new=sorted(linked), retagged=again, at=now)
            transaction.bodies.keep_what_is_shown(
                {number: mail.message.html for number, (mail, _) in new.items() if number in linked or _is_shown(mail)}
            )
            if watermark is not None:
                transaction.folders.set_watermark(replace(watermark, last_success=now))
        return taken

    def _incoming(self, transaction: Transaction, arrival: Arrival, mail: Message, reading: Reading) -> Incoming:
        direction = self._direction(mail, sent=arrival.sent)
        told = as_drafted(transaction, mail, reading) if direction is Direction.SENT else reading
        return Incoming(mail, told, direction, ties_of(mail, told, direction), arrival.location)

    def _read(self, arrivals: Sequence[Arrival]) -> list[Reading | None]:
        """Reads what is new before the transaction begins, so that nobody waits for the tagger.

        A first look counts where the mail answers none of the person's own.
        """
        mails = {index: each.mail for index, each in enumerate(arrivals) if isinstance(each.mail, Message)}
        directions = {index: self._direction(mail, sent=arrivals[index].sent) for index, mail in mails.items()}
        with self._database.reading() as transaction:
            known = transaction.mail.known_among(mail.identity for mail in mails.values())
            own = transaction.mail.sent_under(ref for mail in mails.values() for ref in mail.in_reply_to)
        own |= {mail.message_id for index, mail in mails.items() if directions[index] is Direction.SENT}
        answers = {index: bool(own & set(mail.in_reply_to)) for index, mail in mails.items()}
        readings = [None if answers.get(index) else each.reading for index, each in enumerate(arrivals)]
        wanted = [index for index, mail in mails.items() if mail.identity not in known and readings[index] is None]
        read = self._reader.read_all(
            [mails[index] for index in wanted],
            directions=[directions[index] for index in wanted],
            answers=[answers[index] for index in wanted],
        )
        for index, reading in zip(wanted, read, strict=True):
            readings[index] = reading
        return readings

    def _read_again(self, arrivals: Sequence[Arrival]) -> list[tuple[StoredMessage, Reading]]:
        """Answers that were read before the own mail they answer was known, where that makes them say something else.

        Folders are read one after the other, so that what is in Sent comes to be known last.
        """
        own = {
            each.mail.message_id
            for each in arrivals
            if isinstance(each.mail, Message) and self._direction(each.mail, sent=each.sent) is Direction.SENT
        } - {""}
        if not own:
            return []
        with self._database.reading() as transaction:
            tied = [transaction.mail.get(number) for number in sorted(transaction.mail.tied(own))]
        found = [
            stored
            for stored in tied
            if stored is not None
            and stored.direction is Direction.RECEIVED
            and not stored.corrected
            and stored.message.text
            and own & set(stored.message.in_reply_to)
        ]
        read = self._reader.read_all(
            [stored.message for stored in found],
            directions=[stored.direction for stored in found],
            answers=[True] * len(found),
        )
        pairs = zip(found, read, strict=True)
        # Another model than the one that judged it judges only what is in doubt (``rejudging.py``).
        same_model = [(old, new) for old, new in pairs if new.verdict.model == old.reading.verdict.model]
        return [(old, new) for old, new in same_model if new != old.reading]

    def _direction(self, mail: Message, *, sent: bool) -> Direction:
        return direction_of(mail, self._own, sent=sent)


def settle(
    transaction: Transaction,
    reader: Reader,
    own_addresses: frozenset[str],
    *,
    new: Sequence[int],
    retagged: Sequence[int],
    at: datetime,
) -> None:
    """Tracks mails that came or are read differently now, and judges again what their applications throw light on.

    Few mails are read here, inside the transaction, so that no tag is ever stored without what was known with it.
    """
    new = [*new, *retagged]
    touched = track(transaction, new, own_addresses)
    for _ in range(_MOST_ROUNDS):
        changed = judged_otherwise(transaction, reader, new=new, retagged=retagged, applications=touched)
        if not changed:
            return
        for stored, reading in changed:
            transaction.mail.judge(stored.id, reading, at=at)
            transaction.mail.tie(stored.id, ties_of(stored.message, reading, stored.direction))
        new, retagged = (), [stored.id for stored, _ in changed]
        touched = track(transaction, retagged, own_addresses)


def _is_shown(mail: Incoming) -> bool:
    """Whether a mail is worth its HTML wherever it may belong."""
    return mail.reading.verdict.tag is not Tag.OTHER or mail.reading.verdict.unsure


_UNREAD = Reading(Verdict(Tag.OTHER, tuple(float(tag is Tag.OTHER) for tag in MESSAGE_TAGS), False, (), ""))


def ties_of(message: Message, reading: Reading, direction: Direction) -> frozenset[str]:
    """What may link a mail to others besides its thread; ordinary mail has none and is never looked at again."""
    ties = {f"uid:{event.uid}" for event in message.calendar if event.uid}
    ties |= {f"requisition:{number}" for number in reading.requisitions}
    if direction is Direction.SENT:
        ties |= {f"person:{each.address}" for each in (*message.to, *message.cc) if each.address}
        ties |= {f"company:{key}" for key in employer_keys_of_recipient(message, reading)}
    elif reading.verdict.tag is not Tag.OTHER and not reading.automatic:
        ties.add(f"person:{message.sender.address}")
    if reading.verdict.tag is not Tag.OTHER or direction is Direction.SENT or (not reading.automatic and reading.role):
        ties |= {f"company:{key}" for key in map(company_key, (reading.company, reading.agency)) if key}
    return frozenset(ties | _doubts_of(reading, direction))


def _doubts_of(reading: Reading, direction: Direction) -> set[str]:
    """By what a mail is found again when an application comes to be known that may change its tag."""
    key = company_key(reading.company or reading.agency)
    if direction is Direction.SENT or not key or not turns_on_application(reading.verdict):
        return set()
    return {f"{IN_DOUBT}company:{key}", *(f"{IN_DOUBT}requisition:{number}" for number in reading.requisitions)}
