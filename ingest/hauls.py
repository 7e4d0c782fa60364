"""What is fetched together, and the batch that is made of it: each mail parsed, or set aside with the reason."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ingest.guarded import parse
from ingest.ports import Fetched
from store.records import Location, Message, Reading, Unreadable, Watermark

NOT_HANDED_OUT = "the mail server would not hand it out"


@dataclass(frozen=True, slots=True)
class Letter:
    """One message as it came, and where it lies."""

    location: Location
    fetched: Fetched

    @property
    def source(self) -> str:
        """The place, in words."""
        return f"{self.location.account}/{self.location.folder}/{self.location.uidvalidity}/{self.location.uid}"


@dataclass(frozen=True, slots=True)
class Haul:
    """What was fetched together, not parsed yet; otherwise a ``Batch``."""

    letters: tuple[Letter, ...]
    watermark: Watermark
    again: bool = False


@dataclass(frozen=True, slots=True)
class Arrived:
    """One message and where it lies; with its reading where whoever parsed it has read it too."""

    location: Location
    result: Message | Unreadable
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """Messages to store together with the watermark that then holds. A batch may be empty and move the watermark.

    ``again`` marks messages that were set aside before, as the server did not hand them out.
    """

    mails: tuple[Arrived, ...]
    watermark: Watermark
    again: bool = False


Parsing = Callable[[Iterator[Haul], int], Iterator[Batch]]
"""Makes batches of hauls, in their order; it is told how many messages there are at the most."""


def parsed(letter: Letter) -> Message | Unreadable:
    """One message taken apart, or set aside with the reason."""
    fetched = letter.fetched
    if not fetched.raw:
        return Unreadable(b"", NOT_HANDED_OUT, letter.source)
    return parse(
        fetched.raw, source=letter.source, internal_date=fetched.internal_date, attachments=fetched.attachments
    )


def batch_of(haul: Haul) -> Batch:
    """The haul, parsed here and now."""
    return Batch(tuple(Arrived(each.location, parsed(each)) for each in haul.letters), haul.watermark, haul.again)


def one_by_one(hauls: Iterator[Haul], _at_most: int) -> Iterator[Batch]:
    """Parses each haul before the next is fetched."""
    return map(batch_of, hauls)
