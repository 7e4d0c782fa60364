"""Fixtures of the replies."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.noted import Draft
from tests.respond.builders import a_draft
from tests.respond.desk import Desk
from tests.servers.boxes import Box


@pytest.fixture
def draft() -> Draft:
    """A proposed answer to Dana's mail."""
    return a_draft()


@pytest.fixture(params=["dovecot", "cyrus"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    """A heardback and its mailbox, on real servers of two families."""
    box: Box = request.getfixturevalue(f"{request.param}_box")
    made = Desk(tmp_path, box)
    yield made
    made.database.close()
