"""Acts on what the look through all folders found: takes a mail in as if it had arrived, or passes it over."""

from typing import TYPE_CHECKING

from heardback.intake import Arrival
from heardback.overlooked import Overlooked, Settled, found_so_far, settle
from ingest.accounts import Account
from ingest.guarded import parse
from ingest.imap import ImapMailbox
from ingest.ports import Fetched
from store.errors import UserError
from store.records import Location, Message

if TYPE_CHECKING:
    from heardback.wiring import House


def take_in(house: "House", number: int) -> str:
    """Fetches one of the mails found and stores it as arrived, then drafts what is due; says what became of it.

    Raises ``UserError`` where it is settled already or no longer there, and what reaching a mailbox raises.
    """
    found = _open(house, number)
    account = next((each for each in house.accounts if each.name == found.account), None)
    if account is None:
        raise UserError(f"The mailbox {found.account} is not in the config any more: add it again, or pass this over.")
    with house.rounds.mailbox(account) as mailbox:
        location, fetched = _fetched(mailbox, account, found)
    source = f"{location.account}/{location.folder}/{location.uidvalidity}/{location.uid}"
    mail = parse(fetched.raw, source=source, internal_date=fetched.internal_date, attachments=fetched.attachments)
    with house.storing:
        house.intake.take([Arrival(mail, location)], account.name)
    house.rounds.draft()
    with house.database.transaction() as transaction:
        settle(transaction, number, Settled.TAKEN)
    if not isinstance(mail, Message):
        return "It could not be read and was set aside with its bytes: Health shows why."
    return f"Taken in. {advice(found.folder, account.name)}"


def pass_over(house: "House", number: int) -> str:
    """Notes that one of the mails found is nothing to take in. Raises ``UserError`` where there is none."""
    found = _open(house, number)
    with house.database.transaction() as transaction:
        settle(transaction, found.number, Settled.PASSED_OVER)
    return "Passed over: it stays where it lies and is not named again."


def advice(folder: str, account: str) -> str:
    """How mail in a folder comes in by itself from now on."""
    return (
        f"To have “{folder}” read from now on, add it to accounts.{account}.folders; or tell your mail program that "
        "mail of this sender belongs into a folder that is read."
    )


def _open(house: "House", number: int) -> Overlooked:
    with house.database.reading() as transaction:
        found = next((each for each in found_so_far(transaction) if each.number == number), None)
        if found is None:
            raise UserError(f"Nothing was found under the number {number}: 'heardback canary' lists what there is.")
        if transaction.mail.known(found.identity):
            raise UserError("It is in the store already, so there is nothing left to do.")
    return found


def _fetched(mailbox: ImapMailbox, account: Account, found: Overlooked) -> tuple[Location, Fetched]:
    """The mail where it was found, or in the same folder under another number."""
    state = mailbox.examine(found.folder)
    uids = [found.uid] if state.uidvalidity == found.uidvalidity else []
    if found.message_id:
        uids += [uid for uid in mailbox.find(found.folder, found.message_id) if uid not in uids]
        mailbox.examine(found.folder)
    for uid in uids:
        location = Location(account.name, found.folder, state.uidvalidity, uid)
        for each in mailbox.fetch([uid]):
            if each.raw:
                return location, each
    raise UserError(
        f"It no longer lies in “{found.folder}”: it was moved or deleted. 'heardback canary --now' looks again."
    )
