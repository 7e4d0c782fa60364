"""The sections of the digest in their order; a section with nothing to say is not there at all."""

from respond.digestcame import came, rejections, went_quiet
from respond.digestfacts import DigestFacts, Lying
from respond.digestowed import conversations_ahead, drafts_to_read, waiting_for_you
from respond.digestpicture import done_words, picture_of
from respond.digestshape import Line, Section, conversation, shortened
from respond.digestwords import (
    HIRED_ALL_DONE,
    HIRED_WORDS,
    LYING_WORDS,
    PAUSED_AND_ASKED,
    PAUSED_WORDS,
    capital,
    counted,
    day_words,
    person_words,
    place_words,
)


def sections_of(facts: DigestFacts) -> tuple[Section, ...]:
    """All sections that have something to say, in their order: owed first, then one's own doing, then what came."""
    sections = (
        _rest(facts),
        _lying(facts),
        waiting_for_you(facts),
        drafts_to_read(facts),
        conversations_ahead(facts),
        _done(facts),
        came(facts),
        rejections(facts),
        went_quiet(facts),
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
        Line(f"Thank {person_words(one.name, one.company)}", one.why, conversation(one.application))
        for one in rest.thanks
    ]
    open_still = [
        Line(f"Withdraw kindly, or close: {place_words(one.company, one.role)}", path=conversation(one.application))
        for one in rest.withdrawals
    ]
    lines = (*shortened(thanks, facts), *shortened(open_still, facts))
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
    return Section("Perhaps overlooked", lead, shortened(lines, facts), note="" if more else f"{how}.", more=more)


def _lying_words(one: Lying, facts: DigestFacts) -> str:
    words = LYING_WORDS[one.tag]
    return f"{counted(one.count, words, muted=facts.muted_counts)} {'lies' if one.count == 1 else 'lie'} in"


def _done(facts: DigestFacts) -> Section | None:
    if not facts.done.total:
        return None
    did = capital(done_words(facts.done, muted=facts.muted_counts))
    picture = picture_of(facts)
    more = None if facts.muted_counts else ("The longer view", "insights")
    return Section("What you did", f"{did}. That part is in your hands, and you did it.", picture=picture, more=more)


def _people(facts: DigestFacts) -> Section | None:
    if not facts.people:
        return None
    lines = [
        Line(person_words(one.name, one.company), one.why, f"people/{one.person}" if one.person else "")
        for one in facts.people
    ]
    return Section("People to keep", lines=shortened(lines, facts))
