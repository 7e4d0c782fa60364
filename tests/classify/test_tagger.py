"""Verdicts: doubt, reasons, context, and the tagger that has only its rules."""

from collections.abc import Callable

import pytest

from classify.tagger import Context, Tagger, turns_on_application
from store.records import Message, Verdict
from store.vocabulary import Tag

WriteMail = Callable[..., Message]
TagMail = Callable[..., Verdict]
REJECTION = (
    "Dear Mira,\n\nThank you for applying for the Welder position at Kestrel Steel. We have decided to move forward "
    "with another candidate.\n\nAll the best,\nTony"
)
NO_CONTEXT = Context(frozenset())


def test_a_verdict_quotes_the_sentence_that_decided(tag_mail: TagMail) -> None:
    verdict = tag_mail(REJECTION)

    assert verdict.deciding == "We have decided to move forward with another candidate."
    assert verdict.deciding in verdict.reasons[0]
    assert "rejection" in verdict.reasons[1]
    assert "Next likeliest" in verdict.reasons[2]


def test_a_verdict_says_what_speaks_for_the_runner_up(tag_mail: TagMail) -> None:
    verdict = tag_mail("Thank you for applying.\n\nWe would like to meet you, but the role is on hold until May.")

    assert any("Next likeliest" in reason and "for it speaks: " in reason for reason in verdict.reasons)


def test_probabilities_are_complete_and_the_tag_is_the_likeliest(tag_mail: TagMail) -> None:
    verdict = tag_mail(REJECTION)

    assert sum(verdict.probabilities) == pytest.approx(1.0)
    assert verdict.confidence == max(verdict.probabilities)


def test_a_mail_that_says_almost_nothing_still_gets_its_line(tag_mail: TagMail) -> None:
    assert len(tag_mail("").probabilities) == 7
    assert len(tag_mail("?", subject="hm").probabilities) == 7


def test_no_open_application_makes_outreach_likelier(shipped_tagger: Tagger, write_mail: WriteMail) -> None:
    mail = write_mail("I came across your profile. We are looking for a nurse; would you be open to a call this week?")
    place = list(Tag).index(Tag.OUTREACH)
    without, known, unknown = (
        shipped_tagger.verdict(mail, Context(frozenset(), has_open_application=each)).probabilities[place]
        for each in (False, True, None)
    )

    assert without > unknown > known


def test_a_verdict_that_knew_of_an_application_says_so(shipped_tagger: Tagger, write_mail: WriteMail) -> None:
    mail = write_mail("I came across your profile. We are looking for a nurse; would you be open to a call this week?")
    alone, told, answer = (
        shipped_tagger.verdict(mail, each)
        for each in (
            NO_CONTEXT,
            Context(frozenset(), has_open_application=True),
            Context(frozenset(), is_answer_to_own=True, has_open_application=True),
        )
    )

    assert (alone.knows_application, told.knows_application, answer.knows_application) == (False, True, False)
    assert "application" in told.reasons[-1]
    assert turns_on_application(alone)


def test_a_batch_gives_the_verdicts_of_its_mails_in_order(shipped_tagger: Tagger, write_mail: WriteMail) -> None:
    mails = [write_mail(REJECTION), write_mail("Your parcel is on its way. Track your order here.")]

    expected = tuple(shipped_tagger.verdict(mail, NO_CONTEXT) for mail in mails)

    assert shipped_tagger.verdicts(mails, [NO_CONTEXT, NO_CONTEXT]) == expected


def test_without_a_model_the_rules_serve_and_say_so(write_mail: WriteMail) -> None:
    tagger = Tagger.from_rules("The model file is missing.")
    verdict = tagger.verdict(write_mail(REJECTION), NO_CONTEXT)

    assert (verdict.tag, verdict.model) == (Tag.REJECTION, "rules")
    assert verdict.reasons[0] == "The model file is missing."


@pytest.mark.parametrize(
    ("tag", "body"),
    [
        (Tag.REJECTION, "Leider müssen wir Ihnen mitteilen, dass wir uns für andere Bewerber entschieden haben."),
        (Tag.INVITATION, "Gerne würden wir Sie am Dienstag um 10 Uhr zu einem Vorstellungsgespräch einladen."),
        (Tag.ACKNOWLEDGEMENT, "Vielen Dank für Ihre Bewerbung. Ihre Unterlagen sind bei uns eingegangen."),
        (Tag.REJECTION, "Nous ne pouvons malheureusement pas donner une suite favorable à votre candidature."),
        (Tag.ACKNOWLEDGEMENT, "Nous avons bien reçu votre candidature et vous remercions de votre intérêt."),
        (Tag.REJECTION, "Lamentamos comunicarte que hemos decidido continuar con otros candidatos."),
        (Tag.ACKNOWLEDGEMENT, "Hemos recibido tu solicitud para la vacante y la estamos revisando."),
    ],
)  # fmt: skip
def test_the_rules_read_other_languages(write_mail: WriteMail, tag: Tag, body: str) -> None:
    assert Tagger.from_rules().verdict(write_mail(body), NO_CONTEXT).tag is tag


def test_a_language_that_nobody_taught_it_is_unsure(shipped_tagger: Tagger, write_mail: WriteMail) -> None:
    mail = write_mail("Благодарим вас за отклик на вакансию, но мы не готовы пригласить вас на собеседование.")

    assert shipped_tagger.verdict(mail, NO_CONTEXT).unsure
