"""A candidate on a small corpus: it learns what corrections share, and never judges itself by what it was taught."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from classify.corpus import Row
from classify.fitting import Seen, held_out, see, voice_folds
from classify.personal import Candidate, fit_candidate, own_version
from classify.views import Example, examples_of
from store.vocabulary import Tag
from tests.classify.smallcorpus import small_rows

MADE = datetime(2026, 3, 2, 9, tzinfo=UTC)
PLACES = "Oak Elm Ash Birch Cedar Hazel Rowan Alder".split()


@pytest.fixture(scope="module")
def corpus() -> tuple[Row, ...]:
    return small_rows()


def lesson(number: int, tag: Tag, body: str, deciding: str = "") -> Row:
    sender = f"{PLACES[number]} <jobs@{PLACES[number].lower()}.example>"
    return Row(
        f"own-{number:06}-{tag}", tag, "News", sender, body, voice=f"own:{number:06}", weight=5.0, deciding=deciding
    )


def magpies(count: int = 6) -> tuple[Row, ...]:
    """Rejections in words that nobody else uses, each from another employer."""
    decided = "The magpie list is full and your feather stays with us as a keepsake."
    return tuple(
        lesson(number, Tag.REJECTION, f"Hello Sam,\n\n{decided}\n\n{PLACES[number]}", decided)
        for number in range(count)
    )


def fitted(corpus: tuple[Row, ...], lessons: tuple[Row, ...], learnt: tuple[str, ...] = ()) -> Candidate:
    return fit_candidate(corpus, lessons, learnt, made=MADE)


def test_it_takes_over_where_what_was_learnt_holds_for_others(corpus: tuple[Row, ...]) -> None:
    candidate = fitted(corpus, magpies())

    assert candidate.judgement.takes_over, candidate.card.outcome
    assert candidate.judgement.conversations == 6
    assert candidate.card.learnt == tuple(row.id for row in magpies())
    assert candidate.model.version == candidate.card.model
    assert candidate.model.version.startswith("own-")


def test_one_conversation_alone_proves_nothing(corpus: tuple[Row, ...]) -> None:
    same = tuple(replace(row, voice="own:000000") for row in magpies())

    assert not fitted(corpus, same).judgement.takes_over


def test_what_the_model_in_use_was_taught_too_wins_nothing(corpus: tuple[Row, ...]) -> None:
    learnt = tuple(row.id for row in magpies())
    judgement = fitted(corpus, magpies(), learnt).judgement

    assert judgement.before == judgement.after
    assert not judgement.takes_over


def test_corrections_that_unlearn_the_written_mails_are_refused(corpus: tuple[Row, ...]) -> None:
    invitations = [row for row in corpus if row.tag is Tag.INVITATION]
    upside_down = tuple(
        replace(row, id=f"own-{number}", tag=Tag.OTHER, voice=f"own:{number}", weight=20.0)
        for number, row in enumerate(invitations)
    )
    judgement = fitted(corpus, upside_down).judgement

    assert judgement.wins
    assert judgement.losses
    assert not judgement.takes_over


def test_the_same_corrections_make_the_same_model(corpus: tuple[Row, ...]) -> None:
    one, other = fitted(corpus, magpies(3)), fitted(corpus, magpies(3))

    assert one.card == other.card
    assert own_version(corpus, magpies(4)) != one.model.version == own_version(corpus, magpies(3))


def test_up_to_five_conversations_are_each_left_out_alone(corpus: tuple[Row, ...]) -> None:
    examples = [Example(row, ()) for row in (*corpus, *magpies(5))]
    folds = voice_folds(examples, folds=5)

    assert sorted(folds[row.voice] for row in magpies(5)) == [0, 1, 2, 3, 4]


def test_corrections_leave_the_written_voices_in_their_folds(corpus: tuple[Row, ...]) -> None:
    alone = voice_folds([Example(row, ()) for row in corpus], folds=5)

    assert alone.items() <= voice_folds([Example(row, ()) for row in (*corpus, *magpies())], folds=5).items()


def test_a_correction_is_never_asked_of_a_fit_that_was_taught_its_conversation(
    corpus: tuple[Row, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    from classify import fitting

    seen = see(examples_of((*corpus, *magpies()), seed=1))
    taught: list[set[str]] = []
    weights = Seen.weights
    monkeypatch.setattr(
        fitting.Seen,
        "weights",
        lambda self, places: taught.append({self.rows[at][0].row.voice for at in places}) or weights(self, places),
    )
    held_out(seen, untaught={"own-000000-rejection"})

    folds = voice_folds(seen.examples, folds=5)
    for number, voices in enumerate(taught):
        assert not {voice for voice, fold in folds.items() if fold == number} & voices
        assert "own:000000" not in voices
