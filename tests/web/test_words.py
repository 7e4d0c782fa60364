"""Every value of a closed set has a word, and moments are said in the person's own time."""

from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

import pytest

from heardback.web.words import _WORDS, day_words, lasting, moment_words, sentence_case, words
from store.vocabulary import DraftKind, EventKind, Status, Tag

TODAY = date(2026, 5, 10)


@pytest.mark.parametrize("kind", _WORDS, ids=lambda kind: kind.__name__)
def test_every_value_has_its_words(kind: type[StrEnum]) -> None:
    assert {value.value for value in kind} == set(_WORDS[kind])
    assert all("_" not in text and text for text in _WORDS[kind].values())


def test_the_same_value_reads_by_what_it_is_of() -> None:
    assert (words(Status.REJECTED), words(EventKind.REJECTED)) == ("declined", "rejection")
    assert words(DraftKind.FOLLOW_UP_INTERVIEW) == "follow-up after interview"
    assert words(Tag.SILENCE_TIMEOUT) == "gone quiet"
    assert words("some_other_text") == "some other text"
    assert words(None) == ""
    assert sentence_case("iPhone team") == "IPhone team"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 5, 9), "yesterday"),
        (TODAY, "today"),
        (date(2026, 5, 11), "tomorrow"),
        (date(2026, 5, 4), "Mon 4 May"),
        (date(2025, 1, 2), "Thu 2 Jan 2025"),
    ],
)
def test_days_are_said_as_people_do(day: date, said: str) -> None:
    assert day_words(day, TODAY) == said


def test_a_moment_is_told_in_the_persons_zone() -> None:
    moment = datetime(2026, 5, 10, 23, 30, tzinfo=UTC)

    assert moment_words(moment, datetime(2026, 5, 10, 12, tzinfo=UTC), ZoneInfo("Europe/Berlin")) == "tomorrow, 01:30"


@pytest.mark.parametrize(
    ("span", "said"),
    [
        (timedelta(seconds=20), "less than a minute"),
        (timedelta(minutes=1), "1 minute"),
        (timedelta(hours=5, minutes=3), "5 hours"),
        (timedelta(days=2), "2 days"),
    ],
)
def test_a_stretch_of_time_has_one_unit(span: timedelta, said: str) -> None:
    assert lasting(span) == said
