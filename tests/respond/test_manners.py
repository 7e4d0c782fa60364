"""What the checker of manners finds: each rule with a reply that breaks it, and nothing in one that does not."""

from dataclasses import replace
from typing import Any

import pytest

from respond.compose import Composed, compose
from respond.manners import faults
from respond.situation import Situation
from store.noted import Fact
from store.records import Address, Marks
from store.vocabulary import DraftKind, Tag
from tests.respond.builders import mail, situation

FOLLOW_UP = situation(DraftKind.FOLLOW_UP_APPLICATION, mail(4))


def saying(words: str, given: Situation = FOLLOW_UP, **changed: Any) -> tuple[str, ...]:
    """The faults of a reply with these words."""
    composed = compose(given)
    assert isinstance(composed, Composed)
    body = f"Dear Dana Whitfield,\n\n{words}\n\nKind regards,\nAlex Morgan\n"
    return faults(replace(composed, body=body, **changed), given)


def test_a_plain_word_has_no_fault() -> None:
    assert saying("I remain interested. Is the position open? Thank you.") == ()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("word " * 140, "140 words; 110 are the most"),
        ("I hope this email finds you well.", "better left out"),
        ("I was just checking in.", "better left out"),
        ("Why have you not answered?", "blames"),
        ("You are my dream company.", "flatters"),
        ("Sorry to bother you.", "small"),
        ("This is great!! Really.", "calls out"),
        ("Wonderful! I wait! ", "calls out"),
        ("Thank you. Many thanks.", "thanks 2 times"),
        ("Is it open? When do you decide?", "asks 2 things"),
        ("I applied on 3 May.", "“3” stands in it, and no fact"),
        ("Could we talk on Monday?", "“Monday” stands in it"),
        ("As Whitfield told me, all is well.", "“Whitfield” stands in it"),
        ("Dear Ms Whitfield, hello.", "tells a gender"),
    ],
)
def test_a_fault_is_told(words: str, told: str) -> None:
    given = replace(FOLLOW_UP, application=replace(FOLLOW_UP.application, company="Northwind"))
    found = saying(words, given, facts=())

    assert any(told in fault for fault in found), found


def test_a_fact_or_a_gap_gives_the_day_it_names() -> None:
    day = Fact("applied_on", "Monday 2 November", "your mail")

    assert saying("I applied on Monday 2 November: [on 3 or 4 May!!].", facts=(day,), gaps=("[on 3 or 4 May!!]",)) == ()


def test_two_recipients_are_one_too_many() -> None:
    several = Address("", "dana@northwind.example, tom@northwind.example")

    assert any("several" in fault for fault in saying("Hello there.", to=several))


def test_a_new_subject_is_short_and_an_old_one_stays() -> None:
    assert any("characters" in fault for fault in saying("Hello.", subject="x" * 61, in_reply_to=""))
    assert saying("Hello.", subject="x" * 61) == ()


def test_nobody_is_answered_who_does_not_read_it() -> None:
    robot = Address("", "no-reply@northwind.example")
    assert any("nobody reads" in fault for fault in saying("Hello.", to=robot))
    listed = situation(DraftKind.FOLLOW_UP_APPLICATION, mail(4))
    on_a_list = replace(listed.messages[0].message, marks=Marks(list_id="<jobs.northwind.example>"))
    told = replace(listed, messages=(replace(listed.messages[0], message=on_a_list),))
    composed = compose(listed)
    assert isinstance(composed, Composed)
    assert any("list" in fault for fault in faults(composed, told))
    away = replace(on_a_list, marks=Marks(auto_reply="yes"))
    told = replace(listed, messages=(replace(listed.messages[0], message=away),))
    assert any("automatic" in fault for fault in faults(composed, told))


def test_a_scam_is_not_answered() -> None:
    suspect = mail(4, tag=Tag.INVITATION, scam_signs=("asks for a fee", "moves to a messenger"))
    composed = compose(FOLLOW_UP)
    assert isinstance(composed, Composed)

    assert any("scam" in fault for fault in faults(composed, replace(FOLLOW_UP, messages=(suspect,))))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "Ich wollte nur mal nachhaken."),
        ("de", "Guten Tag Frau Whitfield, alles gut."),
        ("fr", "Je me permets de vous relancer."),
        ("fr", "Je suis très intéressé par ce poste."),
        ("es", "Todavía no han respondido, por qué no contestan."),
        ("es", "Estoy muy interesado en el puesto."),
    ],
)
def test_the_other_languages_have_their_own_faults(language: str, words: str) -> None:
    assert saying(words, language=language) != ()


def test_what_the_signature_says_is_the_persons_own() -> None:
    signature = "Alex Morgan\n\n+44 20 7946 0000\n\nMonday to Friday"
    signed = replace(FOLLOW_UP, person=replace(FOLLOW_UP.person, signature=signature))
    composed = compose(signed)
    assert isinstance(composed, Composed)

    assert faults(composed, signed) == ()
