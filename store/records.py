"""The facts about mail and applications, as frozen values (what was noted beside them: ``store.noted``).

Times are aware UTC; addresses are lower-cased addr-specs of RFC 5322 (empty when a header had none); Message-IDs keep
their angle brackets. Collections are tuples, so that every record can be compared and hashed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from store.vocabulary import (
    Direction,
    EventKind,
    RejectionReason,
    SenderKind,
    Tag,
)


@dataclass(frozen=True, slots=True)
class Address:
    """One mailbox of an address header: display name and addr-spec."""

    name: str
    address: str

    @property
    def domain(self) -> str:
        """The part after the last ``@``, or an empty string."""
        return self.address.rpartition("@")[2]

    @property
    def local(self) -> str:
        """The part before the last ``@``."""
        return self.address.rpartition("@")[0]


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """A VEVENT of a calendar part (RFC 5545), with the METHOD of its calendar (RFC 5546).

    ``start`` and ``end`` are UTC; ``zone`` is the IANA name or offset the event was written in, so that the wall time
    can be shown as the sender meant it. An all-day event has midnight of that day and ``all_day`` set.
    """

    uid: str
    method: str
    summary: str
    start: datetime | None
    end: datetime | None
    zone: str
    all_day: bool
    location: str
    organizer: Address
    sequence: int
    status: str


@dataclass(frozen=True, slots=True)
class Marks:
    """The header fields that tell automatic and bulk mail apart (``domain.md`` §4.3); empty when absent."""

    auto_submitted: str = ""
    auto_reply: str = ""
    precedence: str = ""
    list_id: str = ""
    list_unsubscribe: str = ""
    return_path: str = ""
    authentication_results: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """One mail, parsed once.

    ``identity`` is the hash that makes two deliveries of one mail the same, and two different mails under one
    Message-ID two (``ingest/identity.py``). ``date`` is the earlier of the Date field and the server's INTERNALDATE.
    ``text`` is what the sender wrote newly; ``quoted``, ``signature`` and ``footer`` were split off it.
    """

    identity: str
    message_id: str
    in_reply_to: tuple[str, ...]
    references: tuple[str, ...]
    sender: Address
    reply_to: tuple[Address, ...]
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    subject: str
    date: datetime
    text: str
    quoted: str = ""
    signature: str = ""
    footer: str = ""
    calendar: tuple[CalendarEvent, ...] = ()
    attachments: tuple[str, ...] = ()
    marks: Marks = Marks()
    sender_kind: SenderKind = SenderKind.COMPANY
    html: str = ""
    """The HTML body as it came, only on the way into the store (``store.bodies``); never judged by, unsafe to show."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A mail that could not be read: kept with its bytes and the reason, never lost, never fatal."""

    raw: bytes
    reason: str
    source: str


@dataclass(frozen=True, slots=True)
class Location:
    """Where a message lies on a server. UIDs mean something only together with UIDVALIDITY (RFC 3501 §2.3.1.1)."""

    account: str
    folder: str
    uidvalidity: int
    uid: int


@dataclass(frozen=True, slots=True)
class Watermark:
    """How far a folder has been read: ``up`` for what is new, ``down`` for history.

    UIDs in ``[down, up]`` are read. ``down == 1`` means that the whole history is in. ``read_back_to`` is how far back
    the mail is surely in (the middle of the dates of the last batch on the way down); ``last_success`` is the end of
    the last round that reached this folder.
    """

    account: str
    folder: str
    uidvalidity: int
    up: int
    down: int
    read_back_to: datetime | None = None
    last_success: datetime | None = None

    @property
    def is_whole(self) -> bool:
        """Whether the history behind the first mail read is in."""
        return self.down <= 1


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the tagger says of one message, and why.

    ``probabilities`` has one entry for each of ``MESSAGE_TAGS``, in that order, summing to one. ``tag`` is the
    likeliest one also when ``unsure``. ``kind`` is finer and free ("own mail", "automatic reply", "scheduling").
    """

    tag: Tag
    probabilities: tuple[float, ...]
    unsure: bool
    reasons: tuple[str, ...]
    model: str
    kind: str = ""
    language: str = "en"
    deciding: str = ""
    knows_application: bool = False
    """Judged in the knowledge that an application with this employer was open."""

    @property
    def confidence(self) -> float:
        """The probability of the likeliest tag."""
        return max(self.probabilities)


@dataclass(frozen=True, slots=True)
class Promise:
    """A date by which an answer was promised, with the sentence that promises it. ``due`` is a local calendar day."""

    due: date
    sentence: str


@dataclass(frozen=True, slots=True)
class NotBefore:
    """A local day before which they ask not to be written or applied to again, with the sentence that says so."""

    day: date
    sentence: str


@dataclass(frozen=True, slots=True)
class Interview:
    """An interview named in a mail. ``start`` is aware in the zone it was written in, or None if no time is fixed.

    ``stage`` is "screening", "interviewing" or "final"; ``uid`` the calendar UID when one came with it.
    """

    start: datetime | None
    end: datetime | None
    stage: str
    place: str = ""
    uid: str = ""
    cancelled: bool = False
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a reader of this one message can tell, address included; nothing is guessed from other mails."""

    verdict: Verdict
    company: str = ""
    agency: str = ""
    role: str = ""
    requisitions: tuple[str, ...] = ()
    rejection_reason: RejectionReason | None = None
    scam_signs: tuple[str, ...] = ()
    promise: Promise | None = None
    closing_date: date | None = None
    due: date | None = None
    interviews: tuple[Interview, ...] = ()
    wants: str = ""
    """What the mail asks of the person: "", "times", "confirmation", "information", "assessment", "offer".

    Of own mail what it does: "application", "interest"; and "chase", "thanks", "withdrawal", "approach" or "answer"
    where it went out as a draft of a known kind.
    """
    automatic: bool = False
    """Written by a machine (receipt, notice, out-of-office), not by a person."""
    not_before: NotBefore | None = None
    """Of a rejection: when they would hear from the person again."""


@dataclass(frozen=True, slots=True)
class StoredMessage:
    """A message in the store with what was made of it."""

    id: int
    message: Message
    direction: Direction
    account: str
    reading: Reading
    application_id: int | None = None
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened in an application; append-only.

    ``at`` is when it happened (an interview's event carries its start in ``detail``), ``detail`` plain JSON facts,
    ``sentence`` the words of the mail that say so, ``by`` "mail", "hand" or "heardback".
    """

    application_id: int
    kind: EventKind
    at: datetime
    message_id: int | None = None
    detail: Mapping[str, Any] = field(default_factory=dict, hash=False)
    sentence: str = ""
    by: str = "mail"
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Application:
    """One role at one company. What state it is in is derived from its events, never stored."""

    id: int
    company: str
    role: str
    agency: str = ""
    requisitions: tuple[str, ...] = ()
    country: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """A person met on the way."""

    id: int
    name: str
    address: str
    company: str
    role: str = ""
    met_on: datetime | None = None
    met_through: int | None = None
    write_next: date | None = None
    why: str = ""
