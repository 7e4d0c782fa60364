"""The digest's set phrases: written for a bad day, so calm, concrete, and without judgement."""

from datetime import date, datetime

from classify.state import Chance
from respond.language import language
from store.vocabulary import RejectionReason, Tag

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

LYING_WORDS: dict[Tag, Words] = {
    **CAME_WORDS,
    Tag.OUTREACH: ("one first letter of a recruiter", "first letters of recruiters"),
    Tag.REJECTION: ("one answer to an application", "answers to applications"),
    Tag.OTHER: ("one mail of somebody you know from an application", "mails of people you know from applications"),
}
"""What lies where nobody reads. A no is not told in passing."""

PERCENT = "\N{NO-BREAK SPACE}%"
SILENCE_BASE_RATE = (
    "Silence is common and says little about you. In a large survey of applicants in 2023, about a third in "
    f"North America, and about 70{PERCENT} in Europe, the Middle East and Africa, had heard nothing one to two months "
    "after applying."
)
"""CandE 2023, 36 % and 70 % (``domain.md`` §1.2); a share over all applicants, never the chance of one application."""
SILENCE_IN_WORDS = "Silence is common and says little about you: many applicants never hear back at all."
"""The same where numbers are left out."""

PAUSED_WORDS = "No follow-ups are asked of you meanwhile."
PAUSED_AND_ASKED = "No follow-ups are asked of you meanwhile. What others wait for stands below."
HIRED_WORDS = "Nobody is chased any more. These people may like to hear from you; there is no hurry."
HIRED_ALL_DONE = "Nobody is chased any more, and nobody is waiting for a word from you."

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

_REASONS: dict[RejectionReason, str] = {
    RejectionReason.ROLE_FROZEN: "hiring was put on hold",
    RejectionReason.ROLE_CANCELLED: "the position was withdrawn",
    RejectionReason.ROLE_FILLED: "the position was already filled",
    RejectionReason.INTERNAL_CANDIDATE: "someone from inside got it",
    RejectionReason.CAPACITY: "all places were taken",
}

_LIKELY = (
    (0.5, "An answer is still more likely than not"),
    (0.25, "An answer is still quite possible"),
    (0.1, "An answer is possible, though it grows less likely"),
    (0.0, "An answer has become unlikely; your time may be better spent elsewhere"),
)
"""From which share of answered waits on something is said; the bounds are our own choice."""
VAGUE = 50
"""From how many points of a hundred on a range is called what it is: little knowledge (own choice)."""


def reason_words(reason: RejectionReason) -> str:
    """A reason that lies in the role, in words; other reasons are not spelled out in a digest."""
    return _REASONS.get(reason, "")


def chance_words(chance: Chance | None, *, muted: bool) -> str:
    """How likely an answer still is, as a sentence; empty where nothing is known."""
    if chance is None:
        return ""
    if not chance.high:
        return f"{capital(chance.words.rstrip('.'))}."
    likely = next(words for bound, words in _LIKELY if chance.p >= bound)
    if muted:
        return f"{likely}."
    low, high = round(chance.low * 100), max(1, round(chance.high * 100))
    about = f"{likely}: about {max(1, round(chance.p * 100))}{PERCENT}"
    if high - low >= VAGUE:
        return f"{about}, though little is known of such waits yet ({low} to {high}{PERCENT})."
    return f"{about}, between {low} and {high}{PERCENT}."


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


def capital(text: str) -> str:
    """The text with a large first letter."""
    return text[:1].upper() + text[1:]


def person_words(name: str, company: str) -> str:
    """Somebody with the house they belong to."""
    return f"{name} ({company})" if name and company else name or f"someone at {company}"


def place_words(company: str, role: str) -> str:
    """An application by its employer and role."""
    return f"{company}, {role}" if company and role else company or role or "an application without a name"


def day_words(day: date, today: date) -> str:
    """A day with its weekday."""
    return language("en").day(day, today)


def moment_words(at: datetime | None) -> str:
    """A day and its time; empty for none."""
    return f"{day_words(at.date(), at.date())} at {at:%H:%M}" if at is not None else ""


def short_day(day: date) -> str:
    """ "28 September"."""
    return f"{day.day} {language('en').months[day.month - 1]}"
