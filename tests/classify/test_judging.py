"""When a candidate takes over: it must win on corrections it has not seen, and lose nothing on written voices."""

import numpy as np

from classify.corpus import Row
from classify.judging import Answers, Judgement, judge
from store.vocabulary import MESSAGE_TAGS, Tag

WRITTEN = [*MESSAGE_TAGS] * 20


def answers(corrections: list[tuple[str, Tag, Tag]], *, wrong: int = 0, sure: float = 0.8) -> dict[str, Answers]:
    """Corrections as (conversation, truth, given); of the written mails the first ``wrong`` are read wrongly."""
    rows = [Row("c", truth, "", "", "", voice=f"own:{voice}") for voice, truth, _ in corrections]
    rows += [Row("w", tag, "", "", "", voice="written") for tag in WRITTEN]
    given = [tag for *_, tag in corrections]
    given += [MESSAGE_TAGS[(MESSAGE_TAGS.index(tag) + (at < wrong)) % 7] for at, tag in enumerate(WRITTEN)]
    chances = np.full((len(rows), 7), (1 - sure) / 6)
    chances[np.arange(len(rows)), [MESSAGE_TAGS.index(tag) for tag in given]] = sure
    truth = np.array([MESSAGE_TAGS.index(row.tag) for row in rows])
    return {"en": Answers(tuple(rows), np.ones(len(rows), dtype=bool), chances, truth)}


def said(judgement: Judgement) -> str:
    return judgement.sentence("own-1")


MISSED = [("a", Tag.OFFER, Tag.OTHER), ("b", Tag.OFFER, Tag.OTHER), ("c", Tag.OTHER, Tag.OTHER)]
LEARNT = [("a", Tag.OFFER, Tag.OFFER), ("b", Tag.OFFER, Tag.OTHER), ("c", Tag.OTHER, Tag.OTHER)]


def test_it_takes_over_when_it_wins_and_loses_nothing() -> None:
    judgement = judge(answers(MISSED), answers(LEARNT))

    assert judgement.takes_over
    assert said(judgement) == (
        "own-1 takes over: of 3 corrected conversations it had not seen it reads 2 right, the model in use 1, "
        "and it is no worse on the written mails."
    )


def test_it_does_not_take_over_when_it_wins_nothing() -> None:
    judgement = judge(answers(MISSED), answers(MISSED))

    assert not judgement.takes_over
    assert "won too little" in said(judgement)


def test_a_flood_from_one_sender_is_one_conversation() -> None:
    half = [("a", Tag.OFFER, Tag.OFFER), *[("a", Tag.OFFER, Tag.OTHER)] * 9]

    assert not judge(answers([("a", Tag.OFFER, Tag.OTHER)] * 10), answers(half)).wins


def test_right_more_often_but_much_too_sure_where_it_is_wrong_is_no_win() -> None:
    judgement = judge(answers(MISSED, sure=0.4), answers(LEARNT, sure=0.999))

    assert not judgement.takes_over
    assert "fit them less well" in said(judgement)


def test_it_does_not_take_over_when_it_loses_on_written_mails() -> None:
    judgement = judge(answers(MISSED), answers(LEARNT, wrong=4))

    assert judgement.wins
    assert not judgement.takes_over
    assert "loses on the written mails (en macro-F1 0.97" in said(judgement)


def test_a_little_less_on_written_mails_is_no_loss() -> None:
    many = answers(LEARNT, wrong=20)
    fewer = answers(MISSED, wrong=20)

    assert judge(fewer, many).losses == ()
