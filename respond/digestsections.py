"""The sections of the digest, each a small function; a section with nothing to say is not there at all."""

from dataclasses import dataclass
from datetime import date

from respond.actionwords import action_words
from respond.digestfacts import DigestFacts, Lying, Owed, WaitingDraft
from respond.digestpicture import Picture, done_words, picture_of
from respond.digestwords import (
    CAME_WORDS,
    HIRED_ALL_DONE,
    HIRED_WORDS,
    LYING_WORDS,
    PAUSED_AND_ASKED,
    PAUSED_WORDS,
    SILENCE_BASE_RATE,
    SILENCE_IN_WORDS,
    capital,
    chance_words,
    counted,
    day_words,
    joined,
    moment_words,
    number_word,
    person_words,
    place_words,
    reason_words,
)
from store.vocabulary import NextAction, RejectionReason

SHOWN = 5
"""Lines in a list before the rest becomes a number: what can be taken in on a bad day."""
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
NOTHING_IS_SENT = "Nothing is sent before you have said so."

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
_THEIRS = frozenset(_ORDER[:4])
"""What others wait for."""


@dataclass(frozen=True, slots=True)
class Line:
    """One entry of a list: what, in smaller words why or when, and the path on the review page that shows it."""

    text: str
    detail: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the digest: heading, a sentence, a picture, a list, a closing remark; each but the heading may be
    missing. ``more`` is what a link leads to, and its path."""

    heading: str
    lead: str = ""
    lines: tuple[Line, ...] = ()
    note: str = ""
    picture: Picture | None = None
    more: tuple[str, str] | None = None


def sections_of(facts: DigestFacts) -> tuple[Section, ...]:
    """All sections that have something to say, in their order: owed first, then one's own doing, then what came."""
    sections = (
        _rest(facts),
        _lying(facts),
        _owed(facts),
        _drafts(facts),
        _interviews(facts),
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
        until = f" It resumes on {day_words(rest.until, facts.end)}." if rest.until else ""
        return Section("Your search is paused", f"{PAUSED_AND_ASKED if facts.owed else PAUSED_WORDS}{until}")
    thanks = [
        Line(f"Thank {person_words(one.name, one.company)}", one.why, _conversation(one.application))
        for one in rest.thanks
    ]
    open_still = [
        Line(f"Withdraw kindly, or close: {place_words(one.company, one.role)}", path=_conversation(one.application))
        for one in rest.withdrawals
    ]
    lines = (*_shortened(thanks, facts), *_shortened(open_still, facts))
    return Section("You have found your job", HIRED_WORDS if lines else HIRED_ALL_DONE, lines)


def _lying(facts: DigestFacts) -> Section | None:
    """Job mail where nobody reads: how many of what, and in which folder; who wrote it stands on the page alone."""
    look = facts.service.look
    if look is None or not look.lying:
        return None
    several = len({one.account for one in look.lying}) > 1
    lines = [
        Line(f"{capital(_lying_words(one, facts))} “{one.folder}”" + (f" of {one.account}" if several else ""))
        for one in look.lying
    ]
    lead = "heardback looked through all folders and found this outside the ones it reads. It is not counted below."
    how = "To have it taken in, or passed over" + ("" if facts.page else ": heardback canary")
    more = (how, "health#looked-through") if facts.page else None
    return Section("Perhaps overlooked", lead, _shortened(lines, facts), note="" if more else f"{how}.", more=more)


def _lying_words(one: Lying, facts: DigestFacts) -> str:
    words = LYING_WORDS[one.tag]
    return f"{counted(one.count, words, muted=facts.muted_counts)} {'lies' if one.count == 1 else 'lie'} in"


def _owed(facts: DigestFacts) -> Section | None:
    if not facts.owed:
        return None
    owed = by_urgency(facts.owed, facts.end)
    lines = [Line(_owed_text(one), _owed_detail(one, facts), _conversation(one.application)) for one in owed]
    note = NOTHING_IS_SENT if any(one.draft for one in owed[:SHOWN]) else ""
    return Section("Waiting for you", lines=_shortened(lines, facts), note=note)


def by_urgency(owed: tuple[Owed, ...], today: date) -> list[Owed]:
    """What people wait for comes before what is ours to ask, and of that what is due already before what is not yet.

    Within that, what fell due last: it is the freshest.
    """
    return sorted(
        owed,
        key=lambda one: (
            one.next_action not in _THEIRS or one.deadline is None or one.deadline > today,
            _ORDER.index(one.next_action) if one.next_action in _ORDER else len(_ORDER),
            -(one.deadline or date.min).toordinal(),
        ),
    )


def _owed_text(one: Owed) -> str:
    return f"{action_words(one.next_action, one.who)}: {place_words(one.company, one.role)}"


def _owed_detail(one: Owed, facts: DigestFacts) -> str:
    # What fell due earlier says so itself, in its reason; a day that stands there need not stand twice.
    ahead = one.deadline is not None and one.deadline > facts.end
    told = one.deadline is not None and f"{one.deadline.day} {one.deadline:%B}" in one.why
    due = f"By {day_words(one.deadline, facts.end)}." if one.deadline is not None and ahead and not told else ""
    return " ".join(part for part in (due, one.why, "A draft is ready to read." if one.draft else "") if part)


def _drafts(facts: DigestFacts) -> Section | None:
    """Drafts that wait, without those named beside what is owed above."""
    named = {one.application for one in by_urgency(facts.owed, facts.end)[:SHOWN] if one.draft}
    drafts = [one for one in facts.drafts if one.problem or one.application not in named]
    drafts.sort(key=lambda one: not one.problem)
    if not drafts:
        return None
    lines = [Line(f"To {one.to or one.about}", _draft_detail(one), _conversation(one.application)) for one in drafts]
    # Said once is enough.
    lead = "" if named else NOTHING_IS_SENT
    return Section("Drafts to read", lead, _shortened(lines, facts))


def _draft_detail(one: WaitingDraft) -> str:
    gap = "Something in it is left for you to fill in." if one.gap else ""
    subject = f"{one.subject}." if one.subject and (gap or one.problem) else one.subject
    return " ".join(part for part in (subject, one.problem, gap) if part)


def _interviews(facts: DigestFacts) -> Section | None:
    if not facts.interviews:
        return None
    ordered = sorted(facts.interviews, key=lambda one: one.at)
    lines = [
        Line(
            f"{moment_words(one.at)}: {place_words(one.company, one.role)}",
            " ".join((one.place, *one.remember)).strip(),
            _conversation(one.application),
        )
        for one in ordered
    ]
    return Section("Conversations ahead", lines=_shortened(lines, facts))


def _done(facts: DigestFacts) -> Section | None:
    if not facts.done.total:
        return None
    did = capital(done_words(facts.done, muted=facts.muted_counts))
    picture = picture_of(facts)
    more = None if facts.muted_counts else ("The longer view", "insights")
    return Section("What you did", f"{did}. That part is in your hands, and you did it.", picture=picture, more=more)


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
    where = joined([one.company for one in facts.rejections]) if number <= SHOWN else ""
    said_no = counted(number, ("one application", "applications"), muted=facts.muted_counts)
    lead = f"{capital(said_no)} ended with a no" + (f" ({where})" if where else "") + "."
    apart = [one for one in facts.rejections if one.reason in ABOUT_THE_ROLE]
    note = ""
    if apart:
        reasons = dict.fromkeys(reason_words(one.reason) for one in apart if one.reason is not None)
        share = _share(len(apart), number, muted=facts.muted_counts)
        note = f"{share} about the role and not about you: {joined(list(reasons))}."
    lesson = next((one.application for one in facts.rejections if one.application), 0)
    if not lesson:
        return Section("Closed", lead, note=note)
    if facts.page:
        more = ("Keep a line for the next time, if you like", f"lessons/{lesson}")
        return Section("Closed", lead, note=note, more=more)
    offer = f"If there is something you would like to remember for the next time: heardback lessons add {lesson}"
    return Section("Closed", lead, note=" ".join(part for part in (note, offer) if part))


def _share(apart: int, number: int, *, muted: bool) -> str:
    if apart == number:
        return "It was" if number == 1 else "All were"
    if muted:
        return "Some were"
    return "One was" if apart == 1 else f"{capital(number_word(apart))} were"


def _silent(facts: DigestFacts) -> Section | None:
    if not facts.went_silent:
        return None
    muted = facts.muted_counts
    lines = [
        Line(
            place_words(one.company, one.role),
            f"Quiet since {day_words(one.since, facts.end)}. {chance_words(one.chance, muted=muted)}".strip(),
            _conversation(one.application),
        )
        for one in facts.went_silent
    ]
    note = SILENCE_IN_WORDS if muted else SILENCE_BASE_RATE
    return Section("Gone quiet", lines=_shortened(lines, facts), note=note)


def _people(facts: DigestFacts) -> Section | None:
    if not facts.people:
        return None
    lines = [
        Line(person_words(one.name, one.company), one.why, f"people/{one.person}" if one.person else "")
        for one in facts.people
    ]
    return Section("People to keep", lines=_shortened(lines, facts))


def _shortened(lines: list[Line], facts: DigestFacts) -> tuple[Line, ...]:
    if len(lines) <= SHOWN:
        return tuple(lines)
    more = len(lines) - SHOWN
    rest = "And others" if facts.muted_counts else f"And {number_word(more)} more"
    return (*lines[:SHOWN], Line(f"{rest}, whenever it suits you."))


def _conversation(application: int) -> str:
    return f"conversation/{application}" if application else ""
