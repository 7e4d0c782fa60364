"""The families of scams that are met most, in four languages, and the honest mail that speaks of the same things."""

import pytest

from classify.scams import scam_signs
from store.records import Address, Marks
from tests.classify.arrivals import arrived


def signs(text: str, *, address: str = "kim@brightmoor.example", **more: object) -> int:
    mail = arrived(text, address=address, **more)  # type: ignore[arg-type]
    return len(scam_signs(mail, text, company=""))


@pytest.mark.parametrize(
    "text",
    [
        "You have done 12 of 30 tasks. Top up 60 USDT to release your commission.",
        "Deposit the cashier's check, then buy gift cards and send photos of the codes.",
        "Als App-Tester eröffnen Sie ein Testkonto und geben uns die Zugangsdaten.",
        "Sie nehmen Zahlungen auf Ihrem Konto entgegen und behalten 7 %, den Rest senden Sie als Bitcoin.",
        "Vous recevez des colis et les réexpédiez. Envoyez une copie de votre carte d'identité.",
        "Recibes transferencias en tu cuenta bancaria y te quedas el 9 %.",
        "Está contratado. Transfiera la fianza de 120 € hoy mismo.",
    ],
)
def test_each_family_shows_two_signs(text: str) -> None:
    assert signs(text) >= 2


@pytest.mark.parametrize(
    "text",
    [
        "Watch out for scams: they mail a cheque, ask for gift cards and write on Telegram only.",
        "Unbekannte schreiben in unserem Namen über WhatsApp und verlangen Gebühren. Das ist Betrug.",
        "Des inconnus se font passer pour nous sur WhatsApp et demandent des frais de dossier.",
        "Nunca pedimos dinero: quien te pide gastos de gestión por WhatsApp no es de aquí.",
    ],
)
def test_a_warning_of_scams_is_none(text: str) -> None:
    assert signs(text) == 0


def test_a_warning_does_not_excuse_a_failed_check() -> None:
    failed = Marks(authentication_results="mx.example; dmarc=fail")

    assert signs("We never ask for money. Pay the fee by Western Union.", marks=failed) >= 2


@pytest.mark.parametrize(
    "text",
    [
        "We have schools short of cover and pay £140-£165 a day to scale.",
        "Starting pay for 37 hours is £28,400, with a ten week course.",
        "Thank you for the interview with our researchers; your £30 gift card is attached.",
        "Der Tagessatz liegt zwischen 480 und 560 € am Tag.",
        "Le tarif est de 450 à 520 € par jour.",
    ],
)
def test_ordinary_pay_is_no_sign(text: str) -> None:
    assert signs(text) == 0


def test_answers_to_the_same_name_elsewhere_are_fine() -> None:
    assert signs("Hello", reply_to=(Address("", "jobs@brightmoor.example"),)) == 0
