"""Mail that may be an attack on its reader is read in a process of its own, which can be ended; all other mail here.

Counting bytes tells them apart for a few microseconds a mail. The process is started at the first such mail, serves
all of them one after the other, and is started anew after one that it did not survive: that mail is set aside with the
reason, and nothing else stops.
"""

import atexit
import logging
import os
import subprocess
import sys
import threading
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from ingest.parse import parse as parse_here
from ingest.parseworker import SECONDS, Particulars, read_frame, write_frame
from store.codec import from_json, to_json
from store.records import Message, Unreadable

SMALL = 64_000
"""Bytes; no shape that is known makes so little take a tenth of a second, so that most mail is not looked at."""
LARGE = 1_000_000
"""Bytes; mail of people and systems is smaller once its attachments are left out."""
MANY_PARTS = 40
"""Mentions of a boundary."""
MANY_TAGS = 25_000
MANY_WORDS = 2_000
"""Encoded words (RFC 2047)."""
START_SECONDS = 60.0
WALL_SECONDS = 20.0
"""Until a reader that uses no processor time either is given up: it is stuck, or the machine is."""
TOO_LONG = f"The mail takes longer to be read than the {SECONDS:.0f} seconds a mail may take."
NOT_SURVIVED = "The mail could not be taken apart: what read it ended."

_log = logging.getLogger(__name__)


def is_suspicious(raw: bytes) -> bool:
    """Whether a mail is of a size or shape that only few honest mails have."""
    if len(raw) < SMALL:
        return False
    return (
        len(raw) > LARGE
        or raw.count(b"oundary") > MANY_PARTS
        or raw.count(b"<") > MANY_TAGS
        or raw.count(b"=?") > MANY_WORDS
        or raw.count(b"essage/rfc822") > MANY_PARTS
    )


class Guarded:
    """The reading process, while it is needed. Threads may share one; a context manager that ends it."""

    def __init__(self) -> None:
        self._asking = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def parse(
        self,
        raw: bytes,
        *,
        source: str,
        internal_date: datetime | None = None,
        attachments: tuple[str, ...] = (),
        undated: datetime | None = None,
    ) -> Message | Unreadable:
        """As ``ingest.parse.parse``, with an end to time and memory for what looks suspicious."""
        if not is_suspicious(raw):
            return parse_here(raw, source=source, internal_date=internal_date, attachments=attachments, undated=undated)
        return self.parse_apart(raw, Particulars(source, internal_date, attachments, undated))

    def parse_apart(self, raw: bytes, particulars: Particulars) -> Message | Unreadable:
        """The same for any mail, in the other process."""
        with self._asking:
            process = self._started()
            if process is None:
                return parse_here(
                    raw,
                    source=particulars.source,
                    internal_date=particulars.internal_date,
                    attachments=particulars.attachments,
                    undated=particulars.undated,
                )
            answer = self._answer(process, raw, particulars)
        return from_json(answer[1:], Message) if answer[0] == "m" else Unreadable(raw, answer[1:], particulars.source)

    @property
    def pid(self) -> int | None:
        """The process, where one is there."""
        return self._process.pid if self._process is not None else None

    def close(self) -> None:
        """Ends the process, if there is one."""
        process, self._process = self._process, None
        if process is not None:
            end(process)

    def _answer(self, process: subprocess.Popen[bytes], raw: bytes, particulars: Particulars) -> str:
        assert process.stdin is not None
        assert process.stdout is not None
        patience = threading.Timer(WALL_SECONDS, process.kill)
        patience.start()
        try:
            write_frame(process.stdin, to_json(particulars).encode())
            write_frame(process.stdin, raw)
            process.stdin.flush()
            return read_frame(process.stdout).decode()
        except (OSError, EOFError, ValueError):
            self._process = None
            end(process)
            _log.info("mail set aside: its reader ended with code %s", process.returncode)
            # SIGPROF: its processor time was over; SIGKILL: our patience was.
            return "u" + (TOO_LONG if process.returncode in (-27, -9) else NOT_SURVIVED)
        finally:
            patience.cancel()

    def _started(self) -> subprocess.Popen[bytes] | None:
        """The process, started where there is none; None where it will not start, which no mail can bring about."""
        if self._process is not None and self._process.poll() is None:
            return self._process
        try:
            process = subprocess.Popen(  # this very program, as a list of words  # nosec B603
                [sys.executable, "-P", "-m", "ingest.parseworker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment(),
            )
        except OSError as error:
            _log.warning("the reader of suspicious mail does not start: %s", type(error).__name__)
            return None
        patience = threading.Timer(START_SECONDS, process.kill)
        patience.start()
        try:
            assert process.stdout is not None
            read_frame(process.stdout)
        except EOFError:
            end(process)
            _log.warning("the reader of suspicious mail does not start: code %s", process.returncode)
            return None
        finally:
            patience.cancel()
        self._process = process
        return process


def environment() -> dict[str, str]:
    """What such a process needs to find itself, and none of the secrets that may stand in ours."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH") if name in os.environ}
    home = str(Path(__file__).resolve().parents[1])
    return {**kept, "PYTHONPATH": home, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}


def end(process: subprocess.Popen[bytes]) -> None:
    """Lets a process go that reads from us, by force where it does not go by itself."""
    for stream in (process.stdin, process.stdout):
        try:
            if stream is not None:
                stream.close()
        except OSError:  # what was still to be written has no reader any more
            continue
    try:
        process.wait(1)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


_shared = Guarded()
atexit.register(_shared.close)
parse = _shared.parse
parse_apart = _shared.parse_apart
