"""What ended in a week, with a no or without a word."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from classify.silence import Waiting, waiting_of
from heardback.weeklook import WeekLook, name_words
from heardback.weeksdone import Past, last_rejections
from respond import digestfacts as facts
from respond.glances import Glance
from respond.standings import Outlook, standings
from store.vocabulary import RejectionReason, Status


def declined_in(look: WeekLook, pasts: Mapping[int, Past]) -> tuple[facts.Declined, ...]:
    """The applications that ended with a no this week and are not open again."""
    noted = {each.application for each in look.transaction.lessons.all()}
    closed = {each.application.id: each for each in look.told if each.state.status is Status.REJECTED}
    return tuple(
        facts.Declined(
            name_words(closed[number]),
            closed[number].application.role,
            RejectionReason(event.detail.get("reason", "not_stated")),
            0 if number in noted else number,
        )
        for number, event in last_rejections(pasts, look.span)
        if number in closed
    )


def went_silent_in(look: WeekLook) -> tuple[facts.WentSilent, ...]:
    """The applications whose first follow-up fell due this week."""
    reach = _reach(look.outlook)
    maybe = [each for each in look.told if each.state.status is Status.SILENT and _newest(each) + reach >= look.start]
    clocks = zip(maybe, _clocks(look, maybe), strict=True)
    return tuple(
        facts.WentSilent(name_words(each), each.application.role, clock.since, each.state.chance, each.application.id)
        for each, clock in clocks
        if clock is not None and look.start <= clock.first_due < look.week_of
    )


def _reach(outlook: Outlook) -> timedelta:
    """How long after the last thing that happened a first follow-up may fall due, generously."""
    rows = outlook.limits.clocks.values()
    days = max(max(row.first, row.ghost) for row in rows) + outlook.limits.promise_grace
    return timedelta(days=2 * days + 60)


def _newest(glance: Glance) -> date:
    """The last day a silence clock could begin on."""
    history = glance.state.history
    days = [history.clock.at.date() if history.clock else date.min, history.closing_date, history.promise]
    return max(day for day in days if day is not None)


def _clocks(look: WeekLook, waiting: Sequence[Glance]) -> list[Waiting | None]:
    """The silence clock of each; by limits worked out anew where they rest on the chance of an answer."""
    outlook = look.outlook
    limits = outlook.limits
    if outlook.follow_up_below and waiting:
        one = standings(look.transaction, outlook, [waiting[0].application.id], chances=False)
        limits = one[0].limits
    return [waiting_of(each.state.history, outlook.workdays(each.application.country), limits) for each in waiting]
