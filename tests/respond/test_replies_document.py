"""``docs/replies.md`` holds what is written today: run ``heardback replies table`` after a wording has changed."""

from pathlib import Path

import pytest

from respond.replytable import replies_document
from store.vocabulary import DraftKind

FILE = Path(__file__).parents[2] / "docs" / "replies.md"


@pytest.fixture(scope="module")
def document() -> str:
    return replies_document()


def test_the_file_is_what_the_command_writes(document: str) -> None:
    assert FILE.read_text("utf-8") == document, "run: heardback replies table"


@pytest.mark.parametrize("kind", DraftKind)
def test_every_kind_stands_in_it_in_every_language(document: str, kind: DraftKind) -> None:
    for language in ("English", "German", "French", "Spanish"):
        assert f"(`{kind}`): {language}\n\n**" in document


def test_everybody_in_it_is_invented(document: str) -> None:
    assert "@" not in document
    assert "http" not in document
