"""Lives made up at random of what may happen to a person's mail, of what they do, and of what may fail meanwhile."""

import traceback
from collections import Counter
from dataclasses import dataclass
from random import Random
from typing import Any, ClassVar
from unittest import mock

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
"""At most, in one life."""
MOST_WRONG = 20
"""Lives that go wrong before it is enough."""
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
    found: ClassVar[list[str]] = []

    def __init__(self) -> None:
        super().__init__()
        self.weeks = Weeks(self.grounds)
        self.lived: list[str] = []
        self.is_wrong = False

    def teardown(self) -> None:
        try:
            if not self.is_wrong:
                self.must_be_empty(self.weeks.wrong_in_the_end())
        finally:
            self.tally.update(self.weeks.tally)
            self.weeks.end()

    @initialize(mails=st.integers(1, 3), is_read=st.booleans())
    def begins(self, mails: int, is_read: bool) -> None:
        self.lived.append(f"{mails} mails{', read' if is_read else ''}")
        for number in range(mails):
            self.weeks.arrives(number, False)
        if is_read:
            self.weeks.poll()

    @rule(happening=HAPPENINGS)
    def happens(self, happening: Happening) -> None:
        self.lived.append(str(happening))
        happening.happen(self.weeks)

    @invariant()
    def nothing_is_wrong(self) -> None:
        self.must_be_empty(self.weeks.wrong())

    def must_be_empty(self, wrong: list[str]) -> None:
        """Notes the life that led to it: on real servers Hypothesis cannot count on coming to it a second time."""
        if wrong:
            self.is_wrong = True
            self.found.append("\n  after ".join(["; ".join(wrong), *self.lived]))
        assert not wrong, wrong


@dataclass(frozen=True, slots=True)
class Lived:
    """What was lived through: counts by name, and for each life that went wrong what was wrong and what led to it."""

    tally: Counter[str]
    wrong: tuple[str, ...]


def live_any_weeks(grounds: Grounds, steps: int, *, seed: int | None = None) -> Lived:
    """At least so many steps, in lives of their own; one that goes wrong ends, and others follow.

    With ``seed`` they are the same ones each time, as far as the clock of the machine lets them.
    """
    AnyWeeks.grounds, AnyWeeks.tally, AnyWeeks.found = grounds, Counter(), []
    raised, chance = list[str](), Random(seed)
    # Small changes of a life that was lived through already would be more than half of all.
    with mock.patch.object(ConjectureRunner, "generate_mutations_from", return_value=None):
        while AnyWeeks.tally["steps"] < steps and len(raised) < MOST_WRONG:
            AnyWeeks._hypothesis_internal_use_seed = chance.getrandbits(64)  # type: ignore[attr-defined]
            found = len(AnyWeeks.found)
            try:
                run_state_machine_as_test(AnyWeeks, settings=_asked(steps - AnyWeeks.tally["steps"]))
            except Exception as error:  # noqa: BLE001 - whatever a life ends in is what is looked for
                raised.append("".join(traceback.format_exception(error)) if len(AnyWeeks.found) == found else "")
    # Hypothesis lives through a life that went wrong once more.
    once = {each.partition("\n")[2]: each for each in AnyWeeks.found}
    return Lived(AnyWeeks.tally, (*once.values(), *filter(None, raised)))


def _asked(steps: int) -> settings:
    return settings(
        max_examples=max(-(-steps // STEPS), 1),
        stateful_step_count=STEPS,
        deadline=None,
        database=None,
        report_multiple_bugs=False,
        phases=(Stage.explicit, Stage.generate),
        suppress_health_check=list(HealthCheck),
    )
