"""A signed-in mailbox: ``ReadsMail`` and ``KeepsDrafts`` with imapclient.

Reading is EXAMINE and BODY.PEEK only: small mail whole, other mail by structure, its header, text and calendar parts.
"""

import imaplib
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

from ingest import imap_errors as errors
from ingest.accounts import Account
from ingest.bell import Bell
from ingest.imap.asking import Asking
from ingest.imap.session import Session
from ingest.imap.watching import Notice, exists_said, wait_for_news
from ingest.imap_answers import ENTIRE, read_section
from ingest.ports import Fetched, FolderState

BATCH = 100
"""Messages asked for in one FETCH."""
SEARCH_WINDOW = 50_000
"""Messages searched at a time: imaplib takes no line over a million octets, and a found UID needs up to eleven."""

NAMES = "HEADER.FIELDS (MESSAGE-ID FROM)"

_APPENDUID = re.compile(rb"\[APPENDUID (\d+) (\d+)\]")


class ImapMailbox(Session):
    """A signed-in mailbox. A context manager: leaving it signs out, quietly."""

    def __init__(self, account: Account, client: Any) -> None:
        super().__init__(account, client)
        self._asking = Asking(account, client, self._has_died)

    # Reading

    def examine(self, folder: str) -> FolderState:
        """Opens a folder read-only. Raises ``FolderMissing``."""
        self._reading = self._select(folder, readonly=True)
        self._next_uid[folder] = self._reading.uidnext
        return self._reading

    def uids(self, low: int, high: int | None) -> tuple[int, ...]:
        """UIDs in ``[low, high]`` of the examined folder, ascending; ``None`` means up to the newest."""
        return tuple(sorted({uid for part in self._search_down(low, high) for uid in part}))

    def uids_downward(self, high: int | None) -> Iterator[tuple[int, ...]]:
        """UIDs up to ``high`` of the examined folder in parts, each ascending, the newest part first."""
        return self._search_down(1, high)

    def arrived_since(self, day: date) -> tuple[int, ...]:
        """UIDs of the examined folder's mail that arrived on that day or later, ascending; days are the server's."""
        exists = self._return_to_reading().exists
        found: set[int] = set()
        for first in range((exists - 1) // SEARCH_WINDOW * SEARCH_WINDOW + 1, 0, -SEARCH_WINDOW):
            last = min(first + SEARCH_WINDOW - 1, exists)
            window = [] if exists <= SEARCH_WINDOW else [f"{first}:{last}"]
            with self._guarded("searching for mail"):
                found.update(self._client.search([*window, "SINCE", day]))
        return tuple(sorted(found))

    def names(self, uids: Sequence[int]) -> dict[int, bytes]:
        """The Message-ID and From fields of messages in the examined folder, as far as the server hands them out."""
        self._return_to_reading()
        answers = self._asking.answers(uids, [f"BODY.PEEK[{NAMES}]"]) or {}
        named = {uid: read_section(answer, NAMES) for uid, answer in answers.items()}
        return {uid: raw for uid, raw in named.items() if raw is not None}

    def fetch(self, uids: Sequence[int]) -> Iterator[Fetched]:
        """The messages with these UIDs, without setting a flag. Expunged ones are missing, in silence.

        One that the server has and will not hand out in any way comes with empty ``raw``.
        """
        for start in range(0, len(uids), BATCH):
            self._return_to_reading()
            wanted = uids[start : start + BATCH]
            batch = self._asking.batch(wanted)
            yield from batch
            missing = set(wanted) - {message.uid for message in batch}
            yield from self._kept_back(missing, are_all=not batch)

    # Waiting for mail

    @property
    def can_push(self) -> bool:
        """Whether the server tells of new mail by itself (RFC 2177)."""
        with self._guarded("asking what the server can do"):
            return bool(self._client.has_capability("IDLE"))

    def wait_for_news(self, folder: str, bell: Bell, seconds: float) -> Notice:
        """Waits for new mail in a folder, at most so many seconds or until the bell rings; no other use meanwhile.

        What came since the folder was last examined is news already. Raises ``PassingError`` when the connection is
        gone, and ``PermanentError`` where the server refuses to tell of news.
        """
        known = self._next_uid.get(folder, 0)
        state = self._select(folder, readonly=True)
        if known and state.uidnext > known:
            return Notice.NEWS
        with self._guarded("waiting for mail"), self._answering_soon():
            return wait_for_news(self._client, bell, seconds, state.exists)

    def has_grown(self) -> bool:
        """Whether mail has come into the examined folder since; asked between two other commands (NOOP)."""
        known = self._return_to_reading().exists
        with self._guarded("looking for mail"), self._answering_soon():
            self._client.noop()
            return exists_said(self._client, known) > known

    # Keeping drafts

    def append(self, folder: str, raw: bytes, flags: Iterable[str], at: datetime) -> tuple[int, int] | None:
        """Puts a message into a folder. Returns (UIDVALIDITY, UID) where the server has UIDPLUS (RFC 4315)."""
        with self._guarded("storing a message", folder):
            answer = self._client.append(folder, raw, flags=tuple(flags), msg_time=at)
        match = _APPENDUID.search(answer or b"")
        return (int(match[1]), int(match[2])) if match else None

    def glance(self, folder: str) -> tuple[int, ...] | None:
        """Numbers that differ once anything in a folder has changed, flags included; None where the server has none.

        They are those of STATUS with CONDSTORE (RFC 7162 §3.1.5), which costs far less than a look at each message.
        """
        with self._guarded("looking at a folder", folder):
            if not self._client.has_capability("CONDSTORE"):
                return None
            found = self._client.folder_status(folder, ["UIDVALIDITY", "UIDNEXT", "MESSAGES", "HIGHESTMODSEQ"])
        numbers = tuple(int(found.get(each, 0)) for each in (b"UIDVALIDITY", b"UIDNEXT", b"MESSAGES", b"HIGHESTMODSEQ"))
        return numbers if all((numbers[0], numbers[1], numbers[3])) else None

    def find(self, folder: str, message_id: str) -> tuple[int, ...]:
        """UIDs of messages with this Message-ID in ``folder``."""
        if not message_id.isascii() or not message_id.isprintable():
            return ()  # no command can carry it, and no Message-ID looks like that (RFC 5322 §3.6.4)
        self._select(folder, readonly=True)
        with self._guarded("searching for a message"):
            return tuple(sorted(self._client.search(["HEADER", "Message-ID", message_id])))

    def search_header(self, folder: str, field: str, value: str, since: date | None = None) -> tuple[int, ...]:
        """UIDs of messages in ``folder`` whose header field holds this value, those marked as deleted left out."""
        if not value.isascii() or not value.isprintable():
            return ()
        self._select(folder, readonly=True)
        criteria: list[Any] = ["UNDELETED", "HEADER", field, value]
        with self._guarded("searching for a message"):
            return tuple(sorted(self._client.search(criteria if since is None else [*criteria, "SINCE", since])))

    def fetch_raw(self, folder: str, uid: int) -> bytes | None:
        """The whole message, unmarked, or None if it is gone."""
        self._select(folder, readonly=True)
        with self._guarded("fetching a message"):
            answers = self._client.fetch([uid], ["BODY.PEEK[]"])
        raw = read_section(answers.get(uid, {}), ENTIRE)
        if raw is None and self._lies_there(folder, uid):
            raise errors.garbled(self._account, "fetching a message")
        return raw

    def remove(self, folder: str, uidvalidity: int, uid: int) -> bool:
        r"""Removes one own message by UID EXPUNGE (RFC 4315 §2.1), never by EXPUNGE or CLOSE, which take along whatever
        the person marked \Deleted. False where the server has no UIDPLUS, the folder cannot be written, or UIDVALIDITY
        changed."""
        with self._guarded("removing a draft"):
            if not self._client.has_capability("UIDPLUS"):
                return False
        try:
            if self._select(folder, readonly=False).uidvalidity != uidvalidity:
                return False
            with self._guarded("removing a draft"):
                self._client.add_flags([uid], ["\\Deleted"], silent=True)
                self._client.uid_expunge([uid])
            return True
        except imaplib.IMAP4.readonly:
            return False
        finally:
            if not self._dead:
                self._select(folder, readonly=True)  # leaves the writable state without expunging anything

    def _lies_there(self, folder: str, uid: int) -> bool:
        """Whether a message is in a folder as it is now; who was expunged a moment ago may still be shown before."""
        self._select(folder, readonly=True)
        with self._guarded("searching for a message"):
            return uid in self._client.search(f"UID {uid}")

    def _kept_back(self, missing: set[int], *, are_all: bool) -> Iterator[Fetched]:
        """Of the messages that an answer did not hold, those that are there all the same."""
        if not missing:
            return
        self._look_anew()
        with self._guarded("searching for mail"):
            there = missing & set(self._client.search(f"UID {','.join(map(str, sorted(missing)))}"))
        if are_all and len(there) > 1:
            raise errors.garbled(self._account, "fetching mail")  # the server is ill, not each of its messages
        yield from (Fetched(uid, b"", None, 0) for uid in sorted(there))

    def _search_down(self, low: int, high: int | None) -> Iterator[tuple[int, ...]]:
        """What a search finds, window by window.

        From the top down: a message expunged meanwhile shifts others into windows that are still to come.
        """
        exists, is_empty = self._return_to_reading().exists, True
        for first in range((exists - 1) // SEARCH_WINDOW * SEARCH_WINDOW + 1, 0, -SEARCH_WINDOW):
            name = self._return_to_reading().name
            last = "*" if first + SEARCH_WINDOW > exists else first + SEARCH_WINDOW - 1
            window = "" if exists <= SEARCH_WINDOW else f"{first}:{last} "
            with self._guarded("searching for mail"):
                found = self._client.search(f"{window}UID {low}:{'*' if high is None else high}")
            # "5:*" always names the newest message, even if its UID is 3 (RFC 3501 §6.4.8).
            part = tuple(sorted(uid for uid in found if uid >= low and (high is None or uid <= high)))
            if part:
                self._next_uid[name] = max(self._next_uid.get(name, 0), part[-1] + 1)
                is_empty = False
                yield part
        if is_empty and exists and low <= 1 and high is None and self._look_anew().exists:
            raise errors.garbled(self._account, "searching for mail")  # sudden emptiness is no fact to act on
