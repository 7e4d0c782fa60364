"""Fixtures of the replies."""

import pytest

from store.records import Draft
from tests.respond.builders import a_draft


@pytest.fixture
def draft() -> Draft:
    """A proposed answer to Dana's mail."""
    return a_draft()
