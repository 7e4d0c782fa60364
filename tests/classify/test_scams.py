"""Signs of a scam, and real recruiters who show none or one."""

import pytest

from classify.scams import scam_signs
from store.records import Address, Marks
from tests.classify.arrivals import arrived


def signs(text: str, *, company: str = "", address: str = "kim@brightmoor.example", **more: object) -> int:
    mail = arrived(text, address=address, **more)  # type: ignore[arg-type]
    return len(scam_signs(mail, text, company=company))


@pytest.mark.parametrize(
    "text",
    [
        "Add our manager on Telegram. Earn $300 - $800 per day, 20 minutes a day, no experience.",
        "Your profile has been approved, no need to apply. Contact us on WhatsApp within 24 hours.",
        "The interview is held via Telegram chat. We mail a cheque to purchase your equipment.",
        "You are hired without interview. Pay a refundable registration fee and send a copy of your passport.",
        "Ihr Profil wurde genehmigt. Schreiben Sie uns auf WhatsApp und senden Sie eine Ausweiskopie.",
        "Votre profil a été approuvé. Écrivez-nous sur Telegram. Frais de dossier : 50 euros.",
        "Tu perfil ha sido aprobado. Escríbenos por WhatsApp. Gana 300 euros al día.",
    ],
)
def test_scams_show_two_signs(text: str) -> None:
    assert signs(text) >= 2


@pytest.mark.parametrize(
    "text",
    [
        "We would like to invite you to a phone screen. Call me or use WhatsApp, as you like.",
        "Please bring your passport to the interview so that we can check your right to work.",
        "The day rate is £575. Are you interested?",
        "Please send your references. There is no placement fee.",
        "We offer you the position at $95,000 a year. Please sign by Friday.",
        "Please complete the assessment in your browser within 5 days.",
    ],
)
def test_real_recruiters_show_none(text: str) -> None:
    assert signs(text) == 0


def test_a_small_firm_on_free_mail_is_one_sign_at_most() -> None:
    text = "Hi Sam, come by on Monday for a trial shift."

    assert signs(text, company="Oakhollow Bakery", address="oakhollow@gmail.com") == 1
    assert signs(text, address="oakhollow@gmail.com") == 0


def test_whatsapp_alone_is_one_sign() -> None:
    assert signs("Please message me on WhatsApp.") == 1


def test_an_answer_to_another_domain_and_a_failed_check_count() -> None:
    failed = Marks(authentication_results="mx.example; spf=fail smtp.mailfrom=brightmoor.example; dmarc=fail")

    assert signs("Hello", reply_to=(Address("", "brightmoor@gmail.com"),)) == 1
    assert signs("Hello", marks=failed) == 1
    assert signs("Hello", marks=Marks(authentication_results="mx.example; spf=pass; dkim=pass")) == 0


def test_a_relay_of_a_tracking_system_is_no_other_domain() -> None:
    relay = (Address("", "reply-8f2@brightmoor.teamtailor-mail.com"),)

    assert signs("Hello", reply_to=relay) == 0


def test_a_domain_that_resembles_the_company_counts() -> None:
    assert signs("Hello", company="Brightmoor", address="hr@brightmoor-careers.example") == 1
    assert signs("Hello", company="Brightmoor", address="hr@brightm00r.example") == 1
    assert signs("Hello", company="Brightmoor", address="hr@brightmoor.example") == 0
    assert signs("Hello", company="Kröger", address="hr@kroeger.example") == 0
