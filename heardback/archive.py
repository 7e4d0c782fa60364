"""What a backup consists of: one tar file, its list of contents first, and names that can lead nowhere else."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from store.errors import UserError

FORMAT = 1
"""Of the tar file; a newer one is refused."""
MANIFEST = "manifest.json"
STORE = "heardback.sqlite"
KEY = "model.key"
MODELS = "models"
CONFIG = "config.toml"
TEMPLATES = "templates"
LARGEST_MANIFEST = 1_000_000
LARGEST_FILE = 20_000_000
"""Bytes; of everything but the store. A model has about one million."""
MOST_FILES = 2_000
_PART = r"[^/\\\x00-\x1f.][^/\\\x00-\x1f]*"
_NAME = re.compile(
    rf"{re.escape(STORE)}|{re.escape(KEY)}|{re.escape(CONFIG)}|{MODELS}/{_PART}|{TEMPLATES}/{_PART}/{_PART}/{_PART}"
)
_DIGEST = re.compile(r"[0-9a-f]{64}")
DAMAGED = "This is no backup of heardback, or a damaged one ({why}): take another. Nothing was changed."


@dataclass(frozen=True, slots=True)
class Entry:
    """One file: its sha256 and its size in bytes."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds, and of which heardback and moment it is."""

    made: str
    version: str
    schema: int
    files: Mapping[str, Entry] = field(hash=False)

    def packed(self) -> bytes:
        """As it stands in the file."""
        files = {name: {"sha256": each.sha256, "size": each.size} for name, each in self.files.items()}
        document = {
            "format": FORMAT,
            "made": self.made,
            "heardback": self.version,
            "schema": self.schema,
            "files": files,
        }
        return (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode()


def damaged(why: str) -> UserError:
    """What is said of a file that is not as it should be."""
    return UserError(DAMAGED.format(why=why))


def entry_of(content: bytes) -> Entry:
    """The entry of a small file."""
    return Entry(hashlib.sha256(content).hexdigest(), len(content))


def may_hold(name: str) -> bool:
    """Whether a backup may hold a file of this name: a fixed set, without a way out of the folder it is put into."""
    return _NAME.fullmatch(name) is not None and ".." not in PurePosixPath(name).parts


def read_manifest(packed: bytes) -> Manifest:
    """Reads a list of contents. Raises ``UserError`` where it is not one, or of a newer heardback."""
    try:
        said: Any = json.loads(packed)
        if isinstance(said, dict) and isinstance(said.get("format"), int) and said["format"] > FORMAT:
            raise UserError("This backup was written by a newer heardback: upgrade heardback first.")
        files = {str(name): Entry(str(each["sha256"]), int(each["size"])) for name, each in said["files"].items()}
        manifest = Manifest(str(said["made"]), str(said["heardback"]), int(said["schema"]), files)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise damaged("its list of contents cannot be read") from error
    _check(manifest)
    return manifest


def _check(manifest: Manifest) -> None:
    if STORE not in manifest.files or len(manifest.files) > MOST_FILES:
        raise damaged("its list of contents is not that of a backup")
    for name, entry in manifest.files.items():
        if not may_hold(name):
            raise damaged("it names a file that is none of heardback's")
        if not _DIGEST.fullmatch(entry.sha256) or entry.size < 0 or (name != STORE and entry.size > LARGEST_FILE):
            raise damaged("its list of contents is not that of a backup")
