"""In which applications somebody takes part, from what the last looks kept: no mail is read for it.

Two addresses that may be one person's share a key (``respond.peoplekeys``); all that hangs together by keys is a
circle. It may hold several people; who is who is decided by ``respond.samepeople``, from the mails of the circle alone.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from respond.glances import Glance
from store.records import Contact


class Circles:
    """The applications of everybody, found by address."""

    def __init__(self, found: Iterable[Glance], contacts: Sequence[Contact]) -> None:
        self._above: dict[str, str] = {}
        homes: dict[str, set[int]] = defaultdict(set)
        met: dict[int, list[str]] = defaultdict(list)
        for each in contacts:
            if each.met_through is not None:
                met[each.met_through].append(each.address)
        joined: list[tuple[str, ...]] = []
        for glance in found:
            number = glance.application.id
            people = glance.people
            if people is None:
                # No look has told yet: whom it was met through and who would be written to.
                people = tuple((address,) for address in {*met[number], glance.reply_to} - {""})
            for person in people:
                homes[person[0]].add(number)
                joined.append(person)
        for address, *keys in joined:
            for key in keys:
                # A mailbox for answers that is nobody's own makes those who share it no one person.
                if "@" not in key or key in homes:
                    self._join(address, key)
        self._applications: dict[str, set[int]] = defaultdict(set)
        self._members: dict[str, set[str]] = defaultdict(set)
        for address, numbers in homes.items():
            self._applications[self._root(address)] |= numbers
            self._members[self._root(address)].add(address)

    def applications(self, addresses: Iterable[str]) -> frozenset[int]:
        """All applications in which one of these people may take part."""
        return frozenset(number for address in addresses for number in self._applications.get(self._root(address), ()))

    def members(self, addresses: Collection[str]) -> frozenset[str]:
        """All addresses that may be those of one of these people, themselves included."""
        found = {each for address in addresses for each in self._members.get(self._root(address), ())}
        return frozenset(found | set(addresses))

    def _root(self, key: str) -> str:
        while (above := self._above.get(key, key)) != key:
            # Halves the way for whoever asks next.
            self._above[key] = self._above.get(above, above)
            key = above
        return key

    def _join(self, one: str, other: str) -> None:
        here, there = self._root(one), self._root(other)
        if here != there:
            self._above[there] = here
