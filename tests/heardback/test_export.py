"""``export``: everything, in a folder or a zip that only its owner can read, and mails that can be read in again."""

import json
import sqlite3
import zipfile
from pathlib import Path

import pytest

from ingest.parse import parse
from store.database import FILE_NAME
from store.records import Message
from store.schema import metadata
from tests.heardback.northwind import REASON, STORY, Terminal


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    made = Terminal(tmp_path / "data", *STORY)
    made.said("lessons", "add", "1", "--change", "Ask about retail")
    made.said("contacts", "note", "1", "Kind.")
    return made


def test_every_table_is_there_with_every_row_and_column(terminal: Terminal, tmp_path: Path) -> None:
    terminal.said("export", str(tmp_path / "out"))

    store = sqlite3.connect(terminal.folder / FILE_NAME)
    names = {row[0] for row in store.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    names -= {"alembic_version", "sqlite_sequence"}
    assert names == set(metadata.tables)
    assert {path.stem for path in (tmp_path / "out" / "tables").iterdir()} == names
    for name in names:
        lines = (tmp_path / "out" / "tables" / f"{name}.jsonl").read_text("utf-8").splitlines()
        columns = {row[1] for row in store.execute(f'PRAGMA table_info("{name}")')}
        assert len(lines) == store.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0], name
        assert all(set(json.loads(line)) == columns for line in lines), name


def test_only_its_owner_can_read_it(terminal: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "out"
    terminal.said("export", str(out))
    terminal.said("export", str(tmp_path / "out.zip"))

    assert out.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in out.rglob("*") if path.is_file()} == {0o600}
    assert (tmp_path / "out.zip").stat().st_mode & 0o777 == 0o600


def test_the_zip_holds_the_same_files(terminal: Terminal, tmp_path: Path) -> None:
    terminal.said("export", str(tmp_path / "out"))
    terminal.said("export", str(tmp_path / "out.zip"))

    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        names = set(archive.namelist())
    assert names == {
        str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*") if path.is_file()
    }
    assert {"README.txt", "applications.json", "people.json", "people.vcf", "calendar.ics"} <= names


def test_mails_can_be_read_again(terminal: Terminal, tmp_path: Path) -> None:
    terminal.said("export", str(tmp_path / "out"))
    mails = [parse(path.read_bytes(), source=path.name) for path in sorted((tmp_path / "out" / "mails").iterdir())]

    assert len(mails) == len(STORY)
    for mail, stored in zip(mails, STORY, strict=True):
        assert isinstance(mail, Message)
        kept = stored.message
        assert (mail.message_id, mail.sender, mail.cc, mail.date, mail.in_reply_to) == (
            kept.message_id,
            kept.sender,
            kept.cc,
            kept.date,
            kept.in_reply_to,
        )
        assert mail.text == kept.text
    assert REASON in (tmp_path / "out" / "mails" / "000004.eml").read_text("utf-8").replace("=\n", "")


def test_a_folder_that_is_in_use_is_left_alone(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("Mine.")

    assert terminal.run("export", str(tmp_path / "mine")).exit_code == 1
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["thesis.txt"]
    assert not list(tmp_path.glob(".*"))
