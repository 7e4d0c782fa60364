"""Tries a mailbox out before anything rests on it: reading, the folders for drafts and sent mail, and sending."""

from collections.abc import Callable
from dataclasses import dataclass

from ingest.accounts import Account
from ingest.folders import find_drafts, find_sent
from ingest.imap import open_mailbox
from ingest.ports import Bearer
from ingest.secrets import password_of
from respond.smtp.sender import SmtpSender
from store.errors import HeardbackError


@dataclass(frozen=True, slots=True)
class Trial:
    """What was found: what is well, what is missing without being in the way, and what is refused."""

    well: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    refusals: tuple[str, ...] = ()


def try_out(account: Account, access: str | Bearer) -> Trial:
    """Signs in to read and to send, and leaves again; nothing is changed, nothing sent."""
    reading = _reading(account, access)
    if reading.refusals:
        return reading  # a second wrong password would only bring a provider closer to locking the door
    sending = _sending(account, access)
    return Trial(reading.well + sending.well, reading.remarks + sending.remarks, sending.refusals)


def _reading(account: Account, access: str | Bearer) -> Trial:
    well, remarks = [], []
    try:
        with open_mailbox(account, access) as mailbox:
            folders = mailbox.folders()
            well.append(f"Signed in to {account.imap.host} as {account.username}.")
            for name in account.folders:
                well.append(f"{name} holds {mailbox.examine(name).exists} mails.")
            looked_for: tuple[tuple[str, Callable[[], str | None]], ...] = (
                ("Sent", lambda: find_sent(folders, account.sent_folder)),
                ("Drafts", lambda: find_drafts(folders, account.drafts_folder)),
            )
            for what, find in looked_for:
                found = find()
                key = f"accounts.{account.name}.{what.lower()}_folder"
                if found:
                    well.append(f"{what}: {found}.")
                else:
                    remarks.append(
                        f"No folder for {what} was found: create one in your mail program, or name it in {key}."
                    )
    except HeardbackError as error:
        return Trial(tuple(well), tuple(remarks), (str(error),))
    return Trial(tuple(well), tuple(remarks))


def _sending(account: Account, access: str | Bearer) -> Trial:
    if account.smtp is None:
        return Trial(remarks=("Nothing is sent from here: you send the drafts from your own mail program.",))
    own, username = account.smtp_password, account.smtp_username
    try:
        if own is not None and own != account.password:
            access = password_of(own, account.name, username)
        SmtpSender(
            account.smtp,
            username,
            (lambda: access) if isinstance(access, str) else None,
            bearer=None if isinstance(access, str) else access,
            account=account.name,
        ).check()
    except HeardbackError as error:
        return Trial(refusals=(str(error),))
    return Trial((f"{account.smtp.host} takes mail from you; nothing was sent.",))
