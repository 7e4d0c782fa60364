"""One draft as the page shows it: the text with its gaps, where its facts come from, and what can be done with it."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from heardback.web.mailtext import Piece, with_gaps
from respond.gaps import open_gaps
from store.noted import Draft, Fact
from store.vocabulary import DraftKind, DraftState

LINE = 52
"""Characters that fit a line of the box beside the mails."""


@dataclass(frozen=True, slots=True)
class FactLine:
    """A fact in the draft, where it stands, and the mail it came from, where that is known."""

    slot: str
    value: str
    source: str
    mail: int | None


@dataclass(frozen=True, slots=True)
class DraftCard:
    """A draft with what the page has to know of it.

    ``mark`` differs where text, subject or addressee differ: nobody approves a text they have not seen. ``goes_out`` is
    the end of the undo window of an approved one; ``waits`` says why it stays longer, where it does.
    """

    id: int
    kind: DraftKind
    state: DraftState
    application: int | None
    sender: str
    to_name: str
    to: str
    subject: str
    body: str
    pieces: tuple[Piece, ...]
    gaps: tuple[str, ...]
    why: tuple[str, ...]
    facts: tuple[FactLine, ...]
    failure: str
    mark: str
    can_be_sent: bool
    later_until: datetime | None
    goes_out: datetime | None
    seconds_left: int
    waits: str
    only_by_hand: str
    changed: datetime
    sent: datetime | None

    @property
    def is_open(self) -> bool:
        """Whether it can be changed, approved or put off."""
        return self.state.is_open

    @property
    def rows(self) -> int:
        """Lines of the box for the text: enough for it, not more than a screen."""
        lines = sum(len(line) // LINE + 1 for line in self.body.strip().split("\n"))
        return min(max(lines + 1, 8), 22)

    @property
    def is_ready(self) -> bool:
        """Whether nothing is missing but the person's word."""
        return self.is_open and not self.gaps and self.can_be_sent and not self.only_by_hand

    @property
    def can_be_taken_back(self) -> bool:
        """Whether an approval can still be taken back."""
        return self.state is DraftState.APPROVED

    @property
    def is_stuck(self) -> bool:
        """Whether sending ended in a way the person has to look at."""
        return self.state in (DraftState.FAILED, DraftState.UNKNOWN)


def draft_card(draft: Draft, *, now: datetime, goes_out: datetime | None = None, waits: str = "") -> DraftCard:
    """The draft as a card; ``goes_out`` and ``waits`` are of an approved one."""
    later = draft.later_until if draft.later_until is not None and draft.later_until > now else None
    return DraftCard(
        id=draft.id,
        kind=draft.kind,
        state=draft.state,
        application=draft.application_id,
        sender=draft.sender.address,
        to_name=draft.to.name,
        to=draft.to.address,
        subject=draft.subject,
        body=draft.body,
        pieces=with_gaps(draft.body.strip("\n"), draft.gaps),
        gaps=open_gaps(draft),
        why=draft.why,
        facts=tuple(_fact_line(fact) for fact in draft.facts),
        failure=draft.failure,
        mark=mark_of(draft),
        can_be_sent=bool(draft.account),
        later_until=later if draft.state.is_open else None,
        goes_out=goes_out if draft.state is DraftState.APPROVED else None,
        seconds_left=max(0, int((goes_out - now).total_seconds())) if goes_out else 0,
        waits=waits,
        only_by_hand=draft.only_by_hand,
        changed=draft.changed,
        sent=draft.sent,
    )


def mark_of(draft: Draft) -> str:
    """A short mark of what would be sent, and to whom."""
    whole = "\x00".join((draft.to.address, draft.subject, draft.body))
    return hashlib.sha256(whole.encode("utf-8", "replace")).hexdigest()[:16]


def _fact_line(fact: Fact) -> FactLine:
    return FactLine(fact.slot.replace("_", " "), fact.value, fact.source, getattr(fact, "message", None))
