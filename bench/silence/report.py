"""The tables of ``docs/chance.md``."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from bench.evaluation.targets import Row
from bench.silence.running import NAMES, OURS, SIZES, Asked
from bench.silence.scores import Stated, coverage, difference, interval
from bench.silence.worlds import JUDGING
from classify.chanceprior import Step

SEED = 1


def side_by_side(asked: Sequence[Asked]) -> list[Row]:
    """Everyone's Brier score after each number of applications, and how much lower ours is."""
    rows: list[Row] = [("", *(f"after {size}" for size in SIZES))]
    for name in NAMES:
        rows.append((name, *(_brier(name, _after(asked, size)) for size in SIZES)))
    for name in NAMES[1:]:
        rows.append((f"lower than: {name}", *(_lower(name, _after(asked, size)) for size in SIZES)))
    return rows


def calibration(asked: Sequence[Asked]) -> list[Row]:
    """Calibration error and slope of everyone after each number of applications."""
    rows: list[Row] = [("ECE, slope", *(f"after {size}" for size in SIZES))]
    for name in NAMES:
        stated = [Stated.by(name, _after(asked, size)) for size in SIZES]
        rows.append((name, *(f"{each.calibration_error:.3f}, {each.slope:.2f}" for each in stated)))
    return rows


def reliability(asked: Sequence[Asked]) -> list[Row]:
    """What was said against what came, in tenths: mean said, share that came, number of waits."""
    tables = [{bin_[0]: bin_ for bin_ in Stated.by(OURS, _after(asked, size)).bins} for size in SIZES]
    rows: list[Row] = [("said", *(f"after {size}: said, came (waits)" for size in SIZES))]
    for place in sorted({place for table in tables for place in table}):
        cells = (_bin(table.get(place)) for table in tables)
        rows.append((f"{place * 100:.0f} to {place * 100 + 10:.0f} %", *cells))
    return rows


def intervals(asked: Sequence[Asked]) -> list[Row]:
    """How often the 90 % interval holds the true share, and how wide it is."""
    rows: list[Row] = [("the true share lies inside, width", *(f"after {size}" for size in SIZES))]
    rows.append(("all steps", *(_coverage(_after(asked, size)) for size in SIZES)))
    for step in Step:
        here = [each for each in asked if each.step is step]
        if here:
            rows.append((step.value, *(_coverage(_after(here, size)) for size in SIZES)))
    return rows


def by_world(asked: Sequence[Asked]) -> list[Row]:
    """Ours in each judging world: Brier score, calibration error, coverage."""
    rows: list[Row] = [("Brier, ECE, inside", *(f"after {size}" for size in SIZES))]
    for world in JUDGING:
        here = [each for each in asked if each.world == world.name]
        rows.append((f"{world.name} ({world.country})", *(_world(_after(here, size)) for size in SIZES)))
    return rows


def choices(tried: Iterable[tuple[Row, Sequence[Asked]]]) -> list[Row]:
    """Ours under several settings."""
    heading = tuple(f"after {size}: Brier, ECE, inside" for size in SIZES)
    rows: list[Row] = [("weight", "steps", "freedom", *heading)]
    for settings, asked in tried:
        rows.append((*settings, *(_world(_after(asked, size)) for size in SIZES)))
    return rows


TABLES: dict[str, Callable[[Sequence[Asked]], list[Row]]] = {
    "side-by-side": side_by_side,
    "calibration": calibration,
    "reliability": reliability,
    "intervals": intervals,
    "worlds": by_world,
}


def _after(asked: Iterable[Asked], size: int) -> list[Asked]:
    return [each for each in asked if each.size == size]


def _brier(name: str, asked: Sequence[Asked]) -> str:
    stated = Stated.by(name, asked)
    low, high = interval(stated, np.random.default_rng(SEED))
    return f"{stated.brier:.3f} ({low:.3f} to {high:.3f})"


def _lower(name: str, asked: Sequence[Asked]) -> str:
    by, low, high = difference(Stated.by(OURS, asked), Stated.by(name, asked), np.random.default_rng(SEED))
    return f"{by:.3f} ({low:.3f} to {high:.3f})"


def _bin(found: tuple[float, float, float, int] | None) -> str:
    if found is None:
        return ""
    _, said, came, number = found
    return f"{said:.2f}, {came:.2f} ({number})"


def _coverage(asked: Sequence[Asked]) -> str:
    held, width, number = coverage(asked)
    return f"{held * 100:.0f} %, {width:.2f}" if number >= 50 else "too few"


def _world(asked: Sequence[Asked]) -> str:
    stated = Stated.by(OURS, asked)
    return f"{stated.brier:.3f}, {stated.calibration_error:.3f}, {coverage(asked)[0] * 100:.0f} %"
