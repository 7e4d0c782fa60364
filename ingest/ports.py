"""What ``ingest`` and ``respond`` need of a mail server, as small protocols; ``ingest.imap`` implements them.

Every method may raise ``PassingError`` (connection, time-out, busy server: throw the mailbox away, try in a later
round) or ``PermanentError``.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder as LIST shows it (RFC 3501 §7.2.2), with its SPECIAL-USE attributes (RFC 6154)."""

    name: str
    attributes: tuple[str, ...]
    delimiter: str


@dataclass(frozen=True, slots=True)
class FolderState:
    """What EXAMINE answers. ``uidnext`` is 0 where the server does not say."""

    name: str
    uidvalidity: int
    uidnext: int
    exists: int


@dataclass(frozen=True, slots=True)
class Fetched:
    """One message as it came: its text and calendar parts rebuilt into a small message; attachments are only named."""

    uid: int
    raw: bytes
    internal_date: datetime | None
    size: int
    attachments: tuple[str, ...] = ()


class ReadsMail(Protocol):
    """A mailbox opened read-only."""

    def folders(self) -> tuple[Folder, ...]:
        """All selectable folders."""
        ...

    def examine(self, folder: str) -> FolderState:
        """Opens a folder read-only. Raises ``FolderMissing``."""
        ...

    def uids(self, low: int, high: int | None) -> tuple[int, ...]:
        """UIDs in ``[low, high]`` of the examined folder, ascending; ``None`` means up to the newest."""
        ...

    def uids_downward(self, high: int | None) -> Iterator[tuple[int, ...]]:
        """UIDs up to ``high`` of the examined folder in parts, each ascending, the newest part first.

        The server is asked for a part when it is wanted. Where mail is expunged meanwhile, parts may overlap.
        """
        ...

    def fetch(self, uids: Sequence[int]) -> Iterator[Fetched]:
        """The messages with these UIDs, without setting a flag. Expunged ones are missing, in silence."""
        ...


class KeepsDrafts(Protocol):
    """The writing side: heardback's own messages only."""

    def append(self, folder: str, raw: bytes, flags: Iterable[str], at: datetime) -> tuple[int, int] | None:
        """Puts a message into a folder. Returns (UIDVALIDITY, UID) where the server has UIDPLUS (RFC 4315)."""
        ...

    def find(self, folder: str, message_id: str) -> tuple[int, ...]:
        """UIDs of messages with this Message-ID in ``folder``."""
        ...

    def search_header(self, folder: str, field: str, value: str, since: date | None = None) -> tuple[int, ...]:
        """UIDs of messages in ``folder`` whose header field holds this value, those marked as deleted left out.

        ``since`` leaves out what arrived before that day (RFC 3501 §6.4.4; days are the server's).
        """
        ...

    def fetch_raw(self, folder: str, uid: int) -> bytes | None:
        """The whole message, unmarked, or None if it is gone."""
        ...

    def remove(self, folder: str, uidvalidity: int, uid: int) -> bool:
        """Removes one own message by UID EXPUNGE; False where the server has no UIDPLUS or UIDVALIDITY changed."""
        ...


class Mailbox(ReadsMail, KeepsDrafts, Protocol):
    """Both sides of one connection."""


class Bearer(Protocol):
    """An access token in place of a password (RFC 6750), renewed by itself while the person's sign-in holds."""

    def token(self) -> str:
        """One that should be good. Raises ``SignInRefused`` where the person has to sign in again."""
        ...

    def renewed(self, refused: str) -> str:
        """Another one than ``refused``, which the server did not take. Raises as ``token`` does."""
        ...
