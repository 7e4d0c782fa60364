"""The demo as a newcomer starts it: the whole pipeline in under a minute, and figures other programs can read."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

KEYS = {"messages", "tags", "applications", "silent", "drafts", "unreadable", "digest"}


def test_one_command_shows_the_whole_job(tmp_path: Path) -> None:
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "heardback", "--data", str(tmp_path / "data"), "demo", "--once", "--json"],
        capture_output=True,
        text=True,
        env={**os.environ, "HOME": str(tmp_path)},
        timeout=110,
    )
    took = time.monotonic() - began

    assert done.returncode == 0, done.stderr
    figures = json.loads(done.stdout)
    assert set(figures) == KEYS
    assert figures["messages"] > 200
    assert figures["applications"] >= 38
    assert figures["silent"] > 5
    assert figures["drafts"] >= 5
    assert figures["unreadable"] == 1
    assert {"invitation", "rejection", "offer", "assessment", "acknowledgement", "outreach", "other"} <= set(
        figures["tags"]
    )
    assert "Your week" in Path(figures["digest"]).read_text(encoding="utf-8")
    # A loose bound: the machine that runs the suite has other work too.
    assert took < 100
