"""Records are stored without what is empty anyway, and come back as they were, those stored in full before as well."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from store.codec import DamagedRecord, from_json, from_octets, stripped, to_json, to_lean_json, to_octets
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


def test_texts_that_have_a_place_of_their_own_are_taken_for_empty() -> None:
    assert to_lean_json(FULL, ("text", "html")) == to_lean_json(replace(FULL, text="", html=""))


def test_what_goes_with_the_text_of_a_mail_goes_and_the_rest_stays_to_the_letter() -> None:
    words = ("quoted", "signature", "footer", "calendar")

    assert stripped(to_lean_json(FULL), words) == to_lean_json(
        replace(FULL, quoted="", signature="", footer="", calendar=())
    )
    judged = replace(READING, verdict=replace(VERDICT, deciding="we regret", reasons=("It says: “we regret”.",)))
    assert stripped(to_lean_json(judged), ("deciding",), lists=("reasons",), of="verdict") == to_lean_json(READING)


@pytest.mark.parametrize("text", ["", "[]", "{"])
def test_what_is_no_record_is_damaged(text: str) -> None:
    with pytest.raises(DamagedRecord):
        stripped(text, ())
    with pytest.raises(DamagedRecord):
        from_octets(text.encode(), type(FULL))


def test_octets_for_another_process_keep_the_zone_of_every_moment() -> None:
    held = replace(FULL, date=datetime(2026, 3, 2, 9, tzinfo=timezone(timedelta(hours=1))))

    assert to_json(from_octets(to_octets(held), type(FULL))) == to_json(held)
