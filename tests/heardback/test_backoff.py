"""Waiting after failures: quick at first, growing, never over an hour, and spread by chance."""

import pytest

from heardback.backoff import MOST_SECONDS, Backoff


def waits(chance: float, tries: int) -> list[float]:
    backoff = Backoff(lambda: chance)
    return [backoff.failed() for _ in range(tries)]


def test_the_first_tries_follow_within_seconds() -> None:
    assert waits(1.0, 4) == [2, 4, 8, 16]


def test_it_grows_up_to_an_hour_and_no_further() -> None:
    assert waits(1.0, 14)[-3:] == [MOST_SECONDS] * 3
    assert Backoff(lambda: 1.0).failed(lasting=True) == MOST_SECONDS


def test_chance_takes_anything_between_almost_nothing_and_the_ceiling() -> None:
    assert waits(0.0, 14) == [0.5] * 14
    assert waits(0.5, 12)[-1] == MOST_SECONDS / 2


def test_a_success_forgets_every_failure() -> None:
    backoff = Backoff(lambda: 1.0)
    for _ in range(9):
        backoff.failed()
    backoff.reset()

    assert backoff.failed() == 2


def test_a_thousand_failures_overflow_nothing() -> None:
    assert waits(1.0, 1100)[-1] == MOST_SECONDS


@pytest.mark.parametrize("chance", [0.0, 0.5, 1.0])
def test_what_needs_somebody_to_act_is_tried_about_once_an_hour(chance: float) -> None:
    assert MOST_SECONDS / 2 <= Backoff(lambda: chance).failed(lasting=True) <= MOST_SECONDS
