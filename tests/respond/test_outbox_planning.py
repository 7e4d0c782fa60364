"""When approved drafts go out: the most for a day is kept and told, and failures can be taken up again."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from respond.departures import Departure, spread_over_days
from respond.gaps import open_gaps
from respond.outbox import Outbox
from store.clock import SetClock
from store.database import Database
from store.errors import PassingError, PermanentError, SignInRefused, UserError
from store.noted import Draft
from store.vocabulary import DraftState
from tests.respond.drafts import DRAFT, NOW, put, state_of

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


class Counter:
    """A way out that counts, or fails as it is told."""

    def __init__(self) -> None:
        self.sent: list[bytes] = []
        self.fails: Exception | None = None

    def send(self, sender: str, recipient: str, raw: bytes) -> None:
        if self.fails is not None:
            raise self.fails
        self.sent.append(raw)


class Desk:
    def __init__(self, folder: Path, most: int = 2) -> None:
        self.database, self.clock, self.way = Database.open(folder), SetClock(NOW), Counter()
        self.outbox = Outbox(
            self.database, self.clock, undo=timedelta(minutes=2), most_per_day=most, fits=lambda _draft: True
        )

    def approve(self, number: int) -> int:
        stored = put(self.database, DRAFT, number)
        self.outbox.approve(stored.id)
        self.clock.at += timedelta(seconds=10)
        return stored.id

    def plan(self, also: Draft | None = None) -> dict[int, Departure]:
        return self.outbox.going_out(lambda _draft, moment: moment, also)

    def send(self) -> list[tuple[int, DraftState]]:
        return [(each.draft.id, each.state) for each in self.outbox.send_due(lambda _account: self.way)]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def _numbered(number: int) -> Draft:
    return replace(DRAFT, id=number)


def _as_it_is(_draft: Draft, moment: datetime) -> datetime:
    return moment


def test_what_is_over_the_most_for_a_day_waits_until_the_first_is_a_day_old() -> None:
    ready = [(_numbered(number), NOW) for number in range(5)]

    goes = spread_over_days(ready, [NOW - 20 * HOUR], 2, _as_it_is)

    assert [(each.at - NOW, each.is_full) for each in goes.values()] == [
        (timedelta(), False),
        (4 * HOUR, True),
        (DAY, True),
        (DAY + 4 * HOUR, True),
        (2 * DAY, True),
    ]


def test_what_waits_for_room_still_rests_on_a_day_of_rest() -> None:
    saturday, monday = NOW + DAY, NOW + 3 * DAY

    def rests(_draft: Draft, moment: datetime) -> datetime:
        return monday if saturday <= moment < monday else moment

    goes = spread_over_days([(_numbered(1), NOW), (_numbered(2), saturday)], [NOW], 1, rests)

    assert goes == {1: Departure(monday, False, True), 2: Departure(monday + DAY, True, True)}


def test_the_plan_is_what_then_happens(desk: Desk) -> None:
    numbers = [desk.approve(number) for number in range(4)]
    planned = desk.plan()

    assert [planned[number].is_full for number in numbers] == [False, False, True, True]
    for number in numbers:
        desk.clock.at = planned[number].at - timedelta(seconds=1)
        assert desk.send() == []
        desk.clock.at = planned[number].at
        assert desk.send() == [(number, DraftState.SENT)]


def test_a_draft_not_yet_approved_can_be_planned_for(desk: Desk) -> None:
    stored = put(desk.database)

    assert desk.plan(also=stored) == {stored.id: Departure(NOW + timedelta(minutes=2), False, False)}


def test_what_may_have_been_sent_counts_too(desk: Desk) -> None:
    for number in range(2):
        stored = put(desk.database, DRAFT, number)
        with desk.database.transaction() as transaction:
            transaction.drafts.move(stored.id, from_states=tuple(DraftState), to=DraftState.UNKNOWN, at=NOW)

    desk.approve(7)
    desk.clock.at += HOUR
    assert desk.send() == []


@pytest.mark.parametrize("failure", [PermanentError("no such mailbox"), SignInRefused("check the password")])
def test_a_failed_draft_is_told_and_can_be_approved_again(desk: Desk, failure: Exception) -> None:
    number = desk.approve(1)
    desk.way.fails = failure
    desk.clock.at += HOUR
    assert desk.send() == [(number, DraftState.FAILED)]

    desk.way.fails = None
    desk.outbox.approve(number)
    desk.clock.at += HOUR
    assert desk.send() == [(number, DraftState.SENT)]
    assert len(desk.way.sent) == 1


@pytest.mark.parametrize("state", [DraftState.FAILED, DraftState.UNKNOWN, DraftState.APPROVED])
def test_the_person_can_take_up_again_what_did_not_go_out(desk: Desk, state: DraftState) -> None:
    number = desk.approve(1)
    with desk.database.transaction() as transaction:
        transaction.drafts.move(number, from_states=tuple(DraftState), to=state, at=NOW)

    desk.outbox.withdraw_approval(number)
    assert state_of(desk.database, number) is DraftState.EDITED


def test_a_mailbox_that_cannot_be_looked_into_holds_a_draft_without_counting_a_try(desk: Desk) -> None:
    number = desk.approve(1)
    desk.clock.at += HOUR

    def fails(_draft: Draft) -> bool:
        raise PassingError("the server is away")

    for _ in range(20):
        desk.clock.at += HOUR
        (sending,) = desk.outbox.send_due(lambda _account: desk.way, fails)
        assert (sending.state, "could not be looked into" in sending.sentence) == (DraftState.APPROVED, True)
    assert desk.way.sent == []
    desk.clock.at += HOUR
    assert desk.send() == [(number, DraftState.SENT)]


def test_the_copy_in_sent_carries_the_very_date_it_went_out_with(desk: Desk) -> None:
    from respond.draftmail import mail_of

    number = desk.approve(1)
    desk.clock.at += HOUR
    desk.send()

    with desk.database.reading() as transaction:
        (draft,) = transaction.drafts.without_sent_copy()
    assert draft.id == number
    assert draft.sent is not None
    assert mail_of(draft, now=draft.sent) == desk.way.sent[0]


def test_a_gap_is_seen_however_the_lines_are_wrapped() -> None:
    gap = "[your sentence: what stayed with you]"

    wrapped = "Dear Kim,\n\n[your sentence:\nwhat stayed with\xa0you]\n"
    assert open_gaps(replace(DRAFT, gaps=(gap,), body=wrapped)) == (gap,)
    assert open_gaps(replace(DRAFT, gaps=(gap,), body="Dear Kim,\n\nFilled.\n")) == ()


@pytest.mark.parametrize(
    ("changes", "words"),
    [({"only_by_hand": "an attachment"}, "an attachment"), ({"body": "\n"}, "no text")],
)
def test_what_heardback_cannot_send_whole_is_not_approved(desk: Desk, changes: dict[str, str], words: str) -> None:
    stored = put(desk.database, replace(DRAFT, **changes))  # type: ignore[arg-type]

    with pytest.raises(UserError, match=words):
        desk.outbox.approve(stored.id)
