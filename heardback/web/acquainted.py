"""Whom to write to next and why, and everybody met, as a page shows them.

Pure: glances, contacts and people in, rows out.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from classify.cadence import next_word
from heardback.people import Known, met_line
from heardback.web.choosing import plain
from respond.glances import Glance
from respond.standings import Outlook
from store.noted import ContactNote
from store.records import Contact
from store.vocabulary import NextAction, Stage

PAGE = 15
"""People on a page."""
AHEAD = timedelta(days=45)
"""How far ahead one is told whom to write to."""
_KIND_ANSWER = timedelta(days=20)
"""For how long a rejection may still be answered, weekends included."""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person as a line."""

    number: int
    name: str
    house: str
    title: str
    met: str
    day: date | None
    """When to write next; None where nothing is to be done."""
    is_due: bool
    why: str
    dropped: bool

    @property
    def position(self) -> str:
        """Title and house in one line; a title that names the house already stands alone."""
        if self.house and self.house.casefold() in self.title.casefold():
            return self.title
        return ", ".join(part for part in (self.title, self.house) if part)


@dataclass(frozen=True, slots=True)
class Roll:
    """One page of everybody."""

    contacts: tuple[Contact, ...]
    """Those of the page, in order; several may be one person's."""
    order: Mapping[int, int]
    """The place of every contact among all that were found."""
    found: int
    page: int
    pages: int


def roll(contacts: Iterable[Contact], text: str, page: int) -> Roll:
    """The page of everybody that was asked for, by name; who has none goes by the address."""
    words = plain(text).split()
    kept = [
        each
        for each in contacts
        if not words or all(word in plain(f"{each.name} {each.address} {each.company} {each.role}") for word in words)
    ]
    kept.sort(key=lambda each: (plain(each.name or each.address), each.address))
    pages = max(1, -(-len(kept) // PAGE))
    page = min(max(page, 1), pages)
    shown = kept[(page - 1) * PAGE : page * PAGE]
    return Roll(tuple(shown), {each.id: place for place, each in enumerate(kept)}, len(kept), page, pages)


def of_page(known: Iterable[Known], page: Roll, today: date) -> tuple[PersonRow, ...]:
    """The people of a page, each where the first of their addresses stands."""
    numbers = {each.id for each in page.contacts}
    placed: list[tuple[int, Known]] = []
    for each in known:
        places = [(page.order[number], number) for number in each.person.ids if number in page.order]
        if places and min(places)[1] in numbers:
            placed.append((min(places)[0], each))
    return tuple(person_row(each, today) for _, each in sorted(placed, key=lambda one: one[0]))


def person_row(known: Known, today: date) -> PersonRow:
    """One person in a few words."""
    person, time = known.person, known.next
    if time is not None and time.until is not None and time.until <= today:
        time = None
    return PersonRow(
        number=person.ids[0],
        name=person.name or person.address,
        house=person.company or person.agency,
        title=person.title,
        met=met_line(known),
        day=time.day if time else None,
        is_due=time is not None and time.day <= today,
        why=time.why if time else "",
        dropped=person.note.dropped,
    )


def to_write(known: Iterable[Known], today: date) -> tuple[PersonRow, ...]:
    """Whom to write to now, what fell due last first, and then whom before long."""
    rows = [person_row(each, today) for each in known]
    due = sorted((each for each in rows if each.is_due and each.day), key=lambda one: one.day or today, reverse=True)
    soon = [each for each in rows if each.day is not None and not each.is_due and each.day <= today + AHEAD]
    return (*due, *sorted(soon, key=lambda one: one.day or today))


def addresses_to_ask(
    found: Iterable[Glance], outlook: Outlook, lately: frozenset[int], written_to: frozenset[str]
) -> frozenset[str]:
    """Whom there may be a word to write to before long.

    Nobody is left out: what is judged here from the glance alone is the least that ``respond.staying`` asks for.
    ``lately`` are the applications with mail in ``span_of_warm_words``, ``written_to`` whom the person wrote to then.
    Who has a day of the person's own comes on top (``noted_addresses``).
    """
    addresses: set[str] = set()
    for each in found:
        if each.state.stage is not Stage.CLOSED:
            continue
        refused = each.state.history.rejection is not None
        for address, *_ in each.people or ():
            if refused and address == each.reply_to:
                if _may_be_next(each, outlook):
                    addresses.add(address)
            elif each.application.id in lately or address in written_to:
                addresses.add(address)
    return frozenset(addresses)


def span_of_warm_words(outlook: Outlook) -> tuple[datetime, datetime]:
    """When those were last heard of or written to whom a warm word may be due to, now or before long.

    Months are taken at their longest, and a month more for holidays in a row.
    """
    cadence = outlook.limits.cadence
    longest = timedelta(days=31 * cadence.warm_months + cadence.lapses + 31)
    shortest = timedelta(days=28 * cadence.warm_months) - AHEAD
    return outlook.now - longest, min(outlook.now, outlook.now - shortest + timedelta(days=7))


def noted_addresses(notes: Iterable[ContactNote]) -> frozenset[str]:
    """Whom the person set a day for themselves."""
    return frozenset(each.contact for each in notes if not each.dropped and (each.next_on or each.snoozed_until))


def _may_be_next(glance: Glance, outlook: Outlook) -> bool:
    """Whether a word after a rejection is due now or soon."""
    history = glance.state.history
    today = outlook.now.astimezone(outlook.zone).date()
    if history.rejection is None:
        return False
    if glance.state.next_action is NextAction.STAY_CONNECTED_REPLY:
        return outlook.now - history.rejection.at < _KIND_ANSWER
    word = next_word(history, outlook.workdays(glance.application.country), outlook.limits.cadence)
    return word is not None and word.day <= today + AHEAD and today < word.until


def one_person(known: Sequence[Known], number: int) -> Known | None:
    """The person of that number."""
    return next((each for each in known if number in each.person.ids), None)
