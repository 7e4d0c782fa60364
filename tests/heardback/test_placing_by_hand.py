"""A mail that fits two applications is asked about, and stays where the person puts it."""

import pytest

from heardback import joining
from heardback.questions import Asked, asked
from heardback.undoing import undo
from heardback.wiring import House
from store.errors import UserError
from store.vocabulary import Tag
from tests.classify.mails import received
from tests.heardback.caldermail import ALL, deliver, rows, tables

WHICH = 6
"""The rejection from Calder Trust that names no role, while two applications there are open."""


@pytest.fixture
def torn(house: House) -> House:
    """Sam's store, in which one mail fits two applications."""
    deliver(house, *ALL)
    return house


def test_a_mail_that_fits_two_is_asked_about_and_moves_neither(torn: House) -> None:
    (question,) = _asked(torn)
    assert (question.mail.id, [each.id for each in question.candidates]) == (WHICH, [1, 2])
    assert question.reason == "2 applications at Calder Trust fit."

    assert [row["stage"] for row in rows(torn)][:2] == ["interviewing", "applied"]


def test_the_answer_moves_the_one_it_names(torn: House) -> None:
    _place(torn, WHICH, 2)

    assert _asked(torn) == ()
    assert [row["status"] for row in rows(torn)][:2] == ["silent", "rejected"]


def test_the_answer_holds_through_later_mail(torn: House) -> None:
    _place(torn, WHICH, 2)
    deliver(
        torn,
        received(40, "2026-02-25", Tag.ACKNOWLEDGEMENT, "Calder Trust", "Museum Coordinator"),
        received(41, "2026-02-26", Tag.OTHER, "Calder Trust", automatic=False, answers="<6@mail.example>"),
    )

    assert _asked(torn) == ()
    assert _home(torn, WHICH) == 2
    assert _home(torn, 9) == 2


def test_a_mail_can_be_one_of_its_own_or_of_none(torn: House) -> None:
    _place(torn, WHICH, "new")
    assert [row["company"] for row in rows(torn)][3:] == ["Calder Trust"]
    _undo(torn)
    _place(torn, WHICH, "none")

    assert _asked(torn) == ()
    assert _home(torn, WHICH) is None
    assert [row["stage"] for row in rows(torn)] == ["interviewing", "applied", "applied"]


def test_undoing_the_answer_asks_again(torn: House) -> None:
    before = tables(torn)
    for where in (1, "new", "none"):
        _place(torn, WHICH, where)  # type: ignore[arg-type]
        _undo(torn)

    assert tables(torn) == before
    assert [each.mail.id for each in _asked(torn)] == [WHICH]


def test_any_mail_can_be_put_elsewhere(torn: House) -> None:
    _place(torn, 5, 1)

    assert _home(torn, 5) == 1


def test_what_is_not_there_is_said(torn: House) -> None:
    with pytest.raises(UserError, match="There is no mail 99"):
        _place(torn, 99, 1)
    with pytest.raises(UserError, match="There is no application 99"):
        _place(torn, WHICH, 99)


def test_merging_the_two_answers_the_question(torn: House) -> None:
    with torn.database.transaction() as transaction:
        joining.merge(transaction, 1, 2, torn.own_addresses, now=torn.clock.now())

    assert _asked(torn) == ()
    assert _home(torn, WHICH) == 1


def _asked(house: House) -> tuple[Asked, ...]:
    with house.database.reading() as transaction:
        return asked(transaction, house.clock.now())


def _place(house: House, mail: int, where: joining.Target) -> None:
    with house.database.transaction() as transaction:
        joining.place(transaction, mail, where, house.own_addresses, now=house.clock.now())


def _undo(house: House) -> None:
    with house.database.transaction() as transaction:
        undo(transaction, None, house.own_addresses, now=house.clock.now())


def _home(house: House, mail: int) -> int | None:
    with house.database.reading() as transaction:
        stored = transaction.mail.get(mail)
    assert stored is not None
    return stored.application_id
