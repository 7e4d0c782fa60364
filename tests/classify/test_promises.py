"""What they promise, when applications close, and when the person's work is due."""

from datetime import date

import pytest

from classify.promises import closing_date_of, due_of, promise_of

SENT = date(2024, 3, 6)  # a Wednesday


@pytest.mark.parametrize(
    ("language", "sentence", "due"),
    [
        ("en", "We will get back to you by Friday.", "2024-03-08"),
        ("en", "You will hear from us within two weeks.", "2024-03-20"),
        ("en", "Our team aims to make a decision in the next 10 days.", "2024-03-16"),
        ("en", "I'll be in touch early next week.", "2024-03-13"),
        ("en", "We hope to let you know by the end of the month.", "2024-03-31"),
        ("en", "You can expect our answer before 12 March.", "2024-03-12"),
        ("en", "By the end of next week, we'll let you know either way.", "2024-03-15"),
        ("en", "The panel meets on 11 March and you will hear from us by 15 March.", "2024-03-15"),
        ("en", "Our recruiters will review your form and contact you within 10 working days.", "2024-03-20"),
        ("en", "I should have an answer for you by Tuesday.", "2024-03-12"),
        ("de", "Wir melden uns Anfang nächster Woche bei Ihnen.", "2024-03-13"),
        ("de", "Sie hören bis Ende der Woche von uns.", "2024-03-08"),
        ("de", "Wir werden Ihnen innerhalb von zwei Wochen Bescheid geben.", "2024-03-20"),
        ("de", "Bis zum 15.03. erhalten Sie eine Rückmeldung.", "2024-03-15"),
        ("de", "Ich gebe dir bis Freitag Bescheid.", "2024-03-08"),
        ("fr", "Nous reviendrons vers vous d'ici la fin du mois.", "2024-03-31"),
        ("fr", "Nous vous répondrons sous quinzaine.", "2024-03-21"),
        ("fr", "Vous recevrez une réponse sous 15 jours.", "2024-03-21"),
        ("es", "Nos pondremos en contacto contigo la semana que viene.", "2024-03-15"),
        ("es", "Le responderemos en un plazo de 15 días.", "2024-03-21"),
    ],
)
def test_it_reads_the_promised_day(language: str, sentence: str, due: str) -> None:
    promise = promise_of(f"Thank you for writing.\n\n{sentence}\n", SENT, language)

    assert promise is not None
    assert (promise.due.isoformat(), promise.sentence) == (due, sentence)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Please let us know by Friday."),
        ("en", "We look forward to hearing from you by Friday."),
        ("en", "We need your decision by 15 March."),
        ("en", "If we are interested, we will contact you within two weeks."),
        ("en", "Should your profile match, our team will contact you within 10 days."),
        ("en", "If you do not hear from us within two weeks, please take it as a no."),
        ("en", "We cannot promise an answer within two weeks."),
        ("en", "We will welcome you on Monday 18 March."),
        ("en", "You will start on 1 April."),
        ("en", "We will be in touch shortly."),
        ("en", "Please complete the test within 5 days."),
        ("en", "Your parcel will be delivered by Friday."),
        ("en", "The landlord needs your answer by Friday."),
        ("de", "Bitte geben Sie uns bis Freitag Bescheid."),
        ("de", "Falls Sie in die engere Auswahl kommen, melden wir uns bis Freitag."),
        ("de", "Wir freuen uns auf Ihre Rückmeldung bis Freitag."),
        ("fr", "Merci de nous répondre avant vendredi."),
        ("fr", "Sans réponse de notre part sous 15 jours, votre candidature n'est pas retenue."),
        ("es", "Por favor, responda antes del viernes."),
        ("es", "Si su perfil encaja, le contactaremos en dos semanas."),
    ],
)
def test_what_is_asked_conditional_or_elsewhere_is_no_promise(language: str, sentence: str) -> None:
    assert promise_of(sentence, SENT, language) is None


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "Applications close on 14 March.", "2024-03-14"),
        ("en", "Closing date: 4 May", "2024-05-04"),
        ("de", "Bewerbungsschluss ist der 31. März 2024.", "2024-03-31"),
        ("fr", "Date limite de candidature : 31 mars 2024", "2024-03-31"),
        ("es", "El plazo de solicitud finaliza el 31 de marzo.", "2024-03-31"),
    ],
)
def test_it_reads_the_closing_date(language: str, text: str, day: str) -> None:
    assert closing_date_of(text, SENT, language) == date.fromisoformat(day)


def test_a_closed_office_is_no_closing_date() -> None:
    assert closing_date_of("Our offices are closed on 14 March.", SENT, "en") is None


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "Please complete it within 5 days.", "2024-03-11"),
        ("en", "Kindly submit by 18 May.", "2024-05-18"),
        ("en", "The link expires on 20 March 2024.", "2024-03-20"),
        ("en", "You have seven days to finish.", "2024-03-13"),
        ("de", "Bitte bearbeiten Sie den Test bis zum 20.03.2024.", "2024-03-20"),
        ("fr", "Merci de compléter le test sous 5 jours.", "2024-03-11"),
        ("es", "Tienes 5 días para completar la prueba.", "2024-03-11"),
    ],
)
def test_it_reads_when_the_work_is_due(language: str, text: str, day: str) -> None:
    assert due_of(text, SENT, language) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("language", "text", "due"),
    [
        ("en", "I will talk to our director and get back to you early next week.", date(2024, 3, 13)),
        ("fr", "Je vous donne une réponse lundi 11 mars au plus tard.", date(2024, 3, 11)),
    ],
)
def test_words_may_stand_between_the_promise_and_its_verb(language: str, text: str, due: date) -> None:
    promise = promise_of(text, SENT, language)

    assert promise is not None
    assert promise.due == due
