"""Other parsers' test messages: each is read or set aside with a reason, quickly; none stops the run."""

import os
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ingest.parse import parse
from store.records import Message, Unreadable

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("HEARDBACK_SHARED", ROOT.parent / "shared")) / "mime"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared messages are not on this machine")
def test_every_odd_message_is_read_or_set_aside(capfd: pytest.CaptureFixture[str]) -> None:
    files = [file for file in sorted(SHARED.rglob("*")) if file.is_file()]
    assert files

    read = 0
    for file in files:
        raw = file.read_bytes()
        begin = time.process_time()
        result = parse(raw, source=file.name, undated=datetime(2000, 1, 1, tzinfo=UTC))
        assert time.process_time() - begin < 2, file.name
        match result:
            case Message():
                read += 1
            case Unreadable():
                assert result.raw == raw
                assert result.reason.endswith(".")

    assert read > len(files) * 0.9
    assert capfd.readouterr() == ("", "")
