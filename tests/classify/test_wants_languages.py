"""Interest, chases, thanks and handed-in work in German, French and Spanish mail of the person's own."""

import pytest

from classify.folding import folded
from classify.progresswords import CHASING, HANDING_IN, THANKING
from classify.wants import wants_of
from classify.wantwords import INTERESTED
from store.vocabulary import Direction, Tag
from tests.classify.arrivals import arrived


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Ja, die Stelle interessiert mich."),
        ("de", "Gerne dürfen Sie mich dort vorschlagen."),
        ("de", "Das würde mich sehr interessieren."),
        ("fr", "Oui, le poste m'intéresse."),
        ("fr", "Vous pouvez transmettre mon profil à votre client."),
        ("es", "Sí, me interesa la vacante."),
        ("es", "Puedes pasar mi currículum al cliente."),
    ],
)
def test_a_yes_to_an_approach_is_interest(language: str, text: str) -> None:
    assert INTERESTED.search(folded(text, language))


@pytest.mark.parametrize(
    "text",
    [
        "Je me permets de revenir vers vous au sujet de ma candidature.",
        "L'avez-vous bien reçue ?",
        "Quería saber si te llegó mi candidatura.",
        "Le escribo para saber cómo ha quedado el proceso.",
        "Ich wollte fragen, ob Sie meine Bewerbung erhalten haben.",
        "Könnten Sie mir sagen, wie es im Verfahren weitergeht?",
    ],
)
def test_a_question_about_an_application_is_a_chase(text: str) -> None:
    assert CHASING.search(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Je me permets de revenir vers vous au sujet de ma candidature. L'avez-vous bien reçue ?"),
        ("es", "Quería saber si te llegó mi candidatura al puesto de delineante."),
        ("de", "Ich möchte nachfragen, ob Sie meine Bewerbung erhalten haben."),
    ],
)
def test_a_chase_that_names_the_application_does_not_apply(language: str, text: str) -> None:
    message = arrived(text, address="sam@home.example", to="jobs@ondalia.example", in_reply_to=("<1@home.example>",))
    assert wants_of(message, text, Tag.OTHER, language, Direction.SENT) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Le agradezco mucho la entrevista de ayer.",
        "Je vous remercie pour cet échange.",
        "Ich bedanke mich für das Gespräch.",
    ],
)
def test_thanks_are_thanks_in_every_form(text: str) -> None:
    assert THANKING.search(text)
    assert not CHASING.search(text)


@pytest.mark.parametrize(
    "text", ["Te adjunto la prueba resuelta.", "Anbei meine Lösung der Testaufgabe.", "Ci-joint mon étude de cas."]
)
def test_work_is_handed_in(text: str) -> None:
    assert HANDING_IN.search(text)
