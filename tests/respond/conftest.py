"""Fixtures of the replies."""

import pytest

from store.noted import Draft
from tests.respond.builders import a_draft


@pytest.fixture
def draft() -> Draft:
    """A proposed answer to Dana's mail."""
    return a_draft()
