"""The weekly digest on its way: claimed first, then written and sent, or put into the inbox where nothing can send."""

from typing import TYPE_CHECKING

from heardback.troubles import Trouble, note_digest
from heardback.weekly import digest_facts, due_week, is_by_day
from ingest.accounts import Account
from respond.digest import digest_of
from respond.digestmail import digest_mail
from respond.draftmail import message_id_by
from respond.smtp.handing_over import SendUnknown
from store.errors import PassingError, PermanentError, UserError

if TYPE_CHECKING:
    from datetime import date, datetime

    from heardback.wiring import House

DIGEST_WAITS = "Whether the digest that was being sent arrived is looked up later: {error}"


class DigestPosting:
    """The digest's way out, once a week and at most once."""

    def __init__(self, house: "House") -> None:
        self._house = house
        self._accounts = {account.name: account for account in house.accounts}
        self._said: set[str] = set()
        self._has_settled_digests = False

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
                    if week not in lying and self._house.posting.sender_of(account.name) is None:
                        transaction.digests.release(week)
                    else:
                        transaction.digests.settle(week, "sent" if week in lying else "unknown")
        self._has_settled_digests = True

    def _deliver(self, account: Account, raw: bytes, message_id: str) -> str:
        """By SMTP; without it, straight into the inbox."""
        sender = self._house.posting.sender_of(account.name)
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

    def _say_once(self, sentence: str) -> None:
        if sentence not in self._said:
            self._said.add(sentence)
            self._house.notes.append(sentence)
