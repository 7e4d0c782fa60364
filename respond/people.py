"""Everybody met on the way: who they are, how they were met, when they were last heard of, when to write again.

Put together from the mails each time it is asked for, so that a correction shows at once; what the person noted by
hand comes on top.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from respond.acquaintances import How, people_in
from respond.samepeople import Sighting, same_people
from respond.standings import Standing
from store.noted import ContactNote
from store.records import Contact, StoredMessage
from store.vocabulary import Direction, EventKind, Tag


@dataclass(frozen=True, slots=True)
class Met:
    """How somebody was met in one application: the most telling of what they did there, and when it first was."""

    application: int
    company: str
    role: str
    how: How
    on: datetime


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """One person. ``ids`` are their numbers in the store, the one they go by first; so with ``addresses``.

    ``last_written`` is when the person last wrote to them. ``seen_in`` are the applications they take part in.
    """

    ids: tuple[int, ...]
    addresses: tuple[str, ...]
    name: str
    title: str
    company: str
    agency: str
    phone: str
    met: tuple[Met, ...]
    first_seen: datetime
    last_seen: datetime
    last_written: datetime | None
    note: ContactNote
    standings: tuple[Standing, ...] = ()

    @property
    def address(self) -> str:
        """The address they were last heard of from."""
        return self.addresses[0]

    @property
    def how(self) -> Met | None:
        """The most telling of all meetings, the earliest of equals."""
        return min(self.met, key=lambda one: (one.how.rank, one.on), default=None)


def everybody(
    contacts: Sequence[Contact],
    notes: Mapping[str, ContactNote],
    found: Sequence[Standing],
    own_addresses: frozenset[str],
) -> tuple[Acquaintance, ...]:
    """Everybody the standings show, by name; ``contacts`` lends them their numbers."""
    numbers = {each.address: each.id for each in contacts}
    sightings = _sightings(found, own_addresses)
    written = _written(found)
    people = [
        _person(addresses, [each for address in addresses for each in sightings[address]], numbers, notes, written)
        for addresses in same_people(sightings)
    ]
    return tuple(sorted((each for each in people if each.ids), key=lambda one: (one.name.casefold(), one.addresses)))


def _sightings(found: Sequence[Standing], own_addresses: frozenset[str]) -> dict[str, list[Sighting]]:
    sightings: dict[str, list[Sighting]] = defaultdict(list)
    for standing in found:
        for stored in standing.messages:
            for seen in people_in(stored, own_addresses):
                sightings[seen.address.address].append(Sighting(seen, stored, standing))
    return sightings


def _written(found: Sequence[Standing]) -> dict[str, datetime]:
    """When the person last wrote to each address."""
    written: dict[str, datetime] = {}
    for standing in found:
        for stored in standing.messages:
            if stored.direction is Direction.SENT:
                date = stored.message.date
                for each in (*stored.message.to, *stored.message.cc):
                    written[each.address] = max(written.get(each.address, date), date)
    return written


def _person(
    addresses: tuple[str, ...],
    sightings: list[Sighting],
    numbers: Mapping[str, int],
    notes: Mapping[str, ContactNote],
    written: Mapping[str, datetime],
) -> Acquaintance:
    newest_first = sorted(sightings, key=lambda one: (one.stored.message.date, one.stored.id), reverse=True)
    standings = tuple({each.standing.application.id: each.standing for each in newest_first}.values())
    names = sorted({one.seen.address.name for one in newest_first if one.seen.address.name}, key=len)
    company, agency = _house(newest_first)
    last = [written[address] for address in addresses if address in written]
    return Acquaintance(
        ids=tuple(numbers[address] for address in addresses if address in numbers),
        addresses=addresses,
        name=names[-1] if names else "",
        title=_first(one.seen.card.title for one in newest_first),
        company=company,
        agency=agency,
        phone=_first(one.seen.card.phone for one in newest_first),
        met=tuple(_met(each, [one for one in newest_first if one.standing is each]) for each in standings),
        first_seen=newest_first[-1].stored.message.date,
        last_seen=newest_first[0].stored.message.date,
        last_written=max(last, default=None),
        note=_noted(addresses, notes),
        standings=standings,
    )


def _first(values: Iterable[str]) -> str:
    return next((each for each in values if each), "")


def _noted(addresses: tuple[str, ...], notes: Mapping[str, ContactNote]) -> ContactNote:
    """The note on the first of these addresses that has one."""
    return next((notes[address] for address in addresses if address in notes), ContactNote(addresses[0]))


def _house(newest_first: list[Sighting]) -> tuple[str, str]:
    """Employer and agency: a recruiter of an agency does not work for its client."""
    application = newest_first[0].standing.application
    signed = _first(one.seen.card.company for one in newest_first)
    if application.agency and _is_of(application.agency, newest_first, signed):
        return "", application.agency
    return application.company or signed, "" if application.company else application.agency


def _is_of(house: str, sightings: list[Sighting], signed: str) -> bool:
    """Whether signature or address name the house, or the agency alone is known by mail."""
    key = _squashed(house)
    labels = {one.seen.address.domain.rpartition(".")[0].rpartition(".")[2] for one in sightings}
    return key in _squashed(signed) or any(len(label) > 3 and key.startswith(_squashed(label)) for label in labels)


def _squashed(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _met(standing: Standing, sightings: list[Sighting]) -> Met:
    """What they did in one application."""
    hows = {one.seen.how for one in sightings}
    if _interviewed(standing, sightings):
        hows.add(How.INTERVIEWED)
    return Met(
        application=standing.application.id,
        company=standing.application.company or standing.application.agency,
        role=standing.application.role,
        how=min(hows, key=lambda how: how.rank),
        on=min(one.stored.message.date for one in sightings),
    )


def _interviewed(standing: Standing, sightings: list[Sighting]) -> bool:
    """Whether the person spoke with them: was invited by name to talk with them, or thanked them for it."""
    if standing.state.history.last_interview is None:
        return False
    addresses = {one.seen.address.address for one in sightings}
    thanked = {event.message_id for event in standing.events if event.kind is EventKind.THANKED}
    for stored in standing.messages:
        if stored.id in thanked and addresses & {each.address for each in stored.message.to}:
            return True
    names = {one.seen.address.name for one in sightings if " " in one.seen.address.name}
    return any(
        name in stored.message.text
        for stored in _invitations(standing)
        for name in names
        if stored.message.sender.address not in addresses
    )


def _invitations(standing: Standing) -> list[StoredMessage]:
    return [
        each
        for each in standing.messages
        if each.direction is Direction.RECEIVED and each.reading.verdict.tag is Tag.INVITATION
    ]
