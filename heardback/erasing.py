"""``erase``: takes away everything heardback keeps on this computer, and then looks again whether anything is left.

Only what is known to be heardback's own is removed, by name; whatever else lies in the data folder stays and is named.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from heardback.archive import KEY, MODELS, STORE, TEMPLATES
from heardback.lock import FILE_NAME as SERVICE_LOCK
from heardback.restoring import BEFORE, FROM_BACKUP
from heardback.signin import is_ours_to_keep, sign_out
from heardback.tokens import FOLDER as SIGN_IN
from heardback.tokens import KEYRING_ENTRY
from heardback.wayin import PASSWORDS
from ingest.secrets import in_keyring, remove_from_keyring
from store.errors import HeardbackError

if TYPE_CHECKING:
    from heardback.wiring import House
    from ingest.accounts import Account
    from ingest.ports import Mailbox
    from store.draftcopies import DraftCopy

PAGE_LOCK = "page.lock"
PREVIEW = "digest.html"
OWN_FOLDERS = (MODELS, SIGN_IN, PASSWORDS)
OWN_FILES = (KEY, PREVIEW, PAGE_LOCK, SERVICE_LOCK)
OWN_BEGINNINGS = (STORE, BEFORE, f".{STORE}.", f".{PREVIEW}.", ".backup.", ".restore.")
"""The store with its log and the copies made before upgrades, former stores, and what a crash left half written."""
ON_SSDS = (
    "Every file was overwritten once before it was removed. On an SSD, and where the file system writes changes to "
    "another place, traces may still lie on the disk until that place is used again; only an encrypted disk rules that "
    "out."
)
ELSEWHERE = (
    "Not touched: your mailbox (what was sent stays in Sent), and backups, exports and calendars you put elsewhere."
)
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Belongings:
    """What is heardback's on this computer: files, the deepest first, then folders; entries in the keyring."""

    files: tuple[Path, ...]
    folders: tuple[Path, ...]
    entries: tuple[str, ...]
    strangers: tuple[Path, ...]
    """What lies in the data folder and is not heardback's."""


def belongings(data: Path, config: Path | None, accounts: "tuple[Account, ...]") -> Belongings:
    """Looks what there is; ``config`` is None where the config and the person's own wordings shall stay."""
    tops = list(_own_in(data))
    if config is not None:
        beside = (config, config.parent / TEMPLATES)
        tops += [each for top in beside for each in (top, top.with_name(f"{top.name}{FROM_BACKUP}")) if _exists(each)]
    files: list[Path] = []
    folders: list[Path] = []
    for top in tops:
        if top.is_dir() and not top.is_symlink():
            for root, below, names in os.walk(top, topdown=False):
                files += [Path(root, each) for each in names]
                files += [Path(root, each) for each in below if Path(root, each).is_symlink()]
                folders.append(Path(root))
        else:
            files.append(top)
    strangers = tuple(each for each in _listed(data) if each not in tops)
    return Belongings(tuple(files), tuple(folders), tuple(_entries(accounts)), strangers)


def sign_out_everywhere(accounts: "tuple[Account, ...]", data: Path) -> tuple[str, ...]:
    """Gives tokens back to their providers and clears the keyring; says for each account what came of it.

    A password file elsewhere is the person's own, and other programs may read it.
    """
    said: list[str] = []
    for account in accounts:
        in_file = account.oauth is None and account.password.file is not None
        if in_file or (account.oauth is None and not is_ours_to_keep(account.password)):
            continue
        try:
            said.append(f"{account.name}: {sign_out(account, data)}")
        except HeardbackError as error:
            said.append(f"{account.name}: {error}")
    return tuple(said)


def remove(found: Belongings, data: Path) -> tuple[str, ...]:
    """Overwrites and removes; returns what could not be removed, a sentence each."""
    troubles: list[str] = []
    for path in found.files:
        try:
            _overwrite(path)
            path.unlink()
        except OSError as error:
            troubles.append(f"{path} could not be removed ({error.strerror}).")
    for path in (*found.folders, data):
        with suppress(OSError):  # what keeps a folder from being empty is told by the look afterwards
            path.rmdir()
    for entry in found.entries:
        with suppress(HeardbackError):  # told afterwards too
            remove_from_keyring(entry)
    return tuple(troubles)


def still_there(found: Belongings) -> tuple[str, ...]:
    """Looks again, and names what is left of it."""
    paths = [str(path) for path in (*found.files, *found.folders) if _exists(path)]
    return (*paths, *(f"“{entry}” in the keyring" for entry in found.entries if _in_keyring(entry)))


def remove_drafts(house: "House") -> tuple[int, tuple[str, ...]]:
    """Removes heardback's own copies from the Drafts folders, where the person has not changed them.

    Returns how many, and a sentence for each that stays.
    """
    from ingest.folders import find_drafts

    with house.database.reading() as transaction:
        copies = transaction.drafts.copies()
    removed, stays = 0, []
    for account in house.accounts:
        own = [copy for copy in copies if copy.draft.account == account.name]
        if not own:
            continue
        try:
            with house.rounds.mailbox(account) as mailbox:
                folder = find_drafts(mailbox.folders(), account.drafts_folder) or ""
                gone, kept = _remove_in(house, mailbox, folder, own)
        except HeardbackError as error:
            stays.append(f"{account.name}: what it holds in Drafts stays: {error}")
            continue
        removed += gone
        if kept:
            stays.append(
                f"{account.name}: {kept} of them in Drafts stay, as you changed them or the server keeps them."
            )
    return removed, tuple(stays)


def _remove_in(house: "House", mailbox: "Mailbox", folder: str, copies: "list[DraftCopy]") -> tuple[int, int]:
    from respond.draftlook import Lookout
    from respond.draftsteps import is_untouched

    lookout = Lookout(house.database, mailbox, folder)
    gone = kept = 0
    for copy in copies:
        for seen in lookout.copies_of(copy.draft):
            state = mailbox.examine(seen.folder)
            if is_untouched(copy, seen) and mailbox.remove(seen.folder, state.uidvalidity, seen.uid):
                gone += 1
            else:
                kept += 1
    return gone, kept


def _own_in(data: Path) -> Iterator[Path]:
    for each in _listed(data):
        if each.name in (*OWN_FOLDERS, *OWN_FILES) or each.name.startswith(OWN_BEGINNINGS):
            yield each


def _listed(data: Path) -> list[Path]:
    try:
        # Last the lock, which holds others off meanwhile.
        return sorted(data.iterdir(), key=lambda path: (path.name == SERVICE_LOCK, path.name))
    except OSError:
        return []


def _entries(accounts: "tuple[Account, ...]") -> Iterator[str]:
    for account in accounts:
        if account.oauth is not None and account.oauth.keyring:
            yield KEYRING_ENTRY.format(name=account.name)
        elif account.oauth is None and account.password.keyring:
            yield account.username


def _overwrite(path: Path) -> None:
    """Once, with zeros; a link is not followed."""
    if path.is_symlink() or not path.is_file():
        return
    path.chmod(0o600)
    with path.open("rb+", buffering=0) as file:
        left = os.fstat(file.fileno()).st_size
        while left > 0:
            left -= file.write(bytes(min(left, _CHUNK)))
        os.fsync(file.fileno())


def _exists(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def _in_keyring(entry: str) -> bool:
    try:
        return in_keyring(entry) is not None
    except HeardbackError:
        return False
