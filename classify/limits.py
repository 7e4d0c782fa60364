"""The numbers behind silence, each a key in ``config.example.toml`` with the default of ``domain.md`` §1.5."""

from dataclasses import dataclass, field
from enum import StrEnum


class ClockRule(StrEnum):
    """The rules of ``silence.md`` by which a silence clock runs."""

    NO_RECEIPT = "A1"
    RECEIPT = "A2"
    SCREENING = "A3"
    INTERVIEW = "A4"
    FINAL = "A5"
    ASSESSMENT = "A6"

    @property
    def in_words(self) -> str:
        """What the rule is about, for a sentence."""
        return _WORDS[self]


_WORDS = {
    ClockRule.NO_RECEIPT: "applying, where no receipt came",
    ClockRule.RECEIPT: "the receipt",
    ClockRule.SCREENING: "a first call",
    ClockRule.INTERVIEW: "an interview",
    ClockRule.FINAL: "a final round",
    ClockRule.ASSESSMENT: "handing in an assessment",
}


@dataclass(frozen=True, slots=True)
class ClockLimits:
    """One row of the table: nudges in business days, the ghost limit in calendar or business days.

    ``second`` is None where a second follow-up makes no sense. ``unlikely_after`` is the number of days after which an
    answer is less likely than the person's threshold; where it is set, it takes the place of ``first``.
    """

    first: int
    second: int | None
    ghost: int
    ghost_in_business_days: bool
    unlikely_after: int | None = None


def _defaults() -> dict[ClockRule, ClockLimits]:
    return {
        ClockRule.NO_RECEIPT: ClockLimits(7, None, 30, ghost_in_business_days=False),
        ClockRule.RECEIPT: ClockLimits(10, 10, 45, ghost_in_business_days=False),
        ClockRule.SCREENING: ClockLimits(5, 5, 15, ghost_in_business_days=True),
        ClockRule.INTERVIEW: ClockLimits(5, 5, 20, ghost_in_business_days=True),
        ClockRule.FINAL: ClockLimits(5, 5, 20, ghost_in_business_days=True),
        ClockRule.ASSESSMENT: ClockLimits(5, 7, 20, ghost_in_business_days=True),
    }


@dataclass(frozen=True, slots=True)
class Cadence:
    """How to stay in touch after a rejection (``domain.md`` §6.2).

    ``first_months`` until a first word again, 0 for never; ``last_weeks`` from a word that nobody answered to the one
    more that is written; ``warm_months`` between words to somebody who answers. ``lapses`` is the days for which a
    word is still due; later it is no longer asked for.
    """

    first_months: int = 1
    last_weeks: int = 3
    warm_months: int = 3
    lapses: int = 30


@dataclass(frozen=True, slots=True)
class Limits:
    """All of them. ``promise_grace`` and ``thank_you`` are business days; ``follow_ups`` counts per stage."""

    clocks: dict[ClockRule, ClockLimits] = field(default_factory=_defaults, hash=False)
    promise_grace: int = 2
    thank_you: int = 2
    follow_ups: int = 2
    cadence: Cadence = Cadence()
