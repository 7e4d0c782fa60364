"""Cutting text into sentences, and which of them are only hypothetical."""

import pytest

from classify.sentences import sentences


def texts(text: str, language: str = "en") -> list[str]:
    return [sentence.text for sentence in sentences(text, language)]


def test_abbreviations_and_initials_do_not_end_a_sentence() -> None:
    text = "Dr. A. Nowak of Tolland Inc. in Leeds, e.g. at 3 p.m. on Friday, is free. Please confirm."

    assert texts(text) == [text[:-16], "Please confirm."]


def test_wrapped_lines_are_joined_and_bullets_kept_apart() -> None:
    text = "We would be glad to meet you on one of these days in our\noffice in Hull:\n- Monday\n- Tuesday at ten"

    assert texts(text) == [
        "We would be glad to meet you on one of these days in our office in Hull:",
        "- Monday",
        "- Tuesday at ten",
    ]


def test_label_lines_stand_alone() -> None:
    assert texts("Position: Welder\nStatus: Not selected\nReference: 77") == [
        "Position: Welder",
        "Status: Not selected",
        "Reference: 77",
    ]


def test_a_sentence_knows_where_it_starts() -> None:
    text = "Hello Bo,\n\nthe post is filled. Good luck!"

    assert [text[each.start :][:3] for each in sentences(text)] == ["Hel", "the", "Goo"]


def test_a_german_ordinal_does_not_end_a_sentence() -> None:
    assert len(sentences("Wir freuen uns am 12. März um 9 Uhr auf Sie.", "de")) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "If you are not selected, we will not contact you again."),
        ("en", "Should your profile match, we will invite you to an interview."),
        ("en", "We will contact you if you have been shortlisted."),
        ("en", "Only shortlisted candidates will be contacted."),
        ("en", "You may be invited to complete an assessment."),
        ("de", "Sollten Sie in die engere Auswahl kommen, laden wir Sie zum Gespräch ein."),
        ("de", "Wir melden uns, falls wir Ihre Bewerbung nicht berücksichtigen."),
        ("fr", "Si votre candidature est retenue, nous vous contacterons."),
        ("es", "Si tu candidatura no es seleccionada, te avisaremos."),
    ],
)
def test_what_the_employer_may_decide_is_hypothetical(language: str, text: str) -> None:
    assert sentences(text, language)[0].is_conditional


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "If Tuesday suits you, we would like to interview you then."),
        ("en", "If you have questions about why we decided not to proceed, call me."),
        ("en", "We have chosen another candidate; if you would like feedback, write to me."),
        ("en", "If I may be frank, we have decided against your application."),
        ("en", "Please let me know whether you are available for an interview on Friday."),
        ("de", "Wenn Ihnen Montag passt, würden wir Sie gerne zum Gespräch einladen."),
        ("fr", "Si vous êtes disponible mardi, nous serions ravis de vous rencontrer."),
        ("es", "Si te viene bien el martes, nos gustaría hacerte una entrevista."),
    ],
)
def test_courtesy_and_decisions_made_are_plain(language: str, text: str) -> None:
    assert not sentences(text, language)[0].is_conditional


def test_only_the_condition_is_hypothetical_beside_a_decision() -> None:
    sentence = sentences("We have filled the position, whether or not you were selected elsewhere.")[0]

    assert (sentence.is_hedged(5), sentence.is_hedged(sentence.folded.index("selected"))) == (False, True)
