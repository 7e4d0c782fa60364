"""What a command cannot do is told in a sentence that says what to do, before anything is changed."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer.main

from heardback.cli import app
from heardback.commands import register
from store.errors import UserError

CONFIG = """[person]
name = "Sam Reed"
address = "sam@home.example"
"""

Run = Callable[..., str]


@pytest.fixture(scope="module")
def program() -> Any:
    register(app)
    return typer.main.get_command(app)


@pytest.fixture
def told(program: Any, tmp_path: Path) -> Run:
    """Runs a command on an empty store; answers with what it was refused with."""
    config = tmp_path / "config.toml"
    config.write_text(CONFIG)
    config.chmod(0o600)

    def run(*words: str) -> str:
        given = ["--config", str(config), "--data", str(tmp_path / "data"), *words]
        with pytest.raises((UserError, typer.BadParameter)) as refused:
            program.main(given, standalone_mode=False)
        return " ".join(getattr(refused.value, "problems", ()) or (getattr(refused.value, "message", ""),))

    return run


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("applications 7", "There is no application 7: 'heardback applications' lists them."),
        ("applications edit 7", "name what is to be changed: --company"),
        ("applications edit 7 --stage closed", "is no stage: choose one of"),
        ("applications move 7 closed", "is no stage: choose one of|To end an application use"),
        ("applications add --company Oak --applied tomorrow", "is not a day: write it as 2026-03-02"),
        ("applications merge 7 7", "cannot be merged with itself: name two"),
        ("applications undo", "There is no change to undo"),
        ("applications undo 7", "There is no change 7: 'heardback applications changes'"),
        ("applications pause --until 2020-01-01", "would be over already: name a later day"),
        ("applications resume", "going on already, so there is nothing to resume"),
        ("review approve 7", "There is no draft 7: 'heardback review list'"),
        ("review discard 7", "There is no draft 7"),
        ("review undo 7", "see 'review show 7'|There is no draft 7"),
        ("review correct 7 nonsense", "is no tag: choose one of invitation"),
        ("review correct 7 offer", "There is no mail 7: 'heardback applications N'"),
        ("review place 7 somewhere", "is no place for a mail: give an application's number"),
        ("review place 7 new", "There is no mail 7"),
        ("review write 7 nonsense", "is no kind of reply: choose one of"),
        ("review write 7 withdrawal", "There is no application 7"),
        ("review write 7 outreach_later --mail", "There is no mail 7: 'heardback review list' shows their numbers."),
        ("review show 7 --mail", "There is no mail 7: 'heardback review list' and 'applications N'"),
        ("contacts nobody@home.example", "Nobody you met goes by"),
        ("contacts --vcard people.vcf", "so no file was written: import some mail first"),
        ("lessons remove 7", "No lesson is noted for application 7: 'heardback lessons'"),
        ("digest --send --print", "not two of them"),
        ("digest --send", "No mailbox is configured"),
        ("export place --json", "name a place or choose --json"),
        ("restore none.tar", "cannot be read (No such file or directory): name a backup"),
        ("backup none.tar", "There is nothing to back up in"),
        ("erase", "add --yes to erase all of this"),
        ("open", "No page is served on this store"),
        ("canary take 7", "Nothing was found under the number 7: 'heardback canary'"),
        ("model use nonsense", "There is no model 'nonsense': 'heardback model list'"),
        ("poll", "No mailbox is configured: run 'heardback init'"),
        ("login home --device --paste", "Give only one of --device and --paste."),
        ("init --device --paste", "Give only one of --device and --paste."),
        ("replies check --templates nowhere", "There is no folder nowhere: name the one"),
        ("replies table --to nowhere/page.md", "here: name the file with --to"),
        ("import none.eml --me sam@home.example", "give the path of a mail file"),
        ("service install", "'heardback init' asks for what is needed"),
    ],
)
def test_a_command_says_what_is_missing(told: Run, words: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", open("/dev/null"))  # noqa: SIM115, PTH123 - nobody is at the terminal

    answer = told(*words.split())

    assert any(each in answer for each in said.split("|")), answer


def test_the_past_is_only_looked_at(program: Any, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="leave --now out"):
        program.main(["--now", "2026-03-02", "--data", str(tmp_path), "review", "discard", "7"], standalone_mode=False)
    with pytest.raises(typer.BadParameter, match="is not a time: write it as 2026-03-02"):
        program.main(["--now", "noon", "doctor"], standalone_mode=False)


def test_a_backup_is_not_shown_on_a_terminal(told: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)

    assert "send it on with a pipe" in told("backup", "-")


def test_an_editor_is_needed_to_edit(monkeypatch: pytest.MonkeyPatch) -> None:
    from heardback.commands import reviewing

    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)
    with pytest.raises(UserError, match="name one in EDITOR"):
        reviewing._in_editor("text")
    monkeypatch.setenv("EDITOR", "false")
    with pytest.raises(UserError, match="set EDITOR"):
        reviewing._in_editor("text")


def test_a_config_without_an_address_cannot_tell_own_mail(program: Any, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("")
    (tmp_path / "config.toml").chmod(0o600)
    (tmp_path / "a.eml").write_text("Subject: a\n\nb\n")
    given = [
        "--config",
        str(tmp_path / "config.toml"),
        "--data",
        str(tmp_path / "d"),
        "import",
        str(tmp_path / "a.eml"),
    ]

    with pytest.raises(UserError, match="say --me you"):
        program.main(given, standalone_mode=False)
