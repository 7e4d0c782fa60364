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


@pytest.fixture
def desk(tmp_path: Path, dovecot_box: Box) -> Iterator[Desk]:
    """A heardback and its mailbox on a real server."""
    made = Desk(tmp_path, dovecot_box)
    yield made
    made.database.close()
