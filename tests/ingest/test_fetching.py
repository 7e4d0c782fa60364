"""Reading a folder: newest first, nothing lost, nothing twice, whatever breaks in between."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.fetching import read_folder
from ingest.hauls import Batch
from store.errors import PassingError
from store.records import Unreadable, Watermark
from tests.ingest.samples import START
from tests.ingest.shelf import Shelf


def read(shelf: Shelf, watermark: Watermark | None = None, size: int = 2) -> list[Batch]:
    return list(read_folder(shelf, "home", "INBOX", watermark, batch_size=size))


def uids(batches: list[Batch]) -> list[list[int]]:
    return [[mail.location.uid for mail in batch.mails] for batch in batches]


def test_the_first_run_reads_the_newest_first_and_ends_at_the_beginning() -> None:
    batches = read(Shelf(3, 4, 8, 20, 21))

    assert uids(batches) == [[20, 21], [4, 8], [3]]
    assert [(batch.watermark.up, batch.watermark.down) for batch in batches] == [(21, 20), (21, 4), (21, 1)]


def test_each_mail_says_where_it_lies() -> None:
    (batch,) = read(Shelf(5))

    location = batch.mails[0].location
    assert (location.account, location.folder, location.uidvalidity, location.uid) == ("home", "INBOX", 7, 5)


def test_new_mail_comes_before_history_and_in_order() -> None:
    shelf = Shelf(*range(1, 11))
    first = next(read_folder(shelf, "home", "INBOX", None, batch_size=4))
    shelf.add(11, 12, 13)

    batches = read(shelf, first.watermark, size=2)

    assert uids(batches) == [[11, 12], [13], [5, 6], [3, 4], [1, 2]]
    assert batches[1].watermark.up == 13
    assert batches[-1].watermark.is_whole


def test_a_run_that_broke_goes_on_where_it_stopped() -> None:
    shelf = Shelf(*range(1, 8))
    shelf.fails_after = 2
    taken: list[Batch] = []
    with pytest.raises(PassingError):
        collect(taken, shelf)
    shelf.fails_after = None

    rest = read(shelf, taken[-1].watermark)

    assert uids(taken) + uids(rest) == [[6, 7], [4, 5], [2, 3], [1]]


def collect(taken: list[Batch], shelf: Shelf) -> None:
    """Keeps the batches that came before a failure, as the store would."""
    for batch in read_folder(shelf, "home", "INBOX", None, batch_size=2):
        taken.append(batch)


def test_it_stops_between_batches_when_asked() -> None:
    shelf = Shelf(*range(1, 8))
    answers = iter([False, True])

    batches = list(read_folder(shelf, "home", "INBOX", None, batch_size=2, stop=lambda: next(answers)))

    assert uids(batches) == [[6, 7]]
    assert len(shelf.fetches) == 1


def test_enough_history_ends_a_round_after_a_batch_and_never_what_is_new() -> None:
    shelf = Shelf(*range(1, 8))
    (first,) = read_folder(shelf, "home", "INBOX", None, batch_size=2, enough=lambda: True)
    shelf.add(8, 9, 10)

    batches = list(read_folder(shelf, "home", "INBOX", first.watermark, batch_size=2, enough=lambda: True))

    assert uids([first, *batches]) == [[6, 7], [8, 9], [10], [4, 5]]
    assert batches[-1].watermark.down == 4


def test_after_news_one_batch_of_history_is_enough_where_parts_are_asked_for() -> None:
    shelf = Shelf(*range(1, 8))
    (first,) = read_folder(shelf, "home", "INBOX", None, batch_size=2, enough=lambda: True)
    shelf.add(8)

    part = list(read_folder(shelf, "home", "INBOX", first.watermark, batch_size=2, enough=lambda: False))
    whole = list(read_folder(shelf, "home", "INBOX", first.watermark, batch_size=2))

    assert uids(part) == [[8], [4, 5]]
    assert uids(whole) == [[8], [4, 5], [2, 3], [1]]


def test_parts_that_overlap_as_mail_was_expunged_between_them_bring_each_mail_once() -> None:
    shelf = Shelf(*range(1, 9))
    shelf.parts = ((5, 6, 7, 8), (3, 4, 5), (1, 2))

    batches = read(shelf, size=3)

    assert uids(batches) == [[6, 7, 8], [5], [3, 4], [1, 2]]
    assert batches[-1].watermark.is_whole
    assert not any(batch.watermark.is_whole for batch in batches[:-1])


def test_numbers_with_wide_gaps_cost_one_search_and_no_empty_fetch() -> None:
    shelf = Shelf(1, 70_000, 2_000_000, 4_000_000_000)

    batches = read(shelf, size=3)

    assert uids(batches) == [[70_000, 2_000_000, 4_000_000_000], [1]]
    assert (shelf.searches, len(shelf.fetches)) == (1, 2)


def test_nothing_new_asks_the_server_nothing_more() -> None:
    shelf = Shelf(1, 2)
    whole = read(shelf)[-1].watermark
    shelf.searches, shelf.fetches = 0, []

    assert read(shelf, whole) == []
    assert (shelf.searches, shelf.fetches) == (0, [])


def test_another_uidvalidity_reads_all_again_under_new_locations() -> None:
    shelf = Shelf(1, 2, 3)
    whole = read(shelf)[-1].watermark
    shelf.uidvalidity = 8

    batches = read(shelf, whole)

    assert uids(batches) == [[2, 3], [1]]
    assert {batch.watermark.uidvalidity for batch in batches} == {8}


def test_an_empty_folder_is_whole_at_once() -> None:
    (batch,) = read(Shelf())

    assert (batch.mails, batch.watermark.up, batch.watermark.is_whole) == ((), 0, True)


def test_a_folder_suddenly_empty_moves_no_watermark() -> None:
    shelf = Shelf(1, 2)
    whole = read(shelf)[-1].watermark
    shelf.mails, shelf.uidvalidity = {}, 9

    assert read(shelf, whole) == []


def test_mail_that_vanished_meanwhile_does_not_hold_up_the_watermark() -> None:
    shelf = Shelf(1, 2, 3, 4)
    reader = read_folder(shelf, "home", "INBOX", None, batch_size=2)
    first = next(reader)
    shelf.mails = {}

    (second,) = reader

    assert (uids([first]), second.mails, second.watermark.is_whole) == ([[3, 4]], (), True)


def test_a_mail_the_server_does_not_hand_out_is_set_aside() -> None:
    shelf = Shelf(1, 2)
    shelf.mails[1] = b""

    ((first, second),) = [batch.mails for batch in read(shelf)]

    assert isinstance(first.result, Unreadable)
    assert not isinstance(second.result, Unreadable)


def test_one_old_mail_does_not_claim_that_all_was_read_back_to_it() -> None:
    shelf = Shelf(*range(1, 11))
    shelf.dates[9] = START - timedelta(days=3000)

    first = next(read_folder(shelf, "home", "INBOX", None, batch_size=4))

    assert first.watermark.read_back_to == START + timedelta(days=7)


@settings(max_examples=60, deadline=None)
@given(
    old=st.sets(st.integers(1, 300), max_size=12),
    rounds=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 4)), max_size=6),
    size=st.integers(1, 5),
)
def test_nothing_is_lost_and_nothing_read_twice(old: set[int], rounds: list[tuple[int, int]], size: int) -> None:
    """``rounds``: how many fetches go well before the line breaks, and how much mail comes in afterwards."""
    shelf = Shelf(*old)
    watermark: Watermark | None = None
    stored: list[int] = []
    for fails_after, arrivals in [*rounds, (10_000, 0), (10_000, 0)]:
        shelf.fails_after = fails_after
        try:
            for batch in read_folder(shelf, "home", "INBOX", watermark, batch_size=size):
                watermark = batch.watermark
                stored += [mail.location.uid for mail in batch.mails]
                assert {uid for uid in shelf.mails if watermark.down <= uid <= watermark.up} <= set(stored)
        except PassingError:
            assert fails_after < 10_000
        shelf.add(*range(shelf.uidnext, shelf.uidnext + arrivals))

    assert sorted(stored) == sorted(shelf.mails)
