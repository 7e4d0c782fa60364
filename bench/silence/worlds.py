"""Fourteen worlds to search for work in. Seven choose the program's settings, the other seven judge them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bench.silence.laws import Either, Law, LogLogistic, LogNormal, Weibull
from classify.chanceprior import Step

Day = tuple[int, int]
YEAR_END: tuple[Day, Day] = ((12, 20), (1, 6))
AUGUST: tuple[Day, Day] = ((8, 1), (8, 24))


@dataclass(frozen=True, slots=True)
class World:
    """An industry in a country.

    ``shut`` are times of year in which nobody answers; ``weekly`` is how many applications are sent a week;
    ``receipts`` the share that is acknowledged; ``forward`` how often an answer is a step forward rather than a no,
    after applying and later; ``level`` and ``speed`` how far persons lie apart (standard deviations in log-odds and
    in logarithms).
    """

    name: str
    country: str
    judges: bool
    laws: Mapping[Step, Law] = field(hash=False)
    shut: tuple[tuple[Day, Day], ...] = ()
    weekly: float = 7.0
    receipts: float = 0.7
    forward: tuple[float, float] = (0.35, 0.55)
    level: float = 0.4
    speed: float = 0.25


def _laws(
    applied: Law,
    receipt: Law,
    screening: Law,
    interview: Law,
    final: Law,
    assessment: Law,
    arranging: Law | None = None,
) -> Mapping[Step, Law]:
    return {
        Step.APPLIED: applied,
        Step.RECEIPT: receipt,
        Step.SCREENING: screening,
        Step.INTERVIEW: interview,
        Step.FINAL: final,
        Step.ASSESSMENT: assessment,
        Step.ARRANGING: arranging or Law(0.93, LogNormal(1.5, 0.8)),
    }


WORLDS = (
    # Those that choose.
    World(
        "as published", "US", False,
        _laws(
            Law(0.40, Weibull(10)), Law(0.47, Weibull(12)), Law(0.60, Weibull(7.5)), Law(0.65, Weibull(10)),
            Law(0.75, Weibull(10)), Law(0.60, Weibull(10)),
        ),
        level=0.2, speed=0.15,
    ),
    World(
        "software, much ghosting", "US", False,
        _laws(
            Law(0.18, LogNormal(6, 0.9)), Law(0.30, LogNormal(7, 0.9)), Law(0.45, LogNormal(4, 0.7)),
            Law(0.55, LogNormal(6, 0.7)), Law(0.65, LogNormal(5, 0.7)), Law(0.45, LogNormal(6, 0.7)),
        ),
        weekly=14, forward=(0.25, 0.45),
    ),
    World(
        "public service", "GB", False,
        _laws(
            Law(0.60, Weibull(26, 2.0)), Law(0.88, Weibull(28, 2.2)), Law(0.90, Weibull(15, 1.8)),
            Law(0.93, Weibull(18, 1.8)), Law(0.95, Weibull(18, 1.8)), Law(0.90, Weibull(20, 1.8)),
        ),
        shut=(YEAR_END,), weekly=3, receipts=0.95,
    ),
    World(
        "kitchens and shops", "US", False,
        _laws(
            Law(0.45, LogNormal(2.5, 0.8)), Law(0.50, LogNormal(3, 0.8)), Law(0.60, LogNormal(2, 0.7)),
            Law(0.65, LogNormal(2, 0.7)), Law(0.75, LogNormal(2, 0.7)), Law(0.60, LogNormal(2, 0.7)),
        ),
        weekly=10, receipts=0.3,
    ),
    World(
        "large firms, heavy tail", "DE", False,
        _laws(
            Law(0.55, LogLogistic(18, 1.1)), Law(0.65, LogLogistic(20, 1.2)), Law(0.70, LogLogistic(10, 1.4)),
            Law(0.75, LogLogistic(12, 1.4)), Law(0.80, LogLogistic(12, 1.4)), Law(0.70, LogLogistic(12, 1.4)),
        ),
        shut=(YEAR_END,), receipts=0.9,
    ),
    World(
        "trade, much silence", "BR", False,
        _laws(
            Law(0.20, Weibull(14, 0.8)), Law(0.28, Weibull(15, 0.8)), Law(0.40, Weibull(10, 0.9)),
            Law(0.50, Weibull(14, 0.9)), Law(0.60, Weibull(14, 0.9)), Law(0.40, Weibull(12, 0.9)),
        ),
        receipts=0.4,
    ),
    World(
        "at once or when filled", "NL", False,
        _laws(
            Law(0.50, Either(LogNormal(2, 0.6), LogNormal(35, 0.3), 0.4)),
            Law(0.60, Either(LogNormal(2, 0.6), LogNormal(38, 0.3), 0.4)),
            Law(0.70, Either(LogNormal(2, 0.6), LogNormal(22, 0.3), 0.5)),
            Law(0.75, Either(LogNormal(2, 0.6), LogNormal(20, 0.3), 0.5)),
            Law(0.80, LogNormal(6, 0.6)), Law(0.65, LogNormal(7, 0.6)),
        ),
    ),
    # Those that judge.
    World(
        "as published, persons apart", "GB", True,
        _laws(
            Law(0.40, Weibull(10)), Law(0.47, Weibull(12)), Law(0.60, Weibull(7.5)), Law(0.65, Weibull(10)),
            Law(0.75, Weibull(10)), Law(0.60, Weibull(10)),
        ),
        level=0.7, speed=0.5,
    ),
    World(
        "middling firms that answer", "DE", True,
        _laws(
            Law(0.75, LogNormal(14, 0.6)), Law(0.85, LogNormal(16, 0.6)), Law(0.85, LogNormal(8, 0.5)),
            Law(0.90, LogNormal(10, 0.5)), Law(0.92, LogNormal(8, 0.5)), Law(0.85, LogNormal(10, 0.5)),
        ),
        shut=(YEAR_END,), weekly=4, receipts=0.8, forward=(0.3, 0.5),
    ),
    World(
        "slow, long summers", "FR", True,
        _laws(
            Law(0.38, LogNormal(20, 0.7)), Law(0.45, LogNormal(22, 0.7)), Law(0.60, LogNormal(14, 0.6)),
            Law(0.65, LogNormal(16, 0.6)), Law(0.75, LogNormal(14, 0.6)), Law(0.55, LogNormal(14, 0.6)),
        ),
        shut=(AUGUST, YEAR_END), weekly=5,
    ),
    World(
        "through agencies, now or never", "GB", True,
        _laws(
            Law(0.22, LogNormal(1.5, 0.9)), Law(0.25, LogNormal(1.8, 0.9)), Law(0.50, LogNormal(2.5, 0.9)),
            Law(0.55, LogNormal(4, 0.8)), Law(0.65, LogNormal(4, 0.8)), Law(0.40, LogNormal(4, 0.8)),
        ),
        weekly=15, receipts=0.5, forward=(0.5, 0.5),
    ),
    World(
        "government", "US", True,
        _laws(
            Law(0.50, Weibull(35, 1.6)), Law(0.72, Weibull(38, 1.7)), Law(0.80, Weibull(24, 1.5)),
            Law(0.85, Weibull(26, 1.5)), Law(0.90, Weibull(26, 1.5)), Law(0.80, Weibull(28, 1.5)),
        ),
        weekly=3, receipts=0.95,
    ),
    World(
        "start-ups, erratic", "ES", True,
        _laws(
            Law(0.25, LogLogistic(8, 0.9)), Law(0.35, LogLogistic(9, 0.9)), Law(0.45, LogLogistic(5, 1.1)),
            Law(0.50, LogLogistic(7, 1.1)), Law(0.60, LogLogistic(7, 1.1)), Law(0.40, LogLogistic(7, 1.1)),
        ),
        shut=(AUGUST,), weekly=10, receipts=0.5,
    ),
    World(
        "sorted out, or heard in the end", "IN", True,
        _laws(
            Law(0.45, Either(LogNormal(3, 0.7), LogNormal(45, 0.4), 0.5)),
            Law(0.55, Either(LogNormal(3, 0.7), LogNormal(50, 0.4), 0.5)),
            Law(0.60, LogNormal(4, 0.8)), Law(0.65, LogNormal(6, 0.8)), Law(0.75, LogNormal(6, 0.8)),
            Law(0.55, Either(LogNormal(3, 0.6), LogNormal(30, 0.4), 0.6)),
        ),
        weekly=9,
    ),
)  # fmt: skip
"""Figures of our own making, after the spread of domain.md §1.1 and §1.2."""

CHOOSING = tuple(world for world in WORLDS if not world.judges)
JUDGING = tuple(world for world in WORLDS if world.judges)
