"""The digest's sections of what waits for the person, the most urgent first, and of the conversations ahead."""

from datetime import date

from respond.actionwords import action_words
from respond.digestfacts import DigestFacts, Owed, WaitingDraft
from respond.digestshape import SHOWN, Line, Section, conversation, shortened
from respond.digestwords import day_words, moment_words, place_words
from store.vocabulary import NextAction

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


def waiting_for_you(facts: DigestFacts) -> Section | None:
    """What others ask of the person and what is theirs to do, whether or not a draft answers it already."""
    if not facts.owed:
        return None
    owed = by_urgency(facts.owed, facts.end)
    lines = [Line(_owed_text(one), _owed_detail(one, facts), conversation(one.application)) for one in owed]
    note = NOTHING_IS_SENT if any(one.draft for one in owed[:SHOWN]) else ""
    return Section("Waiting for you", lines=shortened(lines, facts), note=note)


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


def drafts_to_read(facts: DigestFacts) -> Section | None:
    """Drafts that wait, without those named beside what is owed above."""
    named = {one.application for one in by_urgency(facts.owed, facts.end)[:SHOWN] if one.draft}
    drafts = [one for one in facts.drafts if one.problem or one.application not in named]
    drafts.sort(key=lambda one: not one.problem)
    if not drafts:
        return None
    lines = [Line(f"To {one.to or one.about}", _draft_detail(one), conversation(one.application)) for one in drafts]
    # Said once is enough.
    lead = "" if named else NOTHING_IS_SENT
    return Section("Drafts to read", lead, shortened(lines, facts))


def _draft_detail(one: WaitingDraft) -> str:
    gap = "Something in it is left for you to fill in." if one.gap else ""
    subject = f"{one.subject}." if one.subject and (gap or one.problem) else one.subject
    return " ".join(part for part in (subject, one.problem, gap) if part)


def conversations_ahead(facts: DigestFacts) -> Section | None:
    """Talks that are booked, the next one first, with what the person wanted to remember before them."""
    if not facts.interviews:
        return None
    ordered = sorted(facts.interviews, key=lambda one: one.at)
    lines = [
        Line(
            f"{moment_words(one.at)}: {place_words(one.company, one.role)}",
            " ".join((one.place, *one.remember)).strip(),
            conversation(one.application),
        )
        for one in ordered
    ]
    return Section("Conversations ahead", lines=shortened(lines, facts))
