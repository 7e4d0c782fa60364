"""The servers of the fault tests, started once."""

import os
from collections.abc import Iterator

import pytest

from tests.faults.grounds import Grounds
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
