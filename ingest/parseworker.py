"""The process that reads suspicious mail, so that it can be ended: ``ingest.guarded`` starts it and asks it.

It holds no password and no connection, may open no further process, write no file, and has an end to its memory and to
the processor time of each mail. A question is two frames on standard input, the particulars as JSON and the mail; the
answer one frame: "m" and the message as JSON, or "u" and the reason. A frame is its length in four octets, then itself.
"""

import resource
import signal
import struct
import sys
from dataclasses import dataclass
from datetime import datetime
from typing import IO

from store.codec import from_json, to_json
from store.records import Message

SECONDS = 2.0
"""Processor time of one mail; wall time would set honest mail aside on a busy machine."""
MOST_MEMORY = 512 * 1024 * 1024
"""Address space, libraries included; about a fifth of it is there before the first mail."""
READY = b"r"
TOO_LARGE = "The mail needs more memory to be read than a mail may."
LENGTH = struct.Struct(">I")


@dataclass(frozen=True, slots=True)
class Particulars:
    """What ``ingest.parse.parse`` is told beside the mail."""

    source: str
    internal_date: datetime | None = None
    attachments: tuple[str, ...] = ()
    undated: datetime | None = None


def read_frame(stream: IO[bytes]) -> bytes:
    """One frame. Raises ``EOFError`` where the other side is gone."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        raise EOFError
    (length,) = LENGTH.unpack(head)
    frame = stream.read(length)
    if len(frame) < length:
        raise EOFError
    return frame


def write_frame(stream: IO[bytes], frame: bytes) -> None:
    """Writes one frame."""
    stream.write(LENGTH.pack(len(frame)))
    stream.write(frame)


def main() -> None:
    """Answers until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever asked; the end of the pipe ends this one
    from ingest.parse import parse  # loaded before the limits hold

    confine(MOST_MEMORY)
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    write_frame(answers, READY)
    answers.flush()
    while True:
        try:
            particulars = from_json(read_frame(asked).decode(), Particulars)
            raw = read_frame(asked)
        except EOFError:
            return
        signal.setitimer(signal.ITIMER_PROF, SECONDS)  # its signal ends the process
        try:
            result = parse(
                raw,
                source="",
                internal_date=particulars.internal_date,
                attachments=particulars.attachments,
                undated=particulars.undated,
            )
            answer = "m" + to_json(result) if isinstance(result, Message) else "u" + result.reason
        except MemoryError:
            answer = "u" + TOO_LARGE
        signal.setitimer(signal.ITIMER_PROF, 0)
        write_frame(answers, answer.encode())
        answers.flush()


def confine(memory: int) -> None:
    """No further process, no file, no core, and no more than so many octets of address space."""
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
    ):
        _, hard = resource.getrlimit(what)
        bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (bound, bound))


if __name__ == "__main__":
    main()
