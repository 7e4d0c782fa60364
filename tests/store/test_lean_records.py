"""Records are stored without what is empty anyway, and come back as they were, those stored in full before as well."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest

from store.codec import from_json, to_json, to_lean_json
from store.records import Address, Interview, Marks, Message, Promise, Reading, Verdict
from store.vocabulary import SenderKind, Tag

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
BARE = Message("id", "<1@a.example>", (), (), Address("", "a@b.example"), (), (), (), "Hello", NOW, "words")
FULL = replace(
    BARE,
    quoted="earlier",
    signature="Kim",
    attachments=("cv.pdf",),
    marks=Marks(list_id="<list.example>"),
    sender_kind=SenderKind.PERSON,
)
VERDICT = Verdict(Tag.OTHER, (0.1, 0.9), False, (), "m1", language="de")
READING = Reading(
    VERDICT,
    company="Northwind",
    promise=Promise(date(2026, 3, 9), "Within a week."),
    interviews=(Interview(NOW, None, "screening"),),
    automatic=True,
)


@pytest.mark.parametrize(
    "record", [BARE, FULL, READING, Reading(VERDICT)], ids=["bare", "full", "read", "nothing read"]
)
def test_what_is_stored_comes_back(record: object) -> None:
    assert from_json(to_lean_json(record), type(record)) == record
    assert from_json(to_json(record), type(record)) == record


def test_what_is_empty_is_left_out() -> None:
    told = to_lean_json(BARE)

    assert not [name for name in ("quoted", "signature", "footer", "calendar", "marks", "html") if f'"{name}"' in told]
    assert len(told) < 0.6 * len(to_json(BARE))


def test_a_default_that_says_something_is_written() -> None:
    assert '"sender_kind":"company"' in to_lean_json(BARE)
    assert '"language":"en"' in to_lean_json(replace(VERDICT, language="en"))


@dataclass(frozen=True, slots=True)
class Odd:
    """Fields whose value may be empty in another way than their default."""

    one: str | None = None
    two: int | None = None
    three: bool = True


@pytest.mark.parametrize("odd", [Odd("", 0, False), Odd(None, None, True), Odd("x", 1, False)])
def test_empty_in_another_way_is_not_taken_for_the_default(odd: Odd) -> None:
    assert from_json(to_lean_json(odd), Odd) == odd
