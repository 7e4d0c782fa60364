"""Everything heardback is held to in time, memory and room, beside what it is compared to: one table at the end.

``--only first-run`` measures one part, ``--runs 3`` all of it three times, each in a process of its own. ``--write
docs/bench.md`` writes the page with its plot. Nothing is left running, and all that was laid out is removed.
"""

import argparse
import json
import signal
import subprocess
import sys
import tempfile
import time
import traceback
import warnings
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench import page
from bench.ground import FULL, QUICK, Ground, Scale
from bench.parts import PARTS, Part
from bench.results import Found, Results
from bench.rows import HEADING, NotHere, Skipped

_WIDE = 200


def main(words: Sequence[str] | None = None) -> int:
    """Measures what is asked for; returns the exit code."""
    asked = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    asked.add_argument("--only", choices=[part.name for part in PARTS], action="append", help="may be repeated")
    asked.add_argument("--quick", action="store_true", help="tiny sizes: shows that it works, the figures mean nothing")
    asked.add_argument("--runs", type=int, default=1, help="so many times, side by side on the page")
    asked.add_argument("--json", type=Path, help="write the figures, pairs and all, into this file")
    asked.add_argument("--write", type=Path, help="write the page into this file, its plot into pictures/ beside it")
    options = asked.parse_args(words)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the server and all files go, as with Ctrl-C
    warnings.simplefilter("ignore", DeprecationWarning)
    if options.runs > 1:
        runs = [_run_apart(options.only or [], quick=options.quick) for _ in range(options.runs)]
    else:
        runs = [measured(_wanted(options.only), QUICK if options.quick else FULL)]
    Console(width=None if sys.stdout.isatty() else _WIDE).print(table(runs[-1]))
    if len(runs) > 1:
        print(f"The last of {len(runs)} runs; --write sets all of them side by side.")
    if runs[-1].growths:
        sizes = ", ".join(f"{size:,}" for size in runs[-1].growths[0].sizes)
        print(f"Growth is seen at {sizes} mails; its ratio is the exponent.")
    for each in runs[-1].skipped:
        print(f"Skipped: {each.what} {each.why}.")
    if options.json is not None:
        plain = {"runs": [run.plain() for run in runs]}
        options.json.write_text(json.dumps(plain, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    if options.write is not None:
        page.write(options.write, runs)
    return int(any(each.failed for run in runs for each in run.skipped))


def measured(parts: Sequence[Part], scale: Scale) -> Results:
    """One run: first what counts processor seconds, while stores are made beside, then what needs the machine alone."""
    began = time.monotonic()
    found: dict[str, list[Found]] = {}
    with Ground(scale) as ground:
        if any(part.needs_stores for part in parts):
            _ = ground.stores
        for part in (each for each in parts if not each.alone):
            found[part.name] = _found(part, ground)
        _prepare(parts, ground)
        for part in (each for each in parts if each.alone):
            found[part.name] = _found(part, ground)
        ground.say("clearing up …")
    ordered = (each for part in parts for each in found[part.name])
    return Results.of(ordered, time.monotonic() - began)


def _prepare(parts: Sequence[Part], ground: Ground) -> None:
    """Has everything laid out before the first clock runs."""
    if any(part.needs_mail for part in parts):
        with suppress(NotHere):  # each part says so by itself
            _ = ground.files
    if any(part.needs_stores for part in parts):
        ground.say("waiting for the stores …")
        ground.stores.wait()


def _found(part: Part, ground: Ground) -> list[Found]:
    try:
        return list(part.measure(ground))
    except NotHere as missing:
        return [Skipped(part.name, str(missing))]
    except Exception as error:  # noqa: BLE001 - the others took minutes: their figures are not lost with this one's
        traceback.print_exc()
        return [Skipped(part.name, f"failed ({type(error).__name__})", failed=True)]


def _wanted(only: Sequence[str] | None) -> list[Part]:
    return [part for part in PARTS if not only or part.name in only]


def _run_apart(only: Sequence[str], *, quick: bool) -> Results:
    """A run in a process of its own, so that none begins with what another one left in memory."""
    with tempfile.TemporaryDirectory() as folder:
        figures = Path(folder) / "run.json"
        words = [sys.executable, "-m", "bench", "--json", str(figures), *(["--quick"] if quick else [])]
        words += [word for name in only for word in ("--only", name)]
        with subprocess.Popen(words, stdout=subprocess.DEVNULL) as child:
            try:
                child.wait()
            finally:
                child.terminate()
        if not figures.exists():
            raise RuntimeError("a run failed; what it said stands above")
        return Results.from_plain(json.loads(figures.read_text(encoding="utf-8"))["runs"][0])


def table(results: Results) -> Table:
    """The one table."""
    shown = Table(*HEADING, box=None)
    for row in results.rows:
        shown.add_row(*row.cells)
    for growth in results.growths:
        shown.add_row(*growth.cells)
    return shown


if __name__ == "__main__":
    sys.exit(main())
