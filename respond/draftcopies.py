"""The copies of drafts in a person's mailbox: put into the Drafts folder, taken out again, and where each one lies."""

from contextlib import suppress
from datetime import datetime

from ingest.ports import Mailbox
from respond.draftsteps import Seen
from store.errors import FolderMissing, MailboxFull, PermanentError
from store.records import Location

DRAFT_FLAGS = (r"\Draft", r"\Seen")


class Copies:
    """One mailbox with its Drafts folder. Every method may raise what the mailbox raises."""

    def __init__(self, mailbox: Mailbox, account: str, folder: str, now: datetime) -> None:
        self._mailbox, self._account, self._folder, self._now = mailbox, account, folder, now

    def put(self, raw: bytes, message_id: str) -> int:
        r"""Appends, and gives the UID. A folder that cannot keep \Draft takes the message without flags."""
        try:
            placed = self._mailbox.append(self._folder, raw, DRAFT_FLAGS, self._now)
        except (MailboxFull, FolderMissing):
            raise
        except PermanentError:
            # A NO means that nothing was stored (RFC 3501 §6.3.11), so this is no second copy.
            placed = self._mailbox.append(self._folder, raw, (), self._now)
        if placed is not None:
            return placed[1]
        return max(self._mailbox.search_header(self._folder, "Message-ID", message_id), default=0)

    def remove(self, folder: str, uid: int) -> bool:
        """Takes one copy out; whether the server did."""
        return self._mailbox.remove(folder, self._mailbox.examine(folder).uidvalidity, uid)

    def finish_removing(self, place: Location | None, but: Seen | None = None) -> None:
        """Takes out for good what a round that died may have marked as deleted only; no harm where it is gone."""
        if place is not None and (but is None or (but.folder, but.uid) != (place.folder, place.uid)):
            with suppress(FolderMissing):  # gone, and the copy with it
                self._mailbox.remove(place.folder, place.uidvalidity, place.uid)

    def place(self, folder: str, uid: int) -> Location:
        """Where a copy lies, as the store keeps it."""
        return Location(self._account, folder, self._mailbox.examine(folder).uidvalidity, uid)
