"""Suspicious mail is read by a process that can be ended; what ends it is set aside, and the next mail is read."""

import os
import signal
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import ingest.guarded as guarded
from ingest.guarded import LARGE, NOT_SURVIVED, TOO_LONG, Guarded, is_suspicious
from ingest.parse import parse
from ingest.parseworker import Particulars
from store.records import Message, Unreadable

HEAD = b"From: Dana <dana@northwind.example>\r\nDate: Mon, 3 Mar 2025 10:00:00 +0100\r\nSubject: Hi\r\n"
PLAIN = HEAD + b"\r\nHello there\r\n"
LONG = HEAD + b"\r\n" + b"many words \n" * (LARGE // 12 + 1)
MAILS = sorted((Path(__file__).parents[1] / "ingest" / "mails").glob("*.eml"))


@pytest.fixture
def reader() -> Iterator[Guarded]:
    with Guarded() as made:
        yield made


def pid_of(reader: Guarded) -> int:
    assert reader._process is not None
    return reader._process.pid


def test_ordinary_mail_starts_no_process(reader: Guarded) -> None:
    assert isinstance(reader.parse(PLAIN, source="x"), Message)
    assert reader._process is None


@pytest.mark.parametrize(
    "raw",
    [
        LONG,
        HEAD + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"Content-Type: x/y; boundary=c\r\n" * 3_000,
        HEAD + b"Content-Type: text/html\r\n\r\n" + b"<b>" * 30_000,
        HEAD + b"Subject: " + b"=?utf-8?q?a?= " * 6_000,
        HEAD + b"Content-Type: message/rfc822\r\n\r\n" * 3_000,
    ],
    ids=["large", "parts", "tags", "words", "deep"],
)
def test_odd_shapes_are_suspicious(raw: bytes) -> None:
    assert is_suspicious(raw)


def test_what_is_read_apart_is_read_the_same(reader: Guarded) -> None:
    at = datetime(2026, 3, 2, tzinfo=UTC)
    for file in MAILS:
        raw = file.read_bytes()
        there = reader.parse_apart(raw, Particulars("x", at, ("a.pdf",), at))

        assert there == parse(raw, source="x", internal_date=at, attachments=("a.pdf",), undated=at)


def test_a_mail_that_takes_too_long_is_set_aside_and_the_next_one_read(
    reader: Guarded, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.parse(LONG, source="x")
    os.kill(pid_of(reader), signal.SIGSTOP)  # as if it never came to an end
    monkeypatch.setattr(guarded, "WALL_SECONDS", 0.5)
    begin = time.monotonic()

    assert reader.parse(LONG, source="late.eml") == Unreadable(LONG, TOO_LONG, "late.eml")

    assert time.monotonic() - begin < 5
    monkeypatch.undo()
    assert isinstance(reader.parse(LONG, source="x"), Message)


def test_its_processor_time_has_an_end_of_its_own(reader: Guarded) -> None:
    reader.parse(LONG, source="x")
    os.kill(pid_of(reader), signal.SIGPROF)  # what the timer sends
    time.sleep(0.2)

    assert isinstance(reader.parse(LONG, source="x"), Message)


def test_a_reader_that_dies_takes_nothing_along(reader: Guarded, monkeypatch: pytest.MonkeyPatch) -> None:
    reader.parse(LONG, source="x")
    monkeypatch.setattr(guarded, "to_json", lambda _: os.kill(pid_of(reader), signal.SIGSEGV) or "{}")

    result = reader.parse(LONG, source="bad.eml")

    assert result == Unreadable(LONG, NOT_SURVIVED, "bad.eml")


def test_it_may_write_no_file_start_no_process_and_take_no_memory(reader: Guarded) -> None:
    reader.parse(LONG, source="x")
    limits = Path(f"/proc/{pid_of(reader)}/limits").read_text()
    bounds = {line[:26].strip(): line[26:].split()[0] for line in limits.splitlines()[1:]}

    assert bounds["Max file size"] == "0"
    assert bounds["Max processes"] == "0"
    assert bounds["Max core file size"] == "0"
    assert int(bounds["Max address space"]) <= 512 * 1024 * 1024


def test_it_is_handed_no_secret(reader: Guarded, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEARDBACK_PASSWORD", "hunter2")
    reader.parse(LONG, source="x")

    assert b"hunter2" not in Path(f"/proc/{pid_of(reader)}/environ").read_bytes()


def test_it_ends_with_whoever_asked(reader: Guarded) -> None:
    reader.parse(LONG, source="x")
    number = pid_of(reader)

    reader.close()

    assert not Path(f"/proc/{number}").exists()


def test_nothing_is_taken_from_the_present_folder(
    reader: Guarded, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("ingest", "json", "resource", "mailparser"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit")
    monkeypatch.chdir(tmp_path)

    assert isinstance(reader.parse(LONG, source="x"), Message)
    assert reader._process is not None, "it was read here, since the process did not start"
