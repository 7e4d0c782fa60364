"""The commands for changes by hand: each says what it did and how to take it back."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from heardback.cli import app
from heardback.commands import register
from heardback.wiring import House
from store.clock import SetClock
from tests.heardback.caldermail import ALL, deliver
from tests.heardback.conftest import SETTINGS

if not app.registered_commands:
    register(app)


class Terminal:
    """The program in this process, over Sam's mail."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        house = House(SETTINGS, folder, SetClock(datetime(2026, 3, 2, tzinfo=UTC)))
        deliver(house, *ALL)
        house.close()

    def run(self, *arguments: str) -> Result:
        # No config but this folder's own, which is none.
        runner = CliRunner(env={"XDG_CONFIG_HOME": str(self.folder), "HOME": str(self.folder)})
        return runner.invoke(app, ["--data", str(self.folder), *arguments])

    def said(self, *arguments: str) -> str:
        done = self.run(*arguments)
        assert done.exit_code == 0, done.output
        return done.output

    def json(self, *arguments: str) -> list[dict[str, object]]:
        done = self.run(*arguments, "--json")
        assert done.exit_code == 0, done.output
        rows: list[dict[str, object]] = json.loads(done.stdout)
        return rows


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path / "data")


def test_a_change_says_how_to_take_it_back(terminal: Terminal) -> None:
    assert terminal.said("applications", "close", "3") == (
        "Closed application 3 (Caretaker at Oak School). 'heardback applications undo 1' takes it back.\n"
    )
    (change,) = terminal.json("applications", "changes")
    assert (change["id"], change["kind"], change["application"], change["undone_at"]) == (1, "close", 3, None)

    assert "Undone: Closed application 3" in terminal.said("applications", "undo")
    assert terminal.json("applications", "changes") == []
    assert [row["id"] for row in terminal.json("applications", "changes", "--all")] == [1]


def test_stages_are_moved_closed_and_reopened(terminal: Terminal) -> None:
    terminal.said("applications", "move", "3", "final")
    terminal.said("applications", "close", "3")
    assert "Reopened application 3 (Caretaker at Oak School), at final." in terminal.said("applications", "reopen", "3")

    assert {row["id"]: row["stage"] for row in terminal.json("applications")}[3] == "final"
    assert terminal.run("applications", "move", "3", "closed").exit_code == 2
    assert terminal.run("applications", "edit", "3").exit_code == 2


def test_a_change_under_a_later_one_is_refused(terminal: Terminal) -> None:
    terminal.said("applications", "move", "3", "final")
    terminal.said("applications", "close", "3")
    terminal.said("applications", "close", "1")

    done = terminal.run("applications", "undo", "1")
    assert "undo that first, with 'heardback applications undo 2'" in str(done.exception)
    terminal.said("applications", "undo", "2")
    terminal.said("applications", "undo", "1")
    assert "undone already" in str(terminal.run("applications", "undo", "1").exception)


def test_a_corrected_tag_is_undone_like_any_other_change(terminal: Terminal) -> None:
    assert "Corrected the tag of mail 6 from rejection to other." in terminal.said("review", "correct", "6", "other")
    terminal.said("applications", "undo")

    (mail,) = terminal.json("review", "show", "6", "--mail")
    assert (mail["tag"], mail["corrected"]) == ("rejection", False)


def test_a_question_is_shown_and_answered(terminal: Terminal) -> None:
    assert "1 (Museum Coordinator) or 2 (Archivist)" in terminal.said("review", "list")
    shown = terminal.said("review", "show", "6", "--mail")
    assert "which application? 2 applications at Calder Trust fit." in shown
    assert "answer with: heardback review place 6 NUMBER (or new, or none)" in shown
    (question,) = terminal.json("review", "questions")
    assert (question["mail"], question["why"]) == (6, "2 applications at Calder Trust fit.")

    assert "Put mail 6 to application 2 (Archivist at Calder Trust)." in terminal.said("review", "place", "6", "2")
    assert terminal.json("review", "questions") == []
    assert terminal.run("review", "place", "6", "perhaps").exit_code == 2


def test_a_rest_is_told_under_the_list(terminal: Terminal) -> None:
    assert "Paused the search until 1 January 2999." in terminal.said("applications", "pause", "--until", "2999-01-01")
    assert "Your search is paused until 1 January 2999: no follow-ups meanwhile." in terminal.said("applications")
    assert {row["next_action"] for row in terminal.json("applications")} == {"none"}
    terminal.said("applications", "resume")
    assert "paused" not in terminal.said("applications")
    assert terminal.run("applications", "pause", "--until", "soon").exit_code == 2


def test_a_hire_lists_thanks_and_withdrawals(terminal: Terminal) -> None:
    assert "Congratulations!" in terminal.said("applications", "hired", "1")
    assert "To thank" in terminal.said("applications")

    owed = terminal.json("applications", "thanks")
    assert {(row["do"], row["address"] or row["application"]) for row in owed} >= {
        ("thank", "kim.alder@calder-trust.example"),
        ("thank", "rose.hart@oak-school.example"),
    }


def test_the_past_cannot_be_changed(terminal: Terminal) -> None:
    done = terminal.run("--now", "2026-03-02", "applications", "pause")

    assert "leave --now out" in str(done.exception)
