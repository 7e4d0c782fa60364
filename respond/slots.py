"""The facts of a situation, each with its source, as the slots a wording is filled from.

A slot without a fact is an empty string and its clause is left out; nothing is invented. What comes out of a mail is
one short line by the time it gets here: it fills a place in a sentence and can be nothing else.
"""

import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from respond.language import FALLBACK, Language, language
from respond.situation import Situation
from store.noted import Fact
from store.records import Event, StoredMessage
from store.vocabulary import Direction

_LONGEST_ROLE = 80
_NOT_IN_A_LINE = re.compile(r"https?:|www\.|[@<>{}\\]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a fact comes from, in words, and the number of the mail where it is one."""

    words: str
    message: int | None = None


@dataclass(slots=True)
class Slots:
    """Slots, facts, gaps and reasons while they are gathered for one wording."""

    values: dict[str, object] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    why: list[str] = field(default_factory=list)

    def put(self, slot: str, value: str, origin: Origin) -> None:
        """A slot with its fact; an empty value is an empty slot without one."""
        self.values[slot] = value
        if value:
            self.note(slot, value, origin)

    def note(self, slot: str, value: str, origin: Origin) -> None:
        """A fact that decides on the words without standing in a slot of its own."""
        self.facts.append(Fact(slot, value, origin.words, origin.message))

    def put_gap(self, slot: str, text: str) -> None:
        """A slot only the person can fill."""
        self.values[slot] = text
        self.gaps.append(text)


BOOKED = Origin("the interview as it was booked")


def in_one_line(text: str, longest: int = _LONGEST_ROLE) -> str:
    """A fact fit to stand in a sentence, or "" where it is none: too long, an address, a link.

    Square brackets become round ones: they are kept for gaps.
    """
    line = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    line = line.replace("[", "(").replace("]", ")").strip(" ,;:.!–-")
    return "" if len(line) > longest or _NOT_IN_A_LINE.search(line) else line


def mail_origin(stored: StoredMessage, today: date) -> Origin:
    """How a fact's origin is named to the person, in heardback's own language: the mail's day and subject."""
    whose = "your mail" if stored.direction is Direction.SENT else "mail"
    subject = in_one_line(stored.message.subject, 70) or "without subject"
    words = f"{whose} of {language(FALLBACK).day(stored.message.date.date(), today)}, “{subject}”"
    return Origin(words, stored.id or None)


def put_day(slots: Slots, slot: str, situation: Situation, event: Event | None, words: Language) -> None:
    """The local day of an event, with the mail that tells of it."""
    if event is None:
        slots.values[slot] = ""
        return
    day = words.day(event.at.astimezone(zone_of(situation)).date(), today_of(situation))
    slots.put(slot, day, event_origin(situation, event))


def event_origin(situation: Situation, event: Event) -> Origin:
    """The mail an event was read in, else the history that holds it."""
    mail = next((one for one in situation.messages if one.id == event.message_id), None)
    return mail_origin(mail, today_of(situation)) if mail is not None else Origin("the application's history")


def put_interview(slots: Slots, situation: Situation, words: Language) -> None:
    """The day of the last interview that was held."""
    held = situation.state.history.last_interview
    if held is None or held > situation.now:
        slots.values["interview_on"] = ""
        return
    day = words.day(held.astimezone(zone_of(situation)).date(), today_of(situation))
    slots.put("interview_on", day, _booking(situation, held))


def _booking(situation: Situation, end: datetime) -> Origin:
    """The mail that named an interview which ended then."""
    for stored in sorted(situation.messages, key=lambda one: one.message.date, reverse=True):
        for each in stored.reading.interviews:
            if each.start is not None and end in (each.end, each.start, each.start + timedelta(hours=1)):
                return mail_origin(stored, today_of(situation))
    return BOOKED


def zone_of(situation: Situation) -> ZoneInfo:
    """The person's zone."""
    return ZoneInfo(situation.person.timezone)


def today_of(situation: Situation) -> date:
    """The person's local day."""
    return situation.now.astimezone(zone_of(situation)).date()
