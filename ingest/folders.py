"""Which folder holds sent mail and which the drafts: SPECIAL-USE (RFC 6154) first, then the usual names."""

import unicodedata
from collections.abc import Sequence

from ingest.foldernames import NAMES, ROOTS, FolderUse
from ingest.ports import Folder
from store.errors import FolderMissing

_COLLECTIONS = frozenset({"\\all", "\\flagged", "\\important"})
"""Attributes of folders that only show what lies in others (RFC 6154 §2, RFC 8457)."""


def find_sent(folders: Sequence[Folder], named: str) -> str | None:
    """The folder of sent mail; ``named`` is the person's own choice, or empty.

    Raises:
        FolderMissing: ``named`` is not among the folders.
    """
    return _find(folders, named, "sent_folder", FolderUse.SENT)


def find_drafts(folders: Sequence[Folder], named: str) -> str | None:
    """The folder of drafts; ``named`` is the person's own choice, or empty.

    Raises:
        FolderMissing: ``named`` is not among the folders.
    """
    return _find(folders, named, "drafts_folder", FolderUse.DRAFTS)


def use_of(folder: Folder) -> FolderUse | None:
    """What a folder is for, by its mark, else by its name; None for the person's own."""
    marks = {attribute.casefold() for attribute in folder.attributes}
    marked = (use for use in FolderUse if use.casefold() in marks)
    if found := next(marked, None):
        return found
    own = _own_name(folder)
    return next((use for use, names in NAMES.items() if own in map(_face, names)), None)


def shows_others(folder: Folder) -> bool:
    """Whether a folder only shows what lies in others, as Gmail's All Mail does."""
    return bool(_COLLECTIONS & {attribute.casefold() for attribute in folder.attributes})


def missing(named: str, folders: Sequence[Folder], key: str) -> FolderMissing:
    """The error that says which folders there are instead of ``named``; ``key`` is the setting to change."""
    names = ", ".join(f"“{folder.name}”" for folder in folders) or "none at all"
    return FolderMissing(f"There is no folder “{named}” in this mailbox; set {key} to one of those it has: {names}.")


def _find(folders: Sequence[Folder], named: str, key: str, use: FolderUse) -> str | None:
    if named:
        found = next((folder.name for folder in folders if _same(folder.name, named)), None)
        if found is not None:
            return found
        raise missing(named, folders, key)
    return _by_use(folders, use) or _by_name(folders, NAMES[use])


def _by_use(folders: Sequence[Folder], use: FolderUse) -> str | None:
    """The marked folder; one of the person's own before those of others that are shared with them, further down."""
    marked = [folder for folder in folders if use.casefold() in map(str.casefold, folder.attributes)]
    return min(marked, key=_depth).name if marked else None


def _by_name(folders: Sequence[Folder], usual: tuple[str, ...]) -> str | None:
    own_names = {_own_name(folder): folder.name for folder in reversed(folders)}
    return next((own_names[_face(name)] for name in usual if _face(name) in own_names), None)


def _depth(folder: Folder) -> int:
    own = _without_root(folder)
    return own.count(folder.delimiter) if folder.delimiter else 0


def _own_name(folder: Folder) -> str:
    """The name without the root that some servers put before every folder: ``INBOX.Sent`` is ``sent``."""
    return _face(_without_root(folder))


def _without_root(folder: Folder) -> str:
    root, delimiter, rest = folder.name.partition(folder.delimiter) if folder.delimiter else (folder.name, "", "")
    if delimiter and rest and root.casefold() in (name.casefold() for name in ROOTS):
        return rest
    return folder.name


def _same(one: str, other: str) -> bool:
    """Letter by letter, however accents are written; only INBOX is the same in any case (RFC 3501 §5.1)."""
    one, other = unicodedata.normalize("NFC", one), unicodedata.normalize("NFC", other)
    return one == other or one.upper() == other.upper() == "INBOX"


def _face(name: str) -> str:
    """A name for comparing: case does not matter, nor in how many code points an accent is written."""
    return unicodedata.normalize("NFC", name).casefold()
