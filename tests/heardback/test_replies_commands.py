"""``replies`` and ``review write`` in the terminal."""

from datetime import datetime
from pathlib import Path

import pytest

from store.vocabulary import DraftKind
from tests.heardback.northwind import STORY, Terminal, waiting  # noqa: F401 - the story's helpers


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path, *STORY)


def own(terminal: Terminal, name: str, text: str) -> Path:
    """A wording beside the config, where heardback looks for it."""
    path = terminal.folder / "heardback" / "templates" / name
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_kinds_are_listed_with_when_they_come(terminal: Terminal) -> None:
    assert [row["kind"] for row in terminal.json("replies")] == list(DraftKind)
    assert "never accepts" in terminal.said("replies")


def test_a_preview_shows_every_wording_of_a_kind(terminal: Terminal) -> None:
    shown = terminal.said("replies", "preview", "withdrawal", "--language", "de", "--informal")

    assert shown.count("Subject: ") == 9
    assert "Hallo Jonas," in shown
    rows = terminal.json("replies", "preview", "other-times")
    assert {row["stage"] for row in rows} == {"interviewing"}


def test_a_preview_shows_the_own_wording(terminal: Terminal) -> None:
    own(terminal, "en/withdrawal/mine.txt.j2", "I step back from {{ role }}.\n")

    shown = terminal.said("replies", "preview", "withdrawal")

    assert "I step back from the Data Analyst role." in shown
    assert shown.count("Subject: ") == 3


def test_a_language_or_kind_that_is_none_is_told(terminal: Terminal) -> None:
    assert terminal.run("replies", "preview", "withdrawl").exit_code == 2
    wrong = terminal.run("replies", "preview", "withdrawal", "--language", "it")
    assert "no language 'it'" in str(wrong.exception)


def test_the_check_has_nothing_to_say_without_a_folder(terminal: Terminal) -> None:
    assert "ours serve" in terminal.said("replies", "check")


def test_the_check_names_file_line_and_rule(terminal: Terminal, tmp_path: Path) -> None:
    path = own(terminal, "en/thank_you/mine.txt.j2", "Thank you.\n{{ nothing }}\n")
    broken = terminal.run("replies", "check")
    assert broken.exit_code == 1
    assert f"{path}, line 2" in broken.output

    path.write_text("I was just asking about {{ role }}.\n", encoding="utf-8")
    faulty = terminal.run("replies", "check", "--templates", str(path.parents[2]))
    assert faulty.exit_code == 1
    assert "just" in faulty.output
    assert terminal.run("replies", "check", "--templates", str(tmp_path / "none")).exit_code == 1


def test_the_document_goes_where_it_is_told(terminal: Terminal, tmp_path: Path) -> None:
    terminal.said("replies", "table", "--to", str(tmp_path / "replies.md"))

    assert (tmp_path / "replies.md").read_text("utf-8").startswith("# Replies")
    nowhere = terminal.run("replies", "table", "--to", str(tmp_path / "none" / "replies.md"))
    assert "name the file with --to" in str(nowhere.exception)


def test_a_reply_is_written_on_demand(terminal: Terminal) -> None:
    written = terminal.said("review", "write", "1", "reconnect")
    assert "Draft 1 to dana.whitfield@northwind.example waits" in written

    (draft,) = terminal.json("review", "list")
    assert (draft["kind"], draft["application"]) == ("reconnect", 1)
    refused = terminal.run("review", "write", "1", "withdrawal", "--instead", "1")
    assert "closed already" in str(refused.exception)
    view = terminal.run("review", "write", "1", "reconnect", now=datetime(2026, 3, 2).isoformat())  # noqa: DTZ001
    assert "leave --now out" in str(view.exception)
