"""The points among which the ends of a chance's range are looked for, free of numpy."""

from math import ceil, exp

REACH, POINTS = 16, 801
"""So many points of the log-odds, from minus to plus ``REACH``."""
LOW, HIGH = 0.05, 0.95
LEAST_VARIANCE = 1e-9


def chance_at(position: float) -> float:
    """The chance at the first point from a position among them on."""
    point = min(max(ceil(position), 0), POINTS - 1)
    return 1 / (1 + exp(REACH - 2 * REACH * point / (POINTS - 1)))
