"""When two addresses are one person's. A name alone is never enough: two people may share one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from classify.folding import folded
from ingest.senders import is_freemail, registered_domain
from respond.acquaintances import Seen
from respond.humans import is_named
from respond.standings import Standing
from store.records import Address, StoredMessage

PHONE_DIGITS = 9
"""The last digits of a telephone number, by which two are compared; what comes before is country and area."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A person seen in a mail of an application."""

    seen: Seen
    stored: StoredMessage
    standing: Standing


def same_people(sightings: Mapping[str, Sequence[Sighting]]) -> list[tuple[str, ...]]:
    """The addresses in groups of one person each; in a group the one last heard of comes first.

    Two addresses are merged when a full name is the same and one of these holds: a signature or Reply-To of the one
    gives the other; both are at the same house and both spell the name; both signatures have the same telephone number.
    """
    group = {address: address for address in sightings}
    by_name: dict[str, list[str]] = {}
    for address, seen in sightings.items():
        for name in _names(seen):
            by_name.setdefault(name, []).append(address)
    for addresses in by_name.values():
        for one, other in combinations(addresses, 2):
            if _root(group, one) != _root(group, other) and _is_same(sightings[one], sightings[other]):
                group[_root(group, other)] = _root(group, one)
    found: dict[str, list[str]] = {}
    for address in sightings:
        found.setdefault(_root(group, address), []).append(address)
    return [tuple(sorted(each, key=lambda address: _last(sightings[address]), reverse=True)) for each in found.values()]


def _root(group: dict[str, str], address: str) -> str:
    while group[address] != address:
        address = group[address]
    return address


def _names(sightings: Sequence[Sighting]) -> set[str]:
    """Full names, folded."""
    return {folded(one.seen.address.name, "de") for one in sightings if " " in one.seen.address.name.strip()}


def _last(sightings: Sequence[Sighting]) -> tuple[float, str]:
    newest = max(sightings, key=lambda one: one.stored.message.date)
    return newest.stored.message.date.timestamp(), newest.seen.address.address


def _is_same(one: Sequence[Sighting], other: Sequence[Sighting]) -> bool:
    here, there = one[0].seen.address, other[0].seen.address
    if _gives(one, there.address) or _gives(other, here.address):
        return True
    house = registered_domain(here.domain)
    if house == registered_domain(there.domain) and not is_freemail(here.domain):
        return _is_spelled(here, one) and _is_spelled(there, other)
    return bool(_phones(one) & _phones(other))


def _gives(sightings: Sequence[Sighting], address: str) -> bool:
    """Whether a mail of theirs names the other address as their own."""
    return any(
        each.seen.card.address == address or address in {reply.address for reply in each.stored.message.reply_to}
        for each in sightings
    )


def _is_spelled(address: Address, sightings: Sequence[Sighting]) -> bool:
    return any(is_named(Address(each.seen.address.name, address.address), "") for each in sightings)


def _phones(sightings: Sequence[Sighting]) -> set[str]:
    numbers = {"".join(filter(str.isdigit, each.seen.card.phone))[-PHONE_DIGITS:] for each in sightings}
    return {number for number in numbers if len(number) == PHONE_DIGITS}
