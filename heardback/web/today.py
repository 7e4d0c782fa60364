"""Today: what needs the person, most urgent first, and below it what was done; gathered here, decided in ``needs``."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from heardback.questions import Asked
from heardback.web.desk import Desk, desk_of
from heardback.web.draftcards import DraftCard, draft_card
from heardback.web.glancing import Overview, overview_of
from heardback.web.mailcards import mail_card
from heardback.web.need import Group, Need
from heardback.web.needs import Waiting, asking_of, going_out, named, needs_of, put_off
from heardback.web.outgoing import LIVE, cards_of
from heardback.web.rendering import page
from heardback.web.routing import view
from respond.digestwords import joined
from respond.due import was_dropped
from store.database import Transaction
from store.noted import Change, Draft, Search
from store.vocabulary import MESSAGE_TAGS, Direction, DraftState, Tag

AT_ONCE = 25
MOST_DOUBTS = 60
EXCERPT = 420
"""Characters shown of a mail whose tag is in doubt."""
MOST_CHANGES = 8
"""Changes by hand that are named with a way back; the rest are counted."""
AHEAD = timedelta(days=7)
LATELY = timedelta(days=7)
"""How far ahead interviews are named, and how far back decisions."""
_CALM = frozenset((Tag.OTHER, Tag.REJECTION))


@dataclass(frozen=True, slots=True)
class Meeting:
    """An interview that is coming."""

    application: int
    who: str
    role: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Done:
    """What happened today: drafts sent or dropped, changes by hand, and the mail that was read, by tag."""

    sent: tuple[DraftCard, ...]
    changes: tuple[Change, ...]
    further: int
    mails: int
    came: tuple[tuple[Tag, int], ...]

    def __bool__(self) -> bool:
        return bool(self.sent or self.changes or self.mails)


@dataclass(frozen=True, slots=True)
class Section:
    """Needs of one kind, under one heading."""

    group: Group
    needs: tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class Model:
    """The whole page."""

    sections: tuple[Section, ...]
    counts: tuple[tuple[Group, int], ...]
    start: int
    following: int
    going_out: tuple[Need, ...]
    put_off: tuple[Need, ...]
    meetings: tuple[Meeting, ...]
    decisions: str
    done: Done
    search: Search
    day: date


def show(request: Request) -> Response:
    """The page."""
    desk = desk_of(request)
    start = request.query_params.get("from", "")
    return page(request, "today.html.j2", model=gather(desk, int(start) if start.isdecimal() else 0), tags=MESSAGE_TAGS)


def gather(desk: Desk, start: int = 0) -> Model:
    """Everything the page shows, from ``start`` on."""
    overview, now, zone = overview_of(desk), desk.now, desk.zone
    day = now.astimezone(zone).date()
    midnight = datetime.combine(day, time(), zone)
    with desk.house.database.reading() as transaction:
        waiting = _waiting(desk, transaction, overview)
        needs = needs_of(waiting)
        start = start if start < len(needs) else 0
        shown = needs[start : start + AT_ONCE]
        return Model(
            sections=_sections(shown),
            counts=tuple(sorted(Counter(need.group for need in needs).items())),
            start=start,
            following=max(0, len(needs) - start - AT_ONCE),
            going_out=going_out(waiting),
            put_off=put_off(waiting),
            meetings=_meetings(overview, now),
            decisions=decisions_words(_decided(overview, now)),
            done=_done(transaction, midnight, now),
            search=transaction.search.at(now, day),
            day=day,
        )


def decisions_words(who: list[str]) -> str:
    """The rejections of the week in one calm line; empty without any."""
    if not who:
        return ""
    names = list(dict.fromkeys(who))
    shown = joined(names[:3]) if len(names) <= 3 else f"{', '.join(names[:3])} and {len(names) - 3} more"
    return f"{shown} decided for somebody or something else this week."


def _waiting(desk: Desk, transaction: Transaction, overview: Overview) -> Waiting:
    cards = cards_of(desk, transaction.drafts.in_state(*LIVE))
    questions = _questions(transaction, overview, desk.now)
    doubts = [
        mail_card(each, has_html=False, is_open=True, longest=EXCERPT)
        for each in transaction.mail.unsure(MOST_DOUBTS)
        if each.message.date <= desk.now
    ]
    homes = [each.application for each in cards] + [each.application for each in doubts]
    numbers = {each for each in homes if each is not None}
    names = {each: overview.by_id[each].application for each in numbers if each in overview.by_id}
    missing = numbers - names.keys()
    names |= {each.id: each for each in transaction.applications.some(missing)} if missing else {}
    asking = overview.reckoned("asking", lambda: asking_of(overview.glances))
    discarded = transaction.drafts.in_state(DraftState.DISCARDED)
    dropped = _dropped(desk, discarded, overview)
    return Waiting(asking, overview.by_id, cards, names, questions, doubts, desk.now, desk.zone, dropped)


def _dropped(desk: Desk, discarded: Sequence[Draft], overview: Overview) -> frozenset[int]:
    found = ((each, overview.by_id.get(each.application_id or 0)) for each in discarded)
    outlook = desk.house.outlook
    return frozenset(
        glance.application.id for each, glance in found if glance and was_dropped(glance.state, each, outlook)
    )


def _questions(transaction: Transaction, overview: Overview, now: datetime) -> list[Asked]:
    found: list[Asked] = []
    for number, candidates, reason in transaction.mail.questions():
        stored = transaction.mail.get(number)
        if stored is not None and stored.message.date <= now:
            fitting = tuple(overview.by_id[each].application for each in candidates if each in overview.by_id)
            found.append(Asked(stored, fitting, reason))
    return found


def _sections(needs: tuple[Need, ...]) -> tuple[Section, ...]:
    groups = dict.fromkeys(need.group for need in needs)
    return tuple(Section(group, tuple(need for need in needs if need.group is group)) for group in groups)


def _meetings(overview: Overview, now: datetime) -> tuple[Meeting, ...]:
    booked = overview.reckoned("booked", lambda: tuple(_booked(overview)))
    return tuple(sorted((each for each in booked if now <= each.at < now + AHEAD), key=lambda each: each.at))


def _booked(overview: Overview) -> Iterator[Meeting]:
    for each in overview.glances:
        if each.state.interview_at is not None:
            role = each.application.role
            yield Meeting(each.application.id, named(each.application), role, each.state.interview_at)


def _decided(overview: Overview, now: datetime) -> list[str]:
    """Who turned the person down lately, the newest first."""
    decided = overview.reckoned("decided", lambda: tuple(sorted(_rejections(overview), reverse=True)))
    return [name for at, name in decided if name and now - LATELY <= at <= now]


def _rejections(overview: Overview) -> Iterator[tuple[datetime, str]]:
    for each in overview.glances:
        rejection = each.state.history.rejection
        if rejection is not None:
            yield rejection.at, named(each.application)


def _done(transaction: Transaction, midnight: datetime, now: datetime) -> Done:
    sent, changes = transaction.drafts.settled_since(midnight, DraftState.SENT), transaction.changes.since(midnight)
    came = [each for each in transaction.mail.between(midnight, now) if each.direction is Direction.RECEIVED]
    tags = [each.reading.verdict.tag for each in came]
    counted = tuple((tag, tags.count(tag)) for tag in MESSAGE_TAGS if tag not in _CALM and tag in tags)
    return Done(
        sent=tuple(draft_card(each, now=now) for each in sent),
        changes=changes[:MOST_CHANGES],
        further=len(changes[MOST_CHANGES:]),
        mails=len(came),
        came=counted,
    )


ROUTES: tuple[Route, ...] = (view("/", show),)
