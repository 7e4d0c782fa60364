"""A German, French or Spanish mail is answered in its language, and with du, tu or tú only where it says so itself."""

from dataclasses import replace
from datetime import timedelta

import pytest

from respond.compose import Composed, compose
from respond.situation import Situation
from store.records import Address, Application, Interview, StoredMessage
from store.vocabulary import Direction, DraftKind, Tag
from tests.respond.builders import BERLIN, NOW, history, mail, situation, state, verdict_of

CLAIRE = Address("Claire Martin", "claire.martin@northwind.example")


def theirs(language: str, text: str, tag: Tag = Tag.OTHER, **fields: object) -> StoredMessage:
    stored = mail(4, CLAIRE, tag, text=text, **fields)  # type: ignore[arg-type]
    return replace(stored, reading=replace(stored.reading, verdict=verdict_of(tag, language)))


def written(given: Situation) -> Composed:
    composed = compose(given)
    assert isinstance(composed, Composed), composed
    return composed


@pytest.mark.parametrize(
    ("language", "text", "greeting", "closing"),
    [
        (
            "de",
            "Hallo Alex,\n\ndeine Bewerbung ist da, wir melden uns bei dir.\n\nViele Grüße\nClaire",
            "Hallo Claire,",
            "Viele Grüße",
        ),
        (
            "de",
            "Hallo Alex,\n\nIhre Bewerbung ist da, wir melden uns bei Ihnen.\n\nViele Grüße\nClaire",
            "Guten Tag Claire Martin,",
            "Mit freundlichen Grüßen",
        ),
        (
            "de",
            "Guten Tag,\n\ndeine Bewerbung ist bei uns.\n\nClaire Martin",
            "Guten Tag Claire Martin,",
            "Mit freundlichen Grüßen",
        ),
        ("de", "Guten Tag,\n\nalles da.\n\nClaire", "Guten Tag Claire Martin,", "Mit freundlichen Grüßen"),
        (
            "fr",
            "Bonjour Alex,\n\nJ’ai bien reçu ton dossier.\n\nTu auras des nouvelles.\n\nClaire",
            "Bonjour Claire,",
            "Bien à toi,",
        ),
        (
            "fr",
            "Bonjour,\n\nNous avons reçu votre dossier.\n\nClaire Martin",
            "Bonjour Claire Martin,",
            "Cordialement,",
        ),
        ("es", "Hola, Alex:\n\nTe escribo por tu candidatura.\n\nUn saludo,\nClaire", "Hola, Claire:", "Un saludo,"),
        (
            "es",
            "Buenos días:\n\nLe escribo por su candidatura.\n\nClaire Martin",
            "Buenos días, Claire Martin:",
            "Un cordial saludo,",
        ),
    ],
)
def test_it_speaks_as_they_do(language: str, text: str, greeting: str, closing: str) -> None:
    composed = written(situation(DraftKind.FOLLOW_UP_APPLICATION, theirs(language, text)))

    assert composed.language == language
    assert composed.body.startswith(f"{greeting}\n\n")
    assert composed.body.endswith(f"\n\n{closing}\nAlex Morgan\n")
    assert not any("English" in reason for reason in composed.why)


def test_a_mail_without_any_you_leaves_the_register_to_the_one_before() -> None:
    before = theirs("de", "Hallo Alex,\n\nschickst du mir deinen Lebenslauf?\n\nClaire", days_ago=9)
    newest = replace(theirs("de", "Danke, alles angekommen.\n\nClaire"), id=5)

    assert written(situation(DraftKind.FOLLOW_UP_APPLICATION, before, newest)).body.startswith("Hallo Claire,")


@pytest.mark.parametrize(
    ("language", "moment"),
    [
        ("de", "Dienstag, 24. November, um 14:00 Uhr MEZ (UTC+1), per Video"),
        ("fr", "mardi 24 novembre à 14 h 00 CET (UTC+1), en visioconférence"),
        ("es", "martes 24 de noviembre a las 14:00 CET (UTC+1), por videollamada"),
    ],
)
def test_a_time_is_named_as_in_that_language(language: str, moment: str) -> None:
    start = (NOW + timedelta(days=5)).astimezone(BERLIN).replace(hour=14, minute=0)
    interviews = (Interview(start, None, "interviewing", place="https://meet.example/x"),)
    invited = theirs(language, "2:00 pm", Tag.INVITATION, interviews=interviews)

    assert moment in written(situation(DraftKind.INVITATION_REPLY, invited)).body


@pytest.mark.parametrize(
    ("language", "own", "greeting"),
    [
        ("de", "Liebe Frau Martin!", "Liebe Frau Martin,"),
        ("fr", "Chère Claire Martin,", "Chère Claire Martin,"),
        ("es", "Estimada Claire Martin:", "Estimada Claire Martin:"),
        ("de", "Sehr geehrte Damen und Herren,", "Guten Tag Claire Martin,"),
        ("de", "Dear Ms Martin,", "Guten Tag Claire Martin,"),
    ],
)
def test_the_persons_own_greeting_is_used_again_where_it_fits(language: str, own: str, greeting: str) -> None:
    mine = mail(3, CLAIRE, text=f"{own}\n\nAlex", days_ago=9, direction=Direction.SENT)

    body = written(situation(DraftKind.FOLLOW_UP_APPLICATION, mine, theirs(language, "Ok.\n\nClaire Martin"))).body

    assert body.startswith(f"{greeting}\n\n")


def test_a_stiff_greeting_of_before_gives_way_to_the_du_they_offer() -> None:
    mine = mail(3, CLAIRE, text="Sehr geehrte Frau Martin,\n\nAlex", days_ago=9, direction=Direction.SENT)
    offered = theirs("de", "Hallo Alex,\n\nwann hättest du Zeit?\n\nClaire")

    assert written(situation(DraftKind.FOLLOW_UP_APPLICATION, mine, offered)).body.startswith("Hallo Claire,")


@pytest.mark.parametrize(
    ("role", "phrase"), [("Analyste", "d’Analyste"), ("Hôte de caisse", "d’Hôte"), ("Chef de projet", "de Chef")]
)
def test_french_de_is_shortened_before_a_vowel(role: str, phrase: str) -> None:
    given = situation(DraftKind.FOLLOW_UP_APPLICATION, theirs("fr", "Ok."), application=Application(1, "", role))

    assert f"le poste {phrase}" in written(given).body


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Bitte haben Sie Verständnis, dass wir keine Gründe nennen können."),
        ("fr", "Nous ne pouvons pas vous faire de retour individuel."),
        ("es", "No podemos ofrecer feedback individual."),
    ],
)
def test_no_feedback_is_asked_where_they_give_none(language: str, text: str) -> None:
    met = state(history=history(last_interview=NOW - timedelta(days=6)))

    assert (
        "?" not in written(situation(DraftKind.STAY_CONNECTED, theirs(language, text, Tag.REJECTION), state=met)).body
    )


def test_sources_are_named_in_the_language_of_the_review_page() -> None:
    composed = written(situation(DraftKind.FOLLOW_UP_APPLICATION, theirs("de", "Ok.")))

    assert any(fact.source.startswith("mail of Monday 16 November") for fact in composed.facts)


@pytest.mark.parametrize(
    ("language", "text", "refused"),
    [
        ("de", "Bitte sehen Sie von Rückfragen ab.", True),
        ("de", "Wir bitten Sie, von Nachfragen zum Stand abzusehen.", True),
        ("de", "Bei Rückfragen melden Sie sich gern.", False),
        ("fr", "Merci de ne pas nous relancer.", True),
        ("es", "Por favor, no nos contacte por correo.", True),
    ],
)
def test_a_wish_not_to_be_asked_is_kept(language: str, text: str, refused: bool) -> None:
    composed = compose(situation(DraftKind.FOLLOW_UP_APPLICATION, theirs(language, text)))

    assert isinstance(composed, Composed) is not refused
