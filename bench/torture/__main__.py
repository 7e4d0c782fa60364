"""``python -m bench.torture``: every fault in every phase, deaths at every commit, and thousands of steps of any weeks.

Prints what it sees and writes ``docs/torture.md``. It takes about an hour; ``--only`` runs a part, and then the page is
written only where ``--kept`` has the others.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

import msgspec

from bench.torture import page
from bench.torture.running import Run, deaths, later_cells, matrix, suite, weeks
from tests.faults.grounds import Grounds

PAGE = Path(__file__).parents[2] / "docs" / "torture.md"
USERS = 6000
PARTS: dict[str, Callable[[Grounds, int], Run]] = {
    "matrix": lambda grounds, _: matrix(grounds),
    "later": lambda grounds, _: later_cells(grounds),
    "deaths": lambda grounds, _: deaths(grounds),
    "suite": lambda _, __: suite(),
    "weeks": lambda grounds, steps: weeks(grounds, steps),
}


def main(words: Sequence[str] | None = None) -> None:
    """Runs, prints and writes; ends with 1 where something was wrong."""
    asked = argparse.ArgumentParser(prog="python -m bench.torture", description=__doc__)
    asked.add_argument("--steps", type=int, default=10_000, help="steps of any weeks, at least (10000)")
    asked.add_argument("--only", choices=tuple(PARTS), action="append", help="run this part alone (may be repeated)")
    asked.add_argument("--kept", type=Path, help="a folder that keeps what each part saw, and has what the others did")
    options = asked.parse_args(words)
    with Grounds(USERS) as grounds:
        runs = {}
        for name, run in _parts(options.only or tuple(PARTS), grounds, options.steps):
            runs[name] = run
            if options.kept is not None:
                options.kept.mkdir(parents=True, exist_ok=True)
                (options.kept / f"{name}.json").write_bytes(msgspec.json.encode(run))
    wrong = any(run.wrong for run in runs.values())
    if options.kept is not None:
        runs = _kept(options.kept)
    if runs.keys() == PARTS.keys():
        PAGE.write_text(page.written(runs), encoding="utf-8")
    sys.exit(1 if wrong else 0)


def _parts(names: Sequence[str], grounds: Grounds, steps: int) -> Iterator[tuple[str, Run]]:
    for name in names:
        began = time.monotonic()
        run = PARTS[name](grounds, steps)
        run.seconds, run.day = time.monotonic() - began, f"{datetime.now().astimezone():%-d %B %Y}"
        print(f"{name}: {run.heading}; {run.seconds / 60:.0f} minutes; {len(run.wrong)} wrong", flush=True)
        yield name, run


def _kept(folder: Path) -> dict[str, Run]:
    """What each part saw when it was last run, in the order of the parts."""
    files = {name: folder / f"{name}.json" for name in PARTS}
    return {name: msgspec.json.decode(file.read_bytes(), type=Run) for name, file in files.items() if file.exists()}


if __name__ == "__main__":
    main()
