"""A file that is missing, closed, damaged or somebody else's is told with what to do about it."""

import fcntl
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from classify.corpus import read_corpus, read_rows
from classify.evaluation import evaluate_file
from classify.ownmodels import OwnModels
from classify.tagger import Tagger
from classify.training import train_languages
from heardback.archive import damaged
from heardback.config import read_settings
from heardback.files import make_private_folder, write_private
from heardback.lock import FILE_NAME, only_service
from heardback.tokens import FileShelf
from ingest.accounts import PasswordSource
from ingest.files import read_mails
from ingest.secrets import secret_of
from store import database, sqlite_errors
from store.copying import check_store, copy_store
from store.errors import HeardbackError


def said_by(action: Callable[[], object]) -> str:
    with pytest.raises(HeardbackError) as told:
        action()
    return str(told.value)


@pytest.fixture
def not_utf8(tmp_path: Path) -> Path:
    path = tmp_path / "latin"
    path.write_bytes(b"caf\xe9 = 1\n")
    path.chmod(0o600)
    return path


@pytest.mark.parametrize(
    ("cause", "told"),
    [
        ("database or disk is full", "free some space; nothing that was stored is lost"),
        ("attempt to write a readonly database", "cannot be written: make the file and its folder writable"),
        ("database disk image is malformed", "is damaged: move it aside"),
        ("disk I/O error", "see whether it is full, was taken out, or is failing"),
        ("database is locked", "in use by another heardback"),
        ("no such collation sequence", "refused (no such collation sequence): run 'heardback doctor'"),
    ],
)
def test_what_sqlite_says_is_told_with_the_remedy(tmp_path: Path, cause: str, told: str) -> None:
    def broken() -> None:
        with sqlite_errors.in_words(tmp_path / "store"):
            raise sqlite3.OperationalError(cause)

    assert told in said_by(broken)


def test_a_folder_that_cannot_be_one_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    assert "name another place" in said_by(lambda: make_private_folder(tmp_path / "file" / "folder"))
    assert "cannot be written" in said_by(lambda: write_private(tmp_path / "nowhere" / "file", b""))
    assert "cannot be used" in said_by(lambda: database.Database.open(tmp_path / "file" / "folder"))


def test_a_folder_others_can_write_to_is_not_used(tmp_path: Path) -> None:
    tmp_path.chmod(0o777)

    assert "is not used for that: run chmod 700" in said_by(lambda: database.Database.open(tmp_path))


def test_a_config_others_can_write_to_is_not_read(tmp_path: Path, not_utf8: Path) -> None:
    open_to_all = tmp_path / "config.toml"
    open_to_all.write_text("")
    open_to_all.chmod(0o666)

    assert "chmod go-w" in said_by(lambda: read_settings(open_to_all))
    assert "make it a readable UTF-8 text file" in said_by(lambda: read_settings(not_utf8))
    assert "There is no config file" in said_by(lambda: read_settings(tmp_path / "none.toml"))


def test_a_second_service_on_one_store_is_told(tmp_path: Path) -> None:
    with (tmp_path / FILE_NAME).open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)

        assert "heardback already runs on" in said_by(lambda: only_service(tmp_path).__enter__())


def test_a_file_that_is_no_store_is_told(tmp_path: Path) -> None:
    text, empty = tmp_path / "text", tmp_path / "empty"
    text.write_text("No database at all, but a text of some length. " * 50)
    with closing(sqlite3.connect(empty)) as connection:
        connection.execute("CREATE TABLE a (b)")

    assert "is damaged or no store" in said_by(lambda: check_store(text))
    assert "holds no store: take another backup" in said_by(lambda: check_store(empty))
    assert "make it and its folder yours" in said_by(lambda: check_store(tmp_path / "none"))


def test_a_store_of_a_newer_heardback_in_a_backup_is_told(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "newer")) as connection:
        connection.execute("PRAGMA user_version = 999")

    assert "upgrade heardback first" in said_by(lambda: check_store(tmp_path / "newer"))


def test_a_store_with_torn_pages_is_told(tmp_path: Path) -> None:
    torn = tmp_path / "torn"
    with closing(sqlite3.connect(torn)) as connection:
        connection.execute("CREATE TABLE a (b)")
        connection.execute("CREATE INDEX c ON a (b)")
        connection.executemany("INSERT INTO a VALUES (?)", [(f"{number:0100}",) for number in range(500)])
        connection.commit()
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'c'").fetchone()[0]
    with torn.open("r+b") as file:
        file.seek((root - 1) * 4096 + 8)
        file.write(b"\xff\xff\xff\xff" * 8)

    assert "take another backup" in said_by(lambda: check_store(torn)) or "damaged" in said_by(
        lambda: check_store(torn)
    )


def test_a_full_disk_is_told_while_a_store_is_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_path: Path) -> sqlite3.Connection:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("store.copying._opened", full)

    assert "The disk is full" in said_by(lambda: copy_store(tmp_path / "a", tmp_path / "b"))


def test_tokens_that_cannot_be_read_are_told(not_utf8: Path) -> None:
    assert "make it yours again" in said_by(FileShelf(not_utf8).read)


def test_a_secret_that_cannot_be_had_is_told(tmp_path: Path, not_utf8: Path) -> None:
    no_program = tmp_path / "program"
    no_program.write_text("")
    empty = tmp_path / "empty"
    empty.write_text("\n")
    empty.chmod(0o600)
    from_file = [PasswordSource(file=path) for path in (not_utf8, empty)]

    assert "could not be started" in said_by(lambda: secret_of(PasswordSource(command=(str(no_program),)), "a.b"))
    assert "not UTF-8 text; write the password" in said_by(lambda: secret_of(from_file[0], "a.b"))
    assert "empty first line; write the password" in said_by(lambda: secret_of(from_file[1], "a.b"))


def test_mail_files_that_cannot_be_read_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.eml").write_text("")
    monkeypatch.setattr(os, "access", lambda *_: False)

    assert "give the path of a mail file" in said_by(lambda: list(read_mails(str(tmp_path / "none"))))
    assert "give yourself read permission" in said_by(lambda: list(read_mails(str(tmp_path / "a.eml"))))


def test_written_mails_that_cannot_be_read_are_told(tmp_path: Path, not_utf8: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"tag": "made up"}\n')
    empty = tmp_path / "empty.jsonl"
    empty.write_text("")

    assert "There is no corpus in" in said_by(lambda: read_corpus(tmp_path))
    assert "check the path" in said_by(lambda: list(read_rows(not_utf8)))
    assert "Mend or remove that line" in said_by(lambda: list(read_rows(rows)))
    assert "give it lines of JSON" in said_by(lambda: evaluate_file(Tagger.from_rules(), empty))
    assert "Write more" in said_by(lambda: train_languages(()))


def test_a_choice_of_model_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    own = OwnModels(tmp_path)
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "in_use").write_bytes(b"\xff\xfe")

    assert "choose one with 'heardback model use'" in said_by(lambda: own.chosen)


def test_a_backup_that_is_none_is_told() -> None:
    assert "This is no backup of heardback" in str(damaged("it ends too early"))
