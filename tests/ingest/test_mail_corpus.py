"""Our own mails, each with what must be read from it beside it."""

import json
from pathlib import Path
from typing import Any

import pytest

from ingest.parse import parse
from store.records import Address, Message

MAILS = sorted((Path(__file__).parent / "mails").glob("*.eml"))
assert MAILS, "the corpus of mails is missing"


def shown(message: Message, field: str) -> Any:
    """A field in the plain form that the expectations are written in."""
    value = getattr(message, field)
    match field, value:
        case _, Address():
            return [value.name, value.address]
        case "cc" | "to" | "reply_to", _:
            return [[each.name, each.address] for each in value]
        case "calendar", _:
            return [[event.uid, event.method, event.start.isoformat()] for event in value]
        case "date", _:
            return value.isoformat()
        case _, tuple():
            return list(value)
        case _:
            return value


@pytest.mark.parametrize("file", MAILS, ids=lambda file: file.stem)
def test_a_mail_is_read_as_its_expectation_says(file: Path) -> None:
    expected = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))

    message = parse(file.read_bytes(), source=file.name)

    assert isinstance(message, Message)
    marks = expected.pop("marks", {})
    assert {field: shown(message, field) for field in expected} == expected
    assert {field: getattr(message.marks, field) for field in marks} == marks
