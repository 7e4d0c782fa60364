"""Whatever a person changes by hand and takes back again, everything stands as it stood before."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heardback import byhand, joining, searching
from heardback.correcting import correct_tag
from heardback.undoing import undo
from heardback.wiring import House
from store.clock import SetClock
from store.database import FILE_NAME
from store.errors import UserError
from store.records import StoredMessage
from store.vocabulary import Stage, Tag
from tests.classify.mails import received, sent
from tests.heardback.caldermail import ALL, KIM, deliver, rows, tables
from tests.heardback.conftest import SETTINGS

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
NUMBERS = st.integers(1, 6)
MAILS = st.integers(1, len(ALL))
STAGES = st.sampled_from([stage for stage in Stage if stage is not Stage.CLOSED])
WORDS = st.sampled_from(["", "Curator", "Museum Coordinator"])

STEPS = st.one_of(
    st.tuples(st.just("add"), st.sampled_from(["Calder Trust", "Elm Hospital"]), WORDS),
    st.tuples(st.just("edit"), NUMBERS, st.sampled_from(["Calder Trust", "Birch Ltd"]), WORDS),
    st.tuples(st.just("move"), NUMBERS, STAGES),
    st.tuples(st.just("merge"), NUMBERS, NUMBERS),
    st.tuples(st.just("split"), NUMBERS, st.lists(MAILS, min_size=1, max_size=3), WORDS),
    st.tuples(st.just("close"), NUMBERS),
    st.tuples(st.just("reopen"), NUMBERS),
    st.tuples(st.just("place"), MAILS, st.one_of(NUMBERS, st.sampled_from(["new", "none"]))),
    st.tuples(st.just("correct"), MAILS, st.sampled_from([Tag.REJECTION, Tag.OTHER, Tag.OFFER, Tag.INVITATION])),
    st.tuples(st.just("pause"), st.sampled_from([None, date(2026, 3, 20)])),
    st.tuples(st.just("resume")),
    st.tuples(st.just("hired"), NUMBERS),
)
LATER = (
    received(20, "2026-03-01", Tag.REJECTION, "Calder Trust", "Archivist"),
    received(21, "2026-03-01", Tag.INVITATION, "Calder Trust", sender=KIM, automatic=False, answers="<3@mail.example>"),
    received(22, "2026-03-01", Tag.ACKNOWLEDGEMENT, "Calder Trust", "Curator"),
    received(23, "2026-03-01", Tag.ACKNOWLEDGEMENT, "Elm Hospital", "Porter"),
    sent(24, "2026-03-01", KIM, "I wanted to ask whether there is any news about my application."),
)
Open = Callable[[], AbstractContextManager[House]]


@pytest.fixture(scope="module")
def reopened(tmp_path_factory: pytest.TempPathFactory) -> Open:
    """Opens a fresh copy of Sam's store with all the mail in it, each time it is asked."""
    folder = tmp_path_factory.mktemp("calder")
    first = House(SETTINGS, folder, SetClock(NOW))
    deliver(first, *ALL)
    reader = first.reader
    first.close()

    @contextmanager
    def again() -> Iterator[House]:
        with tempfile.TemporaryDirectory() as place:
            shutil.copy(folder / FILE_NAME, Path(place) / FILE_NAME)
            house = House(SETTINGS, Path(place), SetClock(NOW))
            house.__dict__["reader"] = reader
            try:
                yield house
            finally:
                house.close()

    return again


@settings(max_examples=40, deadline=None)
@given(steps=st.lists(STEPS, max_size=7))
def test_undoing_all_changes_gives_back_what_there_was(reopened: Open, steps: list[tuple[object, ...]]) -> None:
    with reopened() as house:
        before, stored = rows(house), tables(house)
        for step in steps:
            _change(house, step)
        while _newest(house) is not None:
            _undo(house)

        assert rows(house) == before
        assert tables(house) == stored


@settings(max_examples=40, deadline=None)
@given(steps=st.lists(STEPS, min_size=1, max_size=2), mails=st.lists(st.sampled_from(LATER), max_size=2, unique=True))
def test_undoing_after_later_mail_is_as_if_only_the_mail_had_come(
    reopened: Open, steps: list[tuple[object, ...]], mails: list[StoredMessage]
) -> None:
    with reopened() as house:
        deliver(house, *mails)
        without = _unnumbered(house)
    with reopened() as house:
        for step in steps:
            _change(house, step)
        deliver(house, *mails)
        held = rows(house), tables(house)
        while _newest(house) is not None:
            try:
                _undo(house)
            except UserError:
                assert (rows(house), tables(house)) == held
                return
            held = rows(house), tables(house)

        assert _unnumbered(house) == without


def _unnumbered(house: House) -> list[str]:
    """The applications without their numbers, of which a change may have used some up."""
    return sorted(repr(row | {"id": 0}) for row in rows(house))


def _newest(house: House) -> int | None:
    with house.database.reading() as transaction:
        return transaction.changes.newest()


def _undo(house: House) -> None:
    with house.database.transaction() as transaction:
        undo(transaction, None, house.own_addresses, now=NOW)


def _change(house: House, step: tuple[object, ...]) -> None:
    """Makes a change that the rules allow; leaves out one that they refuse."""
    assert isinstance(house.clock, SetClock)
    try:
        _STEPS[str(step[0])](house, *step[1:])
    except UserError:
        return


def _in_store(work: Callable[..., object]) -> Callable[..., None]:
    def run(house: House, *arguments: object) -> None:
        with house.database.transaction() as transaction:
            work(transaction, house.own_addresses, *arguments)

    return run


TODAY = NOW.date()
_STEPS: dict[str, Callable[..., object]] = {
    "add": _in_store(lambda t, own, place, role: byhand.add(t, place, role, agency="", applied=NOW, now=NOW)),
    "edit": _in_store(
        lambda t, own, n, place, role: byhand.edit(t, n, byhand.Edits(place, role or None), stage=None, now=NOW)
    ),
    "move": _in_store(lambda t, own, n, stage: byhand.move(t, n, stage, now=NOW)),
    "merge": _in_store(lambda t, own, n, other: joining.merge(t, n, other, own, now=NOW)),
    "split": _in_store(lambda t, own, n, mails, role: joining.split(t, n, mails, own, company="", role=role, now=NOW)),
    "close": _in_store(lambda t, own, n: byhand.close(t, n, now=NOW)),
    "reopen": _in_store(lambda t, own, n: byhand.reopen(t, n, now=NOW)),
    "place": _in_store(lambda t, own, mail, where: joining.place(t, mail, where, own, now=NOW)),
    "correct": lambda house, mail, tag: correct_tag(house, mail, tag),
    "pause": _in_store(lambda t, own, until: searching.pause(t, until=until, now=NOW, today=TODAY)),
    "resume": _in_store(lambda t, own: searching.resume(t, now=NOW, today=TODAY)),
    "hired": _in_store(lambda t, own, n: searching.hired(t, n, now=NOW, today=TODAY)),
}
