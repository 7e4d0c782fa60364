"""Whether a round costs more where much is stored: rounds that bring ten mails, into a large store and an empty one.

Taken from where the ten mails are parsed, so that fetching them, which is alike, does not hide a difference. Seconds
are of the processor; both stores are measured by turns.
"""

import shutil
import statistics
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from bench.bigstore import NOW, new_mails
from bench.ground import Ground
from bench.growing import Growth
from bench.rows import Bounds, Row, paired
from bench.stores import house_on
from bench.timing import processor
from heardback.intake import Arrival
from heardback.wiring import House
from store.clock import SetClock

BOUNDS = Bounds(must=1.3, aim=1.05)
ROUNDS = 9
_WARM = 2
"""Rounds before those that count."""


def rows(ground: Ground) -> Iterator[Row]:
    """The row, and its two halves."""
    mails = ground.scale.store
    much = _copied(ground, mails, "much")
    ground.say(f"rounds with ten new mails, beside {mails:,} others …")
    with closing(house_on(much)) as full, closing(house_on(ground.data("nothing"))) as empty:
        empty.intake.begin_watch()
        mine, theirs = _by_turns(full, empty)
    whole = [(sum(ours), sum(others)) for ours, others in zip(mine, theirs, strict=True)]
    against = "an empty one"
    yield paired(f"a round with ten new, store of {mails:,} mails", against, whole, BOUNDS)
    for place, name in enumerate(("– read, placed and tracked", "– silence and drafts decided")):
        half = [(ours[place], others[place]) for ours, others in zip(mine, theirs, strict=True)]
        yield paired(name, against, half)


def growth(ground: Ground) -> Iterator[Growth]:
    """Such rounds at each size."""
    sizes, seen = ground.scale.sizes, []
    for mails in sizes:
        with closing(house_on(_copied(ground, mails, f"rounds-{mails}"))) as house:
            taken = [_round(house, number) for number in range(_WARM + ROUNDS)]
        seen.append(statistics.median(map(sum, taken[_WARM:])))
    yield Growth("a round with ten new", sizes, tuple(seen))


def _by_turns(full: House, empty: House) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    """Both halves of each round, with much in the store and with nothing."""
    mine: list[tuple[float, float]] = []
    theirs: list[tuple[float, float]] = []
    for number in range(_WARM + ROUNDS):
        order = ((mine, full), (theirs, empty)) if number % 2 else ((theirs, empty), (mine, full))
        for seen, house in order:
            seen.append(_round(house, number))
    return mine[_WARM:], theirs[_WARM:]


def _round(house: House, number: int) -> tuple[float, float]:
    """Seconds for taking ten mails into the store, and for deciding what is to be drafted."""
    clock = house.clock
    assert isinstance(clock, SetClock)
    clock.at = NOW + timedelta(minutes=10 * (number + 1))
    arrivals = [Arrival(mail) for mail in new_mails(number, clock.at)]
    return processor(lambda: house.intake.take(arrivals, "home")), processor(house.rounds.draft)


def _copied(ground: Ground, mails: int, name: str) -> Path:
    """A store that may be changed."""
    made = ground.data(name)
    shutil.copytree(ground.stores.of(mails), made, dirs_exist_ok=True)
    return made
