"""What a weekly digest is written from: plain values, gathered by others, with times in the person's own zone."""

from dataclasses import dataclass
from datetime import date, datetime

from classify.state import Chance
from store.vocabulary import NextAction, RejectionReason, Tag


@dataclass(frozen=True, slots=True)
class Owed:
    """An application that waits for the person; ``why`` is one sentence, ``who`` the human it is owed to, if known.

    ``draft`` says that a reply lies ready to be read. ``application`` is its number, here and below.
    """

    company: str
    role: str
    next_action: NextAction
    deadline: date | None = None
    why: str = ""
    who: str = ""
    draft: bool = False
    application: int = 0


@dataclass(frozen=True, slots=True)
class WaitingDraft:
    """A draft that waits to be read; ``to`` is a name, ``about`` the company or role.

    ``gap`` says that something is left for the person to fill in; ``problem`` why it could not be sent.
    """

    to: str
    about: str
    subject: str
    gap: bool = False
    problem: str = ""
    application: int = 0


@dataclass(frozen=True, slots=True)
class Done:
    """What the person did in a week, counted; the part of a search they have in their own hands."""

    applications: int = 0
    follow_ups: int = 0
    thank_yous: int = 0
    replies: int = 0
    conversations: int = 0

    @property
    def letters(self) -> int:
        """What they wrote to people."""
        return self.follow_ups + self.thank_yous + self.replies

    @property
    def total(self) -> int:
        """Everything they did."""
        return self.applications + self.letters + self.conversations


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days from ``start`` on, and what was done in them."""

    start: date
    done: Done


@dataclass(frozen=True, slots=True)
class Declined:
    """A rejection that came in the week; ``application`` is its number, or 0 where a lesson is noted already."""

    company: str
    role: str
    reason: RejectionReason | None = None
    application: int = 0


@dataclass(frozen=True, slots=True)
class WentSilent:
    """An application that went silent; ``chance`` is how likely an answer still is, or None."""

    company: str
    role: str
    since: date
    chance: Chance | None = None
    application: int = 0


@dataclass(frozen=True, slots=True)
class ToWriteTo:
    """A person to keep in touch with, and the reason to write now; ``person`` is their number."""

    name: str
    company: str
    why: str
    person: int = 0


@dataclass(frozen=True, slots=True)
class Upcoming:
    """A booked interview; ``at`` is aware, in the person's zone. ``remember`` are lessons from talks of its kind."""

    company: str
    role: str
    at: datetime
    place: str = ""
    remember: tuple[str, ...] = ()
    application: int = 0


@dataclass(frozen=True, slots=True)
class AccountHealth:
    """How one mailbox fared: when it was last read, in the person's zone, and what is wrong with it, if anything."""

    name: str
    last_success: datetime | None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Lying:
    """Job mail that lies in a folder nobody reads, counted by what it seems to say."""

    account: str
    folder: str
    tag: Tag
    count: int


@dataclass(frozen=True, slots=True)
class LookThrough:
    """The last look through all folders: its day, how much of the job mail it saw was in the store, how much was not.

    ``lying`` is what still waits for the person; ``gone`` are folders that are to be read and are not there any more,
    each with its mailbox; ``doubtful`` counts stored mails that were taken for ordinary with doubt.
    """

    day: date
    stored: int
    missed: int
    lying: tuple[Lying, ...] = ()
    doubtful: int = 0
    gone: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ServiceReport:
    """That the service ran: how often it looked since that day, and how much of the week's mail it could not read."""

    rounds: int
    accounts: tuple[AccountHealth, ...] = ()
    unreadable: int = 0
    since: date | None = None
    look: LookThrough | None = None


@dataclass(frozen=True, slots=True)
class ToThank:
    """Somebody who helped and is owed thanks now that the search is over; ``why`` is one sentence."""

    name: str
    company: str
    why: str
    application: int = 0


@dataclass(frozen=True, slots=True)
class ToWithdraw:
    """An application that is still open elsewhere."""

    company: str
    role: str
    application: int = 0


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

    ``came`` counts the mail of the week by tag; ``weeks`` are the last ones, this one last; ``weeks_of_no`` counts how
    many of them in a row, this one included, brought rejections and no invitation. ``page`` is the address of the
    review page, if it runs; ``support`` are lines the person put in their config for hard weeks; ``muted_counts``
    leaves numbers out wherever they count. ``began`` is the day heardback began on, in its first week alone. ``rest``
    is None while the search goes on.
    """

    start: date
    end: date
    service: ServiceReport
    owed: tuple[Owed, ...] = ()
    drafts: tuple[WaitingDraft, ...] = ()
    done: Done = Done()
    weeks: tuple[Week, ...] = ()
    came: tuple[tuple[Tag, int], ...] = ()
    rejections: tuple[Declined, ...] = ()
    weeks_of_no: int = 0
    went_silent: tuple[WentSilent, ...] = ()
    people: tuple[ToWriteTo, ...] = ()
    interviews: tuple[Upcoming, ...] = ()
    weeks_searching: int = 0
    began: date | None = None
    muted_counts: bool = False
    page: str = ""
    support: tuple[str, ...] = ()
    rest: AtRest | None = None
