"""Whatever the order in which mails arrive: the same set of mails is the same history, and the rules of time hold.

``HEARDBACK_LONG_RUN=10000`` runs that many steps (about); the suite runs some hundred.
"""

import os
import shutil
import tempfile
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from classify.limits import Limits
from classify.placement import place
from classify.progress import events_of
from classify.silence import state_of
from classify.state import ORDER, ApplicationState
from classify.timeline import history_of, in_order
from classify.workdays import Workdays
from heardback.intake import ties_of
from heardback.tracking import track
from store.database import FILE_NAME, Database
from store.records import Event, StoredMessage
from store.vocabulary import EventKind, NextAction, Stage, Status, Tag
from tests.emptystore import empty_store
from tests.heardback.letters import BERLIN, ME, OWN_WORDS, Letter, message_of, reading_of

STEPS = 30
EXAMPLES = max(12, int(os.environ.get("HEARDBACK_LONG_RUN", "0")) // STEPS)
WORKDAYS = Workdays("DE", BERLIN)
LAST = {ORDER: 99}
"""After whatever else happens in the same second."""
CHASES = frozenset({NextAction.FOLLOW_UP, NextAction.FINAL_FOLLOW_UP})
ENDS = frozenset({EventKind.REJECTED, EventKind.WITHDREW, EventKind.CLOSED, EventKind.MOVED})
ASKS = frozenset({EventKind.INVITED, EventKind.BOOKED, EventKind.ASSESSMENT, EventKind.REQUEST, EventKind.OFFERED})

PEOPLE = (
    ("kim@alder.example", "Alder", ""),
    ("no-reply@alder.example", "Alder", ""),
    ("lou@alderbrook.example", "Alderbrook", ""),
    ("noreply@greenhouse-mail.io", "Calder Trust", ""),
    ("pat@causeway.example", "Calder Trust", "Causeway Staffing"),
    ("pat@causeway.example", "", "Causeway Staffing"),
    ("jo.tilley@gmail.com", "Dovecote Inn", ""),
)
ROLES = ("Ward Clerk", "Night Porter", "")
_DAYS = st.integers(0, 120)


@st.composite
def letters(draw: st.DrawFn, number: int) -> Letter:
    """One mail: about half the time an answer to an earlier one."""
    person, company, agency = draw(st.sampled_from(PEOPLE))
    tag = draw(st.sampled_from((*(tag for tag in Tag if tag is not Tag.SILENCE_TIMEOUT), Tag.OTHER)))
    return Letter(
        number=number,
        day=draw(_DAYS),
        minute=draw(st.sampled_from((0, 0, 300, 700))),
        own=draw(st.sampled_from(("", "", "", *OWN_WORDS))),
        tag=tag,
        person=person,
        company=draw(st.sampled_from((company, company, ""))),
        agency=agency,
        role=draw(st.sampled_from(ROLES)),
        requisition=draw(st.sampled_from(("", "", "", "REQ-1", "REQ-2"))),
        answers=draw(st.none() | st.integers(1, max(1, number))),
        promised=draw(st.none() | st.integers(0, 40)),
        interview=draw(st.none() | st.integers(-1, 20)) if tag in (Tag.INVITATION, Tag.OTHER) else None,
        stage=draw(st.sampled_from(("screening", "interviewing", "final"))),
        wants=draw(st.sampled_from(("", "times", "confirmation", "information"))),
        unsure=draw(st.sampled_from((False, False, False, True))),
        called_off=draw(st.sampled_from((False, False, True))),
    )


class Histories(RuleBasedStateMachine):
    """A mailbox that fills in any order, beside the same mails read all at once."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="heardback-histories-"))
        shutil.copy(empty_store(), self.folder / FILE_NAME)
        self.database = Database.open(self.folder)
        self.held: list[Letter] = []
        self.noted = 0

    def teardown(self) -> None:
        self.database.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    @initialize(data=st.data())
    def first_mail(self, data: st.DataObject) -> None:
        self.arrives(data)

    @rule(data=st.data())
    def arrives(self, data: st.DataObject) -> None:
        """One mail comes, old or new."""
        self.take([data.draw(letters(len(self.held) + 1))])

    @rule(data=st.data())
    def several_at_once(self, data: st.DataObject) -> None:
        """A batch, as a first round brings it."""
        first = len(self.held) + 1
        self.take([data.draw(letters(first)), data.draw(letters(first + 1)), data.draw(letters(first + 2))])

    @rule(data=st.data())
    def closed_by_hand(self, data: st.DataObject) -> None:
        """The person has done with one."""
        with self.database.transaction() as transaction:
            numbers = [each.id for each in transaction.applications.all()]
            if numbers:
                chosen = data.draw(st.sampled_from(numbers))
                at = data.draw(st.sampled_from(self.held)).at + timedelta(days=1)
                transaction.applications.record([Event(chosen, EventKind.CLOSED, at, by="hand")])
                self.noted += 1

    @invariant()
    def nothing_done_by_hand_is_lost(self) -> None:
        assert self.noted == sum(event.by == "hand" for events in self.histories() for event in events)

    @precondition(lambda self: self.held)
    @rule(data=st.data())
    def comes_again(self, data: st.DataObject) -> None:
        """The same mail from another folder or account."""
        self.take([data.draw(st.sampled_from(self.held))])

    def take(self, new: list[Letter]) -> None:
        """What ``Intake`` does, with readings already made."""
        with self.database.transaction() as transaction:
            fresh = []
            for letter in new:
                message, reading = message_of(letter), reading_of(letter)
                number, is_new = transaction.mail.add(
                    message,
                    reading,
                    direction=letter.direction,
                    account="home",
                    ties=ties_of(message, reading, letter.direction),
                    at=letter.at,
                )
                if is_new:
                    fresh.append(number)
                    self.held.append(letter)
            track(transaction, fresh, frozenset({ME}))

    @invariant()
    def it_is_what_all_mails_at_once_say(self) -> None:
        """State depends on the set of mails alone: placed one by one or all together."""
        with self.database.reading() as transaction:
            mails = tuple(
                stored
                for letter in self.held
                for stored in transaction.mail.by_message_id(message_of(letter).message_id)
            )
            threads = transaction.mail.threads([stored.id for stored in mails])
            asked = transaction.mail.questions()
        together = place(mails, threads, pinned={}, known=())
        by_id = {stored.id: stored for stored in mails}
        whole = {frozenset(group.members) for group in together.groups}

        assert whole == set(_by_application(mails).values()), together.reasons
        assert {question.message for question in together.questions} == {message for message, _, _ in asked}
        expected = {
            frozenset(group.members): _told(events_of(0, tuple(by_id[member] for member in group.members)))
            for group in together.groups
        }
        assert expected == {members: _told(self.events(number)) for number, members in _by_application(mails).items()}

    @rule(days=st.integers(0, 400), hours=st.integers(0, 23))
    def look(self, days: int, hours: int) -> None:
        """The clock jumps anywhere."""
        now = (min(letter.at for letter in self.held) + timedelta(days=days, hours=hours)).replace(microsecond=0)
        for events in self.histories():
            _obeys_the_rules(events, now)

    def events(self, application: int) -> tuple[Event, ...]:
        with self.database.reading() as transaction:
            return in_order(transaction.applications.events([application]))

    def histories(self) -> Iterable[tuple[Event, ...]]:
        with self.database.reading() as transaction:
            numbers = [each.id for each in transaction.applications.all()]
        return [self.events(number) for number in numbers]


def _obeys_the_rules(events: tuple[Event, ...], now: datetime) -> None:
    past = tuple(event for event in events if event.at <= now)
    if not past:
        return
    state = _state(past, now)
    today = now.astimezone(BERLIN).date()
    assert state.why
    # Every state is explained by its events.
    kinds = {event.kind for event in past}
    assert state.stage is not Stage.CLOSED or kinds & ENDS
    assert state.status is not Status.WAITING_ON_ME or kinds & ASKS
    assert state.trigger is None or state.trigger.message_id in {event.message_id for event in past}
    assert state.history.moved_by is None or state.history.moved_by in past
    if state.status is Status.SILENT:
        assert state.silent_since is not None
        assert state.silent_since <= today
        assert state.tag is Tag.SILENCE_TIMEOUT
    assert state.ghosted <= (state.status is Status.SILENT)
    if state.next_action in CHASES:
        _may_be_chased(past, state, now)
    _can_be_revived(past, state, now)
    _silence_only_grows(past, state, now)


def _may_be_chased(past: tuple[Event, ...], state: ApplicationState, now: datetime) -> None:
    today = now.astimezone(BERLIN).date()
    assert state.status is Status.SILENT
    assert state.history.my_turn is None
    assert not WORKDAYS.is_paused(today)
    assert state.deadline is not None
    assert WORKDAYS.counts(state.deadline)
    assert state.deadline <= today
    assert len(_chases_in_stage(past, now)) < Limits().follow_ups
    # Not before a day they named, unless they have written of a next step since.
    steps = [event.at for event in past if event.kind in ASKS]
    last_step = max(steps, default=past[0].at)
    told = [event for event in past if event.detail.get("promise") and event.at >= last_step and _may_promise(event)]
    assert not told or told[-1].detail["promise"] < today.isoformat()


def _may_promise(event: Event) -> bool:
    """Whether a day named there holds a follow-up back: that of a talk itself and a machine's notice do not."""
    if event.kind is EventKind.BOOKED:
        return bool(event.detail["promise"] > event.detail["end"][:10])
    return event.kind is not EventKind.NOTICE or event.detail["tag"] == Tag.ACKNOWLEDGEMENT


def _chases_in_stage(past: tuple[Event, ...], now: datetime) -> list[Event]:
    """Chases since the stage last changed, counted without looking at what the timeline counts."""
    stages = [history_of(past[: index + 1], event.at).stage for index, event in enumerate(past)]
    begun = max((i for i in range(1, len(past)) if stages[i] is not stages[i - 1]), default=0)
    return [event for event in past[begun:] if event.kind is EventKind.CHASED]


def _can_be_revived(past: tuple[Event, ...], state: ApplicationState, now: datetime) -> None:
    human = {"human": True, "tag": "other", **LAST}
    word = Event(1, EventKind.ANSWER, now, message_id=10_001, detail=human, id=10_001)
    after = _state((*past, word), now)
    if state.stage is not Stage.CLOSED:
        assert after.status is not Status.SILENT
        assert not after.ghosted
    invited = Event(1, EventKind.INVITED, now, message_id=10_002, detail=human | {"asks": True}, id=10_002)
    again = _state((*past, invited), now)
    assert again.stage is not Stage.CLOSED
    assert again.history.my_turn is not None


def _silence_only_grows(past: tuple[Event, ...], state: ApplicationState, now: datetime) -> None:
    """Without a word from anybody silence stays, and our own chase does not end it."""
    if state.status is not Status.SILENT:
        return
    later = _state(past, now + timedelta(days=17))
    assert later.status is Status.SILENT
    assert later.ghosted >= state.ghosted
    chase = Event(1, EventKind.CHASED, now, message_id=10_003, detail=LAST, id=10_003)
    chased = _state((*past, chase), now + timedelta(minutes=1))
    assert chased.status is Status.SILENT
    assert chased.silent_since == state.silent_since
    assert chased.next_action not in CHASES


def _state(events: tuple[Event, ...], now: datetime) -> ApplicationState:
    return state_of(history_of(events, now), now, WORKDAYS, Limits(), can_reply=True)


def _told(events: tuple[Event, ...]) -> list[tuple[object, ...]]:
    """What events say, in the order in which they are folded, without the store's own numbers."""
    read = (event for event in events if event.by == "mail")
    return [(event.kind, event.at, event.message_id, sorted(event.detail.items())) for event in read]


def _by_application(mails: tuple[StoredMessage, ...]) -> dict[int, frozenset[int]]:
    found: dict[int, set[int]] = {}
    for stored in mails:
        if stored.application_id is not None:
            found.setdefault(stored.application_id, set()).add(stored.id)
    return {number: frozenset(members) for number, members in found.items()}


TestAnyHistory = Histories.TestCase
TestAnyHistory.settings = settings(
    max_examples=EXAMPLES,
    stateful_step_count=STEPS,
    deadline=None,
    report_multiple_bugs=False,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
