"""How likely an answer still is after so many days of silence.

A discrete-time hazard over weeks (Kaplan-Meier with right-censoring): of those still waiting at the start of a week,
how many are answered in it. The person's own weeks are added to a prior of published figures and marked assumptions,
which counts as ``PRIOR_WEIGHT`` applications, so that the first own applications move it little and a hundred move it
a lot.
"""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from classify.limits import ClockRule
from classify.state import Chance
from store.records import Event
from store.vocabulary import EventKind

WEEKS = 17
"""The curve ends after 17 weeks (about four months): later answers count as a new contact."""

PRIOR_WEIGHT = 20.0
"""How many applications the prior stands for (our assumption)."""

_PRIOR: dict[ClockRule, tuple[float, float]] = {
    # Share ever answered, and the week by which half of those answers are in.
    # Applying: 36 % (North America) to 70 % (EMEA) had no answer after one to two months (domain.md §1.2, [ere]): we
    # take the middle. Half of the answers within two weeks is our assumption; published medians have no primary.
    ClockRule.NO_RECEIPT: (0.40, 2.0),
    ClockRule.RECEIPT: (0.47, 2.5),
    # After an interview: 35 % of 144 loops were never answered (domain.md §1.2, [snyder]); first interview to decision
    # takes about 25 days (domain.md §1.1, NACE). Calls and assessments: our assumption, between the two.
    ClockRule.SCREENING: (0.60, 1.5),
    ClockRule.INTERVIEW: (0.65, 2.0),
    ClockRule.FINAL: (0.75, 2.0),
    ClockRule.ASSESSMENT: (0.60, 2.0),
}

_ANSWERS = frozenset(
    {
        EventKind.INVITED,
        EventKind.BOOKED,
        EventKind.CANCELLED,
        EventKind.ASSESSMENT,
        EventKind.REQUEST,
        EventKind.ANSWER,
        EventKind.REJECTED,
        EventKind.OFFERED,
    }
)


@dataclass(frozen=True, slots=True)
class Wait:
    """One wait of the past or present: under which rule, how many days, and whether an answer ended it."""

    rule: ClockRule
    days: float
    answered: bool


def waits_of(events: tuple[Event, ...], now: datetime) -> tuple[Wait, ...]:
    """The waits for a first word after applying, and after each interview, that one application has seen."""
    past = [each for each in events if each.at <= now]
    found: list[Wait] = []
    for index, event in enumerate(past):
        rule = _opens_wait(event)
        if rule is None:
            continue
        start = max(event.at, datetime.fromisoformat(event.detail["end"])) if "end" in event.detail else event.at
        if start > now:
            continue
        ended = next((each for each in past[index + 1 :] if each.kind in _ANSWERS and each.at > start), None)
        until = ended.at if ended else now
        found.append(Wait(rule, (until - start).total_seconds() / 86400, ended is not None))
    return tuple(found)


def _opens_wait(event: Event) -> ClockRule | None:
    match event.kind:
        case EventKind.APPLIED:
            return ClockRule.NO_RECEIPT
        case EventKind.RECEIPT:
            return ClockRule.RECEIPT
        case EventKind.SUBMITTED:
            return ClockRule.ASSESSMENT
        case EventKind.BOOKED:
            stages = {"screening": ClockRule.SCREENING, "final": ClockRule.FINAL}
            return stages.get(event.detail.get("stage", ""), ClockRule.INTERVIEW)
        case _:
            return None


class AnswerCurve:
    """The chance of an answer by rule and days of silence."""

    def __init__(self, waits: Iterable[Wait]) -> None:
        self._at_risk: dict[ClockRule, Counter[int]] = {rule: Counter() for rule in ClockRule}
        self._answered: dict[ClockRule, Counter[int]] = {rule: Counter() for rule in ClockRule}
        for wait in waits:
            week = min(int(wait.days // 7), WEEKS)
            for lived in range(min(week + (1 if wait.answered else 0), WEEKS)):
                self._at_risk[wait.rule][lived] += 1
            if wait.answered and week < WEEKS:
                self._answered[wait.rule][week] += 1

    def chance(self, rule: ClockRule, days: float) -> Chance:
        """The chance that an answer still comes after ``days`` of silence, with a range that holds 9 times in 10."""
        start = min(int(max(days, 0) // 7), WEEKS)
        silent, weight = 1.0, 0.0
        for week in range(start, WEEKS):
            hazard, stands_on = self._hazard(rule, week)
            silent *= 1 - hazard
            weight = max(weight, stands_on)
        p = 1 - silent
        low, high = _range(p, max(weight, 2.0))
        return Chance(round(p, 3), round(low, 3), round(high, 3), self._words(rule, start, p, low, high))

    def _hazard(self, rule: ClockRule, week: int) -> tuple[float, float]:
        """Answers per application still waiting in that week, and on how many applications this rests."""
        before, within = _prior_waiting(rule, week), _prior_waiting(rule, week + 1)
        prior_at_risk = PRIOR_WEIGHT * before
        at_risk, answered = self._at_risk[rule][week], self._answered[rule][week]
        total = prior_at_risk + at_risk
        return (PRIOR_WEIGHT * (before - within) + answered) / total, total

    def _words(self, rule: ClockRule, start: int, p: float, low: float, high: float) -> str:
        own = self._at_risk[rule][start] if start < WEEKS else 0
        answered = sum(count for week, count in self._answered[rule].items() if week >= start)
        share = f"about {p * 100:.0f} %, between {low * 100:.0f} and {high * 100:.0f} %"
        if own < 5:
            return f"{share}, going by published figures; your own history is still short"
        return f"of {own} of your applications silent this long at this step, {answered} were still answered: {share}"


def _prior_waiting(rule: ClockRule, week: float) -> float:
    """The share of applications still waiting at the start of ``week``, by the prior: an exponential with a floor."""
    ever, half = _PRIOR[rule]
    return 1 - ever * (1 - math.pow(0.5, week / half))


def _range(p: float, weight: float) -> tuple[float, float]:
    """Wilson's interval at 90 % for a share seen on ``weight`` applications."""
    z = 1.645
    centre = (p + z * z / (2 * weight)) / (1 + z * z / weight)
    spread = z * math.sqrt(p * (1 - p) / weight + z * z / (4 * weight * weight)) / (1 + z * z / weight)
    return max(0.0, centre - spread), min(1.0, centre + spread)
