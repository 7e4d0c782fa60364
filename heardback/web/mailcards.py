"""One mail as the page shows it: what it says, what was made of it, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from heardback.web.mailtext import Letter, letter
from respond.digestwords import PERCENT
from store.records import StoredMessage, Verdict
from store.vocabulary import MESSAGE_TAGS, Direction, Tag

LONGEST_IN_THREAD = 12_000
LONGEST_ALONE = 400_000
"""Characters of text shown of a mail among others, and of one alone."""
_SURE, _FAIRLY = 0.9, 0.05
_RUNNER_UP = "Next likeliest is "
_SPEAKS = "for it speaks: "
_ASKS = {
    Tag.INVITATION: "Is this an invitation?",
    Tag.REJECTION: "Is this a rejection?",
    Tag.OFFER: "Is this an offer?",
    Tag.ASSESSMENT: "Is this a test or task for you?",
    Tag.ACKNOWLEDGEMENT: "Is this a receipt, and no more?",
    Tag.OUTREACH: "Is this a recruiter writing to you first?",
    Tag.OTHER: "Is this something else, which settles nothing?",
}
_NAMED = {
    Tag.INVITATION: "an invitation",
    Tag.REJECTION: "a rejection",
    Tag.OFFER: "an offer",
    Tag.ASSESSMENT: "a test or task",
    Tag.ACKNOWLEDGEMENT: "a receipt",
    Tag.OUTREACH: "a recruiter writing first",
    Tag.OTHER: "something else",
}
"""Each as it is said in an answer to the question."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """What a calendar part of the mail says."""

    summary: str
    start: datetime | None
    place: str
    is_off: bool


@dataclass(frozen=True, slots=True)
class Rival:
    """The tag that came second, how likely it is, and what speaks for it."""

    tag: Tag
    share: str
    why: str

    @property
    def named(self) -> str:
        """As it is said in a sentence."""
        return _NAMED.get(self.tag, self.tag)


@dataclass(frozen=True, slots=True)
class MailCard:
    """One mail; ``certainty`` is empty for own mail, which has no tag to doubt."""

    id: int
    is_own: bool
    who: str
    address: str
    to: str
    at: datetime
    subject: str
    tag: Tag
    unsure: bool
    certainty: str
    reasons: tuple[str, ...]
    rival: Rival | None
    scam_signs: tuple[str, ...]
    text: Letter
    quoted: Letter
    closing: Letter
    meetings: tuple[Meeting, ...]
    attachments: tuple[str, ...]
    has_html: bool
    is_open: bool
    application: int | None

    @property
    def asks(self) -> str:
        """The question whether the tag is right."""
        return _ASKS.get(self.tag, "What is this?")

    @property
    def named(self) -> str:
        """The tag as it is said in a sentence."""
        return _NAMED.get(self.tag, self.tag)


def mail_card(stored: StoredMessage, *, has_html: bool, is_open: bool, longest: int = LONGEST_IN_THREAD) -> MailCard:
    """The mail as a card, unfolded where ``is_open``."""
    message, verdict = stored.message, stored.reading.verdict
    is_own = stored.direction is Direction.SENT
    rival = None if is_own or stored.corrected else rival_of(verdict)
    return MailCard(
        id=stored.id,
        is_own=is_own,
        who=message.sender.name or message.sender.address or "unknown sender",
        address=message.sender.address,
        to=", ".join(each.name or each.address for each in message.to[:3]) + (" …" if len(message.to) > 3 else ""),
        at=message.date,
        subject=message.subject or "(no subject)",
        tag=verdict.tag,
        unsure=verdict.unsure and not stored.corrected,
        certainty="" if is_own else certainty_words(verdict, corrected=stored.corrected),
        reasons=() if is_own else tuple(each for each in verdict.reasons if not each.startswith(_RUNNER_UP)),
        rival=rival,
        scam_signs=stored.reading.scam_signs,
        text=letter(message.text, longest),
        quoted=letter(message.quoted, longest),
        closing=letter("\n\n".join(filter(None, (message.signature, message.footer))), longest // 4),
        meetings=tuple(_meetings(stored)),
        attachments=message.attachments,
        has_html=has_html,
        is_open=is_open,
        application=stored.application_id,
    )


def certainty_words(verdict: Verdict, *, corrected: bool) -> str:
    """How sure the tag is, in words and as a share."""
    if corrected:
        return "you said so"
    share = _share(verdict.confidence)
    if verdict.unsure:
        return f"not sure, {share}"
    return f"sure, {share}" if verdict.confidence >= _SURE else f"fairly sure, {share}"


def rival_of(verdict: Verdict) -> Rival | None:
    """What else the mail could be, where that is not out of the question."""
    order = sorted(zip(verdict.probabilities, MESSAGE_TAGS, strict=True), key=lambda each: -each[0])
    probability, tag = next(each for each in order if each[1] is not verdict.tag)
    if probability < _FAIRLY:
        return None
    told = next((each for each in verdict.reasons if each.startswith(_RUNNER_UP)), "")
    return Rival(tag, _share(probability), told.partition(_SPEAKS)[2].rstrip("."))


def _share(probability: float) -> str:
    """ "28 %", never split at the end of a line."""
    return f"{probability * 100:.0f}{PERCENT}"


def _meetings(stored: StoredMessage) -> Iterable[Meeting]:
    for event in stored.message.calendar:
        is_off = event.method.upper() == "CANCEL" or event.status.upper() == "CANCELLED"
        yield Meeting(event.summary, event.start, event.location, is_off)
