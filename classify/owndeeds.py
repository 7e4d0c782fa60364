"""What a mail of the person's own does: apply, answer, hand in, ask again, thank, withdraw."""

import re
from datetime import timedelta

from classify.progresswords import (
    ACCEPTING,
    APPLYING,
    ASKS_ABOUT_APPLICATION,
    CHASING,
    HANDING_IN,
    THANKING,
    TURNING_DOWN,
    UNDECIDED,
    WITHDRAWING,
)
from classify.sofar import Sofar, Told
from store.records import StoredMessage
from store.vocabulary import EventKind

THANKS_WINDOW = timedelta(days=7)
"""A note of thanks is one if it comes within this time after an interview; later it is a chase (own convention)."""
_SAID = {
    "chase": EventKind.CHASED,
    "thanks": EventKind.THANKED,
    "withdrawal": EventKind.WITHDREW,
    "approach": EventKind.APPLIED,
    "answer": EventKind.REPLIED,
}
"""What own mail does that was written as a draft of a known kind; all other own mail is judged by its words."""


def read_own(stored: StoredMessage, sofar: Sofar) -> list[Told]:
    """What a mail of the person's own did, and what it changes in what is known so far."""
    kind = _kind_of_own(stored, sofar)
    if kind is EventKind.APPLIED:
        sofar.applied = True
    if kind in (EventKind.REPLIED, EventKind.SUBMITTED) and sofar.ask is not None:
        sofar.answered_ask = sofar.ask is EventKind.INVITED
        sofar.ask = None
    if kind is EventKind.SUBMITTED:
        sofar.assessment = False
    if kind is EventKind.REPLIED and sofar.offer_open and _settles(ACCEPTING, stored.message.text):
        sofar.offer_open = False
    return [(kind, stored.message.date, {}, "")]


def _kind_of_own(stored: StoredMessage, sofar: Sofar) -> EventKind:
    text = f"{stored.message.subject}\n{stored.message.text}"
    date = stored.message.date
    if WITHDRAWING.search(text) or (sofar.offer_open and _settles(TURNING_DOWN, stored.message.text)):
        return EventKind.WITHDREW
    if stored.reading.wants in _SAID:
        return _SAID[stored.reading.wants]
    if sofar.rejected:
        return EventKind.REPLIED
    if sofar.assessment and HANDING_IN.search(text):
        return EventKind.SUBMITTED
    if sofar.ask is not None:
        return EventKind.REPLIED
    if not sofar.applied and not sofar.heard and (APPLYING.search(text) or not _chases(text)):
        return EventKind.APPLIED
    held = [start for start in sofar.interviews if start <= date]
    if held and date - max(held) <= THANKS_WINDOW and THANKING.search(text) and not _asks_when(text):
        return EventKind.THANKED
    if _chases(text) and not sofar.offer_open:
        return EventKind.CHASED
    return EventKind.REPLIED


def _settles(words: re.Pattern[str], text: str) -> bool:
    """Whether a sentence of own mail takes or refuses an offer outright."""
    return any(words.search(each) and not UNDECIDED.search(each) for each in re.split(r"(?<=[.!?])\s", text))


def _chases(text: str) -> bool:
    """Whether own mail, nothing being open on our side, asks what has become of the application."""
    return CHASING.search(text) is not None or ASKS_ABOUT_APPLICATION.search(text) is not None


def _asks_when(text: str) -> bool:
    return bool(CHASING.search(text)) and not re.search(r"\bnext steps\b", text, re.IGNORECASE)
