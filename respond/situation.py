"""What a reply is written from, and what comes out: plain values, no deciding."""

from dataclasses import dataclass, field
from datetime import datetime

from classify.state import ApplicationState
from respond.freetime import Diary
from respond.ownwordings import OwnWordings
from store.noted import Fact
from store.records import Address, Application, StoredMessage
from store.vocabulary import Direction, DraftKind


@dataclass(frozen=True, slots=True)
class Person:
    """Who writes. ``timezone`` is an IANA name; ``signature`` the lines under the closing, empty for the name alone."""

    name: str
    address: str
    other_addresses: tuple[str, ...] = ()
    timezone: str = "UTC"
    signature: str = ""

    @property
    def addresses(self) -> frozenset[str]:
        """All addresses that are the person's own, lower-cased."""
        return frozenset(address.lower() for address in (self.address, *self.other_addresses) if address)


@dataclass(frozen=True, slots=True)
class Situation:
    """One application at one moment, and the kind of reply that is due.

    ``messages`` are those of this application, in any order; ``ordinal`` counts the replies of this kind to the same
    event from 1; ``used_wordings`` are the wordings this employer has already had (``Composed.wording``), and
    ``used_sentences`` their sentences, as ``sentences.plain_sentences`` gives them.
    """

    kind: DraftKind
    application: Application
    state: ApplicationState
    messages: tuple[StoredMessage, ...]
    person: Person
    now: datetime
    ordinal: int = 1
    used_wordings: frozenset[str] = frozenset()
    used_sentences: frozenset[str] = frozenset()
    asked: bool = False
    """Whether the person asked for this reply; for an assessment that means more time."""
    to: Address | None = None
    """Whom it is for, where that is not told by the mails: somebody to be thanked."""
    taken: bool = False
    """Whether the person has taken another job."""
    diary: Diary = field(default_factory=Diary)
    looking_for: str = ""
    own: OwnWordings = field(default_factory=OwnWordings)
    """The wordings the person wrote in place of ours."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A reply in words, ready to become a ``Draft``.

    ``gaps`` are the bracketed places of ``body`` only the person can fill; ``wording`` names the template, so that
    the same employer never gets it twice.
    """

    to: Address
    subject: str
    body: str
    in_reply_to: str
    references: tuple[str, ...]
    language: str
    facts: tuple[Fact, ...]
    gaps: tuple[str, ...]
    why: tuple[str, ...]
    wording: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Why no reply is written, in a sentence the person is shown."""

    reason: str


def received_newest_first(situation: Situation) -> tuple[StoredMessage, ...]:
    """What the other side wrote, newest first."""
    own = situation.person.addresses
    received = [
        one
        for one in situation.messages
        if one.direction is Direction.RECEIVED and one.message.sender.address not in own
    ]
    return tuple(sorted(received, key=lambda one: (one.message.date, one.id), reverse=True))
