"""Everything that leaves: approved drafts, their copies in Sent, and the weekly digest."""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from heardback.lock import only_service
from heardback.troubles import Trouble, note_digest
from heardback.weekly import digest_facts, due_week, is_by_day
from ingest.accounts import Account
from ingest.folders import find_drafts, find_sent
from ingest.imap import ImapMailbox
from ingest.secrets import password_of
from respond.digest import digest_of
from respond.digestmail import digest_mail
from respond.draftmail import mail_of, message_id_by
from respond.draftsfolder import Keeping
from respond.lastlook import Folders, last_look
from respond.outbox import Sending, Sends
from respond.smtp import SendUnknown, SmtpSender
from store.errors import PassingError, PermanentError, UserError
from store.noted import Draft

if TYPE_CHECKING:
    from datetime import date, datetime

    from heardback.wiring import House


COPY_AGAIN = timedelta(minutes=5)
"""After a copy could not be put into Sent."""
COPY_WAITS = "The copy in Sent is still to be made: {error}"
DIGEST_WAITS = "Whether the digest that was being sent arrived is looked up later: {error}"
COPY_IS_THEIRS = "Draft {number} is sent; the copy you edited still lies in your Drafts folder, for you to delete."


class Posting:
    """The way out."""

    def __init__(self, house: "House") -> None:
        self._house = house
        self._accounts = {account.name: account for account in house.accounts}
        self._copy_again: dict[str, datetime] = {}
        self._said: set[str] = set()
        self._has_settled_digests = False

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

    def digest_if_due(self) -> str | None:
        """Sends the digest of the week once its hour has come; says what happened, or None if nothing was due."""
        settings = self._house.settings.digest
        with self._house.database.reading() as transaction:
            since = transaction.digests.watched_since()
        if not settings.enabled or since is None:
            return None
        now = self._house.clock.now()
        due = due_week(now, settings.day, settings.at, self._house.zone)
        return None if due <= since or not is_by_day(now, self._house.zone) else self.send_digest(due)

    def send_digest(self, due: "datetime") -> str | None:
        """Sends the digest that fell due at ``due``, at most once; None if it went out before.

        Raises ``UserError`` where there is no way to send or place it.
        """
        account = self._digest_account()
        week_of = due.astimezone(self._house.zone).date()
        address = self._house.person.address
        # The same at each try, so that one whose putting there got no answer is found there.
        message_id = message_id_by(f"digest {week_of} {address}", address.rpartition("@")[2])
        now = self._house.clock.now()
        self._settle_digests(account)
        with self._house.database.transaction(durable=True) as transaction:
            if not transaction.digests.claim(week_of, due, message_id):
                return None
        try:
            digest = digest_of(digest_facts(self._house, week_of))
            raw = digest_mail(digest, self._house.person, message_id=message_id, now=now)
            state = self._deliver(account, raw, message_id)
        except SendUnknown:
            self._finish(week_of, "unknown", raw)
            return "The digest may or may not have been sent: the connection ended before the server answered."
        except (PassingError, PermanentError, UserError) as error:
            lasting = not isinstance(error, PassingError)
            with self._house.database.transaction() as transaction:
                transaction.digests.release(week_of)
                note_digest(transaction, Trouble(now, str(error), lasting))
            raise
        self._finish(week_of, state, raw)
        return "The weekly digest is sent." if state == "sent" else "The weekly digest lies in your inbox."

    def _digest_account(self) -> Account:
        name = self._house.settings.digest.account
        account = self._accounts.get(name) if name else next(iter(self._accounts.values()), None)
        if account is None:
            raise UserError(
                "There is no mail account to send the digest with: add one to the config, or see it with "
                "'heardback digest --preview'."
            )
        if not self._house.person.address:
            raise UserError("The digest needs to know where to go: set person.address in the config.")
        return account

    def _settle_digests(self, account: Account) -> None:
        """What a run that died left half sent: it lies in the inbox, or nobody knows, and it is not sent again.

        One that was to be put there is simply put there. Where the mailbox cannot be reached, it is settled later.
        """
        if self._has_settled_digests:
            return
        with self._house.database.reading() as transaction:
            left = transaction.digests.half_sent()
        if left:
            try:
                with self._house.rounds.mailbox(account) as mailbox:
                    lying = {week for week, message_id in left if mailbox.find("INBOX", message_id)}
            except (PassingError, PermanentError, UserError) as error:
                self._say_once(DIGEST_WAITS.format(error=error))
                return
            with self._house.database.transaction() as transaction:
                for week, _ in left:
                    if week not in lying and self.sender_of(account.name) is None:
                        transaction.digests.release(week)
                    else:
                        transaction.digests.settle(week, "sent" if week in lying else "unknown")
        self._has_settled_digests = True

    def _deliver(self, account: Account, raw: bytes, message_id: str) -> str:
        """By SMTP; without it, straight into the inbox."""
        sender = self.sender_of(account.name)
        if sender is not None:
            address = self._house.person.address
            sender.send(account.address or address, address, raw)
            return "sent"
        with self._house.rounds.mailbox(account) as mailbox:
            if not mailbox.find("INBOX", message_id):
                mailbox.append("INBOX", raw, (), self._house.clock.now())
        return "placed"

    def _finish(self, week_of: "date", state: str, raw: bytes) -> None:
        with self._house.database.transaction() as transaction:
            transaction.digests.finish(week_of, state, self._house.clock.now(), raw.decode("utf-8", "replace"))
            note_digest(transaction, None)
