"""What needs the person, most urgent first: pure, out of what was gathered.

Others' deadlines come before one's own words, a day that has passed before one to come, what is one click away before
what takes thought. A draft that answers an invitation stands with the invitation; one that was put off takes its whole
matter with it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from heardback.questions import Asked
from heardback.web.draftcards import DraftCard
from heardback.web.mailcards import MailCard
from heardback.web.need import Group, Need
from respond.actionwords import action_words
from respond.glances import Glance
from store.records import Application
from store.vocabulary import DraftKind, NextAction, Stage

LATE = timedelta(days=14)
"""How long after its day a step without a draft is still named."""
THEIR_TURN = {
    NextAction.REPLY_TO_OFFER: 0,
    NextAction.REPLY_TO_INVITATION: 1,
    NextAction.COMPLETE_ASSESSMENT: 2,
    NextAction.REPLY_TO_REQUEST: 3,
}
"""What others ask of the person, the weightiest first."""
_PASSING = {
    DraftKind.INVITATION_REPLY: 0,
    DraftKind.OFFER_REPLY: 0,
    DraftKind.ASSESSMENT_REPLY: 0,
    DraftKind.INFORMATION_REPLY: 0,
    DraftKind.THANK_YOU: 1,
    DraftKind.STAY_CONNECTED: 2,
}
"""What is best said within days, the shortest-lived first; everything else can wait longer."""
_OWN_TURN = frozenset((NextAction.THANK_YOU, NextAction.FOLLOW_UP, NextAction.FINAL_FOLLOW_UP))


@dataclass(frozen=True, slots=True)
class Waiting:
    """What the needs are found in: where applications stand, by number, and every draft that is not done with.

    ``asking`` are the numbers of those that ask something of the person.
    """

    asking: Sequence[int]
    standing: Mapping[int, Glance]
    drafts: Sequence[DraftCard]
    names: Mapping[int, Application]
    questions: Sequence[Asked]
    doubts: Sequence[MailCard]
    now: datetime
    zone: ZoneInfo
    dropped: frozenset[int] = frozenset()
    """Those whose present step the person said no to, by dropping its draft."""


def asking_of(glances: Iterable[Glance]) -> tuple[int, ...]:
    """The applications that ask something of the person, now or on a day to come."""
    return tuple(each.application.id for each in glances if each.state.next_action in (*THEIR_TURN, *_OWN_TURN))


def needs_of(waiting: Waiting) -> tuple[Need, ...]:
    """Everything that waits, most urgent first."""
    found = [*_of_applications(waiting), *_of_drafts(waiting), *_questions(waiting), *_doubts(waiting)]
    return tuple(sorted(found, key=lambda need: (need.group, need.order)))


def put_off(waiting: Waiting) -> tuple[Need, ...]:
    """What the person left for later, the next to come back first."""
    found = [_of_draft(each, waiting, Group.READY) for each in waiting.drafts if each.later_until is not None]
    return tuple(sorted(found, key=lambda need: need.order))


def going_out(waiting: Waiting) -> tuple[Need, ...]:
    """What is approved and can still be taken back, or is on its way."""
    on_the_way = [each for each in waiting.drafts if not each.is_open and not each.is_stuck]
    return tuple(_of_draft(each, waiting, Group.READY) for each in on_the_way)


def named(application: Application | None) -> str:
    """The employer, or who stands in for it."""
    return (application.company or application.agency) if application else ""


def _of_applications(waiting: Waiting) -> Iterator[Need]:
    drafts = {each.application: each for each in waiting.drafts if each.is_open}
    answered = {each.application for each in waiting.drafts if not each.is_open and not each.is_stuck}
    today = waiting.now.astimezone(waiting.zone).date()
    for number in waiting.asking:
        glance = waiting.standing[number]
        action = glance.state.next_action
        draft = drafts.get(number)
        if number in answered or (draft is not None and draft.later_until is not None):
            continue
        if action in THEIR_TURN:
            yield _asked_of_me(glance, draft, today)
        elif action in _OWN_TURN and draft is None and number not in waiting.dropped and _is_due(glance, today):
            yield _due(glance)


def _asked_of_me(glance: Glance, draft: DraftCard | None, today: date) -> Need:
    state = glance.state
    due = state.deadline or date.max
    return Need(
        group=Group.THEIRS,
        anchor=f"application-{glance.application.id}",
        title=action_words(state.next_action),
        who=named(glance.application),
        role=glance.application.role,
        why=state.why,
        link=f"/conversation/{glance.application.id}",
        by=state.deadline,
        rests_on=state.deadline_rests_on,
        draft=draft,
        application=glance.application.id,
        order=(due > today, THEIR_TURN[state.next_action], due, glance.application.id),
    )


def _is_due(glance: Glance, today: date) -> bool:
    """Whether a step of one's own has its day about now and somebody to go to."""
    deadline = glance.state.deadline
    if deadline is None or not glance.reply_to or glance.state.ghosted:
        return False
    return today - LATE <= deadline <= today


def _due(glance: Glance) -> Need:
    return Need(
        group=Group.DUE,
        anchor=f"application-{glance.application.id}",
        title=action_words(glance.state.next_action),
        who=named(glance.application),
        role=glance.application.role,
        why=glance.state.why,
        link=f"/conversation/{glance.application.id}",
        by=glance.state.deadline,
        rests_on=glance.state.deadline_rests_on,
        application=glance.application.id,
        order=(glance.state.deadline, glance.application.id),
    )


def _of_drafts(waiting: Waiting) -> Iterator[Need]:
    """The drafts that do not stand with what others ask."""
    theirs = {number for number in waiting.asking if waiting.standing[number].state.next_action in THEIR_TURN}
    last = {each.application: each.id for each in waiting.drafts if each.application in theirs and each.is_open}
    shown_there = set(last.values())
    for draft in waiting.drafts:
        if draft.is_stuck:
            yield _of_draft(draft, waiting, Group.STUCK)
        elif draft.is_open and draft.later_until is None and draft.id not in shown_there:
            yield _of_draft(draft, waiting, Group.READY if draft.is_ready else Group.GAPS)


def _of_draft(draft: DraftCard, waiting: Waiting, group: Group) -> Need:
    application = waiting.names.get(draft.application or 0)
    glance = waiting.standing.get(draft.application or 0)
    asks = glance is not None and glance.state.next_action is not NextAction.NONE
    return Need(
        group=group,
        anchor=f"draft-{draft.id}",
        title="",
        who=draft.to_name or draft.to,
        role=", ".join(filter(None, (application.role, named(application)))) if application else "",
        why=glance.state.why if asks and glance else " ".join(draft.why),
        link=f"/conversation/{draft.application}#reply" if draft.application else f"/drafts/{draft.id}",
        draft=draft,
        application=draft.application,
        order=(draft.later_until.timestamp() if draft.later_until else 0.0, _PASSING.get(draft.kind, 3), draft.id),
    )


def _questions(waiting: Waiting) -> Iterable[Need]:
    for each in waiting.questions:
        message = each.mail.message
        yield Need(
            group=Group.QUESTION,
            anchor=f"mail-{each.mail.id}",
            title=message.subject or "(no subject)",
            who=message.sender.name or message.sender.address,
            role="",
            why=each.reason,
            link=f"/mail/{each.mail.id}",
            question=each,
            order=(-message.date.timestamp(), each.mail.id),
        )


def _doubts(waiting: Waiting) -> Iterable[Need]:
    asked = {each.mail.id for each in waiting.questions}
    for each in waiting.doubts:
        if each.id in asked:
            continue
        application = waiting.names.get(each.application or 0)
        yield Need(
            group=Group.DOUBT,
            anchor=f"mail-{each.id}",
            title=each.subject,
            who=each.who,
            role=", ".join(filter(None, (application.role, named(application)))) if application else "",
            why=next(iter(each.reasons), ""),
            link=f"/conversation/{each.application}#mail-{each.id}" if each.application else f"/mail/{each.id}",
            doubt=each,
            application=each.application,
            order=(not _is_open(each.application, waiting), -each.at.timestamp(), each.id),
        )


def _is_open(application: int | None, waiting: Waiting) -> bool:
    """Whether an answer about a mail can still change what is to be done."""
    glance = waiting.standing.get(application or 0)
    return glance is not None and glance.state.stage is not Stage.CLOSED
