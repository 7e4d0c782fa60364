"""Business days: weekends, holidays and the year-end pause."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from classify.workdays import Workdays
from tests.classify.histories import BERLIN, at

GERMAN = Workdays("DE", BERLIN)
PLAIN = Workdays("", BERLIN, None)


def test_it_counts_after_the_first_day_up_to_and_including_today() -> None:
    # Monday to the Wednesday of the week after: Tue Wed Thu Fri Mon Tue Wed.
    assert date(2026, 3, 11) == PLAIN.after(date(2026, 3, 2), 7)
    assert PLAIN.between(date(2026, 3, 2), date(2026, 3, 11)) == 7


def test_a_public_holiday_is_no_business_day() -> None:
    # Good Friday 3 April and Easter Monday 6 April 2026.
    assert date(2026, 4, 7) == GERMAN.after(date(2026, 4, 2), 1)
    assert date(2026, 4, 3) == PLAIN.after(date(2026, 4, 2), 1)


def test_an_unknown_country_has_weekends_only() -> None:
    assert date(2026, 4, 3) == Workdays("XX", BERLIN, None).after(date(2026, 4, 2), 1)


def test_clocks_rest_over_the_turn_of_the_year() -> None:
    assert GERMAN.is_paused(date(2026, 12, 20))
    assert GERMAN.is_paused(date(2027, 1, 3))
    assert not GERMAN.is_paused(date(2027, 1, 4))
    assert date(2027, 1, 4) == GERMAN.after(date(2026, 12, 18), 1)
    assert date(2027, 1, 4) == GERMAN.days_after(date(2026, 12, 19), 1)


@pytest.mark.parametrize(
    ("moment", "day"),
    [("2026-03-29 00:30", date(2026, 3, 29)), ("2026-10-25 23:30", date(2026, 10, 25))],
)
def test_a_day_is_the_local_one_on_both_clock_changes(moment: str, day: date) -> None:
    assert day == GERMAN.local_day(at(moment))


def test_a_region_has_its_own_holidays() -> None:
    # Fronleichnam 2026 is 4 June, a holiday in Bavaria and none in Berlin.
    bavaria = Workdays("DE-BY", ZoneInfo("Europe/Berlin"))

    assert not bavaria.counts(date(2026, 6, 4))
    assert Workdays("DE-BE", BERLIN).counts(date(2026, 6, 4))


def test_great_britain_alone_is_read_as_england() -> None:
    # The summer bank holiday, 31 August 2026; Scotland has its own on 3 August.
    assert date(2026, 9, 1) == Workdays("GB", BERLIN).after(date(2026, 8, 28), 1)
    assert date(2026, 8, 31) == Workdays("GB-SCT", BERLIN).after(date(2026, 8, 28), 1)
    assert not Workdays("GB", BERLIN).counts(date(2026, 4, 6))
