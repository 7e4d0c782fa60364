"""Whatever happens in whatever order, while lines, servers, the store and the program fail: nothing is lost, doubled,
sent unapproved, or touched that is the person's.

``HEARDBACK_LONG_RUN=10000`` runs that many steps (about); the suite runs some hundred.
"""

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import Phase as Stage
from hypothesis import strategies as st
from hypothesis.internal.conjecture.engine import ConjectureRunner
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from tests.faults.cells import IMAP_PHASES, SMTP_PHASES
from tests.faults.grounds import Grounds
from tests.faults.weeks import Weeks
from tests.servers.phaseproxy import Fault, Strike
from tests.servers.phases import Phase

STEPS = 30
EXAMPLES = max(8, int(os.environ.get("HEARDBACK_LONG_RUN", "0")) // STEPS)
FAULTS = tuple(fault for fault in Fault if fault not in (Fault.EVENT, Fault.HOLLOW))
"""A server that says OK and hides what it has cannot be told from one that has nothing."""

WHICH = st.integers(0, 7)
_WRITING = (Phase.APPEND, Phase.TEXT, Phase.SELECT, Phase.STORE, Phase.EXPUNGE)
OFTEN = (*IMAP_PHASES, *_WRITING, *_WRITING, Phase.FETCH, Phase.SEARCH)
"""More goes wrong where something is written."""


@dataclass(frozen=True)
class Happening:
    """A method of ``Weeks`` with what it is given, and the one that prepares the trouble it meets."""

    name: str
    given: tuple[Any, ...] = ()
    trouble: str = ""
    of: tuple[Any, ...] = ()

    def happen(self, weeks: Weeks) -> None:
        if self.trouble:
            getattr(weeks, self.trouble)(*self.of)
        getattr(weeks, self.name)(*self.given)


def _does(name: str, *drawn: st.SearchStrategy[Any]) -> st.SearchStrategy[Happening]:
    return st.builds(Happening, st.just(name), st.tuples(*drawn))


def _troubled(name: str, *, out: bool) -> st.SearchStrategy[Happening]:
    """Something heardback does while something fails: the line, the store, or the program itself."""
    way, nothing = st.just(out), st.just(())
    phases = st.sampled_from(SMTP_PHASES if out else OFTEN)
    nths = st.sampled_from((1,) if out else (1, 1, 1, 1, 2, 2, 3, 4, 6))
    strikes = st.tuples(st.builds(Strike, phases, st.sampled_from(FAULTS), nths), way)
    return _weighted(
        (3, st.builds(Happening, st.just(name), nothing, st.just("strike"), strikes)),
        (1, st.builds(Happening, st.just(name), nothing, st.just("hold"), st.tuples(phases, nths, way))),
        (1, st.builds(Happening, st.just(name), nothing, st.just("die"), st.tuples(st.integers(1, 12), st.booleans()))),
    )


def _weighted(*choices: tuple[int, st.SearchStrategy[Happening]]) -> st.SearchStrategy[Happening]:
    """One of them, by weight (``one_of`` takes equal ones for one)."""
    return st.sampled_from([each for weight, each in choices for _ in range(weight)]).flatmap(lambda each: each)


HAPPENINGS = _weighted(
    (3, _does("poll")),
    (5, _troubled("poll", out=False)),
    (2, _does("send")),
    (3, _troubled("send", out=False)),
    (3, _troubled("send", out=True)),
    (1, _does("digest")),
    (1, _troubled("digest", out=True)),
    (1, _does("restart")),
    (2, _does("arrives", st.integers(0, 99), st.sampled_from((False, False, True)))),
    (5, _does("approves", WHICH)),
    (3, _does("edits", WHICH)),
    (3, _does("edits_there", WHICH)),
    (1, _does("deletes_there", WHICH)),
    (1, _does("sends_by_hand", WHICH)),
    (1, _does("takes_back", WHICH)),
    (1, _does("discards", WHICH)),
    (1, _does("marks_mail", WHICH, st.sampled_from(("\\Seen", "\\Flagged", "\\Answered")))),
    (1, _does("passes", st.integers(1, 70))),
    (1, _does("numbers_anew", st.integers(0, 3))),
)


class AnyWeeks(RuleBasedStateMachine):
    """One person. A single rule: of several, Hypothesis leaves some out for whole lives, as the arrival of mail."""

    grounds: ClassVar[Grounds]
    tally: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.weeks = Weeks(self.grounds)

    def teardown(self) -> None:
        try:
            wrong = self.weeks.wrong_in_the_end()
            assert not wrong, wrong
        finally:
            self.tally.update(self.weeks.tally)
            self.weeks.end()

    @initialize(mails=st.integers(1, 3), is_read=st.booleans())
    def begins(self, mails: int, is_read: bool) -> None:
        for number in range(mails):
            self.weeks.arrives(number, False)
        if is_read:
            self.weeks.poll()

    @rule(happening=HAPPENINGS)
    def happens(self, happening: Happening) -> None:
        happening.happen(self.weeks)

    @invariant()
    def nothing_is_wrong(self) -> None:
        wrong = self.weeks.wrong()
        assert not wrong, wrong


@pytest.fixture
def machine(grounds: Grounds) -> Iterator[type[AnyWeeks]]:
    """The machine on running servers, of which a long run needs one with more people."""
    if EXAMPLES < 100:
        AnyWeeks.grounds = grounds
        yield AnyWeeks
        return
    with Grounds(users=EXAMPLES * 2 + 200) as many:
        AnyWeeks.grounds = many
        yield AnyWeeks


def live_any_weeks(machine: type[AnyWeeks]) -> None:
    """Lives through them."""
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=STEPS,
            deadline=None,
            database=None,
            report_multiple_bugs=False,
            phases=(Stage.explicit, Stage.generate),
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_any_weeks(machine: type[AnyWeeks], monkeypatch: pytest.MonkeyPatch) -> None:
    # Small changes of a life that was lived through already would be more than half of all.
    monkeypatch.setattr(ConjectureRunner, "generate_mutations_from", lambda _self, _data: None)
    live_any_weeks(machine)
