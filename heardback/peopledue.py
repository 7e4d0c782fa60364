"""Whom to write to again by a day, found without reading everybody's mail: what the digest asks once a week.

Whoever may be due is found by what the looks tell of each application; only the applications that show one of them are
then read, and the rules of ``respond.staying`` decide as they do everywhere. A test holds the result equal to asking
them of everybody.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from classify.cadence import next_word
from heardback.people import people_due, people_known
from respond.glances import Glance
from respond.people import Acquaintance
from respond.peoplekeys import PersonKeys, people_keys
from respond.standings import Outlook, standings
from respond.staying import NextTime
from store.database import Transaction
from store.vocabulary import NextAction, Stage

Due = tuple[Acquaintance, NextTime]
_LONGEST_MONTH, _SHORTEST_MONTH = 31, 28
_FIRST_ANSWER = timedelta(days=21)
"""For how long a first answer is asked for at most, by the rule of ``respond.staying``, and some days more."""
_HOLIDAYS = timedelta(days=14)
"""By how much weekends and holidays in a row may put off a business day, the year-end pause left aside."""


def due_people(transaction: Transaction, told: Sequence[Glance], outlook: Outlook, today: date) -> tuple[Due, ...]:
    """Whom to write to by ``today``, what fell due last first."""
    told = _with_people(transaction, told, outlook)
    wanted, where = _followed(told, _candidates(transaction, told, outlook, today))
    if not wanted:
        return ()
    where |= transaction.weeks.touching(wanted)
    known = people_known(transaction, standings(transaction, outlook, sorted(where), chances=False), outlook)
    return people_due(tuple(each for each in known if wanted & set(each.person.addresses)), today)


def _with_people(transaction: Transaction, told: Sequence[Glance], outlook: Outlook) -> tuple[Glance, ...]:
    """The glances, those that hold no longer with the people their mails show now."""
    fresh = [each.application.id for each in told if each.people is None]
    found = {each.application.id: each for each in standings(transaction, outlook, fresh, chances=False)}
    return tuple(
        replace(each, people=people_keys(found[each.application.id], outlook.own_addresses))
        if each.people is None
        else each
        for each in told
    )


def _followed(told: Sequence[Glance], start: set[str]) -> tuple[set[str], set[int]]:
    """Every address that may be one of these people's, and the applications that show one of them."""
    by_key: dict[str, list[tuple[int, PersonKeys]]] = defaultdict(list)
    addresses = set[str]()
    for each in told:
        for person in each.people or ():
            addresses.add(person[0])
            for key in person:
                by_key[key].append((each.application.id, person))
    found, where, seen, left = set[str](), set[int](), set[str](), list(start)
    while left:
        key = left.pop()
        # A mailbox for answers that is nobody's own makes those who share it no one person.
        if key in seen or ("@" in key and key not in addresses):
            continue
        seen.add(key)
        for application, person in by_key[key]:
            found.add(person[0])
            where.add(application)
            left.extend(person)
    return found, where


def _candidates(transaction: Transaction, told: Sequence[Glance], outlook: Outlook, today: date) -> set[str]:
    """The addresses of all who may be due, and of some who are not."""
    noted = {each.contact for each in transaction.contact_notes.all().values() if each.next_on or each.snoozed_until}
    around = _span_of_warm_words(outlook, today)
    lately, written_to = transaction.weeks.with_mail(*around), transaction.weeks.written_to(*around)
    return noted | set(_by_rule(told, outlook, today, lately, written_to))


def _by_rule(
    told: Sequence[Glance], outlook: Outlook, today: date, lately: frozenset[int], written_to: frozenset[str]
) -> Iterator[str]:
    """Whom a rule may bring up: the one to write to after a rejection, and everybody else of some months ago."""
    for each in told:
        if each.state.stage is not Stage.CLOSED or not each.people:
            continue
        refused = each.state.history.rejection is not None
        for address, *_ in each.people:
            if refused and address == each.reply_to:
                if _has_word(each, outlook, today):
                    yield address
            elif each.application.id in lately or address in written_to:
                yield address


def _has_word(glance: Glance, outlook: Outlook, today: date) -> bool:
    """Whether a rejection asks for a first answer, or for a word again, on that day."""
    history, workdays = glance.state.history, outlook.workdays(glance.application.country)
    if glance.state.next_action is NextAction.STAY_CONNECTED_REPLY and history.rejection is not None:
        return workdays.local_day(history.rejection.at) > today - _FIRST_ANSWER
    word = next_word(history, workdays, outlook.limits.cadence)
    return word is not None and word.is_due(today)


def _span_of_warm_words(outlook: Outlook, today: date) -> tuple[datetime, datetime]:
    """When those were last heard of or written to whom a warm word may be due to."""
    cadence = outlook.limits.cadence
    latest = today - timedelta(days=_SHORTEST_MONTH * cadence.warm_months - 4)
    earliest = today - timedelta(days=_LONGEST_MONTH * cadence.warm_months + cadence.lapses + 4)
    earliest -= _HOLIDAYS + _pause_length(outlook)
    return _midnight(earliest, outlook), _midnight(latest, outlook)


def _pause_length(outlook: Outlook) -> timedelta:
    if outlook.pause is None:
        return timedelta(0)
    (first_month, first_day), (last_month, last_day) = outlook.pause
    days = (last_month - first_month) % 12 * _LONGEST_MONTH + last_day - first_day
    return timedelta(days=abs(days) + 1)


def _midnight(day: date, outlook: Outlook) -> datetime:
    return datetime.combine(day, time.min, outlook.zone)
