"""What the form of a mail settles before its words are read."""

from collections.abc import Callable

import pytest

from classify.forms import AUTOMATIC_REPLY, OWN_MAIL
from store.records import Verdict
from store.vocabulary import Tag

TagMail = Callable[..., Verdict]


def test_own_mail_is_other_whatever_it_says(tag_mail: TagMail) -> None:
    verdict = tag_mail(
        "Thank you for the interview. I have decided not to move forward with the process.",
        sender="Ines Moreau <ines@moreau.example>",
        own=frozenset({"ines@moreau.example"}),
    )

    assert (verdict.tag, verdict.kind, verdict.unsure) == (Tag.OTHER, OWN_MAIL, False)


@pytest.mark.parametrize(
    "subject",
    [
        "Out of office: your application",
        "Abwesenheitsnotiz: Ihre Bewerbung",
        "Réponse automatique d'absence",
        "Fuera de la oficina",
    ],
)
def test_an_out_of_office_answer_is_other_in_four_languages(tag_mail: TagMail, subject: str) -> None:
    verdict = tag_mail("I will answer when I am back.", subject=subject, sender="Jo Ware <jo@tollgate.example>")

    assert (verdict.tag, verdict.kind) == (Tag.OTHER, AUTOMATIC_REPLY)


def test_the_auto_reply_mark_counts_with_words_of_absence(tag_mail: TagMail) -> None:
    verdict = tag_mail(
        "I am on leave until 3 June with limited access to e-mail.",
        subject="Re: Your interview",
        headers={"Auto-Submitted": "auto-replied"},
    )

    assert verdict.kind == AUTOMATIC_REPLY


def test_a_receipt_sent_as_an_automatic_reply_stays_a_receipt(tag_mail: TagMail) -> None:
    verdict = tag_mail(
        "Thank you for your application. We have received your documents and will review them within two weeks.",
        subject="Automatic reply: Application as nurse",
        headers={"Auto-Submitted": "auto-replied"},
    )

    assert verdict.tag is Tag.ACKNOWLEDGEMENT


def test_an_unsubscribe_link_alone_proves_nothing(tag_mail: TagMail) -> None:
    body = "Thank you for applying. Unfortunately, we have decided to move forward with other candidates."

    assert tag_mail(body, headers={"List-Unsubscribe": "<mailto:u@larch.example>"}).tag is Tag.REJECTION
