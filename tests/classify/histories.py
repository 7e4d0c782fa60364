"""Short ways to write down what happened in an application, for tests of time."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from classify.limits import Limits
from classify.silence import state_of
from classify.state import ApplicationState
from classify.timeline import history_of
from classify.workdays import Workdays
from store.records import Event
from store.vocabulary import EventKind

BERLIN = ZoneInfo("Europe/Berlin")
WORKDAYS = Workdays("DE", BERLIN)


def at(text: str) -> datetime:
    """A local moment in Berlin, as "2026-03-02" (noon) or "2026-03-02 09:30"."""
    moment = datetime.fromisoformat(text if " " in text else f"{text} 12:00")
    return moment.replace(tzinfo=BERLIN).astimezone(UTC)


def event(kind: EventKind, when: str, **detail: Any) -> Event:
    """One event; a booking takes ``start`` as text and lasts an hour."""
    if "start" in detail:
        start = at(detail["start"])
        detail |= {"start": start.isoformat(), "end": (start.replace(hour=start.hour + 1)).isoformat()}
        detail.setdefault("stage", "interviewing")
        detail.setdefault("confirmed", True)
        detail.setdefault("uid", "")
    return Event(1, kind, at(when), message_id=None, detail=detail)


def state(*events: Event, now: str, can_reply: bool = True, workdays: Workdays = WORKDAYS) -> ApplicationState:
    """The state of an application with these events at ``now``."""
    numbered = tuple(replace(each, id=number, message_id=number) for number, each in enumerate(events, start=1))
    return state_of(history_of(numbered, at(now)), at(now), workdays, Limits(), can_reply=can_reply)
