"""An end to what a server may answer: imaplib itself takes any length it is promised, and any number of lines."""

import imaplib
from collections.abc import Callable
from typing import Any

MOST_LITERAL = 100_000_000
"""Octets of one literal (RFC 3501 §4.3): the largest is a whole draft with its attachments."""
MOST_ANSWER = 300_000_000
"""Octets of all that comes upon one command: a batch of sections, each asked for in part only."""
_UNTAGGED = 2_000_000
"""Lines upon one command; a search answers in one, a fetch in one or two for each message."""


class _Purse:
    """What is left of an answer's bounds; filled again with each command."""

    def __init__(self) -> None:
        self.refill()

    def refill(self) -> None:
        self.octets, self.lines = MOST_ANSWER, _UNTAGGED

    def spend(self, octets: int) -> None:
        self.octets -= octets
        if self.octets < 0:
            raise imaplib.IMAP4.abort("the answer does not end")


def bound_answers(client: Any) -> None:
    """Makes a client give a server up, as if the line had broken, that answers without end."""
    session, purse = client._imap, _Purse()
    read: Callable[[int], bytes] = session.read
    readline: Callable[[], bytes] = session.readline
    new_tag: Callable[[], bytes] = session._new_tag

    def bounded_read(size: int) -> bytes:
        if size > MOST_LITERAL:
            raise imaplib.IMAP4.abort("the answer promises more than is taken")
        purse.spend(size)
        return read(size)

    def bounded_line() -> bytes:
        try:
            line = readline()
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error as error:
            # Like a refusal of the server's, but the rest of the line would be taken for the next answer.
            raise imaplib.IMAP4.abort("the line does not end") from error
        purse.spend(len(line))
        purse.lines -= 1
        if purse.lines < 0:
            raise imaplib.IMAP4.abort("the answer does not end")
        return line

    def next_tag() -> bytes:
        purse.refill()
        return new_tag()

    session.read, session.readline, session._new_tag = bounded_read, bounded_line, next_tag


def forget_what_was_said(client: Any) -> None:
    """Drops what came before the line was private: anybody on the way may have said it (RFC 3501 §6.2.1)."""
    client._imap.untagged_responses.clear()
    client._cached_capabilities = None
