"""Days named in words."""

from datetime import date

import pytest

from classify.datewords import days_in, writes_american_dates
from classify.folding import folded

SENT = date(2024, 3, 6)  # a Wednesday


def last_days(text: str, language: str = "en", *, american: bool = False) -> list[str]:
    return [day.last.isoformat() for day in days_in(folded(text, language), SENT, language, american=american)]


@pytest.mark.parametrize(
    ("language", "text", "last"),
    [
        ("en", "by Friday", "2024-03-08"),
        ("en", "by next Friday", "2024-03-15"),
        ("en", "within two weeks", "2024-03-20"),
        ("en", "in the next 10 days", "2024-03-16"),
        ("en", "within 10 working days", "2024-03-20"),
        ("en", "in 2-3 weeks", "2024-03-27"),
        ("en", "early next week", "2024-03-13"),
        ("en", "next week", "2024-03-15"),
        ("en", "by the end of the week", "2024-03-08"),
        ("en", "by the end of the month", "2024-03-31"),
        ("en", "mid-April", "2024-04-20"),
        ("en", "before 12 March", "2024-03-12"),
        ("en", "Friday, March 15th, 2024", "2024-03-15"),
        ("en", "Friday the 15th", "2024-03-15"),
        ("en", "on the 2nd", "2024-04-02"),
        ("en", "5 January", "2025-01-05"),
        ("en", "2024-05-18", "2024-05-18"),
        ("en", "tomorrow", "2024-03-07"),
        ("en", "within a fortnight", "2024-03-20"),
        ("de", "Anfang nächster Woche", "2024-03-13"),
        ("de", "bis Ende der Woche", "2024-03-08"),
        ("de", "innerhalb von zwei Wochen", "2024-03-20"),
        ("de", "bis zum 15.03.", "2024-03-15"),
        ("de", "Freitag, den 15. März 2024", "2024-03-15"),
        ("de", "bis Ende März", "2024-03-31"),
        ("de", "innerhalb von 10 Werktagen", "2024-03-20"),
        ("de", "im Laufe der naechsten Woche", "2024-03-15"),
        ("fr", "d'ici la fin du mois", "2024-03-31"),
        ("fr", "sous quinzaine", "2024-03-21"),
        ("fr", "sous 15 jours", "2024-03-21"),
        ("fr", "avant le 12 mars", "2024-03-12"),
        ("fr", "la semaine prochaine", "2024-03-15"),
        ("fr", "début de semaine prochaine", "2024-03-13"),
        ("fr", "le vendredi 15", "2024-03-15"),
        ("es", "la semana que viene", "2024-03-15"),
        ("es", "en un plazo de 15 días", "2024-03-21"),
        ("es", "a finales de mes", "2024-03-31"),
        ("es", "antes del 12 de marzo", "2024-03-12"),
        ("es", "a principios de la semana que viene", "2024-03-13"),
    ],
)
def test_it_reads_the_last_day_that_is_meant(language: str, text: str, last: str) -> None:
    assert last_days(text, language) == [last]


def test_a_month_comes_first_only_for_an_american_writer() -> None:
    assert last_days("by 04/03/2024", american=True) == ["2024-04-03"]
    assert last_days("by 04/03/2024") == ["2024-03-04"]
    assert last_days("by 04/23/2024") == ["2024-04-23"]


def test_dollars_and_eastern_time_tell_an_american_writer() -> None:
    assert writes_american_dates("we pay $30 an hour")
    assert writes_american_dates("at 3 pm est")
    assert not writes_american_dates("at 3 pm in leeds")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "version 3.5 of the test"),
        ("en", "you may march on"),
        ("de", "Guten Morgen"),
        ("fr", "35 heures par semaine"),
        ("es", "por la mañana"),
        ("en", "in room 12.30b"),
    ],
)
def test_what_is_no_day_is_none(language: str, text: str) -> None:
    assert last_days(text, language) == []


def test_a_wrong_weekday_beside_a_date_does_not_make_two_days() -> None:
    assert last_days("Monday, 15 March 2024") == ["2024-03-15"]
