"""Looks at everything heardback rests on, and says for each thing whether it is well and what to do if not."""

import os
import shutil
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.accounts import Account
from ingest.folders import find_drafts, find_sent
from store.errors import HeardbackError

if TYPE_CHECKING:
    from heardback.wiring import House

LEAST_FREE_MB = 200
MOST_SET_ASIDE = 5


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the examination."""

    what: str
    is_well: bool
    sentence: str


def examine(house: "House") -> Iterator[Finding]:
    """The findings, one by one, as they are made; nothing is changed."""
    yield _person(house)
    yield _guarded("store", lambda: _store(house))
    yield from _set_aside(house)
    yield _guarded("disk", lambda: _disk(house))
    yield _guarded("permissions", lambda: _permissions(house))
    yield _guarded("model", lambda: _model(house))
    if not house.accounts:
        yield Finding("accounts", False, "No mailbox is configured: add an [accounts.NAME] section to the config.")
    for account in house.accounts:
        yield from _account(house, account)


def _guarded(what: str, look: Callable[[], Finding]) -> Finding:
    try:
        return look()
    except HeardbackError as error:
        return Finding(what, False, str(error))


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
        now = house.clock.now()
        ahead = [mark for mark in transaction.folders.watermarks() if mark.last_success and mark.last_success > now]
    if ahead:
        return Finding("clock", False, "The last round lies in the future: check this computer's date and time.")
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
        yield Finding("set aside", True, f"{source}, on {met.astimezone(house.zone):%d %B %Y}: {reason}")


def _disk(house: "House") -> Finding:
    free = shutil.disk_usage(house.data).free // 1_000_000
    if free < LEAST_FREE_MB:
        return Finding("disk", False, f"Only {free} MB are free where the store lies: free some space.")
    return Finding("disk", True, f"{free} MB are free.")


def _permissions(house: "House") -> Finding:
    for path in (house.data, house.database.path):
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode & (stat.S_IRWXG | stat.S_IRWXO) and hasattr(os, "getuid"):
            wanted = "700" if path.is_dir() else "600"
            return Finding("permissions", False, f"Others can look into {path}: run chmod {wanted} {path}.")
    return Finding("permissions", True, "The store is yours alone.")


def _model(house: "House") -> Finding:
    version = house.tagger.version
    if house.model_problems:
        return Finding("model", False, f"{house.model_problems[0]} Tagging goes on with {version}.")
    return Finding("model", True, f"Tagging with {version}.")


def _account(house: "House", account: Account) -> Iterator[Finding]:
    try:
        with house.rounds.mailbox(account) as mailbox:
            folders = mailbox.folders()
            yield Finding(account.name, True, f"Signed in to {account.imap.host} as {account.username}.")
            for name in account.folders:
                state = mailbox.examine(name)
                yield Finding(account.name, True, f"{name} holds {state.exists} mails.")
            sent = find_sent(folders, account.sent_folder)
            yield Finding(
                account.name,
                sent is not None,
                f"Sent mail lies in {sent}."
                if sent
                else f"No Sent folder was found: name it in accounts.{account.name}.sent_folder.",
            )
            drafts = find_drafts(folders, account.drafts_folder)
            yield Finding(
                account.name,
                drafts is not None,
                f"Drafts go to {drafts}."
                if drafts
                else f"No Drafts folder was found: create one, or name it in accounts.{account.name}.drafts_folder.",
            )
    except HeardbackError as error:
        yield Finding(account.name, False, str(error))
    if account.smtp is None:
        yield Finding(
            account.name, True, "Nothing is sent from here (no smtp_host): send drafts from your mail program."
        )
        return
    try:
        house.posting.check_sending(account.name)
        yield Finding(account.name, True, f"{account.smtp.host} takes mail from you.")
    except HeardbackError as error:
        yield Finding(account.name, False, str(error))
