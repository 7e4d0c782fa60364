"""Which free windows are offered: the person's own, a business day ahead, off every interview, spread over days."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classify.workdays import Workdays
from respond.freetime import AHEAD, AROUND, LEAST, MOST, Diary, FreeTime, Span, Weekly, engaged_by, weekly_of
from store.records import Event
from store.vocabulary import EventKind

BERLIN = ZoneInfo("Europe/Berlin")
TUESDAY = datetime(2026, 3, 3, 10, 30, tzinfo=BERLIN)
CALENDAR = Workdays("DE", BERLIN, None)


def diary(*windows: str, busy: tuple[date, ...] = (), engaged: tuple[Span, ...] = ()) -> Diary:
    return Diary(FreeTime(tuple(map(weekly_of, windows)), busy), engaged, CALENDAR)


def told(found: tuple[Span, ...]) -> list[str]:
    return [f"{each.start:%d %b %H:%M}-{each.end:%H:%M}" for each in found]


def at(day: int, hour: int, length: float = 1) -> Span:
    start = datetime(2026, 3, day, hour, tzinfo=BERLIN)
    return Span(start, start + timedelta(hours=length))


def test_a_window_reads_as_people_write_it() -> None:
    assert weekly_of("tue 09:00-12:00") == Weekly(1, time(9), time(12))
    assert weekly_of("Thursday 9:00 – 17:30") == Weekly(3, time(9), time(17, 30))


@pytest.mark.parametrize("text", ["tuesday", "xyz 09:00-12:00", "tue 12:00-09:00", "tue 25:00-26:00", "tue 9-12"])
def test_a_window_that_is_none_is_told(text: str) -> None:
    with pytest.raises(ValueError, match="must"):
        weekly_of(text)


def test_windows_lie_on_different_days_and_are_three_at_most() -> None:
    found = diary("mon 09:00-12:00", "tue 09:00-12:00", "wed 09:00-12:00", "thu 09:00-12:00").next_windows(TUESDAY)

    assert told(found) == ["04 Mar 10:30-12:00", "05 Mar 09:00-12:00", "09 Mar 09:00-12:00"]


def test_the_first_is_a_whole_business_day_ahead() -> None:
    found = diary("wed 08:00-12:00", "thu 08:00-12:00").next_windows(TUESDAY)

    assert told(found)[0] == "04 Mar 10:30-12:00"


def test_after_a_friday_evening_that_is_monday_evening() -> None:
    friday = datetime(2026, 3, 6, 18, tzinfo=BERLIN)

    assert told(diary("mon 09:00-17:00", "tue 09:00-17:00").next_windows(friday))[0] == "10 Mar 09:00-17:00"


def test_an_hour_around_an_interview_stays_free() -> None:
    found = diary("thu 09:00-17:00", "tue 09:00-10:00", engaged=(at(5, 12),)).next_windows(TUESDAY)

    assert told(found) == ["05 Mar 09:00-11:00", "10 Mar 09:00-10:00", "12 Mar 09:00-17:00"]


def test_busy_days_and_holidays_are_left_out() -> None:
    april = datetime(2026, 4, 1, 10, tzinfo=BERLIN)
    found = diary("fri 09:00-12:00", "mon 09:00-12:00", "wed 09:00-12:00", busy=(date(2026, 4, 8),)).next_windows(april)

    # Good Friday and Easter Monday lie in between.
    assert told(found) == ["10 Apr 09:00-12:00", "13 Apr 09:00-12:00", "15 Apr 09:00-12:00"]


def test_one_window_alone_is_no_choice_so_none_is_offered() -> None:
    assert diary("thu 14:00-17:00", busy=(date(2026, 3, 12),)).next_windows(TUESDAY) == ()


def test_two_of_one_day_serve_where_there_is_only_that_day() -> None:
    found = diary("thu 09:00-10:00", "thu 14:00-17:00", busy=(date(2026, 3, 12),)).next_windows(TUESDAY)

    assert told(found) == ["05 Mar 09:00-10:00", "05 Mar 14:00-17:00"]


def test_a_window_told_twice_or_in_parts_is_one() -> None:
    twice = diary("thu 14:00-15:00", "thu 14:00-15:00", busy=(date(2026, 3, 12),))
    parts = diary("thu 09:00-10:00", "thu 10:00-11:30", "thu 11:00-12:00", "tue 09:00-10:00")

    assert twice.next_windows(TUESDAY) == ()
    assert told(parts.next_windows(TUESDAY))[:2] == ["05 Mar 09:00-12:00", "10 Mar 09:00-10:00"]
    assert parts.is_free(at(5, 9).end - timedelta(minutes=30), at(5, 10).end)


def test_all_windows_have_one_offset_across_the_clock_change() -> None:
    before = datetime(2026, 3, 25, 10, tzinfo=BERLIN)
    found = diary("thu 11:00-12:00", "fri 11:00-12:00", "tue 11:00-12:00").next_windows(before)

    assert len({each.start.utcoffset() for each in found}) == 1
    assert len(found) >= LEAST


def test_a_slot_is_free_inside_a_window_off_every_interview() -> None:
    mine = diary("thu 14:00-17:00", engaged=(at(12, 15),))

    assert mine.is_free(at(5, 14).start, at(5, 14).end)
    assert not mine.is_free(at(5, 13).start, at(5, 13, 2).end)
    assert not mine.is_free(at(12, 16).start, at(12, 16).end)


def test_interviews_that_were_moved_called_off_or_are_over_bind_nobody() -> None:
    def booked(application: int, day: int, said: int, kind: EventKind = EventKind.BOOKED, uid: str = "") -> Event:
        span = at(day, 15)
        detail = {"start": span.start.isoformat(), "end": span.end.isoformat(), "uid": uid}
        return Event(application, kind, datetime(2026, 3, said, 8, tzinfo=UTC), detail=detail)

    moved = [booked(1, 9, 1, uid="a"), booked(1, 11, 2, uid="a")]
    off = [booked(2, 10, 1, uid="b"), booked(2, 10, 2, EventKind.CANCELLED, uid="b")]
    over = [booked(3, 2, 1)]

    assert engaged_by([*moved, *off, *over], TUESDAY) == (at(11, 15),)


@given(
    st.lists(st.tuples(st.integers(0, 6), st.integers(0, 22), st.integers(1, 4)), max_size=6),
    st.lists(st.tuples(st.integers(1, 28), st.integers(0, 23)), max_size=8),
    st.integers(0, 60 * 24 * 14),
)
def test_whatever_is_offered_is_free(
    weeks: list[tuple[int, int, int]], taken: list[tuple[int, int]], minutes: int
) -> None:
    weekly = tuple(Weekly(day, time(hour), time(min(hour + length, 23), 59)) for day, hour, length in weeks)
    engaged = tuple(at(day, hour) for day, hour in taken)
    now = TUESDAY + timedelta(minutes=minutes)
    found = Diary(FreeTime(weekly), engaged, CALENDAR).next_windows(now)

    assert len(found) == 0 or LEAST <= len(found) <= MOST
    for each in found:
        assert CALENDAR.counts(each.start.date())
        assert CALENDAR.between(now.date(), each.start.date()) <= AHEAD
        assert each.start > now
        assert each.end - each.start >= timedelta(hours=1)
        assert all(each.end + AROUND <= one.start or each.start - AROUND >= one.end for one in engaged)
