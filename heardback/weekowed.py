"""What waits for the person at the end of a week: steps owed and to whom, drafts to read, talks ahead."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from heardback.remembering import lessons_before
from heardback.weeklook import WeekLook, name_words
from respond import digestfacts as facts
from respond.digestowed import by_urgency
from respond.digestshape import SHOWN
from respond.due import was_dropped
from respond.glances import Glance
from respond.humans import is_from_person
from respond.register import name_of
from respond.standings import standings
from store.vocabulary import DraftState, NextAction, Status

AHEAD = timedelta(days=14)
"""How far ahead booked interviews are named."""
_AT_A_TIME = 100
_STUCK = {
    DraftState.FAILED: "It could not be sent; it waits for you to look.",
    DraftState.UNKNOWN: "It may or may not have been sent, because the connection ended too early; please look.",
}


def owed_in(look: WeekLook, drafted: frozenset[int]) -> tuple[facts.Owed, ...]:
    """What waits for the person; those that will be read first with the name of the one it is owed to."""
    asked = [
        each
        for each in look.told
        if each.state.next_action not in (NextAction.NONE, NextAction.RECONNECT)
        and not (each.state.status is Status.SILENT and _is_past_asking(each))
    ]
    dropped = _dropped(look, asked)
    waiting = {each.application.id: each for each in asked if each.application.id not in dropped}
    owed = [
        facts.Owed(
            name_words(each),
            each.application.role,
            each.state.next_action,
            each.state.deadline,
            each.state.why,
            draft=number in drafted,
            application=number,
        )
        for number, each in waiting.items()
    ]
    today = look.outlook.now.astimezone(look.outlook.zone).date()
    owed.sort(key=lambda one: (one.deadline is None, one.deadline or date.max))
    first = [waiting[each.application] for each in by_urgency(tuple(owed), today)[:SHOWN]]
    who = _who(look, first)
    return tuple(replace(each, who=who.get(each.application, "")) for each in owed)


def _dropped(look: WeekLook, asked: Sequence[Glance]) -> frozenset[int]:
    """Where the person said no to the step itself, by dropping its draft."""
    states = {each.application.id: each.state for each in asked}
    ids = tuple(states)
    # Some at a time: after a long search there are thousands, and each has its text.
    some = (ids[start : start + _AT_A_TIME] for start in range(0, len(ids), _AT_A_TIME))
    return frozenset(
        draft.application_id
        for part in some
        for draft in look.transaction.drafts.of_applications(part, DraftState.DISCARDED)
        if draft.application_id in states and was_dropped(states[draft.application_id], draft, look.outlook)
    )


def _is_past_asking(glance: Glance) -> bool:
    """A follow-up to nobody, or long after, is no longer worth a line among what is owed."""
    return glance.state.ghosted or not glance.reply_to


def _who(look: WeekLook, waiting: Sequence[Glance]) -> dict[int, str]:
    """The human something is owed to: who asked for it, else the one a reply would go to."""
    names = look.transaction.weeks.names(each.reply_to for each in waiting if each.reply_to)
    return {each.application.id: _asker(look, each) or names.get(each.reply_to, "") for each in waiting}


def _asker(look: WeekLook, glance: Glance) -> str:
    trigger = glance.state.trigger
    stored = look.transaction.mail.get(trigger.message_id) if trigger and trigger.message_id else None
    if stored is None or not is_from_person(stored):
        return ""
    name = name_of(stored.message.sender, stored.reading.company)
    return name.full if name else ""


def drafts_in(look: WeekLook) -> tuple[facts.WaitingDraft, ...]:
    """Drafts to read, and those that could not be sent this week; what was put off is left in peace."""
    drafts = look.transaction.drafts.in_state(DraftState.PROPOSED, DraftState.EDITED, *_STUCK)
    names = {each.application.id: name_words(each) for each in look.told}
    return tuple(
        facts.WaitingDraft(
            each.to.name or each.to.address,
            names.get(each.application_id or 0, ""),
            each.subject,
            gap=each.state.is_open and any(gap in each.body for gap in each.gaps),
            problem=_STUCK.get(each.state, ""),
            application=each.application_id or 0,
        )
        for each in drafts
        if (each.state.is_open or each.changed >= look.span[0])
        and not (each.later_until is not None and each.later_until > look.outlook.now)
    )


def interviews_in(look: WeekLook) -> tuple[facts.Upcoming, ...]:
    soon = look.outlook.now + AHEAD
    ahead = [each for each in look.told if each.state.interview_at is not None and each.state.interview_at < soon]
    found = standings(look.transaction, look.outlook, [each.application.id for each in ahead], chances=False)
    return tuple(
        sorted(
            (
                facts.Upcoming(
                    name_words(each),
                    each.application.role,
                    each.state.interview_at.astimezone(look.outlook.zone),
                    remember=tuple(lessons_before(look.transaction, each)),
                    application=each.application.id,
                )
                for each in found
                if each.state.interview_at is not None
            ),
            key=lambda one: one.at,
        )
    )
