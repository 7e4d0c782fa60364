"""The table of commands that ``--help`` is made of, and the options that are spared what reads them."""

import subprocess
import sys

import pytest
import typer.core
import typer.main

from heardback.cli import app
from heardback.commands import COMMANDS, Program, register


@pytest.fixture(scope="module")
def commands() -> dict[str, typer.core.TyperCommand]:
    program = typer.Typer()
    register(program)
    return typer.main.get_group(program).commands  # type: ignore[return-value]


def test_every_command_is_in_the_table_with_its_own_words(commands: dict[str, typer.core.TyperCommand]) -> None:
    assert set(commands) == {each.name for each in COMMANDS}
    for each in COMMANDS:
        for width in (30, 60, 400):
            shown = typer.core.TyperCommand(each.name, help=each.words).get_short_help_str(width)
            assert shown == commands[each.name].get_short_help_str(width), each.name


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "heardback", *words], capture_output=True, text=True, check=False)


def test_a_misspelt_command_is_told_the_one_that_is_near() -> None:
    done = run("aplications")

    assert done.returncode == 2
    assert "Did you mean 'applications'?" in done.stderr


def test_each_command_is_loaded_once_and_by_itself() -> None:
    program = typer.main.get_command(app)
    assert isinstance(program, Program)
    program.commands.clear()
    context = program.make_context("heardback", ["health"])

    first = program.get_command(context, "health")
    assert first is program.get_command(context, "health")
    assert set(program.commands) == {"health"}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--now", "noon", "health"), 2),
        (("--config",), 2),
        (("review", "show", "x"), 2),
        (("applications", "show"), 2),
        (("--version",), 0),
        (("review", "list", "--help"), 0),
    ],
)
def test_wrong_usage_is_still_wrong_usage(words: tuple[str, ...], code: int) -> None:
    assert run(*words).returncode == code
