"""What a mail asks of the person, and what the person's own mail does."""

from zoneinfo import ZoneInfo

import pytest

from classify.meetings import interviews_of
from classify.wants import wants_of
from store.vocabulary import Direction, Tag
from tests.classify.arrivals import arrived

RECEIVED, SENT = Direction.RECEIVED, Direction.SENT


def wanted(text: str, tag: Tag = Tag.INVITATION, language: str = "en") -> str:
    mail = arrived(text)
    found = interviews_of(mail, text, language, ZoneInfo("UTC")) if tag is Tag.INVITATION else ()
    return wants_of(mail, text, tag, language, RECEIVED, found)


@pytest.mark.parametrize(
    ("language", "text", "wants"),
    [
        ("en", "Could you send me your availability for next week?", "times"),
        ("en", "Pick a time here: https://calendly.com/brightmoor/30min", "times"),
        ("en", "I can do Thursday at 2pm or Friday at 11am.", "times"),
        ("en", "Would Thursday 14 March at 14:00 work for you?", "confirmation"),
        ("en", "We invite you on Thursday 14 March at 14:00. Please confirm.", "confirmation"),
        ("en", "This is to confirm your interview on Thursday 14 March at 14:00.", ""),
        ("de", "Wann hätten Sie nächste Woche Zeit?", "times"),
        ("de", "Passt Ihnen Donnerstag, der 14. März um 14 Uhr?", "confirmation"),
        ("fr", "Quelles sont vos disponibilités ?", "times"),
        ("es", "¿Cuál es tu disponibilidad?", "times"),
    ],
)
def test_an_invitation_asks_for_times_or_a_yes(language: str, text: str, wants: str) -> None:
    assert wanted(text, language=language) == wants


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Please send us your references."),
        ("en", "What are your salary expectations, and when could you start?"),
        ("de", "Bitte senden Sie uns noch Ihre Zeugnisse."),
        ("fr", "Merci de nous transmettre vos diplômes."),
        ("es", "Por favor, envíanos tu certificado de estudios y tu CV."),
    ],
)
def test_papers_and_facts_are_information(language: str, text: str) -> None:
    assert wanted(text, Tag.OTHER, language) == "information"


def test_tests_and_offers_speak_for_themselves() -> None:
    assert wanted("Here is your test.", Tag.ASSESSMENT) == "assessment"
    assert wanted("We offer you the job.", Tag.OFFER) == "offer"
    assert wanted("We chose somebody else.", Tag.REJECTION) == ""


@pytest.mark.parametrize(
    ("language", "text", "wants"),
    [
        ("en", "I am applying for the post. Please find attached my CV.", "application"),
        ("de", "hiermit bewerbe ich mich um die Stelle.", "application"),
        ("fr", "Je vous adresse ma candidature au poste de comptable.", "application"),
        ("es", "Adjunto mi CV para el puesto.", "application"),
        ("en", "I'd love to hear more about the role.", "interest"),
        ("en", "Thank you, but I am not looking at the moment.", ""),
        ("en", "I applied two weeks ago and wonder if there is any news about my application for the role.", ""),
        ("en", "Shall we have lunch?", ""),
    ],
)
def test_own_mail_applies_shows_interest_or_neither(language: str, text: str, wants: str) -> None:
    mail = arrived(text, address="sam@home.example", to="jobs@brightmoor.example")

    assert wants_of(mail, text, Tag.OTHER, language, SENT) == wants


def test_a_cv_attached_applies() -> None:
    mail = arrived("Hello", address="sam@home.example", to="jobs@brightmoor.example", attachments=("CV_Sam.pdf",))

    assert wants_of(mail, "Hello", Tag.OTHER, "en", SENT) == "application"


def test_mail_to_oneself_is_nothing() -> None:
    text = "Draft: I am applying for the post."
    mail = arrived(text, address="sam@home.example", to="sam@home.example")

    assert wants_of(mail, text, Tag.OTHER, "en", SENT) == ""
