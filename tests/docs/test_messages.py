"""docs/troubleshooting.md holds every message, each says what to do, and each is provoked by a test."""

import re
from pathlib import Path

import pytest

from scripts.messages_check import PAGE, ROOT, documented, gone, missing, row_for, says_what_to_do
from scripts.messages_found import SLOT, Message, messages
from scripts.messages_proof import exists, provoked

UP_TO_DATE = "python -m scripts.messages_check --missing prints the rows to add"


@pytest.fixture(scope="module")
def found() -> tuple[Message, ...]:
    return messages(ROOT)


def test_every_message_has_a_row(found: tuple[Message, ...]) -> None:
    lacking = missing(PAGE.read_text(encoding="utf-8"), found)

    assert not lacking, f"{UP_TO_DATE}:\n" + "\n".join(row_for(each) for each in lacking)


def test_every_row_belongs_to_a_message(found: tuple[Message, ...]) -> None:
    assert not gone(PAGE.read_text(encoding="utf-8"), found)


def test_no_message_has_two_rows() -> None:
    rows = documented(PAGE.read_text(encoding="utf-8"))

    assert sorted(rows) == sorted(set(rows))


def test_every_row_says_why() -> None:
    rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]

    assert [row for row in rows if re.search(r"` \| *\|$", row)] == []


def test_every_message_says_what_to_do(found: tuple[Message, ...]) -> None:
    assert [each for each in found if not says_what_to_do(each)] == []


def test_every_message_is_provoked_by_a_test_that_is_there(found: tuple[Message, ...]) -> None:
    proofs = provoked()

    without = [each.text for each in found if each.text not in proofs]
    assert not without, "python -m scripts.messages_proof brings tests/docs/provoked.tsv up to date"
    assert [test for test in proofs.values() if not exists(test)] == []


def test_the_collector_follows_names_to_what_they_stand_for(tmp_path: Path) -> None:
    package = tmp_path / "store"
    package.mkdir()
    (package / "wrong.py").write_text(
        'REMEDY = "mend it"\n'
        "class HeardbackError(Exception): ...\n"
        "class Broken(HeardbackError): ...\n"
        "def look(name, hard):\n"
        '    how = "badly" if hard else "a little"\n'
        '    raise Broken(f"The thing {name} is {how} broken: {REMEDY}.")\n'
    )

    assert [each.text for each in messages(tmp_path)] == [
        f"The thing {SLOT} is a little broken: mend it.",
        f"The thing {SLOT} is badly broken: mend it.",
    ]
