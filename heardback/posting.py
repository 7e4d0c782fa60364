"""Everything that leaves: approved drafts, their copies in Sent, and the weekly digest."""

from pathlib import Path
from typing import TYPE_CHECKING

from heardback.lock import only_service
from heardback.weekly import digest_facts, due_week
from ingest.accounts import Account
from ingest.folders import find_sent
from ingest.imap import ImapMailbox
from ingest.secrets import password_of
from respond.digest import digest_of
from respond.digestmail import digest_mail
from respond.draftmail import mail_of, new_message_id
from respond.outbox import Sending, Sends
from respond.smtp import SendUnknown, SmtpSender
from store.errors import PassingError, PermanentError, UserError
from store.noted import Draft

if TYPE_CHECKING:
    from datetime import date, datetime

    from heardback.wiring import House


class Posting:
    """The way out."""

    def __init__(self, house: "House") -> None:
        self._house = house
        self._accounts = {account.name: account for account in house.accounts}

    def recover(self) -> tuple[Sending, ...]:
        """Settles what a crash left half sent, before anything else is sent."""
        return self._house.outbox.recover(self._lies_in_sent)

    def recover_when_alone(self, data: Path) -> None:
        """The same for a command run by hand, unless a service works on the store: then the sending is in its hands."""
        try:
            with only_service(data):
                self.recover()
        except UserError:
            self._house.notes.append("The service is running; what it is sending just now is left to it.")

    def send_due(self) -> tuple[Sending, ...]:
        """Sends approved drafts whose undo window is over, then puts copies into Sent."""
        done = self._house.outbox.send_due(self.sender_of)
        self.copy_into_sent()
        return done

    def sender_of(self, account_name: str) -> Sends | None:
        """An account's SMTP server, or None where it has none."""
        account = self._accounts.get(account_name)
        if account is None or account.smtp is None:
            return None
        source = account.smtp_password or account.password
        username = account.smtp_username
        return SmtpSender(account.smtp, username, lambda: password_of(source, account.name, username))

    def check_sending(self, account_name: str) -> None:
        """Signs in to an account's SMTP server and leaves again. Raises what sending would raise."""
        sender = self.sender_of(account_name)
        if isinstance(sender, SmtpSender):
            sender.check()

    def copy_into_sent(self) -> None:
        """Puts a copy of what was sent into Sent, unless the server keeps one itself (as Gmail does).

        A server that cannot be reached now is asked again in the next round.
        """
        with self._house.database.reading() as transaction:
            waiting = transaction.drafts.without_sent_copy()
        by_account: dict[str, list[Draft]] = {}
        for draft in waiting:
            by_account.setdefault(draft.account, []).append(draft)
        for name, drafts in by_account.items():
            account = self._accounts.get(name)
            if account is None:
                continue
            try:
                with self._house.rounds.mailbox(account) as mailbox:
                    self._copy(account, mailbox, drafts)
            except (PassingError, PermanentError, UserError) as error:
                self._house.notes.append(f"The copy in Sent is still to be made: {error}")

    def _copy(self, account: Account, mailbox: ImapMailbox, drafts: list[Draft]) -> None:
        folder = find_sent(mailbox.folders(), account.sent_folder)
        for draft in drafts:
            if folder is not None and not mailbox.find(folder, draft.message_id):
                at = draft.sent or self._house.clock.now()
                mailbox.append(folder, mail_of(draft, now=at), (r"\Seen",), at)
            with self._house.database.transaction() as transaction:
                transaction.drafts.note_in_sent(draft.id)

    def _lies_in_sent(self, draft: Draft) -> bool:
        account = self._accounts.get(draft.account)
        if account is None:
            return False
        with self._house.rounds.mailbox(account) as mailbox:
            folder = find_sent(mailbox.folders(), account.sent_folder)
            return folder is not None and bool(mailbox.find(folder, draft.message_id))

    def digest_if_due(self) -> str | None:
        """Sends the digest of the week once its hour has come; says what happened, or None if nothing was due."""
        settings = self._house.settings.digest
        with self._house.database.reading() as transaction:
            since = transaction.digests.watched_since()
        if not settings.enabled or since is None:
            return None
        due = due_week(self._house.clock.now(), settings.day, settings.at, self._house.zone)
        return None if due <= since else self.send_digest(due)

    def send_digest(self, due: "datetime") -> str | None:
        """Sends the digest that fell due at ``due``, at most once; None if it went out before.

        Raises ``UserError`` where there is no way to send or place it.
        """
        account = self._digest_account()
        week_of = due.astimezone(self._house.zone).date()
        message_id = new_message_id(self._house.person.address.rpartition("@")[2])
        now = self._house.clock.now()
        with self._house.database.transaction() as transaction:
            if not transaction.digests.claim(week_of, due, message_id):
                return None
        digest = digest_of(digest_facts(self._house, week_of))
        raw = digest_mail(digest, self._house.person, message_id=message_id, now=now)
        try:
            state = self._deliver(account, raw)
        except SendUnknown:
            self._finish(week_of, "unknown", raw)
            return "The digest may or may not have been sent: the connection ended before the server answered."
        except (PassingError, PermanentError, UserError):
            with self._house.database.transaction() as transaction:
                transaction.digests.release(week_of)
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

    def _deliver(self, account: Account, raw: bytes) -> str:
        """By SMTP; without it, straight into the inbox."""
        sender = self.sender_of(account.name)
        if sender is not None:
            address = self._house.person.address
            sender.send(account.address or address, address, raw)
            return "sent"
        with self._house.rounds.mailbox(account) as mailbox:
            mailbox.append("INBOX", raw, (), self._house.clock.now())
        return "placed"

    def _finish(self, week_of: "date", state: str, raw: bytes) -> None:
        with self._house.database.transaction() as transaction:
            transaction.digests.finish(week_of, state, self._house.clock.now(), raw.decode("utf-8", "replace"))
