"""``backup``: the store of one moment, own models and their key, wordings and the config, in one tar file.

No password and no token is in it: the config says where these come from, and does not hold them.
"""

import hashlib
import io
import os
import tarfile
import tempfile
from collections.abc import Iterator
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import IO

from heardback.archive import (
    CONFIG,
    KEY,
    LARGEST_FILE,
    MANIFEST,
    MODELS,
    MOST_FILES,
    STORE,
    TEMPLATES,
    Entry,
    Manifest,
    entry_of,
    may_hold,
)
from store.copying import copy_store, schema_of, without_keys
from store.errors import UserError


def write_backup(target: IO[bytes], data: Path, config: Path, now: datetime) -> Manifest:
    """Writes a backup of the data folder and the config beside it; other programs may go on writing meanwhile.

    ``target`` is only written to, from front to back, so that it may be a pipe. Raises ``UserError`` where there is no
    store, or it cannot be copied.
    """
    store = data / STORE
    if schema_of(store) is None:
        raise UserError(f"There is nothing to back up in {data}: name the folder of the store with --data.")
    with tempfile.TemporaryDirectory(dir=data, prefix=".backup.") as folder:
        copy = Path(folder) / STORE
        schema = copy_store(store, copy)
        without_keys(copy)
        small = dict(_small_files(data, config))
        files = {STORE: _entry_of_file(copy)} | {name: entry_of(content) for name, content in small.items()}
        manifest = Manifest(now.isoformat(timespec="seconds"), version("heardback"), schema, files)
        with tarfile.open(fileobj=target, mode="w|", format=tarfile.PAX_FORMAT) as archive:
            _add(archive, MANIFEST, manifest.packed(), now)
            with copy.open("rb") as file:
                archive.addfile(_member(STORE, files[STORE].size, now), file)
            for name, content in small.items():
                _add(archive, name, content, now)
    return manifest


def backup_to(target: Path, data: Path, config: Path, now: datetime, *, replace: bool) -> Manifest:
    """The same into a file for its owner alone, written aside and put in place whole.

    Raises ``UserError`` where the file is there already and may not be replaced, or cannot be written.
    """
    if target.is_dir() or (target.exists() and not replace):
        raise UserError(f"{target} is there already: name another file, or let it be replaced with --force.")
    try:
        descriptor, aside = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(descriptor, "wb") as file:
                manifest = write_backup(file, data, config, now)
                file.flush()
                os.fsync(file.fileno())
            Path(aside).replace(target)
        except BaseException:
            Path(aside).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UserError(f"{target} cannot be written ({error.strerror}): name another place.") from error
    return manifest


def _small_files(data: Path, config: Path) -> Iterator[tuple[str, bytes]]:
    """Models, their key, the config and own wordings, each as it is at this moment."""
    named = [(KEY, data / KEY), (CONFIG, config)]
    named += [(f"{MODELS}/{path.name}", path) for path in sorted((data / MODELS).glob("*"))]
    templates = config.parent / TEMPLATES
    found = sorted(templates.glob("*/*/*"))
    named += [(f"{TEMPLATES}/{path.relative_to(templates).as_posix()}", path) for path in found]
    for name, path in named[:MOST_FILES]:
        if may_hold(name) and path.is_file() and path.stat().st_size <= LARGEST_FILE:
            try:
                yield name, path.read_bytes()
            except OSError as error:
                raise UserError(f"{path} cannot be read ({error.strerror}): make it yours to read.") from error


def _entry_of_file(path: Path) -> Entry:
    with path.open("rb") as file:
        return Entry(hashlib.file_digest(file, "sha256").hexdigest(), path.stat().st_size)


def _add(archive: tarfile.TarFile, name: str, content: bytes, now: datetime) -> None:
    archive.addfile(_member(name, len(content), now), io.BytesIO(content))


def _member(name: str, size: int, now: datetime) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.size, member.mtime, member.mode = size, int(now.timestamp()), 0o600
    return member
