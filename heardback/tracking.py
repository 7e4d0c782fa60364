"""After mails came in, were corrected or moved: places all that may be affected, and records what it says happened."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from classify.grouping import Group
from classify.names import company_key
from classify.placement import Placement, place
from classify.progress import events_of
from respond.acquaintances import people_in
from store.applications import Opened
from store.database import Transaction
from store.records import Application, Contact, Event, StoredMessage


def track(transaction: Transaction, changed: Sequence[int], own_addresses: frozenset[str]) -> frozenset[int]:
    """Brings applications and events up to date after the messages ``changed``; returns the applications touched."""
    if not changed:
        return frozenset()
    messages = transaction.mail.related(changed)
    ids = [stored.id for stored in messages]
    pinned = transaction.mail.pinned(ids)
    known = _made_by_hand(transaction, messages, pinned.values())
    placement = place(messages, transaction.mail.threads(ids), pinned=pinned, known=known)
    before = {stored.application_id for stored in messages} - {None}
    numbers = _numbers(transaction, placement, messages)
    _put(transaction, placement, numbers, messages)
    touched = frozenset(numbers) | frozenset(each for each in before if each is not None)
    _record(transaction, placement, numbers, messages)
    vacated = touched - frozenset(numbers)
    _follow_mails(transaction, placement, numbers, messages, vacated)
    _remove_empty(transaction, vacated)
    _meet(transaction, placement, numbers, messages, own_addresses)
    return touched


def _made_by_hand(
    transaction: Transaction, messages: Sequence[StoredMessage], pins: Iterable[int | None]
) -> tuple[Application, ...]:
    """Applications that exist whatever the mails say: entered or edited by the person, or pinned to."""
    keys = {company_key(name) for each in messages for name in (each.reading.company, each.reading.agency)} - {""}
    found = {each.id: each for each in transaction.applications.of_companies(keys)}
    pinned = {number for number in pins if number is not None}
    for number in pinned - found.keys():
        application = transaction.applications.get(number)
        if application is not None:
            found[number] = application
    by_hand = transaction.applications.made_by_hand(found) | pinned
    return tuple(found[number] for number in sorted(found) if number in by_hand)


def _numbers(transaction: Transaction, placement: Placement, messages: Sequence[StoredMessage]) -> list[int]:
    """The store's id of each group: the one most of its mails had before, so that ids last; else a new one."""
    was = {stored.id: stored.application_id for stored in messages}
    taken = {group.id for group in placement.groups if group.id is not None}
    earlier: list[int | None] = []
    for group in placement.groups:
        before = group.id if group.id is not None else _earlier_number(group, was, taken)
        if before is not None:
            taken.add(before)
        earlier.append(before)
    opened = [
        Opened(group.company, group.key, group.role, group.agency)
        for group, before in zip(placement.groups, earlier, strict=True)
        if before is None
    ]
    new = iter(transaction.applications.add_all(opened))
    return [next(new) if before is None else before for before in earlier]


def _earlier_number(group: Group, was: Mapping[int, int | None], taken: Collection[int]) -> int | None:
    earlier = Counter(each for each in (was[member] for member in group.members) if each is not None)
    free = [each for each in earlier if each not in taken]
    return min(free, key=lambda each: (-earlier[each], each), default=None)


def _put(transaction: Transaction, placement: Placement, numbers: list[int], messages: Sequence[StoredMessage]) -> None:
    found = list(zip(numbers, placement.groups, strict=True))
    transaction.applications.describe_all(
        (_application(number, group), group.key) for number, group in found if not group.by_hand
    )
    for number, group in found:
        if group.by_hand and group.place.code:
            _learn_country(transaction, number, group)
    asked = {question.message for question in placement.questions}
    indices = {stored.id: placement.group_of.get(stored.id) for stored in messages}
    homes = {number: None if index is None else numbers[index] for number, index in indices.items()}
    transaction.mail.place_all({each.id: homes[each.id] for each in messages if homes[each.id] != each.application_id})
    transaction.mail.stop_asking(*(homes.keys() - asked))
    for question in placement.questions:
        transaction.mail.ask(question.message, [numbers[index] for index in question.candidates], question.reason)


def _application(number: int, group: Group) -> Application:
    requisitions = tuple(sorted(group.requisitions))
    return Application(number, group.company, group.role, group.agency, requisitions, group.place.code)


def _learn_country(transaction: Transaction, number: int, group: Group) -> None:
    """Where an application the person entered sits, if they did not say it."""
    known = transaction.applications.get(number)
    if known is not None and not known.country:
        transaction.applications.describe(replace(known, country=group.place.code), group.key)


def _record(
    transaction: Transaction, placement: Placement, numbers: list[int], messages: Sequence[StoredMessage]
) -> None:
    """Replaces the events read out of these mails where they have changed; the old ones stay on record."""
    by_id = {stored.id: stored for stored in messages}
    wanted: dict[tuple[object, ...], Event] = {}
    for number, group in zip(numbers, placement.groups, strict=True):
        for event in events_of(number, tuple(by_id[member] for member in group.members)):
            wanted[_face(event)] = event
    held = transaction.applications.events_of_messages(by_id)
    kept = {_face(event) for event in held} & wanted.keys()
    outdated = [event.id for event in held if _face(event) not in kept and event.id is not None]
    transaction.applications.supersede(outdated)
    transaction.applications.record(event for face, event in wanted.items() if face not in kept)


def _face(event: Event) -> tuple[object, ...]:
    """What makes two readings of a mail the same event."""
    detail = tuple(sorted((key, str(value)) for key, value in event.detail.items()))
    return (event.application_id, event.kind, event.at, event.message_id, detail, event.sentence)


def _follow_mails(
    transaction: Transaction,
    placement: Placement,
    numbers: list[int],
    messages: Sequence[StoredMessage],
    vacated: frozenset[int],
) -> None:
    """Where all mails of an application turned out to be another's, what the person noted there goes with them."""
    for number in vacated - transaction.applications.made_by_hand(vacated):
        indices = [placement.group_of.get(stored.id) for stored in messages if stored.application_id == number]
        homes = {None if index is None else numbers[index] for index in indices}
        home = homes.pop() if len(homes) == 1 else None
        if home is not None and not transaction.mail.of_application(number):
            transaction.applications.hand_over(number, home)


def _remove_empty(transaction: Transaction, left: frozenset[int]) -> None:
    """Removes applications no mail stands for any more, unless the person made them or noted something there."""
    by_hand = transaction.applications.made_by_hand(left)
    for number in left - by_hand:
        if transaction.lessons.of(number) is not None:
            continue
        if not transaction.mail.of_application(number) and not transaction.applications.events([number]):
            transaction.applications.remove(number)


def _meet(
    transaction: Transaction,
    placement: Placement,
    numbers: list[int],
    messages: Sequence[StoredMessage],
    own_addresses: frozenset[str],
) -> None:
    """Remembers the people these mails show."""
    met: list[Contact] = []
    for stored in messages:
        index = placement.group_of.get(stored.id)
        if index is None:
            continue
        company = placement.groups[index].company or placement.groups[index].agency
        for seen in people_in(stored, own_addresses):
            name, address = seen.address.name, seen.address.address
            met.append(Contact(0, name, address, company, seen.card.title, stored.message.date, numbers[index]))
    transaction.applications.meet_all(met)
