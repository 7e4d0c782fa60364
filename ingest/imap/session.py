"""A session with a mail server: the folder that is open, good-byes, and what commands raise in our own words."""

import imaplib
import logging
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import TracebackType
from typing import Any, Self

from ingest import imap_errors as errors
from ingest.accounts import Account
from ingest.folders import missing
from ingest.imap.asking import UNINTELLIGIBLE
from ingest.imap.connecting import hang_up
from ingest.imap.watching import ANSWER_SECONDS
from ingest.imap_answers import cannot_be_selected, read_folder_line
from ingest.ports import Folder, FolderState
from store.errors import PassingError

log = logging.getLogger(__name__)

GOODBYE_SECONDS = 5.0
HURRIED_GOODBYE_SECONDS = 0.5


class Session:
    """A signed-in connection. A context manager: leaving it signs out, quietly."""

    def __init__(self, account: Account, client: Any) -> None:
        self._account = account
        self._client = client
        self._reading: FolderState | None = None
        self._selected = ""
        self._dead = False
        self._hurried = False
        self._next_uid: dict[str, int] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        interrupted = kind is not None and not issubclass(kind, Exception)
        if self._dead or interrupted:
            hang_up(self._client)
            return
        try:
            self._client.socket().settimeout(HURRIED_GOODBYE_SECONDS if self._hurried else GOODBYE_SECONDS)
            self._client.logout()
        except (imaplib.IMAP4.error, OSError) as failure:
            log.debug("signing out failed: %s", type(failure).__name__)
            hang_up(self._client)

    @property
    def is_dead(self) -> bool:
        """Whether the connection is known to be of no more use."""
        return self._dead

    def folders(self) -> tuple[Folder, ...]:
        """All selectable folders, names in Unicode."""
        with self._guarded("listing the folders"):
            listed = self._client.list_folders()
        if not listed:
            raise errors.garbled(self._account, "listing the folders")  # every mailbox has an INBOX (RFC 3501 §5.1)
        folders = (read_folder_line(attributes, delimiter, name) for attributes, delimiter, name in listed)
        return tuple(folder for folder in folders if not cannot_be_selected(folder))

    def check(self) -> None:
        """Asks for a sign of life. Raises ``PassingError`` where none comes soon."""
        with self._guarded("looking for mail"), self._answering_soon():
            self._client.noop()

    def hurry(self) -> None:
        """Makes the good-bye a short one: the program is about to end."""
        self._hurried = True

    def cut(self) -> None:
        """Ends the connection at once, out of another thread: whatever waits on it fails as if the line broke."""
        self._dead = True
        with suppress(OSError):
            self._client.socket().shutdown(socket.SHUT_RDWR)

    def _select(self, folder: str, *, readonly: bool) -> FolderState:
        self._selected = ""
        with self._guarded("opening a folder", folder):
            answer = self._client.select_folder(folder, readonly=readonly)
        if b"EXISTS" not in answer:
            raise errors.garbled(self._account, "opening a folder")  # no server may leave it out (RFC 3501 §6.3.1)
        self._selected = folder if readonly else ""
        return FolderState(
            name=folder,
            uidvalidity=int(answer.get(b"UIDVALIDITY", 0)),
            uidnext=int(answer.get(b"UIDNEXT", 0)),
            exists=int(answer.get(b"EXISTS", 0)),
        )

    def _return_to_reading(self) -> FolderState:
        """The examined folder, opened again if another one was looked into meanwhile."""
        assert self._reading is not None, "no folder was examined"
        if self._selected != self._reading.name:
            again = self._select(self._reading.name, readonly=True)
            if again.uidvalidity != self._reading.uidvalidity:
                raise errors.garbled(self._account, "reading a folder that was rebuilt meanwhile")
        return self._reading

    def _has_died(self) -> None:
        self._dead = True

    def _look_anew(self) -> FolderState:
        """The folder being read as it is now: a session may go on showing what was expunged (RFC 3501 §7.4.1)."""
        self._selected = ""
        return self._return_to_reading()

    @contextmanager
    def _answering_soon(self) -> Iterator[None]:
        """Takes less patience for what costs a server nothing."""
        self._client.socket().settimeout(ANSWER_SECONDS)
        try:
            yield
        finally:
            with suppress(OSError):  # of a connection that is gone
                self._client.socket().settimeout(self._account.imap.read_timeout)

    @contextmanager
    def _guarded(self, doing: str, folder: str = "") -> Iterator[None]:
        """Turns what a command may raise into our errors; ``folder`` is one that may turn out not to exist."""
        try:
            yield
        except imaplib.IMAP4.readonly:
            raise
        except (imaplib.IMAP4.abort, OSError) as error:
            self._dead = True
            raise errors.broken_off(self._account, doing) from error
        except UNINTELLIGIBLE as error:
            self._dead = True
            raise errors.garbled(self._account, doing) from error
        except imaplib.IMAP4.error as error:
            refusal = errors.refused(self._account, doing, str(error))
            if folder and not isinstance(refusal, PassingError):
                self._complain_if_missing(folder)
            raise refusal from error

    def _complain_if_missing(self, folder: str) -> None:
        folders = self.folders()
        if folder not in (existing.name for existing in folders):
            raise missing(folder, folders, f"accounts.{self._account.name}.folders, sent_folder or drafts_folder")
