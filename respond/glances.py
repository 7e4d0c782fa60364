"""What a look at an application saw and how long that holds, so that nothing is looked at twice without need.

A state is derived from events, mails, calendar, limits and the moment. All but the moment changes only in the store,
where triggers notice it. How long the moment alone changes nothing is found by deriving the state for each of the days
to come, by the very rules that will be asked then; a look never lasts longer than a few weeks.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from typing import NotRequired, TypedDict

from classify.bookings import CALL_LENGTH
from classify.chancewaits import waiting_since
from classify.state import ApplicationState
from classify.waits import Wait
from respond.answers import Lasted, Since, curve_of, keep_answers, note_answers, waits_until
from respond.drafting import is_history_missing
from respond.due import may_write_today
from respond.making import DraftingRules
from respond.outlook import mark_of
from respond.peoplekeys import PersonKeys, people_keys
from respond.seenbefore import Seen, looks_at_hand, looks_read_once
from respond.standings import (
    Known,
    Outlook,
    Standing,
    ended,
    pasts_of,
    search_of,
    settled,
    standings,
    state_at,
    with_chance,
)
from store.codec import from_json, to_lean_json
from store.database import Database, Transaction
from store.looks import Look
from store.noted import Search
from store.records import Application
from store.vocabulary import EventKind

LONGEST = timedelta(days=14)
"""How long a look holds at least while nothing happens; the next ones are spread over as long again (own choice)."""
_LOOKED_BY, _LOOKED_AT = "looked_by", "looked_at"


@dataclass(frozen=True, slots=True)
class Glance:
    """One application as a listing shows it; ``reply_to`` is empty where there is nobody to write to."""

    application: Application
    state: ApplicationState
    reply_to: str
    people: tuple[PersonKeys, ...] | None = field(default=None, compare=False)
    """By what the people it shows are found again, None where no look has told."""


class _Waited(TypedDict):
    """What is needed of ``Seen`` to tell how long every wait has lasted."""

    waits: tuple[Wait, ...]
    since: NotRequired[Since | None]


def glances(transaction: Transaction, outlook: Outlook, *, once: bool = False) -> tuple[Glance, ...]:
    """Every application that has begun, by id, as ``standings`` tells it; from the last look where that still holds.

    ``once`` is for who asks seldom: nothing that was read is kept for the next time.
    """
    if _by_whom(transaction) != mark_of(outlook) and not outlook.follow_up_below:
        return _plainly(transaction, outlook)
    kept = (looks_read_once if once else looks_at_hand)(transaction, outlook.now)
    known = transaction.applications.all()
    fresh = transaction.applications.with_neighbours([each.id for each in known if each.id not in kept])
    still = {each: seen for each, (_, seen) in kept.items() if each not in fresh}
    curve = curve_of(transaction, _lasted(transaction, still, fresh, outlook), outlook)
    by = settled(outlook, curve)
    if _by_whom(transaction) != mark_of(by):
        return _plainly(transaction, outlook)
    found = {each.application.id: each for each in standings(transaction, by, sorted(fresh), chances=False)}
    told: list[Glance] = []
    for each in known:
        if each.id in found:
            told.append(Glance(each, found[each.id].state, found[each.id].reply_to))
        elif each.id not in fresh:
            reply_to, seen = kept[each.id]
            told.append(Glance(each, seen.state, reply_to, seen.people))
    return tuple(replace(each, state=with_chance(each.state, by, curve)) for each in told)


def waits_so_far(transaction: Transaction, outlook: Outlook) -> tuple[Wait, ...]:
    """Every wait for an answer that was seen, ended ones and those that run, from the last looks where they hold."""
    kept = {each: seen for each, (_, seen) in looks_at_hand(transaction, outlook.now).items()}
    fresh = [each.id for each in transaction.applications.all() if each.id not in kept]
    return tuple(waits_until(_lasted(transaction, kept, fresh, outlook), outlook.now, outlook))


def keep_chances(database: Database, outlook: Outlook) -> None:
    """Keeps the chances of an answer that the listings of this day will ask for, so that they need not reckon."""
    with database.reading() as transaction:
        # Read past what pages hold on to: a service that nobody looks at need not remember every application.
        lasted: dict[int, Lasted] = {}
        fresh: list[int] = []
        for shown in transaction.looks.shown(outlook.now):
            if shown.glance is None:
                fresh.append(shown.id)
            else:
                seen = from_json(shown.glance, _Waited)
                lasted[shown.id] = seen["waits"], seen.get("since")
        text = keep_answers(transaction, _with_fresh(transaction, lasted, fresh, outlook), outlook)
    if text:
        with database.transaction() as transaction:
            note_answers(transaction, text)


def _plainly(transaction: Transaction, outlook: Outlook) -> tuple[Glance, ...]:
    return tuple(Glance(each.application, each.state, each.reply_to) for each in standings(transaction, outlook))


def begin_looks(transaction: Transaction, outlook: Outlook, rules: DraftingRules) -> Outlook:
    """The outlook with which to look, and drafts to be decided by; wakes everything where what all rests on changed.

    That is the config, how far history is in, and a clock that was set back.
    """
    if outlook.follow_up_below:
        kept = {each: seen for each, (_, seen) in looks_at_hand(transaction, outlook.now).items()}
        fresh = [each.id for each in transaction.applications.all() if each.id not in kept]
        outlook = settled(outlook, curve_of(transaction, _lasted(transaction, kept, fresh, outlook), outlook))
    watched = transaction.digests.watched_since() or outlook.now
    missing = is_history_missing(transaction.folders.watermarks(), watched - rules.history)
    mark = f"{mark_of(outlook)} {mark_of((rules, watched if transaction.digests.watched_since() else None, missing))}"
    looked_at = transaction.digests.fact(_LOOKED_AT)
    is_set_back = bool(looked_at) and datetime.fromisoformat(looked_at) > outlook.now
    if transaction.digests.fact(_LOOKED_BY) != mark or is_set_back:
        transaction.looks.wake_all()
        transaction.digests.set_fact(_LOOKED_BY, mark)
    transaction.digests.set_fact(_LOOKED_AT, outlook.now.isoformat())
    return outlook


def due_looks(transaction: Transaction, outlook: Outlook, at_most: int) -> tuple[int, ...]:
    """The applications to be looked at now, with those at the same employers, which may rest on them."""
    due = transaction.looks.due(outlook.now, at_most)
    return tuple(sorted(transaction.applications.with_neighbours(due)))


def note_looks(transaction: Transaction, outlook: Outlook, ids: Sequence[int], found: Iterable[Standing]) -> None:
    """Keeps what was seen of ``ids``; those not among ``found`` have not begun yet."""
    seen = {each.application.id: each for each in found}
    ahead = transaction.applications.next_events(ids, outlook.now)
    for number, moment in transaction.mail.next_dates(ids, outlook.now).items():
        ahead[number] = min(moment, ahead.get(number, moment))
    search = Searches(transaction, outlook)
    looks: list[Look] = []
    for number in ids:
        if number not in seen:
            looks.append(Look(number, ahead.get(number)))
            continue
        standing = seen[number]
        again = _holds_until(transaction, standing, outlook, search, ahead.get(number))
        people = people_keys(standing, outlook.own_addresses)
        saw = Seen(standing.state, ended(standing.waits), people, waiting_since(standing.state.history))
        looks.append(Look(number, again, standing.reply_to, to_lean_json(saw)))
    transaction.looks.note(looks, now=outlook.now)


class Searches:
    """How the search will stand on a day to come, each day asked once."""

    def __init__(self, transaction: Transaction, outlook: Outlook) -> None:
        self._transaction, self._outlook = transaction, outlook
        self._on: dict[datetime, Search] = {}

    def at(self, moment: datetime) -> Search:
        """The search at this moment."""
        if moment not in self._on:
            self._on[moment] = search_of(self._transaction, replace(self._outlook, now=moment))
        return self._on[moment]


def _holds_until(
    transaction: Transaction, standing: Standing, outlook: Outlook, search: Searches, ahead: datetime | None
) -> datetime:
    """Until when the state stays as it is if nothing happens; later than ``outlook.now``."""
    spread = timedelta(seconds=standing.application.id * 7919 % int(LONGEST.total_seconds()))
    ends = [end for end in _interview_ends(standing) if end > outlook.now]
    latest = min([outlook.now + LONGEST + spread, *ends, *([ahead] if ahead else [])])
    known = Known(standing.application, standing.state.history, standing.recipient, standing.knows_person)
    state = replace(standing.state, chance=None)
    may_write = may_write_today(standing, outlook)
    for midnight in _midnights(outlook, latest):
        then = replace(outlook, now=midnight)
        if not may_write or state_at(transaction, known, then, search.at(midnight)) != state:
            return midnight
    return latest


def _interview_ends(standing: Standing) -> Iterator[datetime]:
    for event in standing.events:
        if event.kind is EventKind.BOOKED:
            end = event.detail.get("end")
            start = datetime.fromisoformat(event.detail["start"])
            yield datetime.fromisoformat(end) if end else start + CALL_LENGTH


def _midnights(outlook: Outlook, until: datetime) -> Iterator[datetime]:
    day = outlook.now.astimezone(outlook.zone).date() + timedelta(days=1)
    while (midnight := datetime.combine(day, time(), outlook.zone).astimezone(UTC)) < until:
        if midnight > outlook.now:
            yield midnight
        day += timedelta(days=1)


def _lasted(
    transaction: Transaction, kept: Mapping[int, Seen], fresh: Iterable[int], outlook: Outlook
) -> tuple[Lasted, ...]:
    """The waits of every application, those that were kept and those of what has changed since."""
    lasted = {each: (seen.waits, waiting_since(seen.state.history)) for each, seen in kept.items()}
    return _with_fresh(transaction, lasted, fresh, outlook)


def _with_fresh(
    transaction: Transaction, lasted: Mapping[int, Lasted], fresh: Iterable[int], outlook: Outlook
) -> tuple[Lasted, ...]:
    pasts = pasts_of(transaction, outlook, sorted(fresh))
    every = {each: past.lasted for each, past in pasts.items()} | dict(lasted)
    return tuple(every[each] for each in sorted(every))


def _by_whom(transaction: Transaction) -> str:
    return transaction.digests.fact(_LOOKED_BY).partition(" ")[0]
