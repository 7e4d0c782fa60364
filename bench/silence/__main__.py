"""``python -m bench.silence``: how good the chance of an answer is, in worlds that had no say in its settings.

Prints the tables and writes them into ``docs/chance.md``. With ``--choose`` it tries settings in the other worlds.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bench.evaluation import card
from bench.evaluation.targets import Row
from bench.silence.report import TABLES, choices
from bench.silence.running import Panel, looks, population
from bench.silence.worlds import CHOOSING, JUDGING
from classify.chancefit import Spread
from classify.chanceprior import ChancePrior

PAGE = Path(__file__).parents[2] / "docs" / "chance.md"
SEED = 20260301
TRIED = (
    (5.0, 0.8, 20.0),
    (3.0, 0.8, 20.0),
    (10.0, 0.8, 20.0),
    (20.0, 0.8, 20.0),
    (5.0, 0.4, 20.0),
    (5.0, 1.2, 20.0),
    (5.0, 0.8, 5.0),
    (5.0, 0.8, 80.0),
)
"""Weight of the expectations, how far steps lie apart, how many applications the smooth curve counts as."""


def main(words: Sequence[str] | None = None) -> None:
    """Measures, prints and writes."""
    asked = argparse.ArgumentParser(prog="python -m bench.silence", description=__doc__)
    asked.add_argument("--searches", type=int, default=60, help="searches in each world (60)")
    asked.add_argument("--choose", action="store_true", help="try settings in the choosing worlds instead")
    options = asked.parse_args(words)
    start = time.monotonic()
    others = population(np.random.default_rng(SEED))
    if options.choose:
        tried = []
        for weight, steps, freedom in TRIED:
            random = np.random.default_rng(SEED + 1)
            panel = Panel(others, ChancePrior(weight=weight), Spread(steps=steps, freedom=freedom))
            found = list(looks(CHOOSING, options.searches, panel, random))
            tried.append(((f"{weight:g}", f"{steps:g}", f"{freedom:g}"), found))
        _put("choices", choices(tried))
    else:
        found = list(looks(JUDGING, options.searches, Panel(others), np.random.default_rng(SEED + 2)))
        for name, table in TABLES.items():
            _put(name, table(found))
    sys.stderr.write(f"Written into {PAGE} after {time.monotonic() - start:.0f} s.\n")


def _put(name: str, rows: Sequence[Row]) -> None:
    sys.stdout.write(f"\n{card.plain(rows)}\n")
    sys.stdout.flush()
    card.write(PAGE, name, card.markdown(rows))


if __name__ == "__main__":
    main()
