"""What a mail asks of the person; of their own mail, whether it applies for a job or answers an approach."""

import re

from classify.folding import folded
from classify.meetingwords import CONFIRMS
from classify.progresswords import ASKS_ABOUT_APPLICATION
from classify.wantwords import (
    APPLIES,
    ASKS_CONFIRMATION,
    ASKS_INFORMATION,
    ASKS_TIMES,
    DECLINES,
    FOLLOWS_UP,
    INTERESTED,
    NAMES_APPLICATION,
    STATES_TIME,
)
from store.records import Interview, Message
from store.vocabulary import Direction, Tag

_READ = 5_000
_CV = re.compile(
    r"\b(?:cv|c\.v|lebenslauf|resume|résumé|curriculum|currículum|bewerbung\w*|anschreiben|cover[-_ "
    r"]?letter|lettre)",
    re.IGNORECASE,
)
_BOOKING_LINK = re.compile(
    r"https?://(?:[\w-]+\.)*(?:calendly\.com|cal\.com|savvycal\.com|goodtime\.io|youcanbook\.me|doodle\.com|"
    r"modernloop\.io|"
    r"calendar\.app\.google|outlook\.office365\.com/(?:owa/)?(?:calendar|book)|meetings\.hubspot\.com|zcal\.co|"
    r"tidycal\.com)[/\w]",
    re.IGNORECASE,
)


def wants_of(
    message: Message,
    text: str,
    tag: Tag,
    language: str,
    direction: Direction,
    interviews: tuple[Interview, ...] = (),
) -> str:
    """ "times", "confirmation", "information", "assessment", "offer" or "" for received mail; for the person's own
    "application", "interest" or "". ``interviews`` are those ``meetings.interviews_of`` found in the same mail."""
    if direction is Direction.SENT:
        return _of_own(message, text, language)
    match tag:
        case Tag.ASSESSMENT:
            return "assessment"
        case Tag.OFFER:
            return "offer"
        case Tag.INVITATION:
            return _of_invitation(message, text, language, interviews)
        case Tag.OTHER | Tag.ACKNOWLEDGEMENT:
            return _of_word(message, text, language, interviews)
        case Tag.OUTREACH if message.in_reply_to:
            return _of_word(message, text, language, interviews)
        case _:
            return ""


def _of_own(message: Message, text: str, language: str) -> str:
    """Whether the person's own mail applies or shows interest; a withdrawal or a chase does neither."""
    recipients = {each.address for each in (*message.to, *message.cc)}
    if recipients and recipients <= {message.sender.address}:
        return ""
    plain = folded(f"{message.subject}\n{text[:_READ]}", language)
    if DECLINES.search(plain):
        return ""
    is_answer = bool(message.in_reply_to)
    if is_answer and INTERESTED.search(plain):
        return "interest"
    applies = APPLIES.search(plain) is not None
    asks = ASKS_ABOUT_APPLICATION.search(f"{message.subject}\n{text[:_READ]}") is not None
    if asks and (is_answer or not applies):
        return ""
    if applies:
        return "application"
    if not is_answer and any(_CV.search(name) for name in message.attachments):
        return "application"
    # Who thanks somebody in an application says so in its own words as well; who only names one does not apply.
    if FOLLOWS_UP.search(plain):
        return ""
    if NAMES_APPLICATION.search(plain):
        return "application"
    return "interest" if INTERESTED.search(plain) else ""


def _of_word(message: Message, text: str, language: str, interviews: tuple[Interview, ...]) -> str:
    """What a mail without a telling tag asks: papers, or a yes to the time it names."""
    if ASKS_INFORMATION.search(folded(text[:_READ], language)):
        return "information"
    return _of_invitation(message, text, language, interviews) if interviews else ""


def _of_invitation(message: Message, text: str, language: str, interviews: tuple[Interview, ...]) -> str:
    plain = folded(f"{message.subject}\n{text[:_READ]}", language)
    fixed = [each for each in interviews if each.start is not None and not each.cancelled]
    if any(each.cancelled for each in interviews) and not fixed:
        return "times" if ASKS_TIMES.search(plain) else ""
    if len(fixed) > 1 and not message.calendar:
        return "times"
    if not fixed:
        return "information" if not _asks_times(plain, text) and ASKS_INFORMATION.search(plain) else "times"
    if ASKS_CONFIRMATION.search(plain):
        return "confirmation"
    if fixed[0].confirmed or CONFIRMS.search(plain) or STATES_TIME.search(plain):
        return ""
    if message.calendar:
        return "confirmation"
    return "times" if _asks_times(plain, text) and "?" not in text else "confirmation"


def _asks_times(plain: str, text: str) -> bool:
    return ASKS_TIMES.search(plain) is not None or _BOOKING_LINK.search(text) is not None
