"""The digest's picture: what the person did, the same on every run, and the same in words."""

import re
import struct
from dataclasses import replace
from datetime import date, timedelta

from respond.digestfacts import Done, Week
from respond.digestpicture import ACCENT, COLUMN, HEIGHT, SHARPNESS, Picture, drawn, picture_of, svg
from tests.respond.builders import FULL_WEEK
from tests.respond.colours import contrast

CARDS = ("#ffffff", "#1f2623")


def picture(*done: Done) -> Picture:
    weeks = tuple(Week(date(2026, 9, 28) + timedelta(weeks=number), each) for number, each in enumerate(done))
    made = picture_of(replace(FULL_WEEK, weeks=weeks, done=done[-1]))
    assert made is not None
    return made


def full() -> Picture:
    return picture(*(week.done for week in FULL_WEEK.weeks))


def test_its_bytes_are_the_same_on_every_run_and_few() -> None:
    png = drawn(full())

    assert png == drawn(full())
    assert png.startswith(b"\x89PNG\r\n")
    assert len(png) < 30_000


def test_it_has_the_size_it_is_shown_with_twice_over() -> None:
    width, height = struct.unpack(">II", drawn(full())[16:24])

    assert (width, height) == (SHARPNESS * full().width, SHARPNESS * HEIGHT)
    assert full().width == 7 * COLUMN


def test_it_lies_on_no_ground_of_its_own_and_is_seen_on_both_cards() -> None:
    assert drawn(full())[25] == 6, "a PNG with transparency"
    assert all(contrast(ACCENT, card) >= 3 for card in CARDS)


def test_it_holds_no_letters_and_asks_for_no_font() -> None:
    assert not re.search(r"<text|font|href|<image|url\(", svg(full()))


def test_it_shows_what_was_done_and_nothing_that_came() -> None:
    before = svg(full())
    more = replace(FULL_WEEK, rejections=(), came=(), went_silent=(), weeks_of_no=0, people=())

    after = picture_of(more)
    assert after is not None
    assert svg(after) == before


def test_no_mark_leaves_the_picture_however_much_was_done() -> None:
    busy = picture(Done(applications=1), Done(60, 20, 10, 40, 9), Done(0, 0, 0, 0, 5))

    for y in map(float, re.findall(r' (?:y|cy)="([-\d.]+)"', svg(busy))):
        assert 0 <= y <= HEIGHT
    for x in map(float, re.findall(r' (?:x|cx)="([-\d.]+)"', svg(busy))):
        assert 0 <= x <= busy.width


def test_it_says_the_same_in_words_and_leaves_out_weeks_with_nothing() -> None:
    made = picture(Done(applications=2, replies=1), Done(), Done(1, 1, 0, 1, 1))

    assert made.alt == (
        "What you did, week by week. From 28 September: two applications and one note. "
        "This week: one application, two notes and one conversation."
    )
    assert made.labels == ("28 Sep", "5 Oct", "12")
    assert [words for _, words in made.legend] == ["applications", "notes you wrote", "conversations"]


def test_it_begins_where_the_search_began() -> None:
    made = picture(Done(), Done(), Done(applications=1), Done(applications=1))

    assert [week.start for week in made.weeks] == [date(2026, 10, 12), date(2026, 10, 19)]


def test_it_is_left_out_where_it_would_show_little_or_nothing() -> None:
    one = (Week(date(2026, 11, 16), Done(applications=1)),)

    assert picture_of(replace(FULL_WEEK, weeks=one, done=one[0].done)) is None
    assert picture_of(replace(FULL_WEEK, done=Done())) is None
    assert picture_of(replace(FULL_WEEK, muted_counts=True)) is None
    assert picture_of(replace(FULL_WEEK, weeks=())) is None
