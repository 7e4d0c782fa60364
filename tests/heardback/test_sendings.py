"""When something leaves, read once and not looked for every few seconds."""

from datetime import UTC, datetime, timedelta

from heardback.sendings import Departure, Departures, pull_back, sendings
from heardback.wiring import House
from store.clock import SetClock
from store.vocabulary import DraftState

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
FOREVER = float("inf")


def departures(*expected: tuple[int, float]) -> Departures:
    """Drafts with the seconds after which each may go, at the steady clock's 1,000."""
    made = Departures(again=60.0)
    made.expect(Departure(number, NOW + timedelta(seconds=seconds)) for number, seconds in expected)
    return made


def test_nothing_that_waits_means_never() -> None:
    assert departures().next_at(NOW, 1000.0) == FOREVER


def test_the_earliest_counts() -> None:
    assert departures((1, 90), (2, 30)).next_at(NOW, 1000.0) == 1030.0


def test_what_was_tried_and_stayed_is_tried_again_after_a_while() -> None:
    waiting = departures((1, -5))
    waiting.looked(NOW, 1000.0)

    assert waiting.next_at(NOW + timedelta(seconds=1), 1001.0) == 1060.0


def test_a_new_one_does_not_wait_for_that() -> None:
    waiting = departures((1, -5))
    waiting.looked(NOW, 1000.0)
    waiting.expect([Departure(1, NOW), Departure(2, NOW + timedelta(seconds=10))])

    assert waiting.next_at(NOW, 1000.0) == 1010.0


def test_nothing_leaves_while_it_is_held() -> None:
    waiting = departures((1, -5))
    waiting.hold(1120.0)

    assert waiting.next_at(NOW, 1000.0) == 1120.0
    assert departures().next_at(NOW, 1000.0) == FOREVER


def test_a_clock_set_forward_does_not_shorten_the_time_to_take_back() -> None:
    """Approved with two minutes to take it back; then the wall clock jumps an hour: the steady clock holds it."""
    waiting = departures((1, 120))
    waiting.hold(1000.0 + 120)

    assert waiting.next_at(NOW + timedelta(hours=1), 1001.0) == 1120.0


def approve_first(house: House) -> int:
    with house.database.reading() as transaction:
        number = transaction.drafts.in_state(DraftState.PROPOSED)[0].id
    with house.database.transaction() as transaction:
        now = house.clock.now()
        transaction.drafts.move(
            number,
            from_states=(DraftState.PROPOSED,),
            to=DraftState.APPROVED,
            at=now,
            not_before=now + timedelta(minutes=2),
        )
    return number


def test_approved_drafts_of_accounts_with_a_way_out_are_found(busy: House) -> None:
    number = approve_first(busy)
    with busy.database.reading() as transaction:
        draft = transaction.drafts.get(number)
        assert draft is not None
        found = sendings(transaction, [draft.account], busy.clock.now())
        assert sendings(transaction, [], busy.clock.now()) == {}

    assert found == {draft.account: (Departure(number, busy.clock.now() + timedelta(minutes=2)),)}


def test_a_clock_set_back_by_hours_does_not_hold_up_what_was_approved(busy: House, clock: SetClock) -> None:
    number = approve_first(busy)
    clock.at -= timedelta(hours=5)
    with busy.database.transaction() as transaction:
        assert pull_back(transaction, timedelta(minutes=2), clock.now()) == 1
        assert pull_back(transaction, timedelta(minutes=2), clock.now()) == 0
        assert transaction.drafts.due(clock.now()) == ()
        ((draft, _),) = transaction.drafts.due(clock.now() + timedelta(minutes=2))
    assert draft.id == number
