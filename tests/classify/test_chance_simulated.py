"""A small run of ``python -m bench.silence``: in worlds it does not know, the chance beats what others show."""

from functools import lru_cache

import numpy as np
import pytest

from bench.silence.rivals import share_to_come
from bench.silence.running import NAMES, OURS, SIZES, Asked, Panel, looks, population
from bench.silence.scores import Stated, coverage
from bench.silence.worlds import CHOOSING, JUDGING

SEARCHES = 4


@lru_cache
def asked() -> tuple[Asked, ...]:
    panel = Panel(population(np.random.default_rng(3), 35))
    return tuple(looks(JUDGING, SEARCHES, panel, np.random.default_rng(4)))


def after(size: int) -> list[Asked]:
    return [each for each in asked() if each.size == size]


def test_worlds_choose_or_judge_and_never_both() -> None:
    assert len(CHOOSING) >= 6
    assert len(JUDGING) >= 6
    assert not {world.name for world in CHOOSING} & {world.name for world in JUDGING}


@pytest.mark.parametrize("size", SIZES)
def test_ours_is_better_than_every_rate_and_rule(size: int) -> None:
    rivals = {name: Stated.by(name, after(size)).brier for name in NAMES if "published" not in name}
    ours = rivals.pop(OURS)
    if size == min(SIZES):
        # So few searches cannot tell these two apart yet; docs/chance.md does on many.
        assert ours < rivals.pop("one curve of others, no steps") + 0.01

    assert ours < min(rivals.values()), rivals


def test_own_history_pays() -> None:
    published = Stated.by("published figures alone", after(150)).brier

    assert Stated.by(OURS, after(150)).brier < published - 0.01


def test_what_is_said_comes_about_as_often_as_said() -> None:
    assert Stated.by(OURS, after(150)).calibration_error < 0.05
    assert Stated.by(OURS, after(30)).calibration_error < 0.09


@pytest.mark.parametrize("size", SIZES)
def test_the_range_holds_the_true_share(size: int) -> None:
    held, _, number = coverage(after(size))

    assert number > 50
    assert held > 0.75


def test_the_true_share_is_counted_from_whole_waits() -> None:
    shares = share_to_come(np.array([5.0, 20.0, 400.0, 1.0]), np.array([True, True, True, False]))

    assert (shares[0], shares[10], shares[30]) == (0.5, pytest.approx(1 / 3), 0.0)
