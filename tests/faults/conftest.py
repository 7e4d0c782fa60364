"""The servers of the fault tests, started once."""

import os
from collections.abc import Callable, Iterator

import pytest

from tests.faults.grounds import Grounds
from tests.faults.selection import Seen
from tests.servers.dovecot import executable
from tests.servers.dovecot_oauth import INSTALL, SUBMISSION


@pytest.fixture(scope="session")
def grounds() -> Iterator[Grounds]:
    """Real servers. Skips where Dovecot is not installed, except in CI, where that is a failure."""
    if executable() is None or not SUBMISSION.exists():
        if os.environ.get("CI") == "true":
            pytest.fail(f"Dovecot is not installed; run `{INSTALL}`.")
        pytest.skip(f"Dovecot is not installed; run `{INSTALL}`.")
    with Grounds() as served:
        yield served


@pytest.fixture
def seen(record_property: Callable[[str, object], None]) -> Seen:
    """Notes what happened, when, and what the person was told of it, for ``docs/torture.md``."""

    def note(happened: str, moment: object, said: str, last: str = "") -> None:
        for name, words in (("happened", happened), ("moment", moment), ("said", said), ("last", last)):
            record_property(name, str(words))

    return note
