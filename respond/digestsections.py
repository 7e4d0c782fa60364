"""The sections of the digest, each a small function; a section with nothing to say is not there at all."""

from dataclasses import dataclass
from datetime import date, datetime

from respond.digestfacts import DigestFacts, Owed
from respond.digestwords import (
    CAME_WORDS,
    DONE_WORDS,
    HIRED_ALL_DONE,
    HIRED_WORDS,
    PAUSED_WORDS,
    SILENCE_BASE_RATE,
    action_words,
    counted,
    joined,
    number_word,
    reason_words,
)
from respond.language import language
from store.vocabulary import NextAction, RejectionReason

SHOWN = 8
"""Lines in a list before the rest becomes a number."""
ABOUT_THE_ROLE = frozenset(
    {
        RejectionReason.ROLE_FROZEN,
        RejectionReason.ROLE_CANCELLED,
        RejectionReason.ROLE_FILLED,
        RejectionReason.INTERNAL_CANDIDATE,
        RejectionReason.CAPACITY,
    }
)
"""Reasons that speak of the position, not of the person."""

_ORDER = (
    NextAction.REPLY_TO_OFFER,
    NextAction.REPLY_TO_INVITATION,
    NextAction.COMPLETE_ASSESSMENT,
    NextAction.REPLY_TO_REQUEST,
    NextAction.THANK_YOU,
    NextAction.STAY_CONNECTED_REPLY,
    NextAction.FOLLOW_UP,
    NextAction.FINAL_FOLLOW_UP,
    NextAction.RECONNECT,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One entry of a list: what, and in smaller words why or when."""

    text: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the digest: heading, a sentence, a list, a closing remark; each but the heading may be empty."""

    heading: str
    lead: str = ""
    lines: tuple[Line, ...] = ()
    note: str = ""


def sections_of(facts: DigestFacts) -> tuple[Section, ...]:
    """All sections that have something to say, in their order: owed first, then one's own doing, then what came."""
    sections = (
        _rest(facts),
        _owed(facts),
        _interviews(facts),
        _drafts(facts),
        _done(facts),
        _came(facts),
        _rejections(facts),
        _silent(facts),
        _people(facts),
    )
    return tuple(section for section in sections if section is not None)


def _rest(facts: DigestFacts) -> Section | None:
    """A search that is paused or over: what that means, and the thanks and withdrawals it leaves to do."""
    rest = facts.rest
    if rest is None:
        return None
    if not rest.is_over:
        until = f" It goes on on {_day(rest.until, facts.end)}." if rest.until else ""
        return Section("Your search is paused", f"{PAUSED_WORDS}{until}")
    thanks = [Line(f"Thank {person_words(one.name, one.company)}", one.why) for one in rest.thanks]
    open_still = [Line(f"Withdraw kindly, or close: {_place(one.company, one.role)}") for one in rest.withdrawals]
    lines = (*_shortened(thanks, facts), *_shortened(open_still, facts))
    return Section("You have found your job", HIRED_WORDS if lines else HIRED_ALL_DONE, lines)


def _owed(facts: DigestFacts) -> Section | None:
    if not facts.owed:
        return None
    lines = [Line(_owed_text(one), _owed_detail(one, facts)) for one in by_urgency(facts.owed)]
    return Section("Waiting for you", lines=_shortened(lines, facts))


def by_urgency(owed: tuple[Owed, ...]) -> list[Owed]:
    """What people wait for comes before what is ours to ask; within that, what fell due last: it is the freshest."""
    return sorted(
        owed,
        key=lambda one: (
            _ORDER.index(one.next_action) if one.next_action in _ORDER else len(_ORDER),
            -(one.deadline or date.min).toordinal(),
        ),
    )


def _owed_text(one: Owed) -> str:
    return f"{action_words(one.next_action)}: {_place(one.company, one.role)}"


def _owed_detail(one: Owed, facts: DigestFacts) -> str:
    # What fell due earlier says so itself, in its reason.
    ahead = one.deadline is not None and one.deadline > facts.end
    due = f"By {_day(one.deadline, facts.end)}." if one.deadline is not None and ahead else ""
    return " ".join(part for part in (due, one.why) if part)


def _interviews(facts: DigestFacts) -> Section | None:
    if not facts.interviews:
        return None
    ordered = sorted(facts.interviews, key=lambda one: one.at)
    lines = [
        Line(f"{moment_words(one.at)}: {_place(one.company, one.role)}", " ".join((one.place, *one.remember)).strip())
        for one in ordered
    ]
    return Section("Conversations ahead", lines=_shortened(lines, facts))


def _drafts(facts: DigestFacts) -> Section | None:
    if not facts.drafts:
        return None
    lines = [Line(f"To {one.to or one.about}", one.subject) for one in facts.drafts]
    return Section("Drafts to read", "Nothing is sent before you have said so.", _shortened(lines, facts))


def _done(facts: DigestFacts) -> Section | None:
    if not facts.done.total:
        return None
    counts = (
        facts.done.applications,
        facts.done.follow_ups,
        facts.done.thank_yous,
        facts.done.replies,
        facts.done.conversations,
    )
    parts = [
        counted(count, words, muted=facts.muted_counts)
        for count, words in zip(counts, DONE_WORDS, strict=True)
        if count
    ]
    return Section("What you did", f"{capital(joined(parts))}. That part is in your hands, and you did it.")


def _came(facts: DigestFacts) -> Section | None:
    parts = [
        counted(count, CAME_WORDS[tag], muted=facts.muted_counts)
        for tag, count in facts.came
        if count and tag in CAME_WORDS
    ]
    return Section("What came", f"{capital(joined(parts))}.") if parts else None


def _rejections(facts: DigestFacts) -> Section | None:
    """One line, and what of it was about the role and not about the person."""
    if not facts.rejections:
        return None
    number = len(facts.rejections)
    where = joined([one.company for one in facts.rejections[:SHOWN]]) if number <= SHOWN else ""
    said_no = counted(number, ("one application", "applications"), muted=facts.muted_counts)
    lead = f"{capital(said_no)} ended with a no" + (f" ({where})" if where else "") + "."
    apart = [one for one in facts.rejections if one.reason in ABOUT_THE_ROLE]
    note = ""
    if apart:
        reasons = dict.fromkeys(reason_words(one.reason) for one in apart if one.reason is not None)
        share = _share(len(apart), number, muted=facts.muted_counts)
        note = f"{share} about the role and not about you: {joined(list(reasons))}."
    return Section("Closed", lead, note=" ".join(part for part in (note, _lesson_offer(facts)) if part))


def _lesson_offer(facts: DigestFacts) -> str:
    """Where to keep a note, if the person likes; offered for one, so that it is no list of tasks."""
    number = next((one.application for one in facts.rejections if one.application), 0)
    if not number:
        return ""
    return f"If there is something you would like to remember for the next time: heardback lessons add {number}"


def _share(apart: int, number: int, *, muted: bool) -> str:
    if apart == number:
        return "It was" if number == 1 else "All were"
    if muted:
        return "Some were"
    return "One was" if apart == 1 else f"{capital(number_word(apart))} were"


def _silent(facts: DigestFacts) -> Section | None:
    if not facts.went_silent:
        return None
    lines = [
        Line(_place(one.company, one.role), f"Quiet since {_day(one.since, facts.end)}." + _chance(one.chance))
        for one in facts.went_silent
    ]
    return Section("Gone quiet", lines=_shortened(lines, facts), note=SILENCE_BASE_RATE)


def _chance(words: str | None) -> str:
    return f" {capital(words.rstrip('.'))}." if words else ""


def _people(facts: DigestFacts) -> Section | None:
    if not facts.people:
        return None
    lines = [Line(person_words(one.name, one.company), one.why) for one in facts.people]
    return Section("People to keep", lines=_shortened(lines, facts))


def _shortened(lines: list[Line], facts: DigestFacts) -> tuple[Line, ...]:
    if len(lines) <= SHOWN:
        return tuple(lines)
    rest = "And others." if facts.muted_counts else f"And {len(lines) - SHOWN} more."
    return (*lines[:SHOWN], Line(rest))


def _place(company: str, role: str) -> str:
    return f"{company}, {role}" if company and role else company or role or "an application without a name"


def person_words(name: str, company: str) -> str:
    return f"{name} ({company})" if name and company else name or f"someone at {company}"


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _day(day: date, today: date) -> str:
    return language("en").day(day, today)


def moment_words(at: datetime | None) -> str:
    return f"{_day(at.date(), at.date())} at {at:%H:%M}" if at is not None else ""
