"""Whatever happens in whatever order, while lines, servers, the store and the program fail: nothing is lost, doubled,
sent unapproved, or touched that is the person's. Ten thousand steps by ``make torture`` (docs/torture.md).
"""

import os

from tests.faults.anyweeks import live_any_weeks
from tests.faults.grounds import Grounds

STEPS = 240
SEED = 6 if os.environ.get("CI") == "true" else None
"""The same lives each time where others wait for the answer; new ones on people's machines."""


def test_any_weeks(grounds: Grounds) -> None:
    lived = live_any_weeks(grounds, STEPS, seed=SEED)

    assert lived.wrong == ()
    assert lived.tally["steps"] >= STEPS
    assert lived.tally["faults that struck"] > 0
    assert lived.tally["mails sent"] > 0
