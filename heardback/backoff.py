"""How long to wait after a failure: a growing time with full jitter, so that many clients never come back together."""

import random
from collections.abc import Callable

FIRST_SECONDS = 2.0
"""The first few tries follow within seconds: most lost connections are a change of network or a server restarted."""
LEAST_SECONDS = 0.5
MOST_SECONDS = 3600.0


class Backoff:
    """Grows with each failure and forgets all of them at once.

    It is kept in memory alone: whoever starts the service anew wants it to try at once.
    """

    def __init__(self, chance: Callable[[], float] = random.random) -> None:
        self._chance = chance
        self.failures = 0

    def failed(self, *, lasting: bool = False) -> float:
        """Seconds to wait now. ``lasting`` failures need somebody to act, so they are tried about once an hour."""
        if lasting:
            return MOST_SECONDS * (1 + self._chance()) / 2
        ceiling = min(MOST_SECONDS, FIRST_SECONDS * 2.0 ** min(self.failures, 32))
        self.failures += 1
        return max(LEAST_SECONDS, ceiling * self._chance())

    def reset(self) -> None:
        """All is well again."""
        self.failures = 0
