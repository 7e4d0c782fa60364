"""The tests of store and mailbox, all of them, run as they stand; each tells what happened and what was seen of it."""

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).parents[2]
STORE = "tests/faults/test_store_in_trouble.py"
DAMAGE = "tests/faults/test_store_damaged.py"
MAILBOX = "tests/faults/test_mailbox_changes.py"


@dataclass(frozen=True, slots=True)
class Trouble:
    """One test: its file and name, and how it ended; of one that passed, what its ``seen`` noted."""

    file: str
    name: str
    ended: str
    happened: str = ""
    moment: str = ""
    said: str = ""
    last: str = ""


def all_troubles() -> list[Trouble]:
    """Runs them; ``ended`` is passed, skipped or failed. Raises ``RuntimeError`` where they cannot be run at all."""
    found = []
    for file in (STORE, DAMAGE, MAILBOX):
        with tempfile.TemporaryDirectory() as folder:
            report = Path(folder) / "report.xml"
            line = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-W", "ignore"]
            ran = subprocess.run(
                [*line, f"--junitxml={report}", file],
                cwd=ROOT,
                env={**os.environ, "HEARDBACK_TORTURE": "1"},
                capture_output=True,
                text=True,
                check=False,
            )
            if not report.exists():
                raise RuntimeError(f"{file} could not be run:\n{ran.stdout[-2000:]}{ran.stderr[-2000:]}")
            found += [_trouble(file, case) for case in ElementTree.parse(report).iter("testcase")]
    return found


def _trouble(file: str, case: ElementTree.Element) -> Trouble:
    tags = {each.tag for each in case}
    ended = "failed" if tags & {"failure", "error"} else "skipped" if "skipped" in tags else "passed"
    noted = {each.get("name", ""): each.get("value", "") for each in case.iter("property")}
    return Trouble(
        file,
        case.get("name", ""),
        ended,
        noted.get("happened", ""),
        noted.get("moment", ""),
        noted.get("said", ""),
        noted.get("last", ""),
    )
