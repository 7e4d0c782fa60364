"""A process that lives through a person's week and is killed at a commit of its choice (SIGKILL: nothing is tidied up).

``python -m tests.faults.victim`` loads everything once and forks a child for each line of JSON on stdin; to each it
answers with a line: how the child ended, and how many commits it came to.
"""

import json
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from heardback.redrafting import rewrite
from heardback.wiring import House
from ingest.accounts import Account, PasswordSource, Security, Server
from store import database
from store.clock import SetClock
from tests.faults.sam import ENVIRONMENT, house_of, shipped_tagger

WRITES = "BEGIN IMMEDIATE"
"""How a transaction begins that may change something."""
EDITED = "\nP.S. All the best!\n"
NEXT_DIGEST = timedelta(days=7)


def live(house: House, clock: SetClock) -> None:
    """A round, an edit, another round, approving, sending, a round, the digest; each may have been done before."""
    house.posting.recover()
    house.rounds.run_once(retry_stopped=True)
    for draft in _open(house):
        if EDITED.strip() not in draft.body:
            rewrite(house, draft.id, subject=draft.subject, body=draft.body + EDITED)
    house.rounds.run_once()
    for draft in _open(house):
        house.outbox.approve(draft.id)
    clock.at += timedelta(minutes=5)
    house.posting.send_due()
    house.rounds.run_once()
    clock.at = max(clock.at, _first_digest(house))
    house.digest_posting.digest_if_due()


def _open(house: House) -> list[Any]:
    with house.database.reading() as transaction:
        return [draft for draft in transaction.drafts.all() if draft.state.is_open]


def _first_digest(house: House) -> datetime:
    with house.database.reading() as transaction:
        since = transaction.digests.watched_since()
    assert since is not None
    return since + NEXT_DIGEST


class Commits:
    """Counts the commits of a process, and kills it right before or right after one."""

    def __init__(self, number: int, *, after: bool) -> None:
        self.seen, self._number, self._after = 0, number, after

    def watch(self) -> None:
        """From now on, for as long as the process lives: at the one place where the store commits."""
        works, commits = database._committed, self

        @contextmanager
        def watched(connection: Connection, begin: str) -> Iterator[Connection]:
            with works(connection, begin) as begun:
                yield begun
                if begin == WRITES:
                    commits.come(after=False)
            if begin == WRITES:
                commits.come(after=True)

        database._committed = watched

    def come(self, *, after: bool) -> None:
        self.seen += not after
        if self.seen == self._number and after is self._after:
            os.kill(os.getpid(), signal.SIGKILL)


def _child(told: dict[str, Any], pipe: int) -> None:
    os.environ[ENVIRONMENT] = told["password"]
    source = PasswordSource(environment=ENVIRONMENT)
    imap, smtp = (Server("127.0.0.1", told[way], Security.PLAIN, None, 30.0, 30.0) for way in ("imap", "smtp"))
    account = Account("home", told["me"], told["me"], imap, source, ("INBOX",), "", "", smtp, told["me"], source)
    clock = SetClock(datetime.fromisoformat(told["now"]))
    commits = Commits(told["number"], after=told["after"])
    commits.watch()
    live(house_of(account, Path(told["folder"]), clock), clock)
    os.write(pipe, str(commits.seen).encode())


def main() -> None:
    """Forks a child for each line."""
    shipped_tagger()
    for line in sys.stdin:
        heard, said = os.pipe()
        child = os.fork()
        if not child:
            try:
                _child(json.loads(line), said)
            except BaseException as error:  # noqa: BLE001 - whatever it is, the child must not go on as its parent
                os.write(said, repr(error).encode())
                os._exit(1)
            os._exit(0)
        os.close(said)
        _, status = os.waitpid(child, 0)
        with os.fdopen(heard) as pipe:
            ended = {"signal": os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0, "said": pipe.read()}
        print(json.dumps(ended), flush=True)


if __name__ == "__main__":
    main()
