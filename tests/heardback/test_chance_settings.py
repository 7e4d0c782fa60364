"""What is expected of answers is in the config, with the defaults the program has without one."""

from classify.chanceprior import EXPECTED, STEP_OF_RULE, Step
from classify.limits import ClockRule
from heardback.meaning import prior_of
from heardback.settings import ChanceSettings


def test_the_defaults_of_the_config_are_those_of_the_program() -> None:
    assert prior_of(ChanceSettings()).steps == EXPECTED.steps
    assert prior_of(ChanceSettings()) == EXPECTED


def test_every_clock_has_a_step_and_every_step_its_keys() -> None:
    assert STEP_OF_RULE.keys() == set(ClockRule)
    assert set(EXPECTED.steps) == set(Step)


def test_own_figures_reach_the_program() -> None:
    prior = prior_of(ChanceSettings(final_answered=0.9, final_half_weeks=1.0, weight=50))

    assert (prior.steps[Step.FINAL].answered, prior.steps[Step.FINAL].half_weeks, prior.weight) == (0.9, 1.0, 50.0)
