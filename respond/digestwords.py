"""The digest's set phrases: written for a bad day, so calm, concrete, and without judgement."""

from store.vocabulary import NextAction, RejectionReason, Tag

Words = tuple[str, str]
"""How one is said, and what follows the number of several."""

DONE_WORDS: tuple[Words, ...] = (
    ("one application", "applications"),
    ("one follow-up", "follow-ups"),
    ("one thank-you note", "thank-you notes"),
    ("one reply", "replies"),
    ("one conversation", "conversations"),
)
"""In the order of the fields of ``Done``."""

CAME_WORDS: dict[Tag, Words] = {
    Tag.OFFER: ("one offer", "offers"),
    Tag.INVITATION: ("one invitation", "invitations"),
    Tag.ASSESSMENT: ("one assessment", "assessments"),
    Tag.OUTREACH: ("one recruiter who wrote first", "recruiters who wrote first"),
    Tag.ACKNOWLEDGEMENT: ("one confirmation of receipt", "confirmations of receipt"),
}
"""Rejections have a line of their own, and ``other`` is nothing a person needs to hear of."""

SILENCE_BASE_RATE = (
    "Silence is common and says little about you. In a large survey of applicants in 2023, about a third in "
    "North America, and about 70 % in Europe, the Middle East and Africa, had heard nothing one to two months after "
    "applying."
)
"""CandE 2023, 36 % and 70 % (``domain.md`` §1.2); a share over all applicants, never the chance of one application."""

PAUSED_WORDS = "No follow-ups are asked of you meanwhile. What others ask of you stands below, if there is anything."
HIRED_WORDS = "Nobody is chased any more. These people may like to hear from you; there is no hurry."
HIRED_ALL_DONE = "Nobody is chased any more, and nobody is waiting for a word from you."

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

_ACTIONS: dict[NextAction, str] = {
    NextAction.REPLY_TO_INVITATION: "Answer the invitation",
    NextAction.REPLY_TO_REQUEST: "Send what they asked for",
    NextAction.COMPLETE_ASSESSMENT: "Do the assessment",
    NextAction.REPLY_TO_OFFER: "Answer the offer",
    NextAction.THANK_YOU: "Send the thank-you note",
    NextAction.FOLLOW_UP: "Follow up",
    NextAction.FINAL_FOLLOW_UP: "Send the last follow-up",
    NextAction.STAY_CONNECTED_REPLY: "Answer the decision, and stay in touch",
    NextAction.RECONNECT: "Get in touch again",
    NextAction.NONE: "Have a look",
}

_REASONS: dict[RejectionReason, str] = {
    RejectionReason.ROLE_FROZEN: "hiring was put on hold",
    RejectionReason.ROLE_CANCELLED: "the position was withdrawn",
    RejectionReason.ROLE_FILLED: "the position was already filled",
    RejectionReason.INTERNAL_CANDIDATE: "someone from inside got it",
    RejectionReason.CAPACITY: "all places were taken",
}


def action_words(action: NextAction) -> str:
    """A next action as a short request."""
    return _ACTIONS[action]


def reason_words(reason: RejectionReason) -> str:
    """A reason that lies in the role, in words; other reasons are not spelled out in a digest."""
    return _REASONS.get(reason, "")


def counted(number: int, words: Words, *, muted: bool) -> str:
    """ "one reply", "three replies", "14 replies"; without the number where counts are muted."""
    one, several = words
    if number == 1:
        return one
    if muted:
        return several
    return f"{number_word(number)} {several}"


def number_word(number: int) -> str:
    """A number up to twelve in words, larger ones in figures."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


def joined(parts: list[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return " and ".join(parts) if len(parts) < 3 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def opening_at_rest(*, is_over: bool, owed: bool) -> str:
    """The first sentence while the search is paused, or once it is over."""
    if is_over:
        return "You have found a job. Congratulations; this is what is left to do, and little of it is urgent."
    if owed:
        return "Your search is paused. Here is only what others ask of you."
    return "Your search is paused, and nothing is waiting for you here. Rest well."


def opening_words(*, blind: bool, quiet: bool, long: bool, owed: bool, active: bool) -> str:
    """The first sentence: what kind of week it was, softer in a long search.

    ``blind`` is a week in which not all mail could be read: then nothing is said of what is not there.
    """
    if blind and not owed:
        return "Here is your week, as far as heardback could read it."
    if quiet and long:
        return (
            "A quiet week. After this many weeks that can weigh a good deal, and resting is part of keeping going. "
            "Nothing is waiting for you here."
        )
    if quiet:
        return "A quiet week. Nothing is waiting for you here, and a pause does a search no harm."
    if long:
        return (
            "This search has been going on for a while, and that is tiring for anyone. Here is the week in short; "
            "nothing in it has to be done all at once."
        )
    if owed:
        return "Here is your week. What waits for you comes first."
    if active:
        return "Here is your week. Nothing is waiting for you right now."
    return "Here is what reached you this week. Nothing is waiting for you right now."
