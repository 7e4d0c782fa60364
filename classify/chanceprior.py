"""What is expected of answers before the person's own history says anything: published figures and our assumptions.

Each is a key of ``[chance]`` in ``config.example.toml``.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from classify.limits import ClockRule


class Step(StrEnum):
    """What is waited for; the names begin the keys of ``[chance]``."""

    APPLIED = "applied"
    RECEIPT = "receipt"
    ASSESSMENT = "assessment"
    ARRANGING = "arranging"
    SCREENING = "screening"
    INTERVIEW = "interview"
    FINAL = "final"


STEP_OF_RULE = {
    ClockRule.NO_RECEIPT: Step.APPLIED,
    ClockRule.RECEIPT: Step.RECEIPT,
    ClockRule.ASSESSMENT: Step.ASSESSMENT,
    ClockRule.SCREENING: Step.SCREENING,
    ClockRule.INTERVIEW: Step.INTERVIEW,
    ClockRule.FINAL: Step.FINAL,
}
"""The step a clock of ``silence.md`` waits at, unless a talk is only being arranged (``chancewaits.step_of``)."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """One step: the share ever answered, and the weeks within which half of those answers come."""

    answered: float
    half_weeks: float


def _defaults() -> dict[Step, Expectation]:
    return {
        # Applying: one to two months after it 36 % (North America) to 70 % (EMEA) had no answer (domain.md §1.2 [ere]),
        # so that 47 % had one, in the middle; with half of the answers in 2.5 weeks, seven eighths have come by 7.5
        # weeks, which makes 54 % ever. A little less where not even a receipt came, and the weeks themselves, are our
        # assumption: published medians have no primary (domain.md §1.1, [grok]).
        Step.APPLIED: Expectation(0.45, 2.0),
        Step.RECEIPT: Expectation(0.54, 2.5),
        # After interviews: 35 % of 144 loops were never answered (domain.md §1.2, [snyder]). Half within two weeks,
        # because first interview to decision takes about 25 days on average (domain.md §1.1, [nace24]) and means of
        # waits lie well above their medians. Calls, final rounds and assessments: our assumption, around it.
        Step.SCREENING: Expectation(0.60, 1.5),
        Step.INTERVIEW: Expectation(0.65, 2.0),
        Step.FINAL: Expectation(0.75, 2.0),
        Step.ASSESSMENT: Expectation(0.60, 2.0),
        # They asked for a talk, and it is for them to settle when: our assumption.
        Step.ARRANGING: Expectation(0.85, 0.5),
    }


@dataclass(frozen=True, slots=True)
class ChancePrior:
    """All steps, and how many applications these figures count as.

    Over the four regions of CandE 2023 the share answered has a standard deviation of 0.75 in log-odds (domain.md §1.2,
    [ere]), and over eight US industries the length of the process one of 0.6 in logarithms (domain.md §1.1,
    [glassdoor17]); so far apart are also shares and medians seen on seven applications. Five, because persons within a
    region or an industry lie apart too (our assumption).
    """

    steps: dict[Step, Expectation] = field(default_factory=_defaults, hash=False)
    weight: float = 5.0


EXPECTED = ChancePrior()
"""The defaults of the config."""
