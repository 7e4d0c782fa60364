"""The demo as a newcomer starts it: the whole pipeline in under a minute, and figures other programs can read."""

import json
from pathlib import Path

from tests.demo.run import DemoRun

KEYS = {"messages", "tags", "applications", "silent", "drafts", "unreadable", "digest"}


def test_one_command_shows_the_whole_job(demo_run: DemoRun) -> None:
    assert demo_run.code == 0, demo_run.said
    figures = json.loads(demo_run.told)
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
    assert demo_run.took < 100
