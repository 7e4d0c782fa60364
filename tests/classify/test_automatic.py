"""Whether a machine or a person wrote a mail."""

import pytest

from classify.automatic import is_automatic
from store.records import Address, Marks, Message
from tests.classify.arrivals import arrived


@pytest.mark.parametrize(
    "mail",
    [
        arrived("We have received it.", name="Brightmoor", address="no-reply@us.greenhouse-mail.io"),
        arrived("Your test.", name="HackerRank", address="support@hackerrankforwork.com"),
        arrived("Booked.", name="Calendly", address="notifications@calendly.com"),
        arrived("This is an automated message.", name="Careers", address="careers@brightmoor.example"),
        arrived("Bitte antworten Sie nicht auf diese E-Mail.", name="Karriere", address="jobs@brightmoor.example"),
        arrived("Away.", name="Kim", address="kim@brightmoor.example", marks=Marks(auto_submitted="auto-replied")),
        arrived("News.", name="Jobs", address="jobs@brightmoor.example", marks=Marks(precedence="bulk")),
    ],
)
def test_machines_are_known(mail: Message) -> None:
    assert is_automatic(mail, mail.text)


@pytest.mark.parametrize(
    "mail",
    [
        arrived("Hi Sam", name="Kim Park", address="kim.park@brightmoor.example"),
        arrived("Hi Sam", name="Jane Doe", address="jane@brightmoor.teamtailor-mail.com"),
        arrived("Hi Sam", name="Harriet Swann via LinkedIn", address="hit-reply@linkedin.com"),
        arrived("Hi Sam", name="Town Clerk", address="clerk@brightmoor.example"),
        arrived(
            "Sehr geehrte Frau Ford",
            name="Brightmoor",
            address="jobs@dvinci.de",
            reply_to=(Address("", "candidate-8123@dvinci.de"),),
        ),
    ],
)
def test_people_are_known_behind_relays_too(mail: Message) -> None:
    assert not is_automatic(mail, mail.text)
