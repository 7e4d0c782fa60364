"""What a weekly digest is written from: plain values, gathered by others, with times in the person's own zone."""

from dataclasses import dataclass
from datetime import date, datetime

from store.vocabulary import NextAction, RejectionReason, Tag


@dataclass(frozen=True, slots=True)
class Owed:
    """An application that waits for the person; ``why`` is one sentence."""

    company: str
    role: str
    next_action: NextAction
    deadline: date | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class WaitingDraft:
    """A draft that waits to be read; ``to`` is a name, ``about`` the company or role."""

    to: str
    about: str
    subject: str


@dataclass(frozen=True, slots=True)
class Done:
    """What the person did in the week, counted; the part of a search they have in their own hands."""

    applications: int = 0
    follow_ups: int = 0
    thank_yous: int = 0
    replies: int = 0
    conversations: int = 0

    @property
    def total(self) -> int:
        """Everything they did."""
        return self.applications + self.follow_ups + self.thank_yous + self.replies + self.conversations


@dataclass(frozen=True, slots=True)
class Declined:
    """A rejection that came in the week; ``application`` is its number, or 0 where a lesson is noted already."""

    company: str
    role: str
    reason: RejectionReason | None = None
    application: int = 0


@dataclass(frozen=True, slots=True)
class WentSilent:
    """An application that went silent; ``chance`` says in words how likely an answer still is, or is None."""

    company: str
    role: str
    since: date
    chance: str | None = None


@dataclass(frozen=True, slots=True)
class ToWriteTo:
    """A person to keep in touch with, and the reason to write now."""

    name: str
    company: str
    why: str


@dataclass(frozen=True, slots=True)
class Upcoming:
    """A booked interview; ``at`` is aware, in the person's zone. ``remember`` are lessons from talks of its kind."""

    company: str
    role: str
    at: datetime
    place: str = ""
    remember: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AccountHealth:
    """How one mailbox fared: when it was last read, in the person's zone, and what is wrong with it, if anything."""

    name: str
    last_success: datetime | None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class ServiceReport:
    """That the service ran in the week, and what it could not read."""

    rounds: int
    accounts: tuple[AccountHealth, ...] = ()
    unreadable: int = 0


@dataclass(frozen=True, slots=True)
class ToThank:
    """Somebody who helped and is owed thanks now that the search is over; ``why`` is one sentence."""

    name: str
    company: str
    why: str


@dataclass(frozen=True, slots=True)
class ToWithdraw:
    """An application that is still open elsewhere."""

    company: str
    role: str


@dataclass(frozen=True, slots=True)
class AtRest:
    """A search that is paused (until a day, or until it is resumed) or over, with what is owed then."""

    is_over: bool
    until: date | None = None
    thanks: tuple[ToThank, ...] = ()
    withdrawals: tuple[ToWithdraw, ...] = ()


@dataclass(frozen=True, slots=True)
class DigestFacts:
    """One week, from ``start`` to ``end`` inclusive, on the person's calendar.

    ``came`` counts the mail of the week by tag; ``page`` is the address of the review page, if it runs; ``support``
    are lines the person put in their config for hard weeks; ``muted_counts`` leaves numbers out wherever they count.
    ``rest`` is None while the search goes on.
    """

    start: date
    end: date
    service: ServiceReport
    owed: tuple[Owed, ...] = ()
    drafts: tuple[WaitingDraft, ...] = ()
    done: Done = Done()
    came: tuple[tuple[Tag, int], ...] = ()
    rejections: tuple[Declined, ...] = ()
    went_silent: tuple[WentSilent, ...] = ()
    people: tuple[ToWriteTo, ...] = ()
    interviews: tuple[Upcoming, ...] = ()
    weeks_searching: int = 0
    muted_counts: bool = False
    page: str = ""
    support: tuple[str, ...] = ()
    rest: AtRest | None = None
