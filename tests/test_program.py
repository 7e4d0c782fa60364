"""A command in a process that was forked says and does what it does in one that was started."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import program

MAIL = b"From: Kim Alder <kim@calder.example>\nSubject: Your application\n\nWe have received your application.\n"


@pytest.mark.parametrize(
    ("words", "code"), [(("polish",), 2), (("tag", "-", "--json"), 0), (("--config", "none.toml", "poll"), 1)]
)
def test_it_is_the_same_by_either_way(words: tuple[str, ...], code: int, tmp_path: Path) -> None:
    env = {**os.environ, "HOME": str(tmp_path)}
    line = ["--data", str(tmp_path / "data"), *words]

    forked = program.run(line, env=env, stdin=MAIL)
    started = subprocess.run([sys.executable, "-m", "heardback", *line], input=MAIL, capture_output=True, env=env)

    assert forked.returncode == started.returncode == code
    assert (forked.stdout, forked.stderr) == (started.stdout, started.stderr)


def test_what_an_interpreter_reads_when_it_begins_takes_one_of_its_own(tmp_path: Path) -> None:
    env = {**os.environ, "HOME": str(tmp_path), "PYTHONVERBOSE": "1"}

    assert b"import 'heardback'" in program.run(["--version"], env=env).stderr
