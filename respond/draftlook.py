"""Looking for a draft in the person's folders: under its own Message-ID, saved anew, moved, or sent by hand."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta

from ingest.foldernames import FolderUse
from ingest.folders import shows_others, use_of
from ingest.guarded import parse
from ingest.ports import Mailbox
from respond.draftmail import OWN_MESSAGE_ID
from respond.draftsteps import Seen, is_sent_form_of, succeeds
from respond.editedmail import read_edited
from store.database import Database
from store.errors import FolderMissing
from store.noted import Draft
from store.records import Message

_NOT_FOLLOWED = frozenset({FolderUse.TRASH, FolderUse.JUNK, FolderUse.SENT})
"""Folders in which a copy is no draft any more."""
MOST_READ = 20
"""Of the mails to one person, the newest so many are read."""


class Lookout:
    """What lies in one mailbox. Every method may raise what the mailbox raises."""

    def __init__(self, database: Database, mailbox: Mailbox, drafts_folder: str) -> None:
        self._database, self._mailbox, self.folder = database, mailbox, drafts_folder

    def copies_of(self, draft: Draft) -> list[Seen]:
        """What lies in Drafts, or where the person moved it, under the draft's own Message-ID; newest first."""
        places = [self.folder] if self.folder else []
        if draft.folder_copy is not None and draft.folder_copy.folder != self.folder:
            places.append(draft.folder_copy.folder)
        for folder in places:
            if found := list(self.lying(folder, draft.message_id)):
                return found
        return []

    def lying(self, folder: str, message_id: str) -> Iterator[Seen]:
        """What lies in a folder under a Message-ID, newest first."""
        try:
            uids = self._mailbox.search_header(folder, "Message-ID", message_id)
        except FolderMissing:
            if folder == self.folder:
                raise
            return  # the folder it was moved to is gone, and it with it
        for uid in sorted(uids, reverse=True):
            raw = self._mailbox.fetch_raw(folder, uid)
            if raw is not None:
                yield Seen(folder, uid, read_edited(raw))

    def successor(self, draft: Draft) -> Seen | None:
        """The copy under a new Message-ID: many mail programs save an edited draft as a new message."""
        return self._kin(draft, lambda _uid, mail: not self._is_known(mail.message_id))

    def rival(self, draft: Draft, before: int | None = None) -> Seen | None:
        """Another heardback's draft for the same mail, with a UID below ``before`` where that is given."""

        def theirs(uid: int, mail: Message) -> bool:
            earlier = before is None or uid < before
            return earlier and bool(OWN_MESSAGE_ID.fullmatch(mail.message_id)) and not self._is_known(mail.message_id)

        return self._kin(draft, theirs)

    def elsewhere(self, draft: Draft) -> Seen | None:
        """The copy in another folder, where the person moved it; what lies in the trash is deleted."""
        for folder in self._mailbox.folders():
            if folder.name == self.folder or use_of(folder) in _NOT_FOLLOWED or shows_others(folder):
                continue
            if seen := next(self.lying(folder.name, draft.message_id), None):
                return seen
        return None

    def sent_by_hand(self, draft: Draft, folder: str) -> Message | None:
        """This draft in the folder of sent mail, under its own Message-ID or, in its words, under another."""
        for mail in self.written_to(draft, folder, draft.created):
            if is_sent_form_of(draft, mail):
                return mail
        return None

    def written_to(self, draft: Draft, folder: str, since: datetime) -> Iterator[Message]:
        """What was sent under the draft's Message-ID, then to its addressee since a moment, newest first.

        The sent copies of other drafts are left out.
        """
        own = self._mailbox.find(folder, draft.message_id)
        # SINCE counts the server's days, which may lag behind ours.
        day = (since - timedelta(days=1)).date()
        others = sorted(self._mailbox.search_header(folder, "To", draft.to.address, day), reverse=True)[:MOST_READ]
        for _, mail in self._read(folder, dict.fromkeys((*own, *others))):
            if mail.message_id == draft.message_id or not self._is_known(mail.message_id):
                yield mail

    def _kin(self, draft: Draft, counts: Callable[[int, Message], bool]) -> Seen | None:
        uids = set(self._mailbox.search_header(self.folder, "To", draft.to.address))
        if draft.in_reply_to:
            uids |= set(self._mailbox.search_header(self.folder, "In-Reply-To", draft.in_reply_to))
        for uid, mail in list(self._read(self.folder, sorted(uids, reverse=True)[:MOST_READ])):
            if succeeds(draft, mail) and counts(uid, mail):
                raw = self._mailbox.fetch_raw(self.folder, uid)
                if raw is not None:
                    return Seen(self.folder, uid, read_edited(raw))
        return None

    def _read(self, folder: str, uids: Iterable[int]) -> Iterator[tuple[int, Message]]:
        """The mails with these UIDs, in their order; a draft may lack a Date, which then is the server's."""
        self._mailbox.examine(folder)
        for fetched in self._mailbox.fetch(list(uids)):
            mail = parse(fetched.raw, source=f"{folder}/{fetched.uid}", internal_date=fetched.internal_date)
            if isinstance(mail, Message):
                yield fetched.uid, mail

    def _is_known(self, message_id: str) -> bool:
        """Whether a mail is that of one of this store's drafts."""
        with self._database.reading() as transaction:
            return transaction.drafts.by_message_id(message_id) is not None
