"""From what happened to where an application stands: status, deadline, next step (``silence.md``).

Pure: history, moment, calendar and limits go in; the fields of ``applications --json`` come out.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from classify.limits import ClockLimits, ClockRule, Limits
from classify.obligations import legal_date
from classify.state import ApplicationState, Chance, History
from classify.turns import of_closed, of_my_turn
from classify.workdays import Workdays
from store.records import Event
from store.vocabulary import NextAction, Stage, Status, Tag

EARLIEST = 5
"""No follow-up before so many business days, however unlikely an answer: the shortest advice (domain.md §1.3)."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """The silence clock of an application that waits on the other side."""

    since: date
    rests_on: str
    first_due: date
    due: date | None
    """When the next nudge falls due; None when no more are left."""
    ghost: date
    nudges: int


def state_of(
    history: History,
    now: datetime,
    workdays: Workdays,
    limits: Limits,
    *,
    can_reply: bool,
    knows_person: bool = False,
    chance: Chance | None = None,
    employer_in: str = "",
) -> ApplicationState:
    """Where an application stands at ``now``.

    ``can_reply`` says whether a person is known to whom a note could go (rules C and N), ``knows_person`` whether it is
    somebody by name, to whom the person may also write again later. ``chance`` is shown while we wait on the other
    side. ``employer_in`` is the employer's own country and region, "" where unknown.
    """
    today = workdays.local_day(now)
    if history.stage is Stage.CLOSED:
        return of_closed(history, today, workdays, limits, can_reply=can_reply, knows_person=knows_person)
    if history.my_turn is not None:
        return of_my_turn(history, today, workdays)
    if history.stage is Stage.OFFER:
        return _open_offer(history)
    if history.next_interview is not None:
        return _booked(history, history.next_interview, workdays)
    if _owes_thanks(history, today, workdays, limits):
        return _thank_you(history, today, workdays, limits, chance)
    waiting = _waiting(history, today, workdays, limits, chance)
    legal = legal_date(history, employer_in, workdays)
    return waiting if legal is None else replace(waiting, why=f"{waiting.why} {legal.words}", legal_day=legal.day)


def waiting_of(history: History, workdays: Workdays, limits: Limits) -> Waiting | None:
    """The running clock, or None where nothing was sent or received that could start one."""
    if history.clock is None:
        return None
    rule = ClockRule(history.clock_rule)
    row = limits.clocks[rule]
    start = workdays.local_day(history.clock.at)
    since = start
    rests_on = _default_words(rule, row)
    if rule is ClockRule.RECEIPT and history.closing_date is not None and history.closing_date > start:
        since = start = history.closing_date
        rests_on = f"the closing date they named, {_day(start)}, and then {_first_words(row)}"
    first = _first_due(start, row, workdays)
    if history.promise is not None and history.promise >= start:
        after_promise = workdays.after(history.promise, limits.promise_grace)
        if after_promise > first or _is_promised_by(history.clock, history.promise):
            first = after_promise
            start = max(start, history.promise)
            told = history.promise_sentence
            rests_on = f"they wrote: “{told}”" if told else "a date they promised"
    chased = [workdays.local_day(each.at) for each in history.chases_in_stage if each.at >= history.clock.at]
    return Waiting(
        since=since,
        rests_on=rests_on,
        first_due=first,
        due=_next_due(first, chased, history, row, workdays, limits),
        ghost=_ghost(start, row, workdays),
        nudges=len(history.chases_in_stage),
    )


def _is_promised_by(clock: Event, promise: date) -> bool:
    """Whether the very mail that started the clock names the day; an older promise only ever holds back."""
    return clock.detail.get("promise") == promise.isoformat()


def _next_due(
    first: date, chased: list[date], history: History, row: ClockLimits, workdays: Workdays, limits: Limits
) -> date | None:
    allowed = limits.follow_ups if row.second is not None else min(1, limits.follow_ups)
    if len(history.chases_in_stage) >= allowed:
        return None
    if chased and row.second is not None:
        # A promise made meanwhile holds the second nudge back as well.
        return max(workdays.after(chased[-1], row.second), first if history.promise else date.min)
    return first


def _first_due(start: date, row: ClockLimits, workdays: Workdays) -> date:
    """The first follow-up: after the default business days, or from when an answer has become unlikely.

    The latter stays between the shortest advice and the ghost limit, and falls on a business day.
    """
    if row.unlikely_after is None:
        return workdays.after(start, row.first)
    earliest = workdays.after(start, min(row.first, EARLIEST))
    unlikely = workdays.days_after(start, row.unlikely_after)
    latest = max(earliest, workdays.before(_ghost(start, row, workdays)))
    return min(max(earliest, workdays.after(unlikely - timedelta(days=1), 1)), latest)


def _ghost(start: date, row: ClockLimits, workdays: Workdays) -> date:
    return workdays.after(start, row.ghost) if row.ghost_in_business_days else workdays.days_after(start, row.ghost)


def _waiting(
    history: History, today: date, workdays: Workdays, limits: Limits, chance: Chance | None
) -> ApplicationState:
    clock = waiting_of(history, workdays, limits)
    if clock is None:
        return _state(history, Status.WAITING_ON_THEM, why="Nothing has been sent or received yet that starts a clock.")
    silent = today >= clock.first_due
    action, why = _nudge(clock, today, workdays, silent=silent)
    ghosted = today >= clock.ghost
    if ghosted:
        why += " They have probably moved on without a word; that happens a great deal and says little about you."
    return _state(
        history,
        Status.SILENT if silent else Status.WAITING_ON_THEM,
        tag=Tag.SILENCE_TIMEOUT if silent else history.tag,
        ghosted=ghosted,
        silent_since=clock.since if silent else None,
        deadline=clock.due or clock.ghost,
        rests_on=clock.rests_on if clock.due else f"no follow-up is left; {_ghost_words(clock)}",
        chance=chance,
        action=action,
        why=why,
        trigger=history.clock,
        ordinal=clock.nudges + 1,
    )


def _nudge(clock: Waiting, today: date, workdays: Workdays, *, silent: bool) -> tuple[NextAction, str]:
    since = f"No answer since {_day(clock.since)}"
    if clock.due is None:
        if not silent:
            return NextAction.NONE, f"You have asked already; an answer is not overdue before {_day(clock.first_due)}."
        return NextAction.NONE, f"{since}; enough follow-ups are sent for this step."
    if today < clock.due:
        if not silent:
            return NextAction.NONE, f"Silence is normal until {_day(clock.due)} ({clock.rests_on})."
        return NextAction.NONE, f"{since}; you have asked, the next follow-up would be due on {_day(clock.due)}."
    if workdays.is_paused(today):
        return NextAction.NONE, f"{since}; follow-ups rest over the turn of the year."
    action = NextAction.FOLLOW_UP if clock.nudges == 0 else NextAction.FINAL_FOLLOW_UP
    number = "a follow-up" if clock.nudges == 0 else "a last follow-up"
    return action, f"{since}; {number} was due on {_day(clock.due)} ({clock.rests_on})."


def _booked(history: History, interview: datetime, workdays: Workdays) -> ApplicationState:
    day = workdays.local_day(interview)
    return _state(
        history,
        Status.WAITING_ON_THEM,
        deadline=day,
        rests_on="the interview that is booked",
        why=f"The next step is booked for {_day(day)}; nothing is owed until then.",
    )


def _open_offer(history: History) -> ApplicationState:
    return _state(
        history,
        Status.OFFER,
        rests_on="an offer stays open until you or they close it",
        why="You have answered their offer; it stays open until it is settled.",
        trigger=history.offer,
    )


def _owes_thanks(history: History, today: date, workdays: Workdays, limits: Limits) -> bool:
    if history.last_interview is None or history.thanked or history.clock is None:
        return False
    if history.clock.at > history.last_interview:
        # They have written since: an answer to that says thanks in passing.
        return False
    day = workdays.local_day(history.last_interview)
    return workdays.between(day, today) <= limits.thank_you and today <= workdays.after(day, limits.thank_you)


def _thank_you(
    history: History, today: date, workdays: Workdays, limits: Limits, chance: Chance | None
) -> ApplicationState:
    assert history.last_interview is not None
    day = workdays.local_day(history.last_interview)
    expires = workdays.after(day, limits.thank_you)
    return _state(
        history,
        Status.WAITING_ON_THEM,
        deadline=expires,
        rests_on=f"a note of thanks fits within {limits.thank_you} business days of an interview",
        chance=chance,
        action=NextAction.THANK_YOU,
        why=f"You spoke with them on {_day(day)}; a short note of thanks fits until {_day(expires)}.",
        trigger=history.clock,
    )


def _state(
    history: History,
    status: Status,
    *,
    why: str,
    tag: Tag | None = None,
    ghosted: bool = False,
    silent_since: date | None = None,
    deadline: date | None = None,
    rests_on: str = "",
    chance: Chance | None = None,
    action: NextAction = NextAction.NONE,
    trigger: Event | None = None,
    ordinal: int = 1,
) -> ApplicationState:
    return ApplicationState(
        stage=history.stage,
        status=status,
        tag=tag or history.tag,
        ghosted=ghosted,
        silent_since=silent_since,
        deadline=deadline,
        deadline_rests_on=rests_on,
        chance=chance,
        follow_ups_sent=len(history.chases),
        next_action=action,
        why=why,
        rejection_reason=history.rejection_reason,
        interview_at=history.next_interview,
        trigger=trigger,
        ordinal=ordinal,
        history=history,
    )


def _default_words(rule: ClockRule, row: ClockLimits) -> str:
    return f"{_first_words(row)} after {rule.in_words}"


def _first_words(row: ClockLimits) -> str:
    return f"{row.first} business days" if row.unlikely_after is None else "the day on which an answer became unlikely"


def _ghost_words(clock: Waiting) -> str:
    return f"by {_day(clock.ghost)} most employers that answer have answered"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
