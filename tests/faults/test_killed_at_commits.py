"""Killed (SIGKILL) right before or right after a commit of a round, a sending or a digest, and started again.

At every one of them by ``make torture``.
"""

from collections.abc import Iterator

import pytest

from tests.faults.grounds import Grounds
from tests.faults.killing import Killer


@pytest.fixture(scope="module")
def killer(grounds: Grounds) -> Iterator[Killer]:
    with Killer(grounds) as one:
        yield one


@pytest.fixture(scope="module")
def commits(killer: Killer) -> int:
    """How many there are."""
    return killer.commits()


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("percent", [15, 40, 55, 70, 85, 100])
def test_killed_at_a_commit_it_goes_on_with_nothing_lost_or_doubled(
    killer: Killer, commits: int, percent: int, after: bool
) -> None:
    assert commits > 20
    assert killer.wrong_after(commits * percent // 100, after=after) == []
