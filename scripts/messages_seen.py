"""A plugin of pytest that notes which message each test provokes: ``pytest -p scripts.messages_seen``.

It writes to the file named by HEARDBACK_MESSAGES_SEEN, a JSON list of test and text a line, after each test;
``python -m scripts.messages_check --learn FILE`` reads it into ``tests/docs/provoked.tsv``.
"""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

_PLACE = "HEARDBACK_MESSAGES_SEEN"
_seen: set[tuple[str, str]] = set()
_running = ""


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Keeps the name of the test that runs."""
    global _running
    _running = item.nodeid.partition("[")[0]
    yield
    _running = ""
    _write()


def pytest_configure() -> None:
    """Listens where messages are made."""
    import typer

    from heardback.findings import Finding
    from heardback.web import routing
    from heardback.web.notices import Notice
    from respond import situation
    from store.errors import HeardbackError, UserError

    for kind in (HeardbackError, UserError, typer.BadParameter, routing.Refused, situation.Refused, Finding, Notice):
        _listen(kind)
    for module in _modules_with("trouble"):
        _listen_to_pages(module)


def _write() -> None:
    place = os.environ.get(_PLACE)
    if place and _seen:
        with Path(place).open("a", encoding="utf-8") as file:
            file.writelines(json.dumps(each) + "\n" for each in sorted(_seen))
    _seen.clear()


def _listen(kind: type) -> None:
    made: Callable[..., None] = kind.__init__  # type: ignore[misc]

    def noting(self: Any, *args: Any, **named: Any) -> None:
        _note(*args, *named.values())
        made(self, *args, **named)

    kind.__init__ = noting  # type: ignore[misc]


def _modules_with(name: str) -> list[Any]:
    import sys

    import heardback.web.app

    _ = heardback.web.app
    return [each for key, each in sys.modules.items() if key.startswith("heardback.web") and hasattr(each, name)]


def _listen_to_pages(module: Any) -> None:
    shown = module.trouble

    def noting(*args: Any, **named: Any) -> Any:
        _note(*args, *named.values())
        return shown(*args, **named)

    module.trouble = noting


def _note(*values: Any) -> None:
    if _running:
        _seen.update((_running, value) for value in values if isinstance(value, str) and " " in value)
