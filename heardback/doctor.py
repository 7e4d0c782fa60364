"""Looks at everything heardback rests on, and says for each thing whether it is well and what to do if not."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from heardback.checkup import examine_here, fared, signs_in
from heardback.findings import Finding, guarded, look_at
from heardback.web.presence import port_of_page
from ingest.accounts import Account
from ingest.folders import find_drafts, find_sent
from ingest.imap import ImapMailbox
from respond.templatefolder import template_problems
from store.errors import HeardbackError

if TYPE_CHECKING:
    from heardback.wiring import House

MOST_SET_ASIDE = 5


def examine(house: "House") -> Iterator[Finding]:
    """The findings, one by one, as they are made; nothing is changed."""
    yield _person(house)
    yield guarded("store", lambda: _store(house))
    yield from _set_aside(house)
    yield from examine_here(house)
    yield guarded("page", lambda: _page(house))
    yield guarded("model", lambda: _model(house))
    yield from (Finding("wordings", False, each) for each in template_problems(house.templates))
    if not house.accounts:
        yield Finding("accounts", False, "No mailbox is configured: add an [accounts.NAME] section to the config.")
    for account in house.accounts:
        yield from _account(house, account)


def _person(house: "House") -> Finding:
    missing = [key for key in ("name", "address", "country") if not getattr(house.settings.person, key)]
    if "address" in missing and house.person.address:
        missing.remove("address")
    if missing:
        keys = " and ".join(f"person.{key}" for key in missing)
        return Finding("config", False, f"Set {keys} in the config: drafts are signed and holidays known by it.")
    return Finding("config", True, f"{house.person.name}, {house.person.address}, times in {house.zone.key}.")


def _store(house: "House") -> Finding:
    with house.database.reading() as transaction:
        stored, aside = transaction.mail.counts()
    return Finding("store", True, f"{stored} mails, {aside} set aside, in {house.database.path}.")


def _set_aside(house: "House") -> Iterator[Finding]:
    """The newest mails nobody could read: where they lie and why; their bytes are kept."""
    try:
        with house.database.reading() as transaction:
            found = transaction.mail.set_aside_list()
    except HeardbackError:
        # The line about the store has said it.
        return
    for source, reason, met in found[:MOST_SET_ASIDE]:
        yield look_at("set aside", f"{source}, on {met.astimezone(house.zone):%d %B %Y}: {reason}")


def _page(house: "House") -> Finding:
    port = port_of_page(house.data)
    if port is None:
        return Finding("page", True, "The review page is not served just now: heardback web serves it.")
    return Finding("page", True, f"The review page is at http://127.0.0.1:{port}/: heardback open opens it.")


def _model(house: "House") -> Finding:
    version = house.tagger.version
    if house.model_problems:
        return Finding("model", False, f"{house.model_problems[0]} Tagging goes on with {version}.")
    return Finding("model", True, f"Tagging with {version}.")


def _account(house: "House", account: Account) -> Iterator[Finding]:
    yield guarded(account.name, lambda: signs_in(house, account))
    try:
        with house.rounds.mailbox(account) as mailbox:
            yield Finding(account.name, True, f"Signed in to {account.imap.host} as {account.username}.")
            yield from _folders(account, mailbox)
    except HeardbackError as error:
        yield Finding(account.name, False, str(error))
    try:
        yield from fared(house, account)
    except HeardbackError as error:
        yield Finding(account.name, False, str(error))
    yield _sending(house, account)


def _folders(account: Account, mailbox: ImapMailbox) -> Iterator[Finding]:
    listed = mailbox.folders()
    for name in account.folders:
        yield guarded(account.name, partial(_folder, account, mailbox, name))
    yield guarded(account.name, lambda: _named(account, "sent", find_sent(listed, account.sent_folder)))
    yield guarded(account.name, lambda: _named(account, "drafts", find_drafts(listed, account.drafts_folder)))


def _folder(account: Account, mailbox: ImapMailbox, name: str) -> Finding:
    state = mailbox.examine(name)
    return Finding(account.name, True, f"{name} holds {state.exists} mails.")


def _named(account: Account, which: str, found: str | None) -> Finding:
    if found is None and which == "sent":
        return Finding(
            account.name, False, f"No Sent folder was found: name it in accounts.{account.name}.sent_folder."
        )
    if found is None:
        remedy = f"create one, or name it in accounts.{account.name}.drafts_folder"
        return Finding(account.name, False, f"No Drafts folder was found: {remedy}.")
    return Finding(account.name, True, f"Sent mail lies in {found}." if which == "sent" else f"Drafts go to {found}.")


def _sending(house: "House", account: Account) -> Finding:
    if account.smtp is None:
        said = "Nothing is sent from here (no smtp_host): send drafts from your mail program."
        return Finding(account.name, True, said)
    try:
        house.posting.check_sending(account.name)
    except HeardbackError as error:
        return Finding(account.name, False, str(error))
    return Finding(account.name, True, f"{account.smtp.host} takes mail from you.")
