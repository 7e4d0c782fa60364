"""Mails with a reading already made, for histories no tagger needs to read: what arrives is what is said of it."""

from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from ingest.senders import is_no_reply, sender_kind
from store.records import Address, Interview, Message, Promise, Reading, Verdict
from store.vocabulary import MESSAGE_TAGS, Direction, RejectionReason, Tag

ME = "sam@home.example"
BERLIN = ZoneInfo("Europe/Berlin")
FIRST = date(2026, 9, 21)
"""The Monday on which every history begins; both clock changes, the year-end pause and Easter lie ahead of it."""
OWN_WORDS = {
    "applies": "I would like to apply for the position. My CV is attached.",
    "chases": "I wanted to ask whether there is any news about my application.",
    "thanks": "Thank you for the conversation; it was a pleasure to meet you.",
    "withdraws": "I have decided to withdraw my application.",
    "hands in": "Attached is my solution.",
    "accepts": "I gladly accept your offer.",
    "answers": "Yes, that suits me well.",
}


@dataclass(frozen=True, slots=True, repr=False)
class Letter:
    """One mail as it could be: whose, about what, and what a reader would make of it. Days count from ``FIRST``."""

    number: int
    day: int
    minute: int
    own: str = ""
    """What the person's own mail does, a key of ``OWN_WORDS``; "" for mail that came in."""
    tag: Tag = Tag.OTHER
    person: str = "kim@alder.example"
    company: str = ""
    agency: str = ""
    role: str = ""
    requisition: str = ""
    answers: int | None = None
    promised: int | None = None
    """Days from this mail to the day they promise."""
    interview: int | None = None
    """Days from this mail to the interview it names."""
    stage: str = "interviewing"
    wants: str = ""
    unsure: bool = False
    called_off: bool = False

    def __repr__(self) -> str:
        told = {name: value for name, value in asdict(self).items() if value != _PLAIN.get(name)}
        return f"Letter({', '.join(f'{name}={value!r}' for name, value in told.items())})"

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:
        printer.text(repr(self))

    @property
    def at(self) -> datetime:
        """When it was sent."""
        moment = datetime.combine(FIRST, time(7), BERLIN) + timedelta(days=self.day)
        return (moment + timedelta(minutes=self.minute)).astimezone(UTC)

    @property
    def direction(self) -> Direction:
        return Direction.SENT if self.own else Direction.RECEIVED

    @property
    def is_human(self) -> bool:
        return not is_no_reply(Address("", self.person))


_PLAIN = asdict(Letter(0, 0, 0)) | {"number": None, "day": None}


def message_of(letter: Letter) -> Message:
    """The mail as it lies in a mailbox."""
    mine, theirs = Address("Sam Reed", ME), Address("", letter.person)
    above = () if letter.answers is None else (_number(letter.answers),)
    return Message(
        identity=f"letter-{letter.number:05}",
        message_id=_number(letter.number),
        in_reply_to=above,
        references=above,
        sender=mine if letter.own else theirs,
        reply_to=(),
        to=(theirs if letter.own else mine,),
        cc=(),
        subject=f"{letter.role} at {letter.company}",
        date=letter.at,
        text=OWN_WORDS[letter.own] if letter.own else "Hello Sam, could you tell us more?",
        sender_kind=sender_kind(theirs),
    )


def reading_of(letter: Letter) -> Reading:
    """What a reader makes of it."""
    told = Reading(
        _verdict(letter),
        company=letter.company,
        agency=letter.agency,
        role=letter.role,
        requisitions=(letter.requisition,) if letter.requisition else (),
        automatic=not letter.own and not letter.is_human,
    )
    if letter.own:
        return replace(told, wants="application" if letter.own == "applies" else "")
    promise = None
    if letter.promised is not None:
        due = letter.at.astimezone(BERLIN).date() + timedelta(days=letter.promised)
        promise = Promise(due, "We will write to you by then.")
    reason = RejectionReason.NOT_STATED if letter.tag is Tag.REJECTION else None
    return replace(told, promise=promise, interviews=_interviews(letter), wants=letter.wants, rejection_reason=reason)


def _interviews(letter: Letter) -> tuple[Interview, ...]:
    if letter.interview is None:
        return ()
    day = letter.at.astimezone(BERLIN).date() + timedelta(days=letter.interview)
    start = datetime.combine(day, time(14), BERLIN)
    return (Interview(start, None, letter.stage, cancelled=letter.called_off),)


def _verdict(letter: Letter) -> Verdict:
    shares = tuple(float(each is letter.tag) for each in MESSAGE_TAGS)
    return Verdict(letter.tag, shares, letter.unsure, ("because",), "test", deciding=f"Sentence {letter.number}.")


def _number(number: int) -> str:
    return f"<{number}@letters.example>"
