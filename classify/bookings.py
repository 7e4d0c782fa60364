"""Interviews that stand: when each begins and ends, and which one a moved or a cancelled one replaces."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from store.records import Event
from store.vocabulary import EventKind, Stage

_STAGE_OF = {"screening": Stage.SCREENING, "interviewing": Stage.INTERVIEWING, "final": Stage.FINAL}
CALL_LENGTH = timedelta(hours=1)
"""How long an interview without a stated end is taken to last."""


def start_of(event: Event) -> datetime:
    """When a booked interview begins."""
    return datetime.fromisoformat(event.detail["start"])


def end_of(event: Event) -> datetime:
    """When a booked interview ends, or is taken to."""
    end = event.detail.get("end")
    return datetime.fromisoformat(end) if end else start_of(event) + CALL_LENGTH


def stage_in(event: Event) -> Stage:
    """The stage that an interview or an invitation to one belongs to."""
    return _STAGE_OF.get(event.detail.get("stage", ""), Stage.INTERVIEWING)


def displaced_by(bookings: Sequence[Event], event: Event) -> tuple[Event, ...]:
    """The booked interviews that a booking or cancellation replaces."""
    uid = event.detail.get("uid", "")
    same = tuple(each for each in bookings if uid and each.detail.get("uid") == uid)
    # Without a calendar UID the mail means the interview that is still ahead: one is moved or called off at a time.
    return same or tuple(each for each in bookings if end_of(each) > event.at)


def book(bookings: list[Event], event: Event) -> None:
    """Keeps the list of interviews that stand: a moved one replaces its earlier date, a cancelled one goes."""
    if event.kind not in (EventKind.BOOKED, EventKind.CANCELLED):
        if event.kind in (EventKind.REJECTED, EventKind.WITHDREW, EventKind.CLOSED):
            bookings[:] = [each for each in bookings if end_of(each) <= event.at]
        return
    displaced = displaced_by(bookings, event)
    bookings[:] = [each for each in bookings if each not in displaced]
    if event.kind is EventKind.BOOKED:
        bookings.append(event)
