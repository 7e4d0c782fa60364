"""The people a mail shows: who wrote, who signed, who was copied in, who called the meeting. Never a machine."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from classify.introductions import puts_in_touch
from classify.signatures import Card, card_of
from ingest.senders import is_no_reply, platform_of, registered_domain, sender_kind
from respond.humans import is_from_person, is_list, is_named
from respond.register import name_of
from store.records import Address, StoredMessage
from store.vocabulary import Direction, SenderKind, Tag


class How(StrEnum):
    """What somebody did on the way, the most telling first."""

    INTERVIEWED = "interviewed"
    REFERRED = "referred"
    INTRODUCED = "introduced"
    APPROACHED = "wrote_first"
    OFFERED = "offered"
    ARRANGED = "arranged_interview"
    INVITED = "invited"
    TESTED = "sent_assessment"
    DECIDED = "told_decision"
    CONFIRMED = "confirmed_receipt"
    WROTE = "wrote"
    COPIED = "copied_in"

    @property
    def rank(self) -> int:
        """Position in this list."""
        return tuple(How).index(self)


_BY_TAG = {
    Tag.OUTREACH: How.APPROACHED,
    Tag.OFFER: How.OFFERED,
    Tag.INVITATION: How.INVITED,
    Tag.ASSESSMENT: How.TESTED,
    Tag.REJECTION: How.DECIDED,
    Tag.ACKNOWLEDGEMENT: How.CONFIRMED,
}


@dataclass(frozen=True, slots=True)
class Seen:
    """One person in one mail; ``card`` is what their own signature says, empty where it is not theirs."""

    address: Address
    how: How
    card: Card = field(default_factory=Card)


def people_in(stored: StoredMessage, own_addresses: frozenset[str]) -> tuple[Seen, ...]:
    """The people a received mail shows, each address once, the writer first."""
    if stored.direction is not Direction.RECEIVED or is_list(stored.message) or stored.reading.scam_signs:
        return ()
    found: dict[str, Seen] = {}
    for seen in _all(stored):
        if seen.address.address not in own_addresses:
            found.setdefault(seen.address.address, seen)
    return tuple(found.values())


def _all(stored: StoredMessage) -> Iterator[Seen]:
    message, company = stored.message, stored.reading.company
    verdict = stored.reading.verdict
    card = card_of(message, verdict.language)
    wrote = is_from_person(stored)
    introduces = wrote and puts_in_touch(message.text, verdict.language)
    how = How.REFERRED if introduces else How.WROTE if verdict.unsure else _BY_TAG.get(verdict.tag, How.WROTE)
    senders = [message.sender] if wrote else []
    for address in (*senders, *filter(is_person, message.reply_to)):
        own = card if _is_of(card, address) else Card()
        yield Seen(_named(address, own, company), how, own)
    signed = Address(card.name, card.address)
    if card.name and is_person(signed):
        yield Seen(signed, how, card)
    for event in message.calendar:
        if event.organizer.address and is_person(event.organizer):
            yield Seen(_named(event.organizer, Card(), company), How.ARRANGED)
    if wrote:
        copied = How.INTRODUCED if introduces else How.COPIED
        house = registered_domain(message.sender.domain)
        for address in (*message.cc, *message.to):
            if is_person(address) and (introduces or registered_domain(address.domain) == house):
                yield Seen(_named(address, Card(), company), copied)


def is_person(address: Address) -> bool:
    """Whether an address is by its looks that of one named human, and not at a platform that passes mail on."""
    if is_no_reply(address) or platform_of(address):
        return False
    kind = sender_kind(address)
    return kind is SenderKind.PERSON or (kind is SenderKind.FREEMAIL and is_named(address, ""))


def _is_of(card: Card, address: Address) -> bool:
    """Whether a signature is that of the address: a name in common, or no name to compare."""
    names = {word.casefold() for word in address.name.split()}
    if not names:
        return is_named(Address(card.name, address.address), "") if card.name else False
    return bool(names & {word.casefold() for word in card.name.split()})


def _named(address: Address, card: Card, company: str) -> Address:
    """The address with the person's own name: from the header, else from the signature."""
    known = name_of(address, company)
    return Address((known.full if known else "") or card.name or address.name, address.address)
