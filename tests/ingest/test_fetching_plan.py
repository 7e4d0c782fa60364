"""What there is to read of a folder, decided from its state and the watermark."""

from ingest.fetching import Plan, plan
from ingest.ports import FolderState
from store.records import Watermark


def state(*, uidvalidity: int = 7, uidnext: int = 50, exists: int = 20) -> FolderState:
    return FolderState("INBOX", uidvalidity, uidnext, exists)


def mark(*, up: int = 49, down: int = 1, uidvalidity: int = 7) -> Watermark:
    return Watermark("home", "INBOX", uidvalidity, up, down)


ANEW = Plan(fresh=True, reads_new=False, new_from=1, reads_history=True, history_to=None)


def test_a_folder_never_read_is_read_from_the_top() -> None:
    assert plan(state(), None) == ANEW


def test_nothing_new_and_no_history_left_is_nothing_to_do() -> None:
    todo = plan(state(uidnext=50), mark(up=49, down=1))

    assert (todo.reads_new, todo.reads_history) == (False, False)


def test_new_mail_is_what_lies_above_the_watermark() -> None:
    todo = plan(state(uidnext=53), mark(up=49))

    assert (todo.reads_new, todo.new_from, todo.reads_history) == (True, 50, False)


def test_history_goes_on_below_the_watermark() -> None:
    todo = plan(state(), mark(down=30))

    assert (todo.reads_new, todo.reads_history, todo.history_to) == (False, True, 29)


def test_a_server_without_uidnext_is_asked_for_new_mail() -> None:
    assert plan(state(uidnext=0), mark()).reads_new


def test_another_uidvalidity_starts_again() -> None:
    assert plan(state(uidvalidity=8), mark()) == ANEW


def test_a_uidnext_that_went_back_starts_again() -> None:
    assert plan(state(uidnext=10), mark(up=49)) == ANEW


def test_a_folder_that_is_suddenly_empty_is_left_alone() -> None:
    for emptied in (state(exists=0), state(exists=0, uidvalidity=8), state(exists=0, uidnext=1)):
        todo = plan(emptied, mark(down=30))

        assert (todo.fresh, todo.reads_new, todo.reads_history) == (False, False, False)
