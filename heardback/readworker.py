"""The process that takes a first look at mails while another one stores them: ``readapart.py`` starts it and asks it.

It holds no password, no connection and no part of the store, may open no further process and write no file, and has an
end to its memory and to the processor time of what it is asked. It is told one frame first, its briefing, and answers
with the version of the model it reads with. A question is one frame of particulars as JSON, then one for each mail; the
answer one frame of JSON. Frames are those of ``ingest.parseworker``.
"""

import gc
import os
import signal
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

from classify.modelfile import load, shipped_model_path
from classify.ownmodels import OwnModels, is_own
from classify.reading import Reader
from classify.tagger import Tagger
from heardback.firstlook import Asked, Briefing, Told, look_at
from ingest.parse import parse
from ingest.parseworker import confine, read_frame, write_frame
from store.codec import from_octets, to_octets

MOST_MEMORY = 2048 * 1024 * 1024
"""Address space, libraries included; a seventh of it is there before the first mail."""
SECONDS = 60.0
"""Processor time of one question: a hundred mails take a quarter of a second, on a slow machine a few."""
ALLOCATIONS = 50_000
"""Objects more than were given back before the collector looks for cycles, of which reading leaves none."""
NICENESS = 5
"""Whoever stores, and whoever else works on this machine, goes first."""


def main() -> None:
    """Answers until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever asked; the end of the pipe ends this one
    os.nice(NICENESS)
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    reader, version = _reader(from_octets(read_frame(asked), Briefing))
    confine(MOST_MEMORY)
    gc.freeze()  # what is loaded stays; no collection need look through it
    gc.set_threshold(ALLOCATIONS)
    write_frame(answers, version.encode())
    answers.flush()
    while True:
        try:
            particulars = from_octets(read_frame(asked), tuple[Asked, ...])
            raws = [read_frame(asked) for _ in particulars]
        except EOFError:
            return
        signal.setitimer(signal.ITIMER_PROF, SECONDS)  # its signal ends the process
        told: tuple[Told, ...] = look_at(particulars, raws, parse, reader)
        signal.setitimer(signal.ITIMER_PROF, 0)
        write_frame(answers, to_octets(told))
        answers.flush()


def _reader(briefing: Briefing) -> tuple[Reader, str]:
    """The reader as told, and the version of its model. Raises ``ModelFileError``, which ends the process."""
    path = Path(briefing.data)
    model = OwnModels(path).load(briefing.model) if is_own(briefing.model) else load(shipped_model_path())
    tagger = Tagger(model, unsure_below=briefing.unsure_below)
    return Reader(tagger, frozenset(briefing.own_addresses), ZoneInfo(briefing.zone)), tagger.version


if __name__ == "__main__":
    main()
