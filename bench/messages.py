"""Parsing and reading single mails, against the standard library's parser over the same bytes."""

import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from zoneinfo import ZoneInfo

from classify.corpus import Row, read_corpus
from classify.modelfile import load, shipped_model_path
from classify.reading import Reader
from classify.tagger import Tagger
from ingest.parse import parse
from store.records import Message
from store.vocabulary import Direction

MAILS = 400
ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Measured:
    """One row: seconds a mail, ours and theirs, medians of paired runs."""

    what: str
    ours: float
    against: str
    theirs: float

    @property
    def ratio(self) -> float:
        """How many times as long ours takes."""
        return self.ours / self.theirs


def rows() -> Iterator[Measured]:
    """The rows of this file."""
    raws = [_raw(row) for row in read_corpus(shipped_model_path().parent / "corpus")[:MAILS]]
    parsed = [message for raw in raws if isinstance(message := parse(raw, source="bench"), Message)]
    reader = Reader(Tagger(load(shipped_model_path())), frozenset({"sam@home.example"}), ZoneInfo("UTC"))

    def standard() -> None:
        for raw in raws:
            made = message_from_bytes(raw, policy=default)
            str(made["subject"])
            body = made.get_body()
            assert body is not None
            body.get_content()

    def read() -> None:
        reader.read_all(parsed, directions=[Direction.RECEIVED] * len(parsed), answers=[False] * len(parsed))

    stdlib = "email, policy.default, parse alone"
    yield _paired("parse and split a mail", lambda: [parse(raw, source="bench") for raw in raws], stdlib, standard)
    yield _paired("tag and read a parsed mail", read, stdlib, standard)


def _paired(what: str, ours: Callable[[], object], against: str, theirs: Callable[[], object]) -> Measured:
    """Both by turns, so that what slows the machine slows both."""
    times: list[tuple[float, float]] = []
    for _ in range(ROUNDS):
        times.append((_seconds(ours), _seconds(theirs)))
    mine, other = (statistics.median(column) / MAILS for column in zip(*times, strict=True))
    return Measured(what, mine, against, other)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _raw(row: Row) -> bytes:
    made = EmailMessage()
    made["From"] = "Kim <kim@calder.example>"
    made["To"] = "sam@home.example"
    made["Subject"] = row.subject
    made["Date"] = datetime(2026, 3, 2, tzinfo=UTC)
    made.set_content(row.body)
    return made.as_bytes()
