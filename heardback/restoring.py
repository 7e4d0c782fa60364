"""``restore``: a backup is checked to its last byte before anything of it takes the place of what is there.

Nothing is unpacked by the names in the tar file: only names a backup may hold are written, by ourselves, into a new
folder. What was approved and not sent waits for the person again, for it may have been sent since.
"""

import hashlib
import os
import shutil
import tarfile
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from heardback.archive import (
    CONFIG,
    KEY,
    LARGEST_MANIFEST,
    MANIFEST,
    MODELS,
    STORE,
    TEMPLATES,
    Manifest,
    damaged,
    read_manifest,
)
from heardback.files import make_private_folder
from store.copying import check_store, copies_before_upgrades
from store.database import Database
from store.errors import UserError
from store.vocabulary import DraftState

BEFORE = "before-restore-"
"""The folder, in the data folder, into which what was there is moved, followed by the moment."""
FROM_BACKUP = ".from-backup"
AGAIN = "This comes from a backup: look whether it went out since, then approve it again."
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Restored:
    """What came of it: where the former store went, what lies beside because something stood in its place."""

    manifest: Manifest
    former: Path | None
    beside: tuple[Path, ...]
    waiting_again: int


def restore(source: IO[bytes], data: Path, config: Path, now: datetime, *, replace: bool) -> Restored:
    """Puts a backup into the data folder, upgraded to this heardback's schema; the caller sees that nobody works on it.

    Config and wordings are put in place where there are none, else beside. Raises ``UserError`` where the backup is
    damaged or of a newer heardback, or where a store is there and may not be replaced; then nothing has changed.
    """
    if (data / STORE).exists() and not replace:
        raise UserError(
            f"There is a store in {data} already: name an empty folder with --data, or take --force; what is there is "
            "then kept aside."
        )
    make_private_folder(data)
    try:
        with tempfile.TemporaryDirectory(dir=data, prefix=".restore.") as folder:
            new = Path(folder)
            manifest = _unpack(source, new)
            check_store(new / STORE)
            waiting = _made_current(new, now)
            former = _put_in_place(new, data, now)
            beside = _put_config(new, config)
    except OSError as error:
        raise UserError(f"{data} cannot be written ({error.strerror}): free some space or name another.") from error
    return Restored(manifest, former, beside, waiting)


def _unpack(source: IO[bytes], folder: Path) -> Manifest:
    try:
        with tarfile.open(fileobj=source, mode="r|*") as archive:
            manifest = _manifest_in(archive)
            missing = set(manifest.files)
            while (member := archive.next()) is not None:
                if not member.isfile() or member.name not in missing:
                    raise damaged("it holds a file that is not in its list of contents")
                missing.remove(member.name)
                _write(archive, member, manifest, folder)
    except (tarfile.TarError, EOFError, ValueError) as error:
        raise damaged("it is no whole tar file") from error
    if missing:
        raise damaged("it ends too early")
    return manifest


def _manifest_in(archive: tarfile.TarFile) -> Manifest:
    first = archive.next()
    if first is None or first.name != MANIFEST or not first.isfile() or first.size > LARGEST_MANIFEST:
        raise damaged("it has no list of contents")
    opened = archive.extractfile(first)
    assert opened is not None, "a plain file has content"
    return read_manifest(opened.read())


def _write(archive: tarfile.TarFile, member: tarfile.TarInfo, manifest: Manifest, folder: Path) -> None:
    """Writes one file whose name the manifest has already been checked for."""
    entry, opened = manifest.files[member.name], archive.extractfile(member)
    if opened is None or member.size != entry.size:
        raise damaged(f"{member.name} is not what it was")
    target = folder / member.name
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = hashlib.sha256()
    with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        while chunk := opened.read(_CHUNK):
            found.update(chunk)
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
    if found.hexdigest() != entry.sha256:
        raise damaged(f"{member.name} is not what it was")


def _made_current(folder: Path, now: datetime) -> int:
    """Upgrades the unpacked store and takes approvals back; returns how many."""
    database = Database.open(folder)
    try:
        with database.transaction() as transaction:
            approved = transaction.drafts.in_state(DraftState.APPROVED)
            for draft in approved:
                transaction.drafts.move(
                    draft.id, from_states=(DraftState.APPROVED,), to=DraftState.EDITED, at=now, failure=AGAIN
                )
    finally:
        database.close()
    for each in copies_before_upgrades(folder / STORE):
        each.unlink()  # the backup itself is that copy
    return len(approved)


def _put_in_place(new: Path, data: Path, now: datetime) -> Path | None:
    """The former store goes aside whole, then the new one comes in; both are a matter of renaming."""
    there = [data / name for name in (STORE, f"{STORE}-wal", f"{STORE}-shm", KEY, MODELS) if (data / name).exists()]
    former = None
    if there:
        former = data / f"{BEFORE}{now:%Y%m%dT%H%M%S}"
        if former.exists():
            former = Path(tempfile.mkdtemp(dir=data, prefix=f"{former.name}-"))
        former.mkdir(mode=0o700, exist_ok=True)
        # The write-ahead log first: a store without its log is whole up to a moment ago, a log without its store is
        # nothing.
        for each in sorted(there, key=lambda path: path.name == STORE):
            each.rename(former / each.name)
    for name in (MODELS, KEY, STORE):
        if (new / name).exists():
            (new / name).rename(data / name)
    return former


def _put_config(new: Path, config: Path) -> tuple[Path, ...]:
    """Config and wordings; returns those that lie beside, because others are in use."""
    beside: list[Path] = []
    for name, place in ((CONFIG, config), (TEMPLATES, config.parent / TEMPLATES)):
        ours = new / name
        if not ours.exists():
            continue
        make_private_folder(config.parent)
        if place.exists():
            if _same(ours, place):
                continue
            place = place.with_name(f"{place.name}{FROM_BACKUP}")
            beside.append(place)
            if place.is_dir():
                shutil.rmtree(place)
        shutil.move(str(ours), place)
    return tuple(beside)


def _same(one: Path, other: Path) -> bool:
    if one.is_file():
        return other.is_file() and one.read_bytes() == other.read_bytes()
    return _contents(one) == _contents(other)


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
