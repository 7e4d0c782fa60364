"""When the digest is due, and the facts of the week it tells."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from classify.silence import waiting_of
from heardback.farewell import farewell_of
from heardback.people import people_due, people_known
from heardback.remembering import lessons_before
from heardback.settings import Weekday
from respond import digestfacts as facts
from respond.digest import digest_of
from respond.digestmail import digest_html, digest_text
from respond.recipients import NoRecipient
from respond.standings import Outlook, Standing, search_of, standings
from store.database import Transaction
from store.records import Event
from store.vocabulary import Direction, DraftState, EventKind, NextAction, RejectionReason, SearchPhase, Status, Tag

if TYPE_CHECKING:
    from heardback.wiring import House

AHEAD = timedelta(days=14)
"""How far ahead booked interviews are named."""


def due_week(now: datetime, day: Weekday, at: time, zone: ZoneInfo) -> datetime:
    """The latest moment at or before ``now`` at which a digest fell due, in local wall time."""
    local = now.astimezone(zone)
    back = (local.weekday() - tuple(Weekday).index(day)) % 7
    due = datetime.combine(local.date() - timedelta(days=back), at, zone)
    if due > local:
        due = datetime.combine(due.date() - timedelta(days=7), at, zone)
    return due.astimezone(UTC)


def digest_facts(house: "House", week_of: date) -> facts.DigestFacts:
    """What happened in the seven days before ``week_of``, and what is owed now."""
    outlook = house.outlook
    start, end = week_of - timedelta(days=7), week_of - timedelta(days=1)
    with house.database.reading() as transaction:
        found = standings(transaction, outlook)
        rest = _rest(transaction, found, outlook)
        span = (_midnight(start, outlook.zone), _midnight(week_of, outlook.zone))
        return facts.DigestFacts(
            start=start,
            end=end,
            service=_service(transaction, outlook.zone),
            owed=_owed(found),
            drafts=_drafts(transaction),
            done=_done(found, span),
            came=_came(transaction, span),
            rejections=_declined(transaction, found, span),
            went_silent=() if rest else _went_silent(found, outlook, start, week_of),
            people=_people(transaction, found, outlook, week_of),
            interviews=_interviews(transaction, found, outlook),
            weeks_searching=_weeks(found, outlook.now),
            muted_counts=not house.settings.digest.show_counts,
            page=f"http://127.0.0.1:{house.settings.web.port}/" if house.serves_page else "",
            support=house.settings.digest.support_links,
            rest=rest,
        )


def this_week(house: "House") -> date:
    """The week that ends with today."""
    return house.clock.now().astimezone(house.zone).date() + timedelta(days=1)


def rendered(house: "House") -> tuple[str, str]:
    """The digest of the seven days up to today, as text and HTML."""
    made = digest_of(digest_facts(house, this_week(house)))
    return digest_text(made), digest_html(made)


_Span = tuple[datetime, datetime]


def _rest(transaction: Transaction, found: tuple[Standing, ...], outlook: Outlook) -> facts.AtRest | None:
    """A search that is paused or over is told first; then nobody is said to have gone quiet."""
    search = search_of(transaction, outlook)
    if search.phase is SearchPhase.ON:
        return None
    owed = farewell_of(transaction, found, outlook)
    return facts.AtRest(
        is_over=search.phase is SearchPhase.HIRED,
        until=search.until,
        thanks=tuple(facts.ToThank(each.name or each.address, each.company, each.why) for each in owed.thanks),
        withdrawals=tuple(facts.ToWithdraw(each.company, each.role) for each in owed.withdrawals),
    )


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time.min, zone).astimezone(UTC)


def _service(transaction: Transaction, zone: ZoneInfo) -> facts.ServiceReport:
    accounts = tuple(
        facts.AccountHealth(each.name, each.last_success.astimezone(zone) if each.last_success else None, each.problem)
        for each in transaction.folders.health()
    )
    _, aside = transaction.mail.counts()
    return facts.ServiceReport(transaction.digests.rounds(), accounts, aside)


def _owed(found: tuple[Standing, ...]) -> tuple[facts.Owed, ...]:
    owed = [
        facts.Owed(_name(each), each.application.role, each.state.next_action, each.state.deadline, each.state.why)
        for each in found
        if each.state.next_action not in (NextAction.NONE, NextAction.RECONNECT)
        and not (each.state.status is Status.SILENT and _is_past_asking(each))
    ]
    return tuple(sorted(owed, key=lambda one: (one.deadline is None, one.deadline or date.max)))


def _is_past_asking(standing: Standing) -> bool:
    """A follow-up to nobody, or long after, is no longer worth a line among what is owed."""
    return standing.state.ghosted or isinstance(standing.recipient, NoRecipient)


def _drafts(transaction: Transaction) -> tuple[facts.WaitingDraft, ...]:
    waiting = transaction.drafts.in_state(DraftState.PROPOSED, DraftState.EDITED)
    names = {each.id: each.company or each.agency for each in transaction.applications.all()}
    return tuple(
        facts.WaitingDraft(each.to.name or each.to.address, names.get(each.application_id or 0, ""), each.subject)
        for each in waiting
    )


def _events(found: tuple[Standing, ...], span: _Span) -> list[tuple[Standing, Event]]:
    start, end = span
    return [(each, event) for each in found for event in each.events if start <= event.at < end]


def _done(found: tuple[Standing, ...], span: _Span) -> facts.Done:
    kinds = Counter(event.kind for _, event in _events(found, span))
    start, end = span
    talks = [each.state.history.last_interview for each in found]
    return facts.Done(
        applications=kinds[EventKind.APPLIED] + _receipts_alone(found, span),
        follow_ups=kinds[EventKind.CHASED],
        thank_yous=kinds[EventKind.THANKED],
        replies=kinds[EventKind.REPLIED],
        conversations=sum(1 for talk in talks if talk is not None and start <= talk < end),
    )


def _receipts_alone(found: tuple[Standing, ...], span: _Span) -> int:
    """Applications made on a website are seen by their receipt alone."""
    return sum(
        1
        for each, event in _events(found, span)
        if event.kind is EventKind.RECEIPT and each.state.history.applied is None
    )


def _came(transaction: Transaction, span: _Span) -> tuple[tuple[Tag, int], ...]:
    counts: Counter[Tag] = Counter(
        stored.reading.verdict.tag
        for stored in transaction.mail.between(*span)
        if stored.direction is Direction.RECEIVED and stored.reading.verdict.tag is not Tag.OTHER
    )
    return tuple((tag, counts[tag]) for tag in Tag if counts[tag])


def _declined(transaction: Transaction, found: tuple[Standing, ...], span: _Span) -> tuple[facts.Declined, ...]:
    noted = {each.application for each in transaction.lessons.all()}
    return tuple(
        facts.Declined(
            _name(each),
            each.application.role,
            RejectionReason(event.detail.get("reason", "not_stated")),
            0 if each.application.id in noted else each.application.id,
        )
        for each, event in _events(found, span)
        if event.kind is EventKind.REJECTED
    )


def _went_silent(found: tuple[Standing, ...], outlook: Outlook, start: date, end: date) -> tuple[facts.WentSilent, ...]:
    silent: list[facts.WentSilent] = []
    for each in found:
        clock = waiting_of(each.state.history, outlook.workdays(each.application.country), each.limits)
        if each.state.status is Status.SILENT and clock is not None and start <= clock.first_due < end:
            chance = each.state.chance.words if each.state.chance else None
            silent.append(facts.WentSilent(_name(each), each.application.role, clock.since, chance))
    return tuple(silent)


def _people(
    transaction: Transaction, found: tuple[Standing, ...], outlook: Outlook, week_of: date
) -> tuple[facts.ToWriteTo, ...]:
    """Whom to write to again; an answer to a decision stands among what is owed."""
    due = people_due(people_known(transaction, found, outlook), week_of)
    return tuple(
        facts.ToWriteTo(person.name or person.address, person.company or person.agency, time.why)
        for person, time in due
        if not any(each.state.next_action is NextAction.STAY_CONNECTED_REPLY for each in person.standings)
    )


def _interviews(transaction: Transaction, found: tuple[Standing, ...], outlook: Outlook) -> tuple[facts.Upcoming, ...]:
    ahead = [
        facts.Upcoming(
            _name(each),
            each.application.role,
            each.state.interview_at.astimezone(outlook.zone),
            remember=tuple(lessons_before(transaction, each)),
        )
        for each in found
        if each.state.interview_at is not None and each.state.interview_at < outlook.now + AHEAD
    ]
    return tuple(sorted(ahead, key=lambda one: one.at))


def _weeks(found: tuple[Standing, ...], now: datetime) -> int:
    first = min((event.at for each in found for event in each.events), default=now)
    return (now - first).days // 7


def _name(standing: Standing) -> str:
    return standing.application.company or standing.application.agency
