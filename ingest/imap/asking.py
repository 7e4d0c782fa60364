"""Asking for messages: small ones whole; of others the outlines first, then the sections that are wanted.

Where a batch fails, its messages are asked for one by one.
"""

import imaplib
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from imapclient.exceptions import ProtocolError

from ingest import imap_errors as errors
from ingest.accounts import Account
from ingest.imap_answers import (
    ENTIRE,
    HEADER_LIMIT,
    SECTION_LIMIT,
    SMALL,
    Outline,
    at_once,
    fetched_message,
    read_outline,
    read_section,
)
from ingest.ports import Fetched
from store.errors import PassingError

BASICS = ("RFC822.SIZE", "INTERNALDATE")
OUTLINE = (*BASICS, "BODYSTRUCTURE", f"BODY.PEEK[HEADER]<0.{HEADER_LIMIT}>")
AT_ONCE = ("INTERNALDATE", f"BODY.PEEK[]<0.{SMALL}>")
MANY = 10
"""Messages from which it is worth while to ask first which of them are small."""

UNINTELLIGIBLE = (ProtocolError, ValueError, TypeError, LookupError, AssertionError, RecursionError)
"""What imapclient's parsers raise on answers that are not IMAP."""


class Asking:
    """Fetches from the folder that is selected; ``died`` is told when the connection is gone."""

    def __init__(self, account: Account, client: Any, died: Callable[[], None]) -> None:
        self._account, self._client, self._died = account, client, died

    def batch(self, uids: Sequence[int]) -> tuple[Fetched, ...]:
        """The messages with these UIDs, as far as they are answered; without octets where one is not handed out."""
        whole = self._whole(uids) if len(uids) >= MANY else {}
        others = {message.uid: message for message in self._by_outline([uid for uid in uids if uid not in whole])}
        batch = tuple(found for uid in uids if (found := whole.get(uid) or others.get(uid)) is not None)
        if len(batch) > 1 and not any(message.raw for message in batch):
            raise errors.garbled(self._account, "fetching mail")  # the server is ill, not each of its messages
        return batch

    def _whole(self, uids: Sequence[int]) -> dict[int, Fetched]:
        """Those that are small and hold no file, in one answer each: no outline, no sections."""
        small = self._small(uids)
        answers = (self.answers(small, AT_ONCE) if small else None) or {}
        found = {uid: at_once(uid, answer) for uid, answer in answers.items()}
        return {uid: message for uid, message in found.items() if message is not None}

    def _small(self, uids: Sequence[int]) -> list[int]:
        """Those that the server says are small; none where it does not say (RFC 3501 §6.4.4)."""
        low, high = min(uids), max(uids)
        asked = f"{low}:{high}" if high - low == len(uids) - 1 else ",".join(map(str, uids))
        found = self._understood(lambda: set(self._client.search(f"UID {asked} SMALLER {SMALL}"))) or set()
        return [uid for uid in uids if uid in found]

    def _by_outline(self, uids: Sequence[int]) -> tuple[Fetched, ...]:
        """The messages with these UIDs, each by its structure."""
        if not uids:
            return ()
        outlines = self._outlines(uids)
        groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for uid, outline in outlines.items():
            groups[outline.sections].append(uid)
        sections: dict[int, Mapping[str, bytes]] = {}
        for wanted_sections, members in groups.items():
            sections |= self._sections(members, wanted_sections)
        return tuple(fetched_message(uid, outlines[uid], sections[uid]) for uid in uids if uid in sections)

    def _outlines(self, uids: Sequence[int]) -> dict[int, Outline]:
        answers = self.answers(uids, OUTLINE)
        if answers is None and len(uids) > 1:  # one broken structure spoils the whole answer
            return {uid: outline for one in uids for uid, outline in self._outlines([one]).items()}
        if answers is None:
            answers = self.answers(uids, BASICS)
        if answers is None:
            answers = {uids[0]: {}}
        return {uid: read_outline(answer) for uid, answer in answers.items()}

    def _sections(self, uids: Sequence[int], sections: tuple[str, ...]) -> dict[int, Mapping[str, bytes]]:
        """The sections of messages that have the same ones; all of it in one piece where single ones are refused."""
        if not sections:
            return {uid: {} for uid in uids}
        answers = self.answers(uids, [f"BODY.PEEK[{section}]<0.{SECTION_LIMIT}>" for section in sections])
        if answers is not None:
            return {
                uid: {section: read_section(answer, section) or b"" for section in sections}
                for uid, answer in answers.items()
                if any(read_section(answer, section) is not None for section in sections)
            }
        if len(uids) > 1:
            return {uid: found for one in uids for uid, found in self._sections([one], sections).items()}
        if sections != (ENTIRE,):
            return self._sections(uids, (ENTIRE,))
        return {uids[0]: {ENTIRE: b""}}

    def answers(self, uids: Sequence[int], items: Sequence[str]) -> dict[int, Mapping[bytes, Any]] | None:
        """What the server answers to a FETCH, or None if it refuses for good or cannot be understood."""
        answers: dict[int, Mapping[bytes, Any]] | None = self._understood(
            lambda: self._client.fetch(list(uids), list(items))
        )
        return answers

    def _understood(self, command: Callable[[], Any]) -> Any:
        """What a command brings, or None if it is refused for good or answered in what is not IMAP."""
        try:
            return command()
        except (imaplib.IMAP4.abort, OSError) as error:
            self._died()
            raise errors.broken_off(self._account, "fetching mail") from error
        except UNINTELLIGIBLE:
            return None
        except imaplib.IMAP4.error as error:
            refusal = errors.refused(self._account, "fetching mail", str(error))
            if isinstance(refusal, PassingError):
                raise refusal from error
            return None
