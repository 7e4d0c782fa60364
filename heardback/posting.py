"""What leaves of the drafts: those that were approved, and their copies in Sent."""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from heardback.lock import only_service
from ingest.accounts import Account
from ingest.folders import find_drafts, find_sent
from ingest.imap import ImapMailbox
from ingest.secrets import password_of
from respond.draftmail import mail_of
from respond.draftsfolder import Keeping
from respond.lastlook import Folders, last_look
from respond.outbox import Sending, Sends
from respond.smtp.sender import SmtpSender
from store.errors import PassingError, PermanentError, UserError
from store.noted import Draft

if TYPE_CHECKING:
    from datetime import datetime

    from heardback.wiring import House


COPY_AGAIN = timedelta(minutes=5)
"""After a copy could not be put into Sent."""
COPY_WAITS = "The copy in Sent is still to be made: {error}"
COPY_IS_THEIRS = "Draft {number} is sent; the copy you edited still lies in your Drafts folder, for you to delete."


class Posting:
    """The way out."""

    def __init__(self, house: "House") -> None:
        self._house = house
        self._accounts = {account.name: account for account in house.accounts}
        self._copy_again: dict[str, datetime] = {}
        self._said: set[str] = set()

    def recover(self, of: Callable[[Draft], bool] = lambda _draft: True) -> tuple[Sending, ...]:
        """Settles what a crash left half sent, before anything else is sent; ``of`` tells which drafts to look at."""
        return self._house.outbox.recover(self._lies_in_sent, of)

    def recover_when_alone(self, data: Path) -> None:
        """The same for a command run by hand, unless a service works on the store: then the sending is in its hands."""
        try:
            with only_service(data):
                self.recover()
        except UserError:
            self._house.notes.append("The service is running; what it is sending just now is left to it.")

    def send_due(self, only: str = "") -> tuple[Sending, ...]:
        """Sends approved drafts whose undo window is over, then puts copies into Sent and clears those in Drafts.

        ``only`` names the one account to send for.
        """

        def sender_of(account: str) -> Sends | None:
            return self.sender_of(account) if only in ("", account) else None

        with ExitStack() as connections:
            done = self._house.outbox.send_due(sender_of, self._last_looks(connections))
        self.copy_into_sent(only)
        return done

    def _last_looks(self, connections: ExitStack) -> Callable[[Draft], bool]:
        """What the outbox asks before each draft goes; a mailbox is opened once, and only if there is one to send."""
        opened: dict[str, tuple[ImapMailbox, Folders]] = {}

        def may_go(draft: Draft) -> bool:
            if draft.account not in opened:
                account = self._accounts[draft.account]
                mailbox = connections.enter_context(self._house.rounds.mailbox(account))
                opened[draft.account] = mailbox, self._folders(account, mailbox)
            mailbox, folders = opened[draft.account]
            return last_look(self._house.database, mailbox, folders, draft, self._house.clock.now())

        return may_go

    def _folders(self, account: Account, mailbox: ImapMailbox) -> Folders:
        listed = mailbox.folders()
        keeps = self._house.settings.replies.into_drafts_folder
        drafts = find_drafts(listed, account.drafts_folder) if keeps else None
        return Folders(drafts or "", find_sent(listed, account.sent_folder) or "")

    def sender_of(self, account_name: str) -> Sends | None:
        """An account's SMTP server, or None where it has none."""
        account = self._accounts.get(account_name)
        if account is None or account.smtp is None:
            return None
        username, own = account.smtp_username, account.smtp_password
        bearer = self._house.bearer_of(account) if own is None else None
        source = own or account.password
        return SmtpSender(
            account.smtp,
            username,
            lambda: password_of(source, account.name, username),
            bearer=bearer,
            account=account.name,
        )

    def check_sending(self, account_name: str) -> None:
        """Signs in to an account's SMTP server and leaves again. Raises what sending would raise."""
        sender = self.sender_of(account_name)
        if isinstance(sender, SmtpSender):
            sender.check()

    def copy_into_sent(self, only: str = "") -> None:
        """Puts a copy of what was sent into Sent, unless the server keeps one itself (as Gmail does).

        A server that cannot be reached, or has no room, is asked again some minutes later.
        """
        with self._house.database.reading() as transaction:
            waiting = transaction.drafts.without_sent_copy()
        now = self._house.clock.now()
        by_account: dict[str, list[Draft]] = {}
        for draft in waiting:
            by_account.setdefault(draft.account, []).append(draft)
        for name, drafts in by_account.items():
            account = self._accounts.get(name)
            if account is None or only not in ("", name) or self._copy_again.get(name, now) > now:
                continue
            try:
                with self._house.rounds.mailbox(account) as mailbox:
                    folders = self._folders(account, mailbox)
                    self._clear(mailbox, folders.drafts, drafts)
                    self._copy(mailbox, folders.sent, drafts)
                self._copy_again.pop(name, None)
            except (PassingError, PermanentError, UserError) as error:
                self._copy_again[name] = now + COPY_AGAIN
                self._say_once(COPY_WAITS.format(error=error))

    def _clear(self, mailbox: ImapMailbox, folder: str, drafts: list[Draft]) -> None:
        """Takes what was sent out of Drafts at once, so that nobody sends it from there a second time."""
        if not folder:
            return
        numbers = {draft.id for draft in drafts}
        with self._house.database.reading() as transaction:
            copies = [copy for copy in transaction.drafts.copies() if copy.draft.id in numbers]
        for copy in copies:
            keeping = Keeping(self._house.database, mailbox, copy.draft.account, folder, self._house.clock.now())
            keeping.step(copy)
            if copy.is_theirs:
                self._say_once(COPY_IS_THEIRS.format(number=copy.draft.id))

    def _say_once(self, sentence: str) -> None:
        if sentence not in self._said:
            self._said.add(sentence)
            self._house.notes.append(sentence)

    def _copy(self, mailbox: ImapMailbox, folder: str, drafts: list[Draft]) -> None:
        for draft in drafts:
            if folder and not mailbox.find(folder, draft.message_id):
                at = draft.sent or self._house.clock.now()
                mailbox.append(folder, mail_of(draft, now=at), (r"\Seen",), at)
            with self._house.database.transaction() as transaction:
                transaction.drafts.note_in_sent(draft.id)

    def _lies_in_sent(self, draft: Draft) -> bool:
        account = self._accounts.get(draft.account)
        if account is None:
            return False
        with self._house.rounds.mailbox(account) as mailbox:
            folder = self._folders(account, mailbox).sent
            return bool(folder) and bool(mailbox.find(folder, draft.message_id))
