"""Learning from corrections: when it is due, when a candidate takes over, and what it then judges again."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from classify.ownmodels import SHIPPED
from heardback.learning import ENOUGH, NOTHING_YET, claim, is_due, learn
from heardback.wiring import House
from store.clock import SetClock
from store.vocabulary import Tag
from tests.heardback.mailing import MAGPIE, correct_magpies, put, reading_of

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("began", "new", "due"),
    [
        (None, ENOUGH - 1, False),
        (None, ENOUGH, True),
        (NOW - timedelta(hours=23, minutes=59), ENOUGH, False),
        (NOW - timedelta(days=1), ENOUGH, True),
        (NOW - timedelta(days=30), 0, False),
        (NOW + timedelta(days=400), ENOUGH, True),
    ],
)
def test_it_is_due_after_enough_corrections_and_at_most_daily(began: datetime | None, new: int, due: bool) -> None:
    assert is_due(NOW, began, new) is due


def test_a_due_training_is_claimed_once_a_day(house: House, clock: SetClock) -> None:
    correct_magpies(house, ENOUGH - 1)
    assert not claim(house)
    correct_magpies(house, 1)
    assert claim(house)
    assert not claim(house)

    clock.at += timedelta(days=1)
    assert claim(house)


def test_without_corrections_there_is_nothing_to_learn(house: House, small_corpus: Path) -> None:
    assert learn(house, small_corpus) == NOTHING_YET
    assert house.own_models.all() == ()


def test_a_candidate_that_wins_takes_over_and_judges_doubtful_mail_again(house: House, small_corpus: Path) -> None:
    correct_magpies(house, 6)
    doubtful = put(house, f"Hello Sam,\n\n{MAGPIE}\n\nGreetings", Tag.OTHER, unsure=True)
    certain = put(house, f"Hello Sam,\n\n{MAGPIE}\n\nGreetings", Tag.OTHER, unsure=False)

    said = learn(house, small_corpus)
    assert "takes over: of 6 corrected conversations" in said
    assert "1 doubtful mail differently" in said
    assert house.tagger.version == house.own_models.chosen
    assert house.tagger.version.startswith("own-")
    assert reading_of(house, doubtful).verdict.tag is Tag.REJECTION
    assert reading_of(house, certain).verdict.tag is Tag.OTHER


def test_a_candidate_that_does_not_win_is_kept_and_not_used(house: House, small_corpus: Path) -> None:
    correct_magpies(house, 1)

    said = learn(house, small_corpus)
    assert "is kept but not used, for it won too little" in said
    (kept,) = house.own_models.all()
    assert kept.card is not None
    assert kept.card.outcome == said
    assert house.own_models.chosen == SHIPPED


def test_a_candidate_does_not_replace_a_model_it_was_not_judged_against(
    taught: House, small_corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = taught.own_models.chosen
    taught.own_models.choose(SHIPPED)
    keep = taught.own_models.keep

    def keep_while_another_is_chosen(model, card):  # type: ignore[no-untyped-def]
        written = keep(model, card)
        taught.own_models.choose(own)
        return written

    monkeypatch.setattr(taught.own_models, "keep", keep_while_another_is_chosen)
    assert "another model was chosen while it was trained" in learn(taught, small_corpus)


def test_what_was_learnt_is_neither_due_nor_learnt_again(taught: House, clock: SetClock, small_corpus: Path) -> None:
    clock.at += timedelta(days=2)

    assert not claim(taught)
    assert "nothing new to learn" in learn(taught, small_corpus)


def test_a_refused_model_in_use_is_told_and_kept(taught: House) -> None:
    path = taught.own_models.path(taught.own_models.chosen)
    path.write_bytes(b"changed")

    assert taught.tagger.version.startswith("corpus-")
    (problem,) = taught.model_problems
    assert path.name in problem
    assert "the shipped model serves" in problem
    assert path.read_bytes() == b"changed"


def test_a_model_chosen_by_another_process_is_taken_up(taught: House) -> None:
    service, reader = taught, taught.reader
    assert service.tagger.version.startswith("own-")
    House(taught.settings, taught.data, taught.clock).own_models.choose(SHIPPED)

    service.renew_tagger()
    assert service.tagger.version.startswith("corpus-")
    assert service.reader is not reader
    kept = service.tagger
    service.renew_tagger()
    assert service.tagger is kept
