"""The tagger's costs on one core: a mail alone and among many, loading, training, size, and ``heardback tag``.

Seconds are seconds of the processor, so that a busy machine does not slow what is measured.
"""

import mailbox
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import formatdate, parseaddr
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from classify.corpus import Row, message_of, read_corpus
from classify.modelfile import load, shipped_model_path
from classify.reading import Reader
from classify.tagger import Context, Tagger
from store.vocabulary import Direction

MAILS = 2000
_ROUNDS = 3
_EPOCH = 1_772_000_000
_HEADERS = frozenset("auto-submitted list-unsubscribe list-id precedence reply-to x-autoreply".split())
_PLAIN_ADDRESS = re.compile(r"[A-Za-z0-9_+'-]+(?:\.[A-Za-z0-9_+'-]+)*@[A-Za-z0-9.-]+")
_LOAD = """
import sys, time
from pathlib import Path
from classify.modelfile import load
start = time.process_time()
load(Path(sys.argv[1]))
print(time.process_time() - start)
"""
_TRAIN = """
import sys, time
from pathlib import Path
from classify.training import train_shipped
start = time.process_time()
train_shipped(Path(sys.argv[1]), Path(sys.argv[2]))
print(time.process_time() - start)
"""


@dataclass(frozen=True, slots=True)
class Gauge:
    """One figure with its unit, and the bounds it is held to, where there are some; less is better."""

    what: str
    seen: float
    unit: str
    must: float | None = None
    aim: float | None = None

    @property
    def cells(self) -> tuple[str, ...]:
        """What, figure, both bounds, and which is kept."""
        bounds = ("" if bound is None else f"≤ {bound:g} {self.unit}" for bound in (self.must, self.aim))
        return (self.what, f"{self.seen:,.2f} {self.unit}", *bounds, self._kept())

    def _kept(self) -> str:
        if self.must is None or self.aim is None:
            return ""
        return "aim" if self.seen <= self.aim else "must" if self.seen <= self.must else "missed"


HEADING = ("", "seen", "must", "aim", "keeps")


def gauges() -> tuple[Gauge, ...]:
    """Everything measured on one core; training takes the longest, about a minute."""
    rows = read_corpus(shipped_model_path().parent / "corpus")
    mails = [rows[number * len(rows) // MAILS] for number in range(min(MAILS, len(rows)))]
    own = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(own)})  # children inherit it
    try:
        return (*_alone(mails), *_model(), *_command(mails))
    finally:
        os.sched_setaffinity(0, own)


def _alone(mails: Sequence[Row]) -> tuple[Gauge, ...]:
    """A mail alone and among many, tagged, and read in full (company, role, dates and all)."""
    tagger = Tagger(load(shipped_model_path()))
    reader = Reader(tagger, frozenset({"sam@home.example"}), ZoneInfo("UTC"))
    messages = [message_of(mail) for mail in mails]
    nobody = Context(frozenset())
    count = len(messages)
    single = [_seconds(partial(tagger.verdict, message, nobody)) for message in messages]
    read = [_seconds(partial(reader.read, message)) for message in messages]
    many = _median(lambda: tagger.verdicts(messages, [nobody] * count)) / count
    received, answers = [Direction.RECEIVED] * count, [False] * count
    every = _median(lambda: reader.read_all(messages, directions=received, answers=answers)) / count
    return (
        Gauge("tag one mail, p50", 1e3 * statistics.median(single), "ms", 3, 1),
        Gauge("tag one mail, p95", 1e3 * statistics.quantiles(single, n=20)[-1], "ms"),
        Gauge("tag many, per mail", 1e3 * many, "ms", 1.5, 0.7),
        Gauge("read one mail in full, p50", 1e3 * statistics.median(read), "ms"),
        Gauge("read many in full, per mail", 1e3 * every, "ms"),
    )


def _model() -> tuple[Gauge, ...]:
    """Loading in a fresh process, training into a folder that is thrown away, and the file's size."""
    path = shipped_model_path()
    loading = statistics.median(_told_by(_LOAD, str(path)) for _ in range(_ROUNDS))
    with tempfile.TemporaryDirectory() as folder:
        training = _told_by(_TRAIN, str(path.parent / "corpus"), str(Path(folder) / "tagger.joblib"))
    return (
        Gauge("load the model", loading, "s", 0.3, 0.15),
        Gauge("train all languages", training, "s", 60, 20),
        Gauge("size of the model", path.stat().st_size / 1e6, "MB", 2, 1),
    )


def _command(mails: Sequence[Row]) -> tuple[Gauge, ...]:
    """``heardback tag`` over an mbox, from the start of the process to its end."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write_mbox(folder / "mails.mbox", mails)
        (folder / "config.toml").touch()
        words = ["-m", "heardback", "--config", str(folder / "config.toml"), "--data", str(folder / "data")]
        with (folder / "tags.jsonl").open("wb") as out:
            child = subprocess.Popen([sys.executable, *words, "tag", "--json", str(folder / "mails.mbox")], stdout=out)
            _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        tagged = (folder / "tags.jsonl").read_bytes().count(b"\n")
    if child.returncode or tagged != len(mails):
        raise RuntimeError(f"heardback tag ended with {child.returncode} and told of {tagged} of {len(mails)} mails")
    took = usage.ru_utime + usage.ru_stime
    return (
        Gauge(f"heardback tag, {tagged:,} mails: time", took, "s"),
        Gauge(f"heardback tag, {tagged:,} mails: mails per second", tagged / took, ""),
        Gauge(f"heardback tag, {tagged:,} mails: peak memory", usage.ru_maxrss / 1024, "MB"),
    )


def _write_mbox(path: Path, mails: Sequence[Row]) -> None:
    box = mailbox.mbox(path)
    for number, mail in enumerate(mails):
        box.add(_raw(mail, number))
    box.close()


def _raw(mail: Row, number: int) -> bytes:
    """The written mail as bytes, as it would lie in a mailbox."""
    made = EmailMessage()
    name, address = parseaddr(mail.sender)
    is_whole = _PLAIN_ADDRESS.fullmatch(address) is not None
    made["From"] = Address(name if is_whole else mail.sender, addr_spec=address if is_whole else "kim@calder.example")
    made["To"] = "sam@home.example"
    made["Subject"] = " ".join(mail.subject.split())
    made["Date"] = formatdate(_EPOCH + 3600 * number)
    made["Message-ID"] = f"<{number}.{mail.id}@mail.example>"
    for header, value in mail.headers.items():
        if header in _HEADERS and value:
            made[header] = " ".join(value.split())
    made.set_content(mail.body)
    return made.as_bytes()


def _told_by(script: str, *words: str) -> float:
    """The seconds that a fresh process tells of its own work."""
    done = subprocess.run([sys.executable, "-c", script, *words], check=True, capture_output=True, text=True)
    return float(done.stdout)


def _median(work: Callable[[], object]) -> float:
    return statistics.median(_seconds(work) for _ in range(_ROUNDS))


def _seconds(work: Callable[[], object]) -> float:
    start = time.thread_time()
    work()
    return time.thread_time() - start
