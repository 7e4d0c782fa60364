"""What a mail asks to be told is read from its words: no more is answered, and what is sensitive is said."""

from dataclasses import replace

import pytest

from respond.asked import asks_sensitive, is_about_task, items_asked, questions_left_open, wants_call, wants_cv
from respond.compose import Composed, compose
from store.records import Event, StoredMessage
from store.vocabulary import DraftKind, EventKind, Status, Tag
from tests.respond.builders import NOW, history, mail, situation, state, verdict_of


def saying(text: str, language: str = "en", tag: Tag = Tag.OTHER, wants: str = "information") -> StoredMessage:
    stored = mail(5, tag=tag, text=text, days_ago=1)
    return replace(stored, reading=replace(stored.reading, verdict=verdict_of(tag, language), wants=wants))


@pytest.mark.parametrize(
    ("language", "text", "items"),
    [
        ("en", "Could you send us your salary expectations and your notice period?", ("salary", "notice")),
        ("en", "Thank you for your CV. What is your earliest start date?", ("start",)),
        ("en", "Please send us:\n\n- two references\n- your certificates", ("documents", "references")),
        ("en", "Do you have the right to work in the UK?", ("permit",)),
        ("en", "Would you tell us a little more about yourself?", ("other",)),
        ("de", "Bitte senden Sie uns noch Ihre Zeugnisse und Ihre Gehaltsvorstellung.", ("documents", "salary")),
        ("de", "Wie lang ist Ihre Kündigungsfrist?", ("notice",)),
        ("fr", "Pourriez-vous nous indiquer vos prétentions salariales et votre préavis ?", ("salary", "notice")),
        ("es", "¿Podría enviarnos sus referencias y su expectativa salarial?", ("salary", "references")),
        ("es", "¿Cuál sería su fecha de incorporación?", ("start",)),
    ],
)
def test_the_items_are_those_the_mail_names(language: str, text: str, items: tuple[str, ...]) -> None:
    assert items_asked(saying(text, language)) == items


def test_each_item_is_a_place_of_its_own_that_blocks_approval() -> None:
    asked = saying("Could you send us your salary expectations and your notice period?")
    turn = Event(1, EventKind.REQUEST, NOW, message_id=5)
    given = situation(DraftKind.INFORMATION_REPLY, asked, state=state(Status.WAITING_ON_ME, history(my_turn=turn)))

    composed = compose(given)

    assert isinstance(composed, Composed)
    assert len(composed.gaps) == 2
    assert "Salary expectation: [" in composed.body
    assert "Documents" not in composed.body
    assert [(fact.value, fact.message) for fact in composed.facts if fact.slot == "asked"] == [
        ("Salary expectation", 5),
        ("Notice period", 5),
    ]


def test_identity_and_bank_data_are_warned_of() -> None:
    asked = saying("Please send us a copy of your passport and your bank details.")
    turn = Event(1, EventKind.REQUEST, NOW, message_id=5)
    composed = compose(
        situation(DraftKind.INFORMATION_REPLY, asked, state=state(Status.WAITING_ON_ME, history(my_turn=turn)))
    )

    assert asks_sensitive(asked)
    assert isinstance(composed, Composed)
    assert any("sensitive" in why for why in composed.why)


def test_papers_are_never_attached_by_themselves() -> None:
    asked = saying("Please send us your certificates.")
    turn = Event(1, EventKind.REQUEST, NOW, message_id=5)
    composed = compose(
        situation(DraftKind.INFORMATION_REPLY, asked, state=state(Status.WAITING_ON_ME, history(my_turn=turn)))
    )

    assert isinstance(composed, Composed)
    assert any("attach" in gap for gap in composed.gaps)
    assert any("nothing is attached for you" in why for why in composed.why)


@pytest.mark.parametrize(
    ("text", "about_task"),
    [
        ("When could you hand in the case study?", True),
        ("Did you get our coding challenge, and is anything unclear?", True),
        ("What is your notice period? The case study comes later.", False),
    ],
)
def test_a_question_about_a_task_is_told_from_one_for_data(text: str, about_task: bool) -> None:
    assert is_about_task(saying(text)) is about_task


@pytest.mark.parametrize(
    ("text", "left_open"),
    [
        ("I have a role for you.", ("ask_scope", "ask_place", "ask_pay")),
        ("It is fully remote.", ("ask_scope", "ask_pay", "ask_stage")),
        ("It is remote, paid £60k, you will lead a team of five.", ("ask_stage",)),
    ],
)
def test_an_approach_is_asked_what_it_leaves_open(text: str, left_open: tuple[str, ...]) -> None:
    assert questions_left_open(saying(text, tag=Tag.OUTREACH, wants="")) == left_open


@pytest.mark.parametrize(
    ("language", "text", "call", "cv"),
    [
        ("en", "Could we have a quick call this week?", True, False),
        ("en", "Please send me your CV.", False, True),
        ("en", "Your CV caught my eye. Would you be interested?", False, False),
        ("de", "Hätten Sie Zeit für ein Telefonat? Schicken Sie mir gern Ihren Lebenslauf.", True, True),
        ("fr", "Seriez-vous disponible pour un appel ? Merci d’envoyer votre CV.", True, True),
        ("es", "¿Podemos hablar por teléfono? Envíeme su currículum.", True, True),
    ],
)
def test_an_approach_says_whether_it_wants_a_call_or_a_cv(language: str, text: str, call: bool, cv: bool) -> None:
    stored = saying(text, language, Tag.OUTREACH, "")

    assert (wants_call(stored), wants_cv(stored)) == (call, cv)
