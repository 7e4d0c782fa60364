"""``lessons``: a short note after a rejection, shown again before the next talk of its kind."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.records import Interview
from store.vocabulary import Tag
from tests.classify.mails import received
from tests.heardback.northwind import REASON, STORY, Terminal

NEXT_TALK = received(
    9,
    "2026-04-01",
    Tag.INVITATION,
    "Oak School",
    "Registrar",
    sender="rose.hart@oak-school.example",
    automatic=False,
    interviews=(Interview(datetime(2026, 4, 9, 9, tzinfo=UTC), None, "interviewing", confirmed=True),),
)


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path / "data", *STORY, NEXT_TALK)


def test_what_they_wrote_and_what_is_guessed_are_kept_apart(terminal: Terminal) -> None:
    terminal.said("lessons", "add", "1", "--guess", "They knew somebody", "--went-well", "The story of the move")

    (row,) = terminal.json("lessons")
    assert (row["application"], row["company"], row["stage"]) == (1, "Northwind Textiles", "interviewing")
    assert (row["reason_written"], row["reason_guessed"]) == (REASON, "They knew somebody")
    assert row["went_well"] == "The story of the move"


def test_a_second_note_adds_to_the_first(terminal: Terminal) -> None:
    terminal.said("lessons", "add", "1", "--went-well", "The story of the move")
    terminal.said("lessons", "add", "1", "--change", "Ask about retail")

    (row,) = terminal.json("lessons")
    assert (row["went_well"], row["change_next"]) == ("The story of the move", "Ask about retail")
    terminal.said("lessons", "remove", "1")
    assert terminal.json("lessons") == []


def test_without_a_terminal_and_without_options_it_says_what_to_do(terminal: Terminal) -> None:
    done = terminal.run("lessons", "add", "1")

    assert done.exit_code == 1
    assert "--went-well" in str(done.exception)


def test_on_a_terminal_it_asks_and_enter_skips(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("heardback.commands.lessons.is_terminal", lambda: True)

    done = terminal.run("lessons", "add", "1", typed="\nThe story of the move\n\nyes\n\n\n")
    assert done.exit_code == 0, done.output
    assert f"They wrote: “{REASON}”" in done.output
    (row,) = terminal.json("lessons")
    assert (row["reason_guessed"], row["went_well"], row["was_a_match"]) == ("", "The story of the move", "yes")


def test_there_is_nothing_to_note_before_a_rejection(terminal: Terminal) -> None:
    assert terminal.run("lessons", "add", "2", "--change", "More").exit_code == 1
    assert terminal.run("lessons", "add", "77", "--change", "More").exit_code == 1


def test_it_is_shown_again_before_the_next_talk_of_its_kind(terminal: Terminal) -> None:
    terminal.said("lessons", "add", "1", "--went-well", "The story of the move", "--change", "Ask about retail")
    words = "From Northwind Textiles: what went well: The story of the move; to try: Ask about retail."

    assert words in terminal.said("applications", "2", now="2026-04-02")
    assert words in " ".join(terminal.said("digest", now="2026-04-02").split())
    assert words not in terminal.said("applications", "2", now="2026-04-12")


def test_the_digest_offers_a_note_until_there_is_one(terminal: Terminal) -> None:
    assert "heardback lessons add 1" in terminal.said("digest", now="2026-02-17")

    terminal.said("lessons", "add", "1", "--change", "Ask about retail")
    assert "heardback lessons add" not in terminal.said("digest", now="2026-02-17")


def test_no_word_of_it_judges_the_person(terminal: Terminal) -> None:
    from respond.lessons import QUESTIONS

    words = " ".join(question.words.lower() for question in QUESTIONS)
    assert not any(hard in words for hard in ("fail", "mistake", "wrong", "weak", "bad", "fault", "always", "never"))
