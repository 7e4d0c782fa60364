"""Fixtures of the whole suite."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("ci", derandomize=True, print_blob=True)
if os.environ.get("CI") == "true":
    # The same examples each time: new ones are looked for on people's machines and by `make histories`.
    settings.load_profile("ci")

pytest_plugins = ["tests.servers.fixtures"]

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def shared() -> Path:
    """Data kept beside the project; absent on most machines."""
    folder = Path(os.environ.get("HEARDBACK_SHARED", ROOT.parent / "shared"))
    if not folder.exists():
        pytest.skip("no shared data beside the project")
    return folder
