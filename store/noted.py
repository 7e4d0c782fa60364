"""What was noted beside the mail: on people and rejections, drafts, digests, changes by hand, the search itself."""

from dataclasses import dataclass
from datetime import date, datetime

from store.records import Address, Location
from store.vocabulary import ChangeKind, DraftKind, DraftState, SearchPhase

_NOBODY = Address("", "")


@dataclass(frozen=True, slots=True)
class ContactNote:
    """What the person noted about somebody, by address: a day and reason to write, a pause, or that it is enough."""

    contact: str
    note: str = ""
    next_on: date | None = None
    reason: str = ""
    snoozed_until: date | None = None
    dropped: bool = False


@dataclass(frozen=True, slots=True)
class Lesson:
    """What the person took from a rejection (``domain.md`` §6.1); every field may be empty.

    ``stage`` is the step the application had reached. The reason as written and as guessed are kept apart.
    """

    application: int
    at: datetime
    stage: str = ""
    reason_written: str = ""
    reason_guessed: str = ""
    went_well: str = ""
    answer_better: str = ""
    was_a_match: str = ""
    stay_in_touch: str = ""
    change_next: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact used in a draft and where it came from, so that the person can check it.

    ``message`` is the number of the mail it was read in, None where it came from elsewhere.
    """

    slot: str
    value: str
    source: str
    message: int | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A reply waiting for its person, or what became of it.

    ``key`` is unique: kind, application or contact, triggering event, ordinal; so nothing is ever drafted twice.
    ``message_id`` is fixed when the draft is made and is the one it is sent under. ``gaps`` are facts that are missing:
    they stand visibly in ``body`` and block approval.
    """

    id: int
    key: str
    kind: DraftKind
    state: DraftState
    application_id: int | None
    account: str
    to: Address
    subject: str
    body: str
    message_id: str
    in_reply_to: str
    references: tuple[str, ...]
    language: str
    facts: tuple[Fact, ...]
    gaps: tuple[str, ...]
    why: tuple[str, ...]
    created: datetime
    changed: datetime
    sender: Address = _NOBODY
    approved: datetime | None = None
    sent: datetime | None = None
    failure: str = ""
    folder_copy: Location | None = None
    asked: bool = False
    """Whether the person asked for this reply themselves; a round does not take such a draft away."""
    later_until: datetime | None = None
    """Put off by the person: not shown among what needs them before this moment."""
    only_by_hand: str = ""
    """What the person added in their mail program that heardback would not send along, e.g. "an attachment"."""


@dataclass(frozen=True, slots=True)
class NoDraft:
    """Why no draft was written where one could have been; judged again when the facts change."""

    key: str
    kind: DraftKind
    application_id: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class DigestRecord:
    """One weekly digest: the week it covers and what became of it."""

    id: int
    week_of: date
    due: datetime
    state: str
    sent: datetime | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """Something the person changed by hand, in a sentence. ``undone_at`` once they took it back."""

    id: int
    at: datetime
    kind: ChangeKind
    words: str
    application: int | None = None
    undone_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Search:
    """The state of the whole search: since when, until which day a pause lasts, and the job that ended it."""

    phase: SearchPhase = SearchPhase.ON
    since: datetime | None = None
    until: date | None = None
    application: int | None = None
