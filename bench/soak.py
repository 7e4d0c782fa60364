"""Months of service in minutes: rounds by the thousand against real servers, with a fault every few of them.

Mail keeps coming, drafts are approved, discarded or deleted, connections are cut, refused and reset, the server is
restarted. Afterwards nothing may be lost or doubled, and the process may hold no more than near its beginning.
``python -m bench.soak 10000``; the suite runs a hundred rounds.
"""

import argparse
import json
import logging
import os
import subprocess
import sys
import tempfile
import threading
import time
import warnings
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import cycle
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

from bench.soakaccount import Account, problems_of
from bench.soaked import PASSWORD_ENV, STEP, settings_of
from bench.soakmails import letter
from bench.soakperson import Person
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.phaseproxy import Fault, PhaseProxy, Strike
from tests.servers.phases import ImapTalk, Phase, SmtpTalk
from tests.servers.smtpsink import SmtpSink

MAIL_EVERY, FAULT_EVERY, DECIDE_EVERY, LOOK_EVERY = 9, 7, 20, 10
HISTORY_SHARE = 0.05
"""As many mails as this share of the rounds lie there when it begins, so that memory is not that of an empty store."""
DOWN_ROUNDS = 3
CALM_ROUNDS = 40
"""Rounds without faults at the end, in which everything must come in order."""
GROWTH = 0.05
MOST_WAL = 16 * 1024 * 1024
IMAP_FAULTS = (
    (Phase.FETCH, Fault.FIN),
    (Phase.SEARCH, Fault.RST),
    (Phase.EXAMINE, Fault.BYE),
    (Phase.SEARCH, Fault.NO),
    (Phase.TEXT, Fault.LOST),
    (Phase.IDLE, Fault.FIN),
    (Phase.LOGIN, Fault.FIN),
    (Phase.APPEND, Fault.NO),
    (Phase.FETCH, Fault.HALF),
    (Phase.EXPUNGE, Fault.LOST_RST),
    (Phase.NOOP, Fault.RST),
    (Phase.LIST, Fault.BYE),
    (Phase.STORE, Fault.FIN),
    (Phase.IDLE, Fault.BYE),
    (Phase.FETCH, Fault.UNAVAILABLE),
    (Phase.GREETING, Fault.RST),
)
SMTP_FAULTS = (
    (Phase.MAIL, Fault.FIN),
    (Phase.RCPT, Fault.UNAVAILABLE),
    (Phase.DATA, Fault.RST),
    (Phase.GREETING, Fault.BYE),
    (Phase.DOT, Fault.LOST),
)


@dataclass(frozen=True, slots=True)
class Look:
    """What the process held after a round. Sizes in kB; ``helpers`` are processes it started."""

    round: int
    rss: int
    descriptors: int
    threads: int
    helpers: int
    temporary: int
    wal: int
    store: int


@dataclass
class Figures:
    """What was seen."""

    rounds: int
    seconds: float = 0.0
    looks: list[Look] = field(default_factory=list)
    faults: int = 0
    restarts: int = 0
    ended_in_time: bool = False
    account: Account = field(default_factory=Account)
    said: list[str] = field(default_factory=list)

    def near(self, number: int) -> Look:
        """The medians of the ten looks up to a round, since each alone depends on what was just going on."""
        before = [look for look in self.looks if look.round <= number][-10:]
        return Look(number, *(int(median(values)) for values in zip(*map(_values, before), strict=True)))

    @property
    def problems(self) -> list[str]:
        """All that must not be, in words."""
        early, late = self.near(min(1000, self.rounds // 2)), self.near(self.rounds)
        found = problems_of(self.account)
        grown = late.rss / early.rss - 1
        if self.rounds >= 2000 and grown > GROWTH:
            found.append(f"memory grew by {grown:.1%} between round {early.round} and {late.round}")
        for name in ("descriptors", "threads", "temporary"):
            before, after = getattr(early, name), getattr(late, name)
            if after > before + 2:
                found.append(f"{name} grew from {before} to {after}")
        if max(look.wal for look in self.looks) * 1024 > MOST_WAL:
            found.append("the write-ahead log grew without bounds")
        if not self.ended_in_time:
            found.append("it did not end in time when told to")
        return found


def _values(look: Look) -> tuple[int, ...]:
    return tuple(asdict(look).values())[1:]


class Soak:
    """One run; ``run`` it once."""

    def __init__(self, rounds: int, folder: Path) -> None:
        self.figures = Figures(rounds)
        self._data, self._temporary = folder / "data", folder / "tmp"
        self._temporary.mkdir()
        self.at = datetime.now(UTC) - STEP * (rounds + CALM_ROUNDS) - timedelta(days=5)
        self._faults = _faults()
        self._late = threading.Timer(0, lambda: None)
        self._late.start()
        self._mails, self._up_again = 0, 0

    def run(self) -> Figures:
        """Starts everything, drives the rounds, and looks at what is left."""
        os.environ[PASSWORD_ENV] = PASSWORD
        began = time.monotonic()
        with ExitStack() as stack:
            self._server = stack.enter_context(Dovecot(users=1))
            self._me = self._server.new_user()
            users = {self._me: PASSWORD}
            self._sink = stack.enter_context(SmtpSink(users=users, lmtp_port=self._server.lmtp_port))
            self._imap = stack.enter_context(PhaseProxy(self._server.imap_port, ImapTalk))
            self._smtp = stack.enter_context(PhaseProxy(self._sink.port, SmtpTalk))
            settings = settings_of(self._me, self._server.imap_port, self._sink.port)
            self._lay_history()
            with stack.enter_context(self._child()) as child:
                self._drive(child, Person(settings, self._data, self._server))
                self._end(child)
            self.figures.seconds = time.monotonic() - began
            self.figures.account = Account.drawn_up(self._data, self._server, self._me, self._sink, self._mails)
        return self.figures

    def _child(self) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "bench.soaked", str(self._data), self._me]
        child = subprocess.Popen(
            [*command, str(self._imap.port), str(self._smtp.port), self.at.isoformat()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            bufsize=1,
            env={**os.environ, "TMPDIR": str(self._temporary)},
        )
        assert child.stderr is not None
        threading.Thread(target=self.figures.said.extend, args=(child.stderr,), daemon=True).start()
        return child

    def _drive(self, child: subprocess.Popen[str], person: Person) -> None:
        assert child.stdin is not None
        assert child.stdout is not None
        rounds = self.figures.rounds
        for number in range(1, rounds + CALM_ROUNDS + 1):
            line = child.stdout.readline()
            if not line:
                raise RuntimeError("The service ended by itself:\n" + "".join(self.figures.said[-30:]))
            self.at = datetime.fromisoformat(json.loads(line))
            if number <= rounds:
                self._round(number, person)
            else:
                self._calm_round(number, person)
            if number % LOOK_EVERY == 0 and number <= rounds:
                self.figures.looks.append(self._look(number, child.pid))
            child.stdin.write("\n")

    def _round(self, number: int, person: Person) -> None:
        is_down = number < self._up_again
        if number == self._up_again:
            self._server.start()
        if number % MAIL_EVERY == 0 and not is_down:
            self._deliver(number)
        if number % FAULT_EVERY == 0:
            self._strike()
        if number % DECIDE_EVERY == 0 and not is_down:
            person.decide(self.at)
        if number % max(self.figures.rounds // 20, 100) == 33:
            self._late.join()
            self._server.stop()
            self._up_again = number + DOWN_ROUNDS
            self.figures.restarts += 1

    def _calm_round(self, number: int, person: Person) -> None:
        if number < self._up_again:
            self._server.start()
            self._up_again = 0
        self.figures.faults += self._imap.fired + self._smtp.fired
        self._imap.arm(None)
        self._smtp.arm(None)
        if number % DECIDE_EVERY == 0:
            person.settle_unknown(self.at)

    def _deliver(self, number: int) -> None:
        raw = letter(self._mails, self._me, self.at)
        self._mails += 1
        if number % (5 * MAIL_EVERY) == 0:
            # While the next round is under way, or while the service waits for news.
            self._late = threading.Timer(0.02, self._server.deliver, (self._me, raw))
            self._late.start()
        else:
            self._server.deliver(self._me, raw)

    def _lay_history(self) -> None:
        count = int(self.figures.rounds * HISTORY_SHARE)
        for number in range(count):
            raw = letter(number, self._me, self.at - timedelta(hours=2) * (count - number))
            self._server.deliver(self._me, raw)
        self._mails = count

    def _strike(self) -> None:
        proxy, strike = next(self._faults)
        for each in (self._imap, self._smtp):
            self.figures.faults += each.fired
            each.fired = 0
        (self._smtp if proxy == "smtp" else self._imap).arm(strike)

    def _look(self, number: int, process: int) -> Look:
        proc = Path(f"/proc/{process}")
        status = dict(line.split(":", 1) for line in (proc / "status").read_text().splitlines() if ":" in line)
        children = " ".join(file.read_text() for file in proc.glob("task/*/children")).split()
        store, wal = self._data / "heardback.sqlite", self._data / "heardback.sqlite-wal"
        return Look(
            number,
            int(status["VmRSS"].split()[0]),
            len(list((proc / "fd").iterdir())),
            int(status["Threads"]),
            len(children),
            len(list(self._temporary.rglob("*"))),
            wal.stat().st_size // 1024 if wal.exists() else 0,
            store.stat().st_size // 1024,
        )

    def _end(self, child: subprocess.Popen[str]) -> None:
        assert child.stdin is not None
        child.terminate()
        child.stdin.close()
        try:
            self.figures.ended_in_time = child.wait(8) == 0
        except subprocess.TimeoutExpired:
            child.kill()


def _faults() -> Iterator[tuple[str, Strike]]:
    """Three for IMAP, then one for SMTP, again and again."""
    imap, smtp = cycle(IMAP_FAULTS), cycle(SMTP_FAULTS)
    while True:
        for _ in range(3):
            yield "imap", Strike(*next(imap))
        yield "smtp", Strike(*next(smtp))


def soak(rounds: int) -> Figures:
    """So many rounds, in a folder that is thrown away."""
    with tempfile.TemporaryDirectory(prefix="heardback-soak-") as folder:
        return Soak(rounds, Path(folder)).run()


def table(figures: Figures) -> Table:
    """The figures for people."""
    shown = Table("Soak", "Seen", box=None)
    minutes = figures.seconds / 60
    shown.add_row("rounds", f"{figures.rounds:,} in {minutes:.1f} min, {figures.rounds / figures.seconds:.0f}/s")
    shown.add_row("faults that struck, restarts of the server", f"{figures.faults}, {figures.restarts}")
    for number in sorted({min(1000, figures.rounds // 2), figures.rounds // 2, figures.rounds}):
        look = figures.near(number)
        shown.add_row(
            f"after round {number:,}",
            f"{look.rss / 1024:.1f} MB, {look.descriptors} descriptors, {look.threads} threads, "
            f"{look.helpers} helpers, {look.temporary} temporary files, log {look.wal} kB, store {look.store} kB",
        )
    for what, seen in figures.account.rows():
        shown.add_row(what, seen)
    for problem in figures.problems:
        shown.add_row("PROBLEM", problem)
    return shown


def as_json(figures: Figures) -> str:
    """For keeping: every look, and what was said."""
    looks = [asdict(look) for look in figures.looks]
    seen = dict(figures.account.rows())
    return json.dumps({"looks": looks, "seen": seen, "problems": figures.problems, "said": figures.said}, indent=1)


def main() -> None:
    """Runs it and says what was seen; ends with 1 where something must not be."""
    asked = argparse.ArgumentParser(prog="python -m bench.soak", description=__doc__)
    asked.add_argument("rounds", type=int, nargs="?", default=10_000)
    asked.add_argument("--json", type=Path)
    options = asked.parse_args()
    warnings.simplefilter("ignore")  # the mail sink's, about a password over a line in plain
    logging.disable(logging.WARNING)
    figures = soak(options.rounds)
    Console(width=160).print(table(figures))
    if options.json is not None:
        options.json.write_text(as_json(figures))
    sys.exit(1 if figures.problems else 0)


if __name__ == "__main__":
    main()
