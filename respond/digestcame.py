"""The digest's sections of what came in the week: good and bad news, and what has gone quiet."""

from respond.digestfacts import DigestFacts
from respond.digestshape import SHOWN, Line, Section, conversation, shortened
from respond.digestwords import (
    CAME_WORDS,
    SILENCE_BASE_RATE,
    SILENCE_IN_WORDS,
    capital,
    chance_words,
    counted,
    day_words,
    joined,
    number_word,
    place_words,
    reason_words,
)
from store.vocabulary import RejectionReason

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


def came(facts: DigestFacts) -> Section | None:
    """The mails of the week by their kind, in one sentence."""
    parts = [
        counted(count, CAME_WORDS[tag], muted=facts.muted_counts)
        for tag, count in facts.came
        if count and tag in CAME_WORDS
    ]
    return Section("What came", f"{capital(joined(parts))}.") if parts else None


def rejections(facts: DigestFacts) -> Section | None:
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


def went_quiet(facts: DigestFacts) -> Section | None:
    """The applications that fell silent, each with the chance that an answer still comes."""
    if not facts.went_silent:
        return None
    muted = facts.muted_counts
    lines = [
        Line(
            place_words(one.company, one.role),
            f"Quiet since {day_words(one.since, facts.end)}. {chance_words(one.chance, muted=muted)}".strip(),
            conversation(one.application),
        )
        for one in facts.went_silent
    ]
    note = SILENCE_IN_WORDS if muted else SILENCE_BASE_RATE
    return Section("Gone quiet", lines=shortened(lines, facts), note=note)
