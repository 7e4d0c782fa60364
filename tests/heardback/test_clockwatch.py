"""Suspends and clocks that are set: noticed by comparing two clocks, without any waiting."""

from datetime import UTC, datetime, timedelta

from heardback.clockwatch import ClockWatch

START = datetime(2026, 3, 28, 23, 30, tzinfo=UTC)
NOTHING = timedelta(0)


def watch() -> ClockWatch:
    return ClockWatch(START, 100.0, every=20.0)


def test_ordinary_beats_are_no_jump() -> None:
    clock = watch()

    assert [clock.beat(START + timedelta(seconds=20 * n), 100.0 + 20 * n) for n in range(1, 500)] == [NOTHING] * 499


def test_the_change_to_summer_time_is_no_jump() -> None:
    # Wall time is UTC inside: nothing happens to it at 01:00 on 29 March.
    assert watch().beat(START + timedelta(hours=2), 100.0 + 7200) != NOTHING  # that is a beat two hours late
    clock = watch()
    beats = [clock.beat(START + timedelta(seconds=20 * n), 100.0 + 20 * n) for n in range(1, 600)]
    assert set(beats) == {NOTHING}


def test_a_suspend_in_which_the_steady_clock_stood_still() -> None:
    clock = watch()

    assert clock.beat(START + timedelta(hours=3, seconds=20), 120.0) == timedelta(hours=3)
    assert clock.beat(START + timedelta(hours=3, seconds=40), 140.0) == NOTHING


def test_a_suspend_in_which_the_steady_clock_went_on() -> None:
    clock = watch()

    assert clock.beat(START + timedelta(hours=3, seconds=20), 100.0 + 10_820) == timedelta(hours=3)
    assert clock.beat(START + timedelta(hours=3, seconds=40), 100.0 + 10_840) == NOTHING


def test_a_clock_set_back_is_a_jump_backward() -> None:
    clock = watch()

    assert clock.beat(START - timedelta(hours=5), 120.0) == timedelta(hours=-5, seconds=-20)
    assert clock.beat(START - timedelta(hours=5) + timedelta(seconds=20), 140.0) == NOTHING


def test_a_time_servers_corrections_and_a_slow_machine_are_none() -> None:
    clock = watch()

    assert clock.beat(START + timedelta(seconds=50), 120.0) == NOTHING
    assert clock.beat(START + timedelta(seconds=50), 140.0) == NOTHING
    assert clock.beat(START + timedelta(seconds=150), 240.0) == NOTHING
