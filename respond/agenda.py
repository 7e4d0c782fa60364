"""What belongs into the person's own calendar: interviews, work that is due, follow-up days, people to write to.

An entry says which employer, which role and what to do. Nothing of any mail stands in it, because calendars are shared;
where an interview takes place is left out too unless it is asked for, since a link into a meeting lets others in.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from classify.bookings import displaced_by, end_of, start_of
from classify.timeline import in_order
from respond.actionwords import action_words
from respond.calendarfile import Entry
from respond.people import Acquaintance
from respond.standings import Outlook, Standing
from respond.staying import apply_again, next_time
from store.records import Event
from store.vocabulary import EventKind, NextAction, Stage

_CLOSING = (EventKind.REJECTED, EventKind.WITHDREW, EventKind.CLOSED)
_ON_A_DAY = (
    NextAction.FOLLOW_UP,
    NextAction.FINAL_FOLLOW_UP,
    NextAction.COMPLETE_ASSESSMENT,
    NextAction.REPLY_TO_OFFER,
    NextAction.THANK_YOU,
)


@dataclass(frozen=True, slots=True)
class Appointment:
    """An interview as it stands: the booking it began as, the one that holds, how often it was changed, and when."""

    first: Event
    last: Event
    changes: int
    changed: datetime
    cancelled: bool = False


def agenda(
    found: Sequence[Standing], people: Sequence[Acquaintance], outlook: Outlook, *, places: bool = False
) -> tuple[Entry, ...]:
    """All entries, by day."""
    entries = [entry for standing in found for entry in _of_application(standing, places=places)]
    entries.extend(_to_people(people, outlook))
    return tuple(sorted(entries, key=lambda one: (one.start.isoformat(), one.uid)))


def appointments(events: Sequence[Event]) -> tuple[Appointment, ...]:
    """The interviews of an application, those called off included, in the order they were first booked."""
    standing: list[Appointment] = []
    gone: list[Appointment] = []
    for event in in_order(events):
        if event.kind in _CLOSING:
            ahead = [each for each in standing if end_of(each.last) > event.at]
        elif event.kind in (EventKind.BOOKED, EventKind.CANCELLED):
            displaced = displaced_by([each.last for each in standing], event)
            ahead = [each for each in standing if each.last in displaced]
        else:
            continue
        standing = [each for each in standing if each not in ahead]
        if event.kind is EventKind.BOOKED:
            standing.append(_booked(ahead, event))
            ahead = ahead[1:]
        gone.extend(replace(each, changes=each.changes + 1, changed=event.at, cancelled=True) for each in ahead)
    return tuple(sorted((*standing, *gone), key=lambda each: (each.first.at, each.first.id or 0)))


def _booked(before: Sequence[Appointment], event: Event) -> Appointment:
    if not before:
        return Appointment(event, event, 0, event.at)
    same = all(before[0].last.detail.get(key) == event.detail.get(key) for key in ("start", "end", "place"))
    if same:
        return replace(before[0], last=event)
    return replace(before[0], last=event, changes=before[0].changes + 1, changed=event.at)


def _of_application(standing: Standing, *, places: bool) -> Iterator[Entry]:
    number = standing.application.id
    for meeting in appointments(standing.events):
        yield Entry(
            uid=_uid("interview", number, *_origin(meeting.first)),
            summary=f"Interview: {_about(standing)}",
            description=_where_to_look(standing),
            start=start_of(meeting.last),
            end=end_of(meeting.last),
            sequence=meeting.changes,
            changed=meeting.changed,
            cancelled=meeting.cancelled,
            place=str(meeting.last.detail.get("place", "")) if places else "",
        )
    state, changed = standing.state, max(event.at for event in standing.events)
    action = _coming_action(standing)
    if action is not None and state.deadline is not None:
        trigger = state.trigger or standing.events[-1]
        yield Entry(
            uid=_uid(action.value, number, trigger.message_id or trigger.at, state.ordinal),
            summary=f"{action_words(action)}: {_about(standing)}",
            description=_where_to_look(standing),
            start=state.deadline,
            end=None,
            sequence=len(standing.events),
            changed=changed,
        )
    again = apply_again(standing)
    if again is not None:
        yield Entry(
            uid=_uid("apply_again", number),
            summary=f"They would hear from you again from today: {_about(standing)}",
            description=_where_to_look(standing),
            start=again[0],
            end=None,
            sequence=len(standing.events),
            changed=changed,
        )


def _coming_action(standing: Standing) -> NextAction | None:
    """What is to be done on the deadline: the next step where it has a day, or the follow-up that is to come."""
    state = standing.state
    if state.next_action in _ON_A_DAY:
        return state.next_action
    waits = state.next_action is NextAction.NONE and state.interview_at is None and state.stage is not Stage.CLOSED
    is_over = state.ghosted or state.deadline_rests_on.startswith("no follow-up is left")
    if not waits or state.trigger is None or is_over:
        return None
    return NextAction.FOLLOW_UP if state.ordinal == 1 else NextAction.FINAL_FOLLOW_UP


def _to_people(people: Sequence[Acquaintance], outlook: Outlook) -> Iterator[Entry]:
    today = outlook.now.astimezone(outlook.zone).date()
    for person in people:
        time = next_time(person, outlook)
        if time is None or (time.until is not None and time.until <= today):
            continue
        house = person.company or person.agency
        changed = max(filter(None, (person.last_seen, person.last_written)))
        yield Entry(
            uid=_uid("person", min(person.addresses)),
            summary=f"Write to {person.name or person.address}" + (f" ({house})" if house else ""),
            description=f"{time.why}\nheardback contacts {person.ids[0]}",
            start=time.day,
            end=None,
            sequence=sum(len(each.messages) for each in person.standings),
            changed=changed,
        )


def _origin(booking: Event) -> tuple[object, ...]:
    """What a booking began as: its calendar UID, else the mail and the moment it was booked."""
    return (booking.detail.get("uid"),) if booking.detail.get("uid") else (booking.message_id, booking.at.isoformat())


def _about(standing: Standing) -> str:
    application = standing.application
    return ", ".join(part for part in (application.company or application.agency, application.role) if part)


def _where_to_look(standing: Standing) -> str:
    return f"heardback applications {standing.application.id}"


def _uid(*parts: object) -> str:
    """The same for the same thing on every run and machine; it tells nothing of what it stands for."""
    return f"{sha256('/'.join(map(str, parts)).encode()).hexdigest()[:32]}@heardback"
