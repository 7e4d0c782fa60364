"""When a rejection would hear from the person again: read in four languages, with the sentence that says so."""

from datetime import date

import pytest

from classify.reapply import not_before

SENT = date(2026, 9, 2)
NAMED = [
    ("en", "We ask that candidates wait no fewer than six months before applying again.", "2027-03-02"),
    ("en", "You are welcome to re-apply after 12 months.", "2027-09-02"),
    ("en", "You may reapply for this position in six (6) months.", "2027-03-02"),
    ("en", "Please feel free to reapply in 2027.", "2027-01-01"),
    ("en", "We would welcome a new application from January 2027.", "2027-01-01"),
    ("en", "Please do not reapply before 1 March 2027.", "2027-03-01"),
    ("en", "You can apply again in spring 2027.", "2027-03-01"),
    ("en", "Our policy has a cooling-off period of 6 months.", "2027-03-02"),
    ("de", "Sie können sich gerne nach Ablauf von sechs Monaten erneut bewerben.", "2027-03-02"),
    ("de", "Bitte bewerben Sie sich frühestens in einem Jahr wieder bei uns.", "2027-09-02"),
    ("de", "Eine erneute Bewerbung ist ab Januar 2027 möglich.", "2027-01-01"),
    ("de", "Wir bitten Sie, vor einer erneuten Bewerbung mindestens 12 Monate zu warten.", "2027-09-02"),
    ("de", "Melden Sie sich gerne im nächsten Jahr wieder.", "2027-01-01"),
    ("de", "Gerne kannst du dich in einem halben Jahr nochmals bewerben.", "2027-03-02"),
    ("fr", "Vous pourrez postuler à nouveau dans un délai de six mois.", "2027-03-02"),
    ("fr", "Nous vous invitons à renouveler votre candidature à partir de janvier 2027.", "2027-01-01"),
    ("fr", "Nous vous remercions de ne pas déposer de nouvelle candidature avant douze mois.", "2027-09-02"),
    ("fr", "N'hésitez pas à nous recontacter l'année prochaine.", "2027-01-01"),
    ("es", "Podrá volver a presentar su candidatura transcurridos seis meses.", "2027-03-02"),
    ("es", "Le pedimos que no vuelva a postularse antes de 12 meses.", "2027-09-02"),
    ("es", "Te animamos a presentarte de nuevo a partir de enero de 2027.", "2027-01-01"),
    ("es", "No dudes en volver a escribirnos dentro de medio año.", "2027-03-02"),
]
NOT_MEANT = [
    ("en", "We will keep your CV on file for six months and contact you if anything comes up."),
    ("en", "Feel free to apply again at any time."),
    ("en", "We hope you will apply again in the future."),
    ("en", "This is a six month contract and we had many applications."),
    ("de", "Wir speichern Ihre Unterlagen sechs Monate."),
    ("de", "Du kannst dich jederzeit erneut bewerben."),
    ("fr", "Nous conservons votre dossier pendant deux ans."),
    ("es", "Guardaremos su currículum durante un año."),
]


@pytest.mark.parametrize(("language", "sentence", "day"), NAMED)
def test_the_day_they_name_is_read_with_its_sentence(language: str, sentence: str, day: str) -> None:
    found = not_before(f"Hello.\n\n{sentence}\n", SENT, language)

    assert found is not None
    assert (found.day.isoformat(), found.sentence) == (day, sentence)


@pytest.mark.parametrize(("language", "sentence"), NOT_MEANT)
def test_what_looks_alike_is_not_taken_for_it(language: str, sentence: str) -> None:
    assert not_before(f"Hello.\n\n{sentence}\n", SENT, language) is None


def test_the_later_of_two_days_counts() -> None:
    text = "You may apply again after three months. For this team, please wait a year before you reapply."

    found = not_before(text, SENT, "en")
    assert found is not None
    assert found.day == date(2027, 9, 2)
