"""A connection that is kept between rounds, so that news can be heard on it and no round has to sign in anew."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from ingest.accounts import Account
from ingest.imap import ImapMailbox
from store.errors import PassingError

if TYPE_CHECKING:
    from heardback.rounds import Rounds


class Standing:
    """One account's connection. Used by one thread; ``cut`` alone may come from another."""

    def __init__(self, rounds: "Rounds") -> None:
        self._rounds = rounds
        self._held = ExitStack()
        self.mailbox: ImapMailbox | None = None

    @contextmanager
    def reach(self, account: Account) -> Iterator[ImapMailbox]:
        """The connection if it still answers, else a new one; it outlives the block. Raises as connecting does."""
        self._let_go_if_silent()
        if self.mailbox is None:
            self.mailbox = self._held.enter_context(self._rounds.mailbox(account))
        yield self.mailbox

    def let_go(self, *, hurried: bool = False) -> None:
        """Signs out, or hangs up where the connection is dead."""
        if self.mailbox is not None and hurried:
            self.mailbox.hurry()
        self.mailbox = None
        self._held.close()

    def cut(self) -> None:
        """Ends the connection under whatever waits on it."""
        mailbox = self.mailbox
        if mailbox is not None:
            mailbox.cut()

    def _let_go_if_silent(self) -> None:
        if self.mailbox is None:
            return
        try:
            self.mailbox.check()
        except PassingError:
            # It died while nobody used it: a new one is tried before anybody hears of trouble.
            self.let_go()
