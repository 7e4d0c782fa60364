"""The facts of a week, gathered for the digest: from the last looks and from questions about the week alone.

What a look told of an application holds until something changes, so that only what moved lately is read: a digest over
thousands of applications takes about half a second (``python -m bench --only tracking``).
"""

from collections import Counter, defaultdict
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from heardback.farewell import farewell_of
from heardback.overlooked import results, still_open
from heardback.peopledue import due_people
from heardback.weekended import declined_in, went_silent_in
from heardback.weeklook import Span, WeekLook
from heardback.weekowed import drafts_in, interviews_in, owed_in
from heardback.weeksdone import Past, weeks_done, weeks_of_no
from respond import digestfacts as facts
from respond.digestpicture import MOST_WEEKS
from respond.glances import glances
from respond.standings import search_of, standings
from store.records import Event
from store.vocabulary import NextAction, SearchPhase, Tag

if TYPE_CHECKING:
    from heardback.wiring import House


def digest_facts(house: "House", week_of: date) -> facts.DigestFacts:
    """What happened in the seven days before ``week_of``, and what is owed now."""
    outlook = house.outlook
    with house.database.reading() as transaction:
        start = week_of - timedelta(days=7)
        look = WeekLook(transaction, outlook, glances(transaction, outlook, once=True), start, week_of)
        rest = _rest(look)
        spans = _spans(look)
        pasts = _lately(look, spans[0][0])
        done = weeks_done(pasts, spans, outlook.now)
        drafts = drafts_in(look)
        return facts.DigestFacts(
            start=start,
            end=week_of - timedelta(days=1),
            service=_service(look, frozenset(each.name for each in house.accounts)),
            owed=owed_in(look, frozenset(each.application for each in drafts if not each.problem)),
            drafts=drafts,
            done=done[-1],
            weeks=tuple(
                facts.Week(first.astimezone(outlook.zone).date(), each)
                for (first, _), each in zip(spans, done, strict=True)
            ),
            came=_came(look),
            rejections=declined_in(look, pasts),
            weeks_of_no=weeks_of_no(pasts, spans, outlook.now),
            went_silent=() if rest else went_silent_in(look),
            people=_people(look),
            interviews=interviews_in(look),
            weeks_searching=_weeks(look),
            began=_began(look),
            muted_counts=not house.settings.digest.show_counts,
            page=f"http://127.0.0.1:{house.settings.web.port}/" if house.serves_page else "",
            support=house.settings.digest.support_links,
            rest=rest,
        )


def _rest(look: WeekLook) -> facts.AtRest | None:
    """A search that is paused or over is told first; then nobody is said to have gone quiet."""
    search = search_of(look.transaction, look.outlook)
    if search.phase is SearchPhase.ON:
        return None
    if search.phase is SearchPhase.PAUSED:
        return facts.AtRest(is_over=False, until=search.until)
    # Whom to thank takes everybody who was ever met; that is asked for in a few weeks of a search at most.
    found = standings(look.transaction, look.outlook, chances=False)
    owed = farewell_of(look.transaction, found, look.outlook)
    return facts.AtRest(
        is_over=True,
        thanks=tuple(
            facts.ToThank(each.name or each.address, each.company, each.why, each.application or 0)
            for each in owed.thanks
        ),
        withdrawals=tuple(facts.ToWithdraw(each.company, each.role, each.application) for each in owed.withdrawals),
    )


def _spans(look: WeekLook) -> tuple[Span, ...]:
    """The weeks of the picture, this one last."""
    firsts = [look.week_of - timedelta(days=7 * back) for back in range(MOST_WEEKS, -1, -1)]
    midnights = [look.midnight(day) for day in firsts]
    return tuple(pairwise(midnights))


def _lately(look: WeekLook, start: datetime) -> dict[int, Past]:
    """The events of every application in which something happened, or a talk was held, since ``start``."""
    moved = look.transaction.weeks.moved(start, look.midnight(look.week_of))
    talks = {each.application.id: each.state.history.last_interview for each in look.told}
    ids = moved | {number for number, talk in talks.items() if talk is not None and talk >= start}
    pasts: dict[int, list[Event]] = defaultdict(list)
    for event in look.transaction.applications.events(sorted(ids)):
        if event.at <= look.outlook.now:
            pasts[event.application_id].append(event)
    return {number: tuple(events) for number, events in pasts.items()}


def _service(look: WeekLook, configured: frozenset[str]) -> facts.ServiceReport:
    """How the service fared; of mailboxes that are no longer configured nothing is said."""
    zone, transaction = look.outlook.zone, look.transaction
    accounts = tuple(
        facts.AccountHealth(each.name, each.last_success.astimezone(zone) if each.last_success else None, each.problem)
        for each in transaction.folders.health()
        if not configured or each.name in configured
    )
    sent = [each.sent for each in transaction.digests.all() if each.sent is not None]
    since = max(sent, default=transaction.digests.watched_since())
    return facts.ServiceReport(
        rounds=transaction.digests.rounds(),
        accounts=accounts,
        unreadable=transaction.weeks.set_aside(*look.span),
        since=since.astimezone(zone).date() if since else None,
        look=_look_through(look, configured),
    )


def _look_through(look: WeekLook, configured: frozenset[str]) -> facts.LookThrough | None:
    """The last look through all folders of every mailbox, added up; None where none was finished yet."""
    done = results(look.transaction, sorted(configured))
    if not done:
        return None
    lying = Counter(
        (each.account, each.folder, each.tag) for each in still_open(look.transaction) if each.account in configured
    )
    return facts.LookThrough(
        day=max(each.finished for each in done).astimezone(look.outlook.zone).date(),
        stored=sum(each.stored for each in done),
        missed=sum(each.missed for each in done),
        lying=tuple(facts.Lying(*where, count) for where, count in lying.items()),
        doubtful=sum(len(each.doubtful) for each in done),
        gone=tuple((each.account, folder) for each in done for folder in each.gone),
    )


def _began(look: WeekLook) -> date | None:
    """The day of the first look, where it lies in this week."""
    since = look.transaction.digests.watched_since()
    day = since.astimezone(look.outlook.zone).date() if since else None
    return day if day is not None and look.start <= day < look.week_of else None


def _came(look: WeekLook) -> tuple[tuple[Tag, int], ...]:
    start, end = look.span
    counts = look.transaction.weeks.came(start, min(end, look.outlook.now + timedelta(seconds=1)))
    return tuple((tag, counts[tag]) for tag in Tag if counts[tag] and tag is not Tag.OTHER)


def _people(look: WeekLook) -> tuple[facts.ToWriteTo, ...]:
    """Whom to write to again; an answer to a decision stands among what is owed."""
    due = due_people(look.transaction, look.told, look.outlook, look.week_of)
    return tuple(
        facts.ToWriteTo(person.name or person.address, person.company or person.agency, time.why, person.ids[0])
        for person, time in due
        if not any(each.state.next_action is NextAction.STAY_CONNECTED_REPLY for each in person.standings)
    )


def _weeks(look: WeekLook) -> int:
    first = look.transaction.weeks.first_event()
    return max(0, (look.outlook.now - first).days // 7) if first else 0
