"""Lines for the journal carry their level; elsewhere they carry the time."""

import logging
import os
from pathlib import Path

import pytest

from heardback.loglines import PLAIN, JournalLines, fit_for


def record(level: int, words: str) -> logging.LogRecord:
    return logging.LogRecord("heardback.service", level, __file__, 1, words, (), None)


@pytest.mark.parametrize(
    ("level", "begins"),
    [
        (logging.DEBUG, "<7>"),
        (logging.INFO, "<6>"),
        (logging.WARNING, "<4>"),
        (logging.ERROR, "<3>"),
        (logging.CRITICAL, "<2>"),
    ],
)
def test_each_line_begins_with_its_level(level: int, begins: str) -> None:
    lines = JournalLines(logging.Formatter("%(name)s %(message)s")).format(record(level, "job=sweep failed\nat once"))
    assert lines == f"{begins}heardback.service job=sweep failed\n{begins}at once"


def test_only_the_stream_that_the_journal_reads_is_meant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "out").open("w") as out, (tmp_path / "other").open("w") as other:
        told = os.fstat(out.fileno())
        monkeypatch.setenv("JOURNAL_STREAM", f"{told.st_dev}:{told.st_ino}")
        assert isinstance(fit_for(out, logging.Formatter), JournalLines)
        assert fit_for(other, logging.Formatter)._fmt == PLAIN
        monkeypatch.delenv("JOURNAL_STREAM")
        assert fit_for(out, logging.Formatter)._fmt == PLAIN
