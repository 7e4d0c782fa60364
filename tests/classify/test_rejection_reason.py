"""The reason of a rejection: what is written, else none."""

import pytest

from classify.reasons import rejection_reason
from store.vocabulary import RejectionReason


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        ("not_stated", "Unfortunately, we will not be moving forward with your application."),
        ("not_stated", "We decided not to proceed. If the role is filled by another candidate, we may write again."),
        ("other_candidate", "We have chosen another candidate for the post."),
        ("other_candidate", "The panel went with someone whose background matched more closely."),
        ("role_filled", "The position has now been filled."),
        ("internal_candidate", "We have appointed an internal candidate to the vacancy."),
        ("role_frozen", "The role has been put on hold because of a hiring freeze."),
        ("role_cancelled", "The requisition has been cancelled."),
        ("capacity", "Our programme is now full and we have no more places this year."),
        ("eligibility", "We are unable to sponsor visas for this position."),
        ("compensation", "Your salary expectations are above our budget for the role."),
        ("missing_requirement", "You do not yet have the nursing registration that the post requires."),
        ("interview_outcome", "In the interview your answers on drug rounds fell short of what we need."),
        ("fit_general", "We felt that your profile is not the right fit for us."),
        ("fit_general", "I do not think that the job and you fit each other."),
        ("role_cancelled", "Head office has cancelled the Site Operations Coordinator position."),
        ("role_cancelled", "We have had to withdraw the Guest Liaison Coordinator vacancy."),
        ("role_filled", "The position of Customer Operations Coordinator at Sable Telecare has been filled."),
        ("not_stated", "Everything you wrote was taken into account for this position."),
        ("not_stated", "Other roles may suit you: have a look at our vacancies."),
    ],
)
def test_a_stated_reason_is_read(reason: str, text: str) -> None:
    assert rejection_reason(text, "en") is RejectionReason(reason)


@pytest.mark.parametrize(
    ("language", "reason", "text"),
    [
        ("de", "other_candidate", "Wir haben uns für eine andere Bewerberin entschieden."),
        ("de", "role_filled", "Die Stelle ist inzwischen besetzt."),
        ("fr", "role_filled", "Le poste a été pourvu."),
        ("es", "other_candidate", "Hemos optado por otros candidatos."),
        ("de", "not_stated", "Leider müssen wir Ihnen absagen."),
    ],
)
def test_other_languages_have_reasons_too(language: str, reason: str, text: str) -> None:
    assert rejection_reason(text, language) is RejectionReason(reason)


@pytest.mark.parametrize(
    ("language", "reason", "text"),
    [
        ("en", "internal_candidate", "We have filled the position with someone from within Kestrel Optics."),
        ("en", "missing_requirement", "We will not be inviting you, as we were looking for someone with a licence."),
        ("de", "role_frozen", "Wegen eines Einstellungsstopps wird die Stelle nicht besetzt."),
    ],
)
def test_the_narrower_reason_wins(language: str, reason: str, text: str) -> None:
    assert rejection_reason(text, language) is RejectionReason(reason)
