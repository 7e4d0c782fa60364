"""What a look saw comes back as it was kept, each event held once, and stays at hand for who asks often."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bench import bigstore
from bench.stores import build, house_on
from heardback.wiring import House
from respond.seenbefore import Seen, let_go, looks_at_hand, looks_read_once, seen_of
from store.codec import DamagedRecord, from_json


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder: Path = tmp_path_factory.mktemp("looks")
    build(folder, 200)
    with closing(house_on(folder)) as made:
        yield made


def texts(house: House) -> list[str]:
    with house.database.reading() as transaction:
        return [text for _, _, text in transaction.looks.holding(bigstore.NOW)]


def test_it_is_what_was_kept(house: House) -> None:
    kept = texts(house)

    assert len(kept) >= 15
    assert [seen_of(each) for each in kept] == [from_json(each, Seen) for each in kept]


def test_an_event_told_in_several_places_is_held_once(house: House) -> None:
    refused = [each.state for each in map(seen_of, texts(house)) if each.state.history.rejection is not None]

    assert refused
    for state in refused:
        assert state.history.moved_by is state.history.rejection
        assert (
            state.trigger is None
            or state.trigger != state.history.rejection
            or state.trigger is state.history.rejection
        )


def test_what_is_no_look_is_told() -> None:
    with pytest.raises(DamagedRecord):
        seen_of("{}")


def test_only_what_is_read_often_stays_at_hand(house: House) -> None:
    let_go()
    with house.database.reading() as transaction:
        once = looks_read_once(transaction, bigstore.NOW)
        first, second = (looks_at_hand(transaction, bigstore.NOW) for _ in range(2))
        let_go()
        third = looks_at_hand(transaction, bigstore.NOW)

    number = next(iter(first))
    assert once == first == second == third
    assert first[number][1] is second[number][1]
    assert first[number][1] is not once[number][1]
    assert first[number][1] is not third[number][1]
