"""Kills a week at one of its commits, starts again, and looks at what is wrong then."""

import json
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any, Self

from tests.faults.cells import fill
from tests.faults.grounds import Grounds
from tests.faults.sam import Sam, wrong_in_the_end
from tests.faults.victim import live
from tests.servers.dovecot import PASSWORD

ROOT = Path(__file__).parents[2]
FINISHED = frozenset({"sent", "unknown"})


class Killer:
    """The process that has everything loaded, while the ``with`` block lasts."""

    def __init__(self, grounds: Grounds) -> None:
        self._grounds = grounds

    def __enter__(self) -> Self:
        line = [sys.executable, "-W", "ignore", "-m", "tests.faults.victim"]
        self._process = subprocess.Popen(line, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate(timeout=60)

    def commits(self) -> int:
        """How many there are in a week in which nobody is killed."""
        with Sam(self._grounds) as sam:
            fill(sam)
            return int(self._live(sam, 0, after=False)["said"])

    def wrong_after(self, number: int, *, after: bool) -> list[str]:
        """What is not as it must be, once the week was begun, killed, begun again and lived to its end."""
        with Sam(self._grounds) as sam:
            fill(sam)
            flags = sam.flags_in("INBOX")
            ended = self._live(sam, number, after=after)
            if ended["signal"] != signal.SIGKILL:
                return [f"it was not killed: {ended}"]
            live(sam.house, sam.clock)
            sam.clean_rounds()
            return [*wrong_in_the_end(sam, flags), *_wrong_with_digest(sam)]

    def _live(self, sam: Sam, number: int, *, after: bool) -> dict[str, Any]:
        told = {
            "me": sam.me,
            "password": PASSWORD,
            "imap": sam.imap.port,
            "smtp": sam.smtp.port,
            "folder": str(sam.folder),
            "now": sam.clock.at.isoformat(),
            "number": number,
            "after": after,
        }
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(told) + "\n")
        self._process.stdin.flush()
        ended: dict[str, Any] = json.loads(self._process.stdout.readline())
        return ended


def _wrong_with_digest(sam: Sam) -> list[str]:
    """One week, one digest: sent, or nobody knows; never twice."""
    came = Counter(str(each["Subject"]) for each in sam.digests())
    with sam.house.database.reading() as transaction:
        states = [each.state for each in transaction.digests.all()]
    found = [f"{times} times the digest {subject}" for subject, times in came.items() if times > 1]
    if len(states) != 1 or not set(states) <= FINISHED:
        found.append(f"digests are left {states}")
    if states == ["sent"] and not came:
        found.append("the digest is said to be sent and never came")
    return found
