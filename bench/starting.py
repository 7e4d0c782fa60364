"""What a command takes from its start to its end, beside a Python that imports the same libraries and does nothing.

Seconds of the processor, of the whole process; both by turns, after one of each that is not counted.
"""

import os
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.bigstore import MAILS_EACH, NOW
from bench.ground import Ground
from bench.growing import Growth
from bench.rows import Bounds, Row, paired
from bench.stores import CONFIG
from bench.timing import by_turns, of_command

HELP = Bounds(must=1.3, aim=1.1)
LISTING = Bounds(must=1.4, aim=1.15)
_PROGRAM = Path(sys.executable).with_name("heardback")
_EMPTY = "typer"
_EMPTY_LISTING = "typer, sqlalchemy"


def rows(ground: Ground) -> Iterator[Row]:
    """``--help`` and both listings."""
    ground.say("starting commands …")
    nothing = ground.data("no-config")
    yield _beside(ground, "heardback --help", ["--help"], nothing, _EMPTY, HELP)
    mails = ground.scale.listed
    store = ground.stores.of(mails)
    for words in (["applications"], ["review", "list"]):
        what = f"heardback {' '.join(words)}, {mails // MAILS_EACH:,} applications"
        yield _beside(ground, what, [*_options(ground, store), *words], nothing, _EMPTY_LISTING, LISTING)


def growth(ground: Ground) -> Iterator[Growth]:
    """A listing at each size, its start included."""
    seen = []
    ground.say("listing …")
    for mails in ground.scale.sizes:
        words = [*_program(), *_options(ground, ground.stores.of(mails)), "applications", "--json"]
        of_command(words)
        seen.append(statistics.median(of_command(words) for _ in range(min(3, ground.scale.starts))))
    yield Growth("heardback applications --json", ground.scale.sizes, tuple(seen))


def _beside(ground: Ground, what: str, words: list[str], home: Path, libraries: str, bounds: Bounds) -> Row:
    alone = {**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home)}
    ours, theirs = [*_program(), *words], [sys.executable, "-c", f"import {libraries}"]
    of_command(ours, alone)
    of_command(theirs, alone)
    pairs = by_turns(ground.scale.starts, lambda: of_command(ours, alone), lambda: of_command(theirs, alone))
    return paired(what, f"Python that imports {libraries.replace(', ', ' and ')}", pairs, bounds)


def _options(ground: Ground, store: Path) -> list[str]:
    config = ground.folder / "config.toml"
    config.write_text(CONFIG, encoding="utf-8")
    return ["--config", str(config), "--data", str(store), "--now", NOW.isoformat()]


def _program() -> list[str]:
    """The command as it is installed, where it is."""
    return [str(_PROGRAM)] if _PROGRAM.exists() else [sys.executable, "-m", "heardback"]
