"""What can be seen without asking any server: this computer, the store, the service, and how the mailboxes fared.

The command line and Health show the same findings; ``doctor.py`` adds what only the servers can tell.
"""

import os
import shutil
import stat
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from heardback.alarms import alarms
from heardback.findings import Finding, guarded, look_at
from heardback.lock import service_runs
from heardback.notifying import MISSING, is_installed
from heardback.overlooked import result_of, still_open, trouble_of
from heardback.troubles import can_push, notifying_trouble
from ingest.accounts import Account
from store.database import Transaction

if TYPE_CHECKING:
    from heardback.wiring import House

LEAST_FREE_MB = 200
SKEW = timedelta(minutes=5)
WORTH_SAYING_MISSED = 3
"""Rounds: one or two are missed whenever a computer sleeps."""


def examine_here(house: "House") -> Iterator[Finding]:
    """Findings on what is on this computer."""
    yield guarded("clock", lambda: _clock(house))
    yield guarded("disk", lambda: _disk(house))
    yield guarded("permissions", lambda: _permissions(house))
    yield guarded("service", lambda: _service(house))
    if house.accounts:
        yield guarded("alarms", lambda: _alarms(house))
        yield guarded("folders", lambda: _looked_through(house))
    if house.teller.is_wanted:
        yield guarded("notify", lambda: _notify(house))


def fared(house: "House", account: Account) -> Iterator[Finding]:
    """How an account's rounds went lately, folder by folder, and how it hears of new mail; from the store alone."""
    now, every, name = house.clock.now(), timedelta(minutes=house.settings.poll.every_minutes), account.name
    with house.database.reading() as transaction:
        marks = [mark for mark in transaction.folders.watermarks() if mark.account == name]
        push = can_push(transaction, name)
    for mark in marks:
        if mark.last_success is None:
            continue
        missed = missed_rounds(now - mark.last_success, every)
        said = f"{mark.folder} was last read {mark.last_success.astimezone(house.zone):%d %B %Y, %H:%M}"
        if missed >= WORTH_SAYING_MISSED:
            yield look_at(name, f"{said}: {missed} rounds missed since.")
        else:
            yield Finding(name, True, f"{said}.")
    yield Finding(name, True, hears(house, push))


def missed_rounds(lag: timedelta, every: timedelta) -> int:
    """How many rounds should have been since the last one, the one that is under way left out."""
    return max(int(lag / every) - 1, 0)


def hears(house: "House", push: bool | None) -> str:
    """How new mail is heard of, in a sentence."""
    minutes = house.settings.poll.every_minutes
    often = "every minute" if minutes == 1 else f"every {minutes} minutes"
    if not house.settings.poll.push:
        return f"It is asked {often}; push is switched off (poll.push)."
    if push is None:
        return f"It is asked {often}; whether its server tells of new mail by itself shows after the first round."
    if push:
        return f"Its server tells of new mail at once; besides, it is asked {often}."
    return f"Its server does not tell of new mail by itself, so it is asked {often}."


def signs_in(house: "House", account: Account) -> Finding:
    """By what an account signs in, and whether that is there; nothing secret is looked at."""
    name, source = account.name, account.password
    if account.oauth is not None:
        from heardback.tokens import is_signed_in

        place = "the keyring" if account.oauth.keyring else "a file of your own"
        if is_signed_in(account, house.data):
            return Finding(name, True, f"It signs in by tokens of the provider, kept in {place}.")
        return Finding(name, False, f"Nobody is signed in: run heardback login {name}.")
    if source.keyring:
        return Finding(name, True, "Its password is kept in the keyring.")
    if source.command:
        return Finding(name, True, "Its password comes from a command of yours.")
    if source.file is not None:
        return _password_file(name, source.file.expanduser())
    if os.environ.get(source.environment):
        return Finding(name, True, f"Its password comes from the environment variable {source.environment}.")
    return look_at(name, f"The environment variable {source.environment} is not set here; the service needs it.")


def _password_file(name: str, path: Path) -> Finding:
    if not path.exists():
        return Finding(name, False, f"The password file {path} does not exist: run heardback login {name}.")
    return Finding(name, True, f"Its password lies in {path}.")


def _clock(house: "House") -> Finding:
    now = house.clock.now()
    with house.database.reading() as transaction:
        last = [each.last_success for each in transaction.folders.health() if each.last_success is not None]
    if last and max(last) > now + SKEW:
        return Finding("clock", False, "The last round lies in the future: check this computer's date and time.")
    return Finding("clock", True, f"It is {now.astimezone(house.zone):%d %B %Y, %H:%M} in {house.zone.key}.")


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


def _service(house: "House") -> Finding:
    if service_runs(house.data):
        return Finding("service", True, "It runs.")
    if not house.accounts:
        return Finding("service", True, "It does not run, and with no mailbox it has nothing to do.")
    return look_at("service", "It does not run, so nobody looks for mail: start it with heardback run.")


def _alarms(house: "House") -> Finding:
    with house.database.reading() as transaction:
        found = alarms(transaction, [each.name for each in house.accounts], house.clock.now())
    if found:
        return Finding("alarms", False, " ".join(each.sentence for each in found))
    return Finding("alarms", True, "Every mailbox could be read lately, and nothing that should leave is held up.")


def _looked_through(house: "House") -> Finding:
    """The last look through all folders: what it found, or why there was none."""
    with house.database.reading() as transaction:
        said = [_of_account(transaction, house, account.name) for account in house.accounts]
        lying = len(still_open(transaction))
    text = " ".join(said)
    if lying:
        what = "One mail that looks like job mail lies" if lying == 1 else f"{lying} mails that look like job mail lie"
        return look_at("folders", f"{what} outside the folders that are read: see 'heardback canary'. {text}")
    return Finding("folders", True, text)


def _of_account(transaction: Transaction, house: "House", name: str) -> str:
    result, trouble = result_of(transaction, name), trouble_of(transaction, name)
    if result is None:
        return f"All folders of {name} were not looked through yet{f': {trouble}' if trouble else '.'}"
    day = f"{result.finished.astimezone(house.zone):%d %B %Y}"
    total = result.stored + result.missed
    share = (
        f"{result.stored} of {total} job mails in them had been taken in" if total else "there was no job mail in them"
    )
    gone = "".join(f" “{each}” does not exist any more: correct accounts.{name}.folders." for each in result.gone)
    later = f" The next look broke off: {trouble}" if trouble else ""
    return f"All {result.folders} folders of {name} were looked through on {day}; {share}.{gone}{later}"


def _notify(house: "House") -> Finding:
    if not is_installed():
        return Finding("notify", False, MISSING)
    with house.database.reading() as transaction:
        trouble = notifying_trouble(transaction)
    if trouble is not None:
        return look_at("notify", f"The last notification did not get through: {trouble.sentence}")
    return Finding("notify", True, f"Called out: {', '.join(house.settings.notify.on).replace('_', ' ')}.")
