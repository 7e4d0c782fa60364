"""The page of the torture tells what was seen, and hides nothing that went wrong."""

from collections.abc import Callable

import pytest

from bench.torture import page
from bench.torture.running import Run
from bench.torture.sentences import Sentences, plain_words, word_of
from bench.torture.suites import DAMAGE, MAILBOX, STORE, Trouble
from store.vocabulary import DraftState
from tests.faults.cells import Cell, Line, Outcome
from tests.servers.dovecot import executable
from tests.servers.phaseproxy import Fault
from tests.servers.phases import Phase

LOST = "The connection of account home was lost while fetching mail; heardback tries again later."
REFUSED = "The mail server said: 550 5.7.1 not here; mend what it names, then try again."


@pytest.mark.parametrize(
    ("said", "last", "rests", "word"),
    [
        ("", DraftState.SENT, False, "on"),
        (LOST, DraftState.SENT, False, "later"),
        ("There is no folder “Jobs” in this mailbox.", DraftState.SENT, False, "told"),
        (REFUSED, DraftState.FAILED, False, "failed"),
        ("Look whether it was sent.", DraftState.UNKNOWN, False, "unknown"),
        ("The sign-in was refused.", DraftState.SENT, True, "rests"),
    ],
)
def test_one_word_says_what_came_of_a_fault(said: str, last: DraftState, rests: bool, word: str) -> None:
    assert word_of(said, last, rests=rests) == word


def test_a_refusal_for_good_is_not_taken_for_a_passing_one_by_its_advice() -> None:
    assert word_of(REFUSED, DraftState.SENT) == "told"


def test_one_sentence_of_several_runs_has_one_number() -> None:
    told = Sentences()

    assert told.number("127.0.0.1:4711 gave no answer") == told.number("127.0.0.1:993 gave no answer") == "1"
    assert told.number("") == ""
    assert plain_words("The store /tmp/x-1/heardback.sqlite is damaged") == (
        "The store (folder)/heardback.sqlite is damaged"
    )


@pytest.fixture
def runs() -> dict[str, Run]:
    """A run of everything in which nothing went wrong."""
    seen = Outcome(Cell(Line.IMAP, Phase.FETCH, Fault.FIN), "round", LOST, "", "proposed", "sent")
    troubles = [
        Trouble(
            STORE, "a", "passed", "the disk is full; it goes on", "before the first round", "The disk is full.", "sent"
        ),
        Trouble(DAMAGE, "b", "passed", "the store is cut short", "at rest", "The store is damaged.", "edited"),
        Trouble(MAILBOX, "c", "passed", "the server restarts", "imap fetch", LOST, "sent"),
    ]
    return {
        "matrix": Run("1 cell", [seen]),
        "later": Run("1 cell more", [seen], tally={"cells": 1}),
        "deaths": Run("killed", tally={"deaths": 2}),
        "suite": Run("3 troubles", troubles=troubles),
        "weeks": Run("60 steps", tally={"steps": 60, "lives": 2}),
    }


needs_dovecot = pytest.mark.skipif(executable() is None, reason="the page names the version of Dovecot")


@needs_dovecot
def test_the_page_shows_each_cell_with_the_number_of_its_sentence(runs: dict[str, Run]) -> None:
    written = page.written(runs)

    assert "| closed before | · | · | · | · | · | · | · | later 1 |" in written
    assert f"| 1 | {LOST} |" in written
    assert "| the server restarts | imap fetch | later 1 |" in written
    assert "Nothing in this run." in written


@needs_dovecot
@pytest.mark.parametrize(
    "spoil",
    [
        lambda runs: runs["matrix"].wrong.append("lost: <a@b.example>"),
        lambda runs: runs["weeks"].wrong.append("lost: <a@b.example>\n  after poll"),
    ],
)
def test_what_went_wrong_stands_at_the_end(runs: dict[str, Run], spoil: Callable[[dict[str, Run]], None]) -> None:
    spoil(runs)

    assert "## Found wrong\n\n- lost: <a@b.example>" in page.written(runs)


@needs_dovecot
def test_a_trouble_that_could_not_be_made_is_said_to_be_untried(runs: dict[str, Run]) -> None:
    runs["suite"].troubles.append(Trouble(MAILBOX, "test_the_moon_is_full", "skipped"))
    runs["suite"].troubles.append(Trouble(STORE, "test_a_disk_of_glass", "skipped"))
    written = page.written(runs)

    assert "| test_the_moon_is_full |  | not tried |" in written
    assert "- test_a_disk_of_glass: not tried\n" in written
