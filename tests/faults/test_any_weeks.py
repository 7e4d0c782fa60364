"""Whatever happens in whatever order, while lines, servers, the store and the program fail: nothing is lost, doubled,
sent unapproved, or touched that is the person's.

``HEARDBACK_LONG_RUN=10000`` runs that many steps (about); the suite runs some hundred.
"""

import os
from collections.abc import Iterator
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from tests.faults.cells import IMAP_PHASES, SMTP_PHASES
from tests.faults.grounds import Grounds
from tests.faults.weeks import Weeks
from tests.servers import phases
from tests.servers.phaseproxy import Fault, Strike

STEPS = 25
EXAMPLES = max(8, int(os.environ.get("HEARDBACK_LONG_RUN", "0")) // STEPS)
FAULTS = tuple(fault for fault in Fault if fault not in (Fault.EVENT, Fault.HOLLOW))
"""A server that says OK and hides what it has cannot be told from one that has nothing."""
WHICH = st.integers(0, 7)


class AnyWeeks(RuleBasedStateMachine):
    """One person, from an empty mailbox on."""

    grounds: ClassVar[Grounds]
    steps: ClassVar[int] = 0

    def __init__(self) -> None:
        super().__init__()
        self.weeks = Weeks(self.grounds)

    def teardown(self) -> None:
        try:
            assert self.weeks.wrong_in_the_end() == []
        finally:
            type(self).steps += self.weeks.steps
            self.weeks.end()

    @invariant()
    def nothing_is_wrong(self) -> None:
        assert self.weeks.wrong() == []

    @rule(number=st.integers(0, 99), is_ordinary=st.sampled_from((False, False, True)))
    def arrives(self, number: int, is_ordinary: bool) -> None:
        self.weeks.arrives(number, is_ordinary=is_ordinary)

    @rule(phase=st.sampled_from(IMAP_PHASES), fault=st.sampled_from(FAULTS), nth=st.integers(1, 9))
    def strikes_on_the_way_in(self, phase: phases.Phase, fault: Fault, nth: int) -> None:
        self.weeks.strike(Strike(phase, fault, nth), out=False)

    @rule(phase=st.sampled_from(SMTP_PHASES), fault=st.sampled_from(FAULTS))
    def strikes_on_the_way_out(self, phase: phases.Phase, fault: Fault) -> None:
        self.weeks.strike(Strike(phase, fault), out=True)

    @rule(phase=st.sampled_from(IMAP_PHASES), nth=st.integers(1, 9))
    def somebody_holds_the_store(self, phase: phases.Phase, nth: int) -> None:
        self.weeks.hold(phase, nth, out=False)

    @rule(phase=st.sampled_from(SMTP_PHASES))
    def somebody_holds_the_store_while_it_sends(self, phase: phases.Phase) -> None:
        self.weeks.hold(phase, 1, out=True)

    @rule(number=st.integers(1, 20), after=st.booleans())
    def dies(self, number: int, after: bool) -> None:
        self.weeks.die(number, after=after)

    @rule()
    def polls(self) -> None:
        self.weeks.poll()

    @rule()
    def polls_again(self) -> None:
        self.weeks.poll()

    @rule()
    def sends(self) -> None:
        self.weeks.send()

    @rule()
    def sends_again(self) -> None:
        self.weeks.send()

    @rule()
    def digests(self) -> None:
        self.weeks.digest()

    @rule()
    def restarts(self) -> None:
        self.weeks.restart()

    @rule(which=WHICH)
    def edits(self, which: int) -> None:
        self.weeks.edits(which)

    @rule(which=WHICH)
    def edits_there(self, which: int) -> None:
        self.weeks.edits_there(which)

    @rule(which=WHICH)
    def deletes_there(self, which: int) -> None:
        self.weeks.deletes_there(which)

    @rule(which=WHICH)
    def sends_by_hand(self, which: int) -> None:
        self.weeks.sends_by_hand(which)

    @rule(which=WHICH)
    def approves(self, which: int) -> None:
        self.weeks.approves(which)

    @rule(which=WHICH)
    def approves_another(self, which: int) -> None:
        self.weeks.approves(which)

    @rule(which=WHICH)
    def takes_back(self, which: int) -> None:
        self.weeks.takes_back(which)

    @rule(which=WHICH)
    def discards(self, which: int) -> None:
        self.weeks.discards(which)

    @rule(which=WHICH, flag=st.sampled_from(("\\Seen", "\\Flagged", "\\Answered")))
    def marks_mail(self, which: int, flag: str) -> None:
        self.weeks.marks_mail(which, flag)

    @rule(hours=st.integers(1, 70))
    def time_passes(self, hours: int) -> None:
        self.weeks.sam.later(hours=hours)

    @rule(dice=st.integers(0, 4))
    def the_server_numbers_anew(self, dice: int) -> None:
        if not dice:
            self.weeks.numbers_anew()


@pytest.fixture
def machine(grounds: Grounds) -> Iterator[type[AnyWeeks]]:
    """The machine on running servers, of which a long run needs one with more people."""
    if EXAMPLES < 100:
        AnyWeeks.grounds = grounds
        yield AnyWeeks
        return
    with Grounds(users=EXAMPLES * 3) as many:
        AnyWeeks.grounds = many
        yield AnyWeeks


def test_any_weeks(machine: type[AnyWeeks]) -> None:
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=STEPS,
            deadline=None,
            database=None,
            report_multiple_bugs=False,
            phases=(Phase.explicit, Phase.generate),
            suppress_health_check=list(HealthCheck),
        ),
    )
