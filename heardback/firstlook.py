"""A first look at mails: each parsed and read by itself, as if it answered nothing the person sent.

What a process beside the one that stores is told, asked and says (``readworker.py``, ``readapart.py``). It is told
which model to read with and whose mail it is; no password, no server, and nothing that is stored.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from classify.reading import Reader
from store.records import Message, Reading, Unreadable
from store.vocabulary import Direction


@dataclass(frozen=True, slots=True)
class Briefing:
    """What makes two readers read alike: equal briefings, equal readings.

    ``model`` is the version of the model, ``data`` the folder the person's own models lie in.
    """

    data: str
    model: str
    unsure_below: float | None
    own_addresses: tuple[str, ...]
    zone: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known of a mail beside its octets. ``sent`` when it lies in a Sent folder."""

    internal_date: datetime | None
    attachments: tuple[str, ...]
    sent: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A mail and its reading; else why it could not be parsed."""

    message: Message | None = None
    reading: Reading | None = None
    reason: str = ""


def direction_of(mail: Message, own_addresses: frozenset[str], *, sent: bool) -> Direction:
    """Which way a mail went; ``sent`` when it came out of a Sent folder."""
    return Direction.SENT if sent or mail.sender.address in own_addresses else Direction.RECEIVED


def look_at(
    asked: Sequence[Asked], raws: Sequence[bytes], parse: Callable[..., Message | Unreadable], reader: Reader
) -> tuple[Told, ...]:
    """What the mails say, in their order."""
    mails = [
        parse(raw, source="", internal_date=each.internal_date, attachments=each.attachments)
        for each, raw in zip(asked, raws, strict=True)
    ]
    found = [(mail, each.sent) for mail, each in zip(mails, asked, strict=True) if isinstance(mail, Message)]
    readings = iter(
        reader.read_all(
            [mail for mail, _ in found],
            directions=[direction_of(mail, reader.own_addresses, sent=sent) for mail, sent in found],
            answers=[False] * len(found),
        )
    )
    return tuple(
        Told(mail, next(readings)) if isinstance(mail, Message) else Told(reason=mail.reason) for mail in mails
    )
