"""Own mail about an application that exists: a chase however it is put, a thank-you, an answer."""

import pytest

from classify.progress import events_of
from classify.wants import wants_of
from store.vocabulary import Direction, EventKind, Tag
from tests.classify.arrivals import arrived
from tests.classify.mails import received, sent

KIM = "kim@calder.example"

CHASES = [
    ("en", "I would like to ask once more whether you have been able to decide."),
    ("en", "I wanted to make sure that my application reached you."),
    ("en", "When can I expect an answer from you?"),
    ("en", "I have not been told anything. Has a decision been made about my application?"),
    ("en", "Just bumping this up, as I know how busy September is."),
    ("de", "ich wollte fragen, ob meine Bewerbung bei Ihnen angekommen ist."),
    ("de", "Haben Sie sich schon entschieden? Über eine Nachricht würde ich mich freuen."),
    ("fr", "Je souhaitais savoir si vous aviez pris une décision."),
    ("fr", "Je me permets de revenir vers vous au sujet de ma candidature."),
    ("es", "Quería saber si te llegó mi candidatura."),
    ("es", "Le escribo para saber cómo ha quedado el proceso."),
]


@pytest.mark.parametrize(("language", "text"), CHASES)
def test_a_question_about_the_application_is_a_chase(language: str, text: str) -> None:
    receipt = received(1, "2026-03-02", Tag.ACKNOWLEDGEMENT, "Calder")

    assert [each.kind for each in events_of(1, (receipt, sent(2, "2026-03-20", KIM, text)))][-1] is EventKind.CHASED


@pytest.mark.parametrize(("language", "text"), CHASES)
def test_a_chase_applies_for_nothing(language: str, text: str) -> None:
    mail = arrived(text, address="sam@home.example", to=KIM)

    assert wants_of(mail, text, Tag.OTHER, language, Direction.SENT) == ""


@pytest.mark.parametrize(
    "text",
    [
        "There is a step at your door; I will bring my own ramp.",
        "My new telephone number is at the end of this mail.",
        "Hier meine neue Anschrift. Ich freue mich auf Ihre Rückmeldung.",
    ],
)
def test_a_word_that_asks_nothing_is_no_chase(text: str) -> None:
    receipt = received(1, "2026-03-02", Tag.ACKNOWLEDGEMENT, "Calder")

    assert [each.kind for each in events_of(1, (receipt, sent(2, "2026-03-20", KIM, text)))][-1] is EventKind.REPLIED


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I would like to apply for the post of porter.\n\nThank you for your time."),
        ("en", "My application for the post of porter, with ten years of nights. Thank you for your consideration."),
        ("de", "hiermit bewerbe ich mich um die Stelle.\n\nVielen Dank für das Lesen, danke für Ihre Zeit."),
        ("fr", "Je vous adresse ma candidature.\n\nMerci pour votre attention."),
        ("es", "Adjunto mi CV para el puesto.\n\nGracias por su tiempo."),
    ],
)
def test_thanks_at_the_end_do_not_hide_an_application(language: str, text: str) -> None:
    mail = arrived(text, address="sam@home.example", to=KIM)

    assert wants_of(mail, text, Tag.OTHER, language, Direction.SENT) == "application"


@pytest.mark.parametrize(
    "text",
    [
        "Please find attached my completed task, ten pages in all.",
        "Anbei meine Bearbeitung der Testaufgabe.",
        "Vous trouverez ci-joint mon test.",
        "Te adjunto la prueba resuelta.",
    ],
)
def test_work_sent_back_is_handed_in(text: str) -> None:
    task = received(1, "2026-03-02", Tag.ASSESSMENT, "Calder", sender=KIM, automatic=False)

    assert [each.kind for each in events_of(1, (task, sent(2, "2026-03-05", KIM, text)))][-1] is EventKind.SUBMITTED
