"""A backup holds one moment of everything needed to start anew, and no secret; restored, it is all there again."""

import io
import json
import sqlite3
import tarfile
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from heardback.archive import may_hold
from heardback.backup import backup_to, write_backup
from heardback.exporting import _lines
from heardback.restoring import AGAIN, restore
from heardback.wiring import House
from store.clock import SetClock
from store.copying import copies_before_upgrades
from store.database import FILE_NAME, Database
from store.errors import UserError
from store.migrate import upgrade
from store.pagekeys import KeyKind
from store.schema import SCHEMA_VERSION
from store.vocabulary import DraftState

NOW = datetime(2026, 3, 9, 9, tzinfo=UTC)


def backup_of(data: Path, config: Path) -> bytes:
    target = io.BytesIO()
    write_backup(target, data, config, NOW)
    return target.getvalue()


def tables(folder: Path, *, but: tuple[str, ...] = ()) -> dict[str, bytes]:
    database = Database.open(folder)
    with database.reading() as transaction:
        found = {name: _lines(transaction, name) for name in transaction.tables.names() if name not in but}
    database.close()
    return found


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """A config with wordings beside it."""
    (tmp_path / "config/templates/en/withdrawal").mkdir(parents=True)
    (tmp_path / "config/templates/en/withdrawal/mine.txt.j2").write_text("Subject: Thank you\n\nDear all,\n")
    path = tmp_path / "config/config.toml"
    path.write_text('[person]\naddress = "sam@home.example"\n')
    return path


def test_all_of_it_comes_back_on_another_computer(taught: House, config: Path, tmp_path: Path) -> None:
    (taught.data / "sign-in").mkdir()
    (taught.data / "sign-in/home.json").write_text('{"refresh": "a-token"}')
    (taught.data / "passwords").mkdir()
    (taught.data / "passwords/home").write_text("a-password")
    packed = backup_of(taught.data, config)
    assert b"a-token" not in packed
    assert b"a-password" not in packed

    data, place = tmp_path / "new/data", tmp_path / "new/config/config.toml"
    done = restore(io.BytesIO(packed), data, place, NOW, replace=False)

    assert (done.former, done.beside) == (None, ())
    assert tables(data) == tables(taught.data)
    assert (data / "model.key").read_bytes() == (taught.data / "model.key").read_bytes()
    assert place.read_text() == config.read_text()
    assert (place.parent / "templates/en/withdrawal/mine.txt.j2").exists()
    other = House(taught.settings, data, SetClock(NOW))
    assert other.tagger.version == taught.tagger.version != ""
    assert other.model_problems == []
    other.close()
    assert {path.stat().st_mode & 0o077 for path in data.rglob("*")} == {0}


def test_it_is_one_moment_while_others_write(house: House, config: Path) -> None:
    with house.database.transaction() as transaction:
        transaction.digests.set_fact("left", "0")
        transaction.digests.set_fact("right", "0")
    stop = threading.Event()

    def write() -> None:
        own, number = Database.open(house.data), 0
        while not stop.is_set():
            number += 1
            with own.transaction() as transaction:
                transaction.digests.set_fact("left", str(number))
                transaction.digests.set_fact("right", str(number))
        own.close()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        packed = [backup_of(house.data, config) for _ in range(5)]
    finally:
        stop.set()
        writer.join()
    for each in packed:
        with tarfile.open(fileobj=io.BytesIO(each)) as archive:
            store = archive.extractfile(FILE_NAME)
            assert store is not None
            connection = sqlite3.connect(":memory:")
            connection.deserialize(store.read())
        said = dict(connection.execute("SELECT key, value FROM meta WHERE key IN ('left', 'right')"))
        connection.close()
        assert said["left"] == said["right"]
    assert not list(house.data.glob(".backup.*"))


def test_the_file_is_the_owners_alone_and_never_replaced_unasked(house: House, config: Path, tmp_path: Path) -> None:
    target = tmp_path / "sam.tar"
    _ = house.database
    manifest = backup_to(target, house.data, config, NOW, replace=False)
    assert target.stat().st_mode & 0o777 == 0o600
    with tarfile.open(target) as archive:
        members = archive.getmembers()
    assert [each.name for each in members][:2] == ["manifest.json", FILE_NAME]
    assert {each.mode for each in members} == {0o600}
    assert set(manifest.files) == {each.name for each in members[1:]}
    with pytest.raises(UserError, match="--force"):
        backup_to(target, house.data, config, NOW, replace=False)
    backup_to(target, house.data, config, NOW, replace=True)
    assert [path.name for path in tmp_path.glob(".sam*")] == []


def test_nothing_to_back_up_is_said_and_nothing_made(config: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="nothing to back up"):
        backup_of(tmp_path / "nowhere", config)
    assert not (tmp_path / "nowhere").exists()


def test_sign_ins_to_the_page_stay_behind(house: House, config: Path, tmp_path: Path) -> None:
    with house.database.transaction() as transaction:
        transaction.page_keys.add("secret", KeyKind.SESSION, made=NOW, expires=NOW + timedelta(days=30))
    restore(io.BytesIO(backup_of(house.data, config)), tmp_path / "new", config, NOW, replace=False)
    assert tables(tmp_path / "new")["page_keys"] == b""
    assert tables(house.data)["page_keys"] != b""


def test_what_was_approved_waits_for_the_person_again(busy: House, config: Path, tmp_path: Path) -> None:
    with busy.database.reading() as transaction:
        number = transaction.drafts.in_state(DraftState.PROPOSED)[0].id
    with busy.database.transaction() as transaction:
        transaction.drafts.move(number, from_states=(DraftState.PROPOSED,), to=DraftState.APPROVED, at=NOW)
    done = restore(io.BytesIO(backup_of(busy.data, config)), tmp_path / "new", config, NOW, replace=False)
    assert done.waiting_again == 1
    database = Database.open(tmp_path / "new")
    with database.reading() as transaction:
        draft = transaction.drafts.get(number)
    database.close()
    assert draft is not None
    assert (draft.state, draft.failure) == (DraftState.EDITED, AGAIN)


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
def test_an_older_backup_is_upgraded(version: int, config: Path, tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.mkdir()
    engine = create_engine(f"sqlite:///{old / FILE_NAME}", isolation_level="AUTOCOMMIT")
    upgrade(engine, str(version))
    engine.dispose()
    packed = backup_of(old, config)
    with sqlite3.connect(old / FILE_NAME) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (version,)  # a backup changes nothing

    done = restore(io.BytesIO(packed), tmp_path / "new", config, NOW, replace=False)
    assert done.manifest.schema == version
    Database.open(tmp_path / "new").close()
    assert copies_before_upgrades(tmp_path / "new" / FILE_NAME) == ()


def test_names_are_a_fixed_set() -> None:
    good = ("heardback.sqlite", "model.key", "config.toml", "models/own-0123456789.joblib", "templates/en/thanks/a.j2")
    bad = (
        *("", "/etc/passwd", "../x", "models/../model.key", "models/..", "models/.hidden", "templates/a/../b"),
        *("models/a/b", "models\\x", "heardback.sqlite\n", "sign-in/home.json", "templates/en/../../../x"),
    )
    assert [name for name in good if not may_hold(name)] == []
    assert [name for name in bad if may_hold(name)] == []


def test_the_list_of_contents_is_json_a_person_can_read(house: House, config: Path) -> None:
    _ = house.database
    with tarfile.open(fileobj=io.BytesIO(backup_of(house.data, config))) as archive:
        listed = archive.extractfile("manifest.json")
        assert listed is not None
        said = json.loads(listed.read())
    assert (said["format"], said["schema"], said["made"]) == (1, SCHEMA_VERSION, "2026-03-09T09:00:00+00:00")
    assert said["files"]["config.toml"]["size"] == config.stat().st_size
