"""The whole benchmark at tiny sizes: every row is measured, nothing is left behind. Its figures mean nothing."""

import json
import math
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bench.ground import QUICK
from tests.servers.dovecot import Dovecot

pytestmark = pytest.mark.timeout(600)
ROOT = Path(__file__).parents[2]


def processes_of(session: int) -> list[str]:
    """The processes that belong to a session still."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session and fields[0] != "Z":
            found.append(stat.parent.name)
    return found


@pytest.fixture(scope="module")
def quick(dovecot: Dovecot, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """One run as a person starts it, with a folder for temporary files of its own."""
    assert dovecot.imap_port  # skips where there is no Dovecot
    folder = tmp_path_factory.mktemp("bench")
    (folder / "tmp").mkdir()
    (folder / "docs").mkdir()
    words = ["--quick", "--json", str(folder / "run.json"), "--write", str(folder / "docs" / "bench.md")]
    child = subprocess.Popen(
        [sys.executable, "-m", "bench", *words],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(folder / "tmp")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    told, progress = child.communicate()
    run = json.loads((folder / "run.json").read_text())["runs"][0]
    return {
        **run,
        "code": child.returncode,
        "told": told,
        "progress": progress,
        "left": [each.name for each in (folder / "tmp").iterdir()],
        "alive": processes_of(child.pid),
        "page": (folder / "docs" / "bench.md").read_text(),
    }


def test_every_row_is_measured_and_each_figure_is_one(quick: dict[str, Any]) -> None:
    assert quick["skipped"] == [], quick["progress"]
    assert quick["code"] == 0
    bounded = [row for row in quick["rows"] if row["bounds"]]
    assert len(bounded) == 13
    for row in quick["rows"]:
        assert 0 < row["ours"] < math.inf
        assert row["theirs"] is None or 0 < row["theirs"] < math.inf
    for row in bounded:
        assert row["keeps"] in ("aim", "must", "missed")
        assert row["bounds"]["aim"] < row["bounds"]["must"]


def test_growth_is_seen_at_every_size(quick: dict[str, Any]) -> None:
    assert len(quick["growth"]) == 7
    for growth in quick["growth"]:
        assert tuple(growth["sizes"]) == QUICK.sizes
        assert all(0 < value < math.inf for value in growth["values"])


def test_there_is_one_table_at_the_end_and_progress_meanwhile(quick: dict[str, Any]) -> None:
    for row in quick["rows"]:
        assert row["what"] in quick["told"]
        assert row["what"] in quick["page"]
    assert "laying out" in quick["progress"]


def test_nothing_is_left_running_or_lying_about(quick: dict[str, Any]) -> None:
    assert quick["left"] == []
    assert quick["alive"] == []
