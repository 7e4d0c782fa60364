"""The demo run once for all tests that look at what came of it, by whichever worker needs it first."""

import fcntl
import json
import os
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True, slots=True)
class DemoRun:
    """The command as a newcomer starts it, with figures for other programs; ``data`` is the folder it filled."""

    data: str
    code: int
    told: str
    said: str
    took: float


def demo_run_once(factory: pytest.TempPathFactory) -> DemoRun:
    """Workers of one run share it: each has a folder of its own below the run's."""
    base = factory.getbasetemp()
    run = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    found = run / "demo-run.json"
    with (run / "demo-run.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not found.exists():
            found.write_text(json.dumps(asdict(_run(run / "demo-run"))), encoding="utf-8")
    return DemoRun(**json.loads(found.read_text(encoding="utf-8")))


def _run(home: Path) -> DemoRun:
    home.mkdir()
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "heardback", "--data", str(home / "data"), "demo", "--once", "--json"],
        capture_output=True,
        text=True,
        env={**os.environ, "HOME": str(home)},
        timeout=110,
    )
    return DemoRun(str(home / "data"), done.returncode, done.stdout, done.stderr, time.monotonic() - began)
