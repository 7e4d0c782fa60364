"""What a person did in each of several weeks, and what came back, from the events of their applications. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime

from classify.timeline import talks_of
from heardback.weeklook import Span
from respond.digestfacts import Done
from store.records import Event
from store.vocabulary import EventKind

Past = tuple[Event, ...]
"""Everything that happened in one application, in order of time."""
_OPENED = frozenset({EventKind.INVITED, EventKind.BOOKED, EventKind.OFFERED, EventKind.ASSESSMENT})
"""What shows that somebody wants to know more."""


def weeks_done(pasts: Mapping[int, Past], spans: Sequence[Span], now: datetime) -> tuple[Done, ...]:
    """What the person did in each week."""
    counts = [Counter[str]() for _ in spans]
    for past in pasts.values():
        for field, at in _doings(past, now):
            for count, (start, end) in zip(counts, spans, strict=True):
                if start <= at < end:
                    count[field] += 1
    return tuple(Done(**count) for count in counts)


def last_rejections(pasts: Mapping[int, Past], span: Span) -> tuple[tuple[int, Event], ...]:
    """The last rejection of each application in the week, in order of time."""
    start, end = span
    found = {
        number: event
        for number, past in pasts.items()
        for event in past
        if event.kind is EventKind.REJECTED and start <= event.at < end
    }
    return tuple(sorted(found.items(), key=lambda one: (one[1].at, one[0])))


def weeks_of_no(pasts: Mapping[int, Past], spans: Sequence[Span], now: datetime) -> int:
    """How many weeks in a row, the last included, brought a rejection and nothing that opens a door."""
    number = 0
    for start, end in reversed(spans):
        kinds = {event.kind for past in pasts.values() for event in past if start <= event.at < end}
        talked = any(start <= talk < end for past in pasts.values() for talk in talks_of(past, now))
        if EventKind.REJECTED not in kinds or kinds & _OPENED or talked:
            break
        number += 1
    return number


def _doings(past: Past, now: datetime) -> list[tuple[str, datetime]]:
    """Each thing the person did, by the field of ``Done`` that counts it."""
    fields = {
        EventKind.CHASED: "follow_ups",
        EventKind.THANKED: "thank_yous",
        EventKind.REPLIED: "replies",
    }
    did = [(fields[event.kind], event.at) for event in past if event.kind in fields]
    # An application made on a website is seen by its receipt alone.
    applied = [event.at for event in past if event.kind is EventKind.APPLIED]
    receipts = [event.at for event in past if event.kind is EventKind.RECEIPT]
    did.extend(("applications", at) for at in (applied or receipts)[:1])
    did.extend(("conversations", at) for at in talks_of(past, now))
    return did
