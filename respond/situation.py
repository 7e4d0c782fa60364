"""What a reply is written from, and what comes out: plain values, no deciding."""

from dataclasses import dataclass
from datetime import datetime

from classify.state import ApplicationState
from store.records import Address, Application, Fact, StoredMessage
from store.vocabulary import DraftKind


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
    event from 1; ``used_wordings`` are the wordings this employer has already had (``Composed.wording``).
    """

    kind: DraftKind
    application: Application
    state: ApplicationState
    messages: tuple[StoredMessage, ...]
    person: Person
    now: datetime
    ordinal: int = 1
    used_wordings: frozenset[str] = frozenset()


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


def draft_key(situation: Situation) -> str:
    """What makes a draft the same draft: kind, application, triggering event, ordinal (``design.md`` §3).

    The event is named by its message where it has one, else by what and when it was: ids of derived events may change.
    """
    event = situation.state.trigger
    if event is None:
        trigger = "none"
    elif event.message_id is not None:
        trigger = f"{event.kind}-m{event.message_id}"
    else:
        trigger = f"{event.kind}-{event.at:%Y%m%dT%H%M%S}"
    return f"{situation.kind}/a{situation.application.id}/{trigger}/{situation.ordinal}"
