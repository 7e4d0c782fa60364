"""What the mails of an application that were read so far amount to, for reading the next one."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from store.vocabulary import EventKind

Told = tuple[EventKind, datetime, dict[str, Any], str]
"""What a mail says happened, when, with which details, and the sentence that says so."""


@dataclass(slots=True)
class Sofar:
    """What the messages read so far amount to, as far as the meaning of the next one depends on it."""

    applied: bool = False
    receipt: bool = False
    ask: EventKind | None = None
    assessment: bool = False
    interviews: list[datetime] = field(default_factory=list)
    answered_ask: bool = False
    proposed: datetime | None = None
    """The time of the proposal that was answered; None where they had asked for times."""
    offer_open: bool = False
    rejected: bool = False
    heard: bool = False
