"""A mail that says something is attached is noticed in four languages; one that speaks of an earlier mail is not."""

import pytest

from respond.promised import promises_attachment
from respond.wordings import wordings_of
from store.vocabulary import DraftKind


@pytest.mark.parametrize(
    "sentence",
    [
        "I have attached my CV.",
        "I attach the certificate you asked for.",
        "Please find my CV attached.",
        "The reference is enclosed.",
        "Attached is the portfolio.",
        "You will see the attached transcript.",
        "Anbei mein Lebenslauf.",
        "Im Anhang finden Sie mein Zeugnis.",
        "Den Lebenslauf habe ich beigefügt.",
        "Gerne füge ich die Unterlagen bei.",
        "Vous trouverez mon CV ci-joint.",
        "Je vous joins mon diplôme.",
        "Mon CV se trouve en pièce jointe.",
        "Adjunto mi currículum.",
        "Le adjunto los documentos.",
        "En el archivo adjunto está mi título.",
    ],
)
def test_a_promise_is_found_with_its_sentence(sentence: str) -> None:
    assert promises_attachment(f"Dear Kim,\n\nThank you. {sentence} Until soon.\n\nSam\n") == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "As I wrote in the CV attached to my application, I know the trade.",
        "I feel attached to the town.",
        "Wie in den meiner Bewerbung beigefügten Zeugnissen steht, kenne ich das Fach.",
        "My CV follows once these points are clear.",
        "Je suis attaché à cette ville.",
        "Joining the team would be good.",
    ],
)
def test_what_promises_nothing_is_left_alone(sentence: str) -> None:
    assert promises_attachment(f"Dear Kim,\n\n{sentence}\n\nSam\n") == ""


def test_no_wording_of_ours_but_the_one_for_documents_promises_a_file() -> None:
    for language in ("en", "de", "fr", "es"):
        for kind in DraftKind:
            if kind is DraftKind.INFORMATION_REPLY:
                continue
            for wording in wordings_of(language, kind):
                assert promises_attachment(str(wording)) == ""
