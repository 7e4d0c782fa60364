"""How likely an answer still is after so many days of silence, with its interval and in words."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from classify.chancefit import HORIZON, Fit, Outcome
from classify.chanceprior import EXPECTED, ChancePrior, Step
from classify.chancewaits import Wait, WaitEnd
from classify.state import Chance

ENOUGH = 5
"""From how many own waits this long the words name them (our assumption)."""


class AnswerCurve:
    """The chance of an answer by step and days of silence, from the person's waits and what was expected."""

    def __init__(self, waits: Iterable[Wait], prior: ChancePrior = EXPECTED) -> None:
        self._waits = tuple(waits)
        self._prior = prior
        self._outcomes: dict[Step, Outcome] = {}
        self._chances: dict[tuple[Step, int], Chance] = {}

    def chance(self, step: Step, days: float) -> Chance:
        """The chance that an answer still comes after ``days`` of silence, with a range that holds 9 times in 10."""
        day = min(int(max(days, 0)), HORIZON)
        found = self._chances.get((step, day))
        if found is None:
            found = self._chances[step, day] = self._reckoned(step, day)
        return found

    def falls_below(self, step: Step, share: float) -> int:
        """The number of days of silence from which on the chance is below ``share``."""
        p = self._outcome(step).p
        return next((day for day in range(HORIZON + 1) if p[day] < share), HORIZON)

    def _reckoned(self, step: Step, day: int) -> Chance:
        outcome = self._outcome(step)
        p, low, high = (float(each[day]) for each in (outcome.p, outcome.low, outcome.high))
        if day >= HORIZON:
            return Chance(0.0, 0.0, 0.0, "after half a year without a word, an answer would be a new beginning")
        return Chance(round(p, 3), round(low, 3), round(high, 3), f"{self._own(step, day)}{_share(p, low, high)}")

    def _outcome(self, step: Step) -> Outcome:
        if step not in self._outcomes:
            self._outcomes[step] = self._fit.outcome(step)
        return self._outcomes[step]

    @cached_property
    def _fit(self) -> Fit:
        return Fit(self._waits, self._prior)

    @cached_property
    def _lasted(self) -> dict[tuple[Step, WaitEnd], list[float]]:
        """The days of the waits, in order, by step and end."""
        lasted: dict[tuple[Step, WaitEnd], list[float]] = defaultdict(list)
        for wait in self._waits:
            lasted[wait.step, wait.end].append(wait.days)
        for each in lasted.values():
            each.sort()
        return lasted

    def _own(self, step: Step, day: int) -> str:
        """What became of own waits this long. Who still waits is neither answered nor unanswered, and is told apart."""
        answered = self._more(step, WaitEnd.ANSWERED, day, HORIZON)
        never = self._more(step, WaitEnd.ANSWERED, HORIZON) + self._more(step, WaitEnd.OPEN, HORIZON)
        # Only what has waited longer than this tells anything, which leaves out the very wait that is asked about.
        waiting = self._more(step, WaitEnd.OPEN, day + 1, HORIZON)
        number = answered + never + waiting
        if not self._waits:
            return "going by published figures: "
        if number < ENOUGH:
            return "going by published figures and your own history, which is still short here: "
        still = f" and {waiting} {'is' if waiting == 1 else 'are'} still waiting" if waiting else ""
        were = "was" if answered == 1 else "were"
        return f"of {number} applications silent this long at this step, {answered} {were} still answered{still}: "

    def _more(self, step: Step, end: WaitEnd, day: int, until: int | None = None) -> int:
        days = self._lasted[step, end]
        return (len(days) if until is None else bisect_left(days, until)) - bisect_left(days, day)


def _share(p: float, low: float, high: float) -> str:
    if p < 0.005:
        return f"less than 1 %, at most {max(high, 0.01) * 100:.0f} %"
    return f"about {p * 100:.0f} %, between {low * 100:.0f} and {high * 100:.0f} %"
