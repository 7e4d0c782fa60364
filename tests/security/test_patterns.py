"""No pattern of the program can be made to search for ever, and no text makes the reading of a mail long."""

import dataclasses
import importlib
import pkgutil
import re
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from types import FrameType
from zoneinfo import ZoneInfo

import pytest

import classify
import heardback
import ingest
import respond
import store
from classify.modelfile import load, shipped_model_path
from classify.reading import NOT_READ, Reader
from classify.tagger import Tagger
from ingest.parse import parse
from store.records import Message, Reading, Verdict
from store.vocabulary import Direction

SEEDS = [
    "a", " ", "a ", "A ", "Aa-", "\n", "a\n", "On a a a ", "1.", "a@a.", "<", "[{(", "> ", "- ", "by monday at 5 ",
    "for the role of ", "é, ",
]  # fmt: skip
SHORT = 1_500
"""Characters; what is exponential or cubic does not come to an end even with these."""
LONG = 100_000
READ = [
    *SEEDS, "_", "a a wrote:\n", "regards\n", "we will get back to you by ", "interview on 3 March at ",
    "10:30 - ", "If ", "http://a.", "wir melden uns bis ", "Bewerbung als ", "pour le poste de ", "para el puesto de ",
    "'", "+49 1",
    "ß",
]  # fmt: skip
HEAD = (
    "From: Dana Wu <dana@northwind.example>\r\nTo: sam@home.example\r\nDate: Mon, 3 Mar 2025 10:00:00 +0100\r\n"
    "Content-Type: text/plain; charset=utf-8\r\n"
)
LEADS = {
    "invitation": "We would like to invite you to an interview for the Data Analyst role at Northwind. ",
    "rejection": "Unfortunately we will not be moving forward with your application for the Data Analyst role. ",
    "nothing": "",
}


class TooLong(Exception):  # noqa: N818 - named for what it says
    """A pattern that was interrupted."""


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every pattern that a module of ours holds, in tables too, with where it stands."""
    seen: set[int] = set()
    for package in (store, ingest, classify, respond, heardback):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if "__main__" in found.name or ".migrations" in found.name:
                continue
            for name, value in vars(importlib.import_module(found.name)).items():
                yield from _within(value, f"{found.name}.{name}", seen, 0)


def _within(value: object, name: str, seen: set[int], depth: int) -> Iterator[tuple[str, re.Pattern[str]]]:
    if depth > 5 or id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, re.Pattern):
        yield name, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _within(each, f"{name}[{key!s:.20}]", seen, depth + 1)
    elif isinstance(value, list | tuple | set | frozenset) and len(value) < 2_000:
        for number, each in enumerate(value):
            yield from _within(each, f"{name}[{number}]", seen, depth + 1)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from _within(getattr(value, field.name, None), f"{name}.{field.name}", seen, depth + 1)


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Processor time; Python's patterns look for signals while they search."""

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise TooLong

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


ONLY_AT_THE_BEGINNING = {"ingest.parts._MIME_IN_TEXT"}
"""Looked for at one place alone, of two thousand characters."""


OF_SINGLE_BLANKS = {"classify.roletitles._AFTER", "classify.role.IN_SUBJECT[en][2].pattern"}
"""Looked for in subjects and in names of roles, whose blanks were made one before."""


def test_no_pattern_is_worse_than_quadratic() -> None:
    bad = []
    for name, pattern in _patterns():
        ask = pattern.match if name in ONLY_AT_THE_BEGINNING else pattern.search
        for seed in [each for each in SEEDS if each.strip() or name not in OF_SINGLE_BLANKS]:
            text = (seed * SHORT)[:SHORT] + "\x01"
            try:
                with at_most(1.0):
                    ask(text if isinstance(pattern.pattern, str) else text.encode())  # type: ignore[arg-type]
            except TooLong:
                bad.append((name, seed))
                break

    assert bad == []


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(Tagger(load(shipped_model_path())), frozenset({"sam@home.example"}), ZoneInfo("Europe/London"))


@pytest.mark.parametrize("lead", LEADS)
def test_a_mail_of_any_words_is_read_and_judged_in_time(reader: Reader, lead: str) -> None:
    for seed in READ:
        many = seed * (LONG // len(seed))
        subject = " ".join(many[:900].split())
        begin = time.process_time()
        message = parse(f"{HEAD}Subject: {subject}\r\n\r\n{LEADS[lead]}{many}".encode(), source="x")
        assert isinstance(message, Message)
        reading = reader.read(message)

        assert time.process_time() - begin < 2, seed
        assert not any(NOT_READ in reason for reason in reading.verdict.reasons), seed


@pytest.mark.parametrize("year", [1, 1970, 2099, 9999])
def test_a_mail_of_any_year_is_read(reader: Reader, year: int) -> None:
    words = (
        "We will get back to you within two weeks, by Friday, by the end of next month, on 30 February, in 200 days, "
        "by 9999-12-31."
    )
    head = HEAD.replace("3 Mar 2025", f"31 Dec {year:04}")
    at = datetime(year, 12, 31, tzinfo=UTC)
    for lead in LEADS.values():
        message = parse(f"{head}Subject: Hi\r\n\r\n{lead}{words}".encode(), source="x", undated=at, internal_date=at)
        if isinstance(message, Message):
            assert not any(NOT_READ in reason for reason in reader.read(message).verdict.reasons)


def test_a_mail_that_brings_its_reader_down_stops_no_other(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    mails = [
        parse(f"{HEAD}Message-ID: <{n}@x.example>\r\nSubject: Hi\r\n\r\n{LEADS['rejection']}".encode(), source="x")
        for n in range(3)
    ]
    calls = iter([ValueError("a stranger's words")])
    whole = Reader._received

    def fails_once(self: Reader, message: Message, verdict: Verdict) -> Reading:
        for error in calls:
            raise error
        return whole(self, message, verdict)

    monkeypatch.setattr(Reader, "_received", fails_once)
    readings = reader.read_all(
        [mail for mail in mails if isinstance(mail, Message)], directions=[Direction.RECEIVED] * 3, answers=[False] * 3
    )

    assert [NOT_READ in reading.verdict.reasons[-1] for reading in readings] == [True, False, False]
    assert readings[0].verdict.unsure
    assert "stranger" not in readings[0].verdict.reasons[-1]
