"""What we install is pinned and hashed, and each exception to the checks says why."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.audit import problems

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("heardback", "respond", "classify", "ingest", "store")
PROJECT = '[project]\ndependencies = ["nh3>=0.3"]\n'
GOOD = f"nh3==0.3.8 \\\n    --hash=sha256:{'a' * 64} \\\n    --hash=sha256:{'b' * 64}\n"


def test_the_lock_is_in_order() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")

    assert problems(lock, (ROOT / "pyproject.toml").read_text(encoding="utf-8")) == []
    assert "://" not in lock


def test_a_good_lock_has_no_problem() -> None:
    assert problems(GOOD + f"jinja2==3.1.6 ; python_version < '4' \\\n --hash=sha256:{'c' * 64}\n", PROJECT) == []


@pytest.mark.parametrize(
    "line",
    [
        "jinja2==3.1.6",
        f"jinja2>=3.1.6 --hash=sha256:{'a' * 64}",
        f"jinja2==3.1.* --hash=sha256:{'a' * 64}",
        f"jinja2 @ https://evil.example/jinja2.whl --hash=sha256:{'a' * 64}",
        "-e git+https://evil.example/x#egg=x",
        "--index-url https://evil.example/simple",
        f"jinja2==3.1.6 --hash=md5:{'a' * 32}",
        f"jinja2==3.1.5 --hash=sha256:{'a' * 64}",
    ],
)
def test_what_is_not_pinned_hashed_or_sound_is_named(line: str) -> None:
    assert problems(GOOD + line + "\n", PROJECT)


def test_what_is_missing_is_named() -> None:
    assert problems("", PROJECT) == ["nh3 is asked for by pyproject.toml and not in the lock: run make lock."]


def test_bandit_finds_nothing_that_was_not_looked_at() -> None:
    command = [sys.executable, "-m", "bandit", "-q", "-r", *PACKAGES, "-s", "B101,B404"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=100)

    assert done.returncode == 0, done.stdout


def test_each_exception_says_why() -> None:
    """On its own line, or in a comment on the line above."""
    silent = []
    for file in (each for name in PACKAGES for each in (ROOT / name).rglob("*.py")):
        lines = file.read_text(encoding="utf-8").splitlines()
        for above, line in zip(["", *lines], lines, strict=False):
            told, mark, _ = line.partition("# nosec")
            if mark and not (
                re.search(r"# \S+.* \S+", told.partition("#")[1] + told.partition("#")[2]) or "# " in above
            ):
                silent.append(f"{file.name}: {line.strip()}")

    assert silent == []
