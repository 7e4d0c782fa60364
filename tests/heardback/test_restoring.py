"""What is not a whole backup of one's own kind changes nothing; what was there before is kept."""

import hashlib
import io
import json
import tarfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from heardback.backup import write_backup
from heardback.lock import only_service
from heardback.restoring import restore
from store.database import FILE_NAME, Database
from store.errors import HeardbackError, UserError
from store.schema import SCHEMA_VERSION

NOW = datetime(2026, 3, 9, 9, tzinfo=UTC)
Files = list[tuple[tarfile.TarInfo, bytes]]


def remembering(folder: Path, words: str) -> Path:
    """A data folder whose store remembers something."""
    database = Database.open(folder)
    with database.transaction() as transaction:
        transaction.digests.set_fact("words", words)
    database.close()
    return folder


def remembered(folder: Path) -> str:
    database = Database.open(folder)
    with database.reading() as transaction:
        words = transaction.digests.fact("words")
    database.close()
    return words


@pytest.fixture
def packed(tmp_path: Path) -> bytes:
    (tmp_path / "config.toml").write_text('[person]\nname = "Sam"\n')
    target = io.BytesIO()
    write_backup(target, remembering(tmp_path / "there", "from the backup"), tmp_path / "config.toml", NOW)
    return target.getvalue()


def rebuilt(packed: bytes, change: Callable[[Files], Files]) -> bytes:
    """The backup with something done to its members."""
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        files = [(member, archive.extractfile(member).read()) for member in archive]  # type: ignore[union-attr]
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        for member, content in change(files):
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return target.getvalue()


def listing(files: Files, change: Callable[[dict[str, object]], None]) -> Files:
    """The members with another list of contents."""
    said = json.loads(files[0][1])
    change(said)
    return [(files[0][0], json.dumps(said).encode()), *files[1:]]


def with_file(name: str, content: bytes = b"x", *, listed: bool = True) -> Callable[[Files], Files]:
    def change(files: Files) -> Files:
        def enter(said: dict[str, object]) -> None:
            entries = said["files"]
            assert isinstance(entries, dict)
            entries[name] = {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}

        return [*(listing(files, enter) if listed else files), (tarfile.TarInfo(name), content)]

    return change


def with_link(name: str, kind: bytes, target: str) -> Callable[[Files], Files]:
    def change(files: Files) -> Files:
        link = tarfile.TarInfo(name)
        link.type, link.linkname = kind, target
        return [*with_file(name, b"")(files)[:-1], (link, b"")]

    return change


def flipped(files: Files) -> Files:
    member, content = files[1]
    return [files[0], (member, content[:5000] + b"\x00\x01" + content[5002:]), *files[2:]]


def newer_store(files: Files) -> Files:
    import sqlite3

    connection = sqlite3.connect(":memory:")
    connection.deserialize(files[1][1])
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    content = connection.serialize()
    connection.close()
    entry = {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
    changed = listing(files, lambda said: said["files"].__setitem__(FILE_NAME, entry))  # type: ignore[union-attr, attr-defined]
    return [changed[0], (files[1][0], content), *files[2:]]


BAD: dict[str, Callable[[Files], Files]] = {
    "a byte is another": flipped,
    "a file is missing": lambda files: files[:-1],
    "a file more than is listed": with_file("models/own.json", listed=False),
    "no list of contents": lambda files: files[1:],
    "the list is no JSON": lambda files: [(files[0][0], b"{"), *files[1:]],
    "the list is another kind of JSON": lambda files: [(files[0][0], b"[1]"), *files[1:]],
    "a newer format": lambda files: listing(files, lambda said: said.__setitem__("format", 2)),
    "a way out": with_file("../escaped"),
    "a way out inside": with_file("models/../../escaped"),
    "an absolute name": with_file("/tmp/escaped"),
    "a link": with_link("models/link", tarfile.SYMTYPE, "/etc/passwd"),
    "a hard link": with_link("models/link", tarfile.LNKTYPE, FILE_NAME),
    "a device": with_link("models/link", tarfile.CHRTYPE, ""),
    "a file twice": lambda files: [*files, files[-1]],
    "a foreign file": with_file("sign-in/home.json"),
    "a newer store": newer_store,
}


@pytest.mark.parametrize("change", BAD.values(), ids=BAD)
def test_a_bad_backup_changes_nothing(change: Callable[[Files], Files], packed: bytes, tmp_path: Path) -> None:
    data = remembering(tmp_path / "data", "as it was")
    before = sorted(path.name for path in tmp_path.rglob("*"))
    with pytest.raises(HeardbackError) as told:
        restore(io.BytesIO(rebuilt(packed, change)), data, tmp_path / "config.toml", NOW, replace=True)
    assert len(str(told.value)) < 250
    assert remembered(data) == "as it was"
    assert sorted(path.name for path in tmp_path.rglob("*")) == before


@pytest.mark.parametrize("share", [0.0, 0.3, 0.7, 0.99])
def test_one_that_was_cut_off_changes_nothing(share: float, packed: bytes, tmp_path: Path) -> None:
    whole = len(packed.rstrip(b"\x00"))
    with pytest.raises(UserError, match="Nothing was changed"):
        restore(io.BytesIO(packed[: int(whole * share)]), tmp_path / "data", tmp_path / "c.toml", NOW, replace=False)
    assert list((tmp_path / "data").iterdir()) == []


def test_a_store_that_is_there_is_kept_aside_when_asked_for(packed: bytes, tmp_path: Path) -> None:
    data = remembering(tmp_path / "data", "as it was")
    (data / "model.key").write_bytes(b"k" * 32)
    (data / "models").mkdir()
    with pytest.raises(UserError, match="--force"):
        restore(io.BytesIO(packed), data, tmp_path / "config.toml", NOW, replace=False)
    assert remembered(data) == "as it was"

    done = restore(io.BytesIO(packed), data, tmp_path / "config.toml", NOW, replace=True)
    assert remembered(data) == "from the backup"
    assert done.former == data / "before-restore-20260309T090000"
    assert remembered(done.former) == "as it was"
    assert (done.former / "model.key").read_bytes() == b"k" * 32
    again = restore(io.BytesIO(packed), data, tmp_path / "config.toml", NOW, replace=True)
    assert again.former not in (None, done.former)


def test_a_config_in_use_is_never_replaced(packed: bytes, tmp_path: Path) -> None:
    config = tmp_path / "elsewhere/config.toml"
    config.parent.mkdir()
    config.write_text("# mine\n")
    done = restore(io.BytesIO(packed), tmp_path / "data", config, NOW, replace=False)
    assert config.read_text() == "# mine\n"
    assert done.beside == (config.parent / "config.toml.from-backup",)
    assert 'name = "Sam"' in done.beside[0].read_text()


def test_nothing_is_restored_under_a_running_service(packed: bytes, tmp_path: Path) -> None:
    import subprocess
    import sys

    data = remembering(tmp_path / "data", "as it was")
    (tmp_path / "sam.tar").write_bytes(packed)
    line = [sys.executable, "-m", "heardback", "--data", str(data), "--config", str(tmp_path / "config.toml")]
    with only_service(data):
        done = subprocess.run([*line, "restore", str(tmp_path / "sam.tar"), "--force"], capture_output=True, text=True)
    assert done.returncode == 1
    assert "already runs" in done.stderr
    assert remembered(data) == "as it was"
