"""How likely an answer still is after so many days of silence, with its interval and in words.

Figures are reckoned by ``chancefit``, which takes numpy; those that were kept from before are told without it.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from classify.chanceprior import EXPECTED, ChancePrior, Step
from classify.chancerange import chance_at
from classify.waits import HORIZON, Wait, WaitEnd

if TYPE_CHECKING:
    from classify.chancefit import Fit, Floats, Outcome
    from classify.state import Chance

ENOUGH = 5
"""From how many own waits this long the words name them (our assumption)."""
Figures = tuple[float, float, float]
"""A chance and the ends of its range."""
Reckoned = Figures
"""A chance as one counting gives it; the ends of its range as positions among the points of ``chancerange``."""
Moments = dict[Step, list[tuple[Any, Any]]]
"""Means and variances by day (arrays), of each counting, by step."""
Counted = tuple[tuple[Sequence[Wait], float], ...]
"""Waits as they are counted, and with which weight."""


class AnswerCurve:
    """The chance of an answer by step and days of silence, from the person's waits and what was expected.

    ``counted`` are the waits as they are reckoned with, where those that still run are counted to other moments than
    they are told: several countings, each with its weight, and the chance lies between what they give. ``kept`` are
    figures of earlier reckonings with the same ``counted``, in its order, by step and whole day; ``shared`` is where
    curves with the same ``counted`` in one process leave one another what they reckoned.
    """

    def __init__(
        self,
        waits: Iterable[Wait],
        prior: ChancePrior = EXPECTED,
        *,
        counted: Counted = (),
        kept: Mapping[tuple[Step, int], Sequence[Reckoned]] | None = None,
        shared: Moments | None = None,
    ) -> None:
        self._waits = tuple(waits)
        self._counted = counted or ((self._waits, 1.0),)
        self._prior = prior
        self._kept = kept or {}
        self._by_counting: Moments = {} if shared is None else shared
        self._outcomes: dict[Step, Outcome] = {}
        self._told: dict[tuple[Step, int], tuple[Figures, str]] = {}

    def chance(self, step: Step, days: float) -> "Chance":
        """The chance that an answer still comes after ``days`` of silence, with a range that holds 9 times in 10."""
        # A listing tells the same by ``told`` and does without all the words of a state.
        from classify.state import Chance

        (p, low, high), words = self.told(step, days)
        return Chance(p, low, high, words)

    def told(self, step: Step, days: float) -> tuple[Figures, str]:
        """The same as bare figures and words."""
        day = min(int(max(days, 0)), HORIZON)
        found = self._told.get((step, day))
        if found is None:
            found = self._told[step, day] = self._reckoned(step, day)
        return found

    def knows(self, step: Step, days: float) -> bool:
        """Whether this needs no reckoning."""
        day = int(max(days, 0))
        return day >= HORIZON or (step, day) in self._kept

    def reckoned(self, step: Step, day: int) -> tuple[Reckoned, ...]:
        """What each counting gives for that many whole days, to be kept."""
        # As below: whoever asks for this reckons.
        from classify.chancefit import positions_of

        moments = ((float(mean[day]), float(variance[day])) for mean, variance in self._moments(step))
        return tuple((mean, *positions_of(mean, variance)) for mean, variance in moments)

    def falls_below(self, step: Step, share: float) -> int:
        """The number of days of silence from which on the chance is below ``share``."""
        p = self._outcome(step).p
        return next((day for day in range(HORIZON + 1) if p[day] < share), HORIZON)

    def _reckoned(self, step: Step, day: int) -> tuple[Figures, str]:
        if day >= HORIZON:
            return (0.0, 0.0, 0.0), "after half a year without a word, an answer would be a new beginning"
        p, low, high = self._figures(step, day)
        return (round(p, 3), round(low, 3), round(high, 3)), f"{self._own(step, day)}{_share(p, low, high)}"

    def _figures(self, step: Step, day: int) -> Figures:
        kept = self._kept.get((step, day))
        if kept is None:
            outcome = self._outcome(step)
            return float(outcome.p[day]), float(outcome.low[day]), float(outcome.high[day])
        mean, low, high = map(self._between, zip(*kept, strict=True))
        mean = min(max(mean, 0.0), 1.0)
        return mean, min(chance_at(low), mean), max(chance_at(high), mean)

    def _between(self, found: Iterable[Any]) -> Any:
        """What lies between the countings, by their weights."""
        return sum(weight * each for (_, weight), each in zip(self._counted, found, strict=True))

    def _outcome(self, step: Step) -> "Outcome":
        if step not in self._outcomes:
            # numpy takes longer to import than a whole listing takes without it.
            from classify.chancefit import outcome_of

            self._outcomes[step] = outcome_of(*map(self._between, zip(*self._moments(step), strict=True)))
        return self._outcomes[step]

    def _moments(self, step: Step) -> "list[tuple[Floats, Floats]]":
        if step not in self._by_counting:
            self._by_counting[step] = [fit.moments(step) for fit in self._fits]
        return self._by_counting[step]

    @cached_property
    def _fits(self) -> "tuple[Fit, ...]":
        # As above.
        from classify.chancefit import Fit

        return tuple(Fit(waits, self._prior) for waits, _ in self._counted)

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
