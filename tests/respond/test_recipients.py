"""To whom a reply goes (``domain.md`` §2.1, §2.2, §4.3; ``silence.md`` rules C and N)."""

from typing import Any

import pytest

from respond.recipients import NoRecipient, Recipient, recipient_for
from store.records import Address, CalendarEvent, Marks, StoredMessage
from store.vocabulary import Direction, DraftKind, Tag
from tests.respond.builders import DANA, PERSON, ROBOT, mail

TEAM = Address("Northwind Careers", "careers@northwind.example")


def ask(*messages: StoredMessage, kind: DraftKind = DraftKind.STAY_CONNECTED) -> Recipient | NoRecipient:
    return recipient_for(kind, messages, PERSON.addresses)


def rejection(sender: Address = DANA, **fields: Any) -> StoredMessage:
    return mail(9, sender, Tag.REJECTION, days_ago=1, **fields)


def address_of(found: Recipient | NoRecipient) -> str:
    assert isinstance(found, Recipient), found
    return found.address.address


def reason_of(found: Recipient | NoRecipient) -> str:
    assert isinstance(found, NoRecipient), found
    return found.reason


def test_a_person_is_answered_where_they_wrote() -> None:
    found = ask(rejection())

    assert isinstance(found, Recipient)
    assert (found.address, found.answers) == (DANA, rejection())


def test_a_mailbox_that_people_read_is_answered() -> None:
    assert address_of(ask(rejection(TEAM))) == TEAM.address


def test_reply_to_is_obeyed_within_the_same_organisation() -> None:
    desk = Address("", "talent@mail.northwind.example")

    assert address_of(ask(rejection(reply_to=(desk,)))) == desk.address


@pytest.mark.parametrize("elsewhere", ["dana@elsewhere.example", "northwind.hr@gmail.com"])
def test_a_person_is_answered_where_they_wrote_from_when_reply_to_leads_elsewhere(elsewhere: str) -> None:
    found = ask(mail(1, DANA), rejection(reply_to=(Address("", elsewhere),)))

    assert isinstance(found, Recipient)
    assert found.address == DANA
    assert elsewhere.partition("@")[2] in found.why


@pytest.mark.parametrize("sender", [TEAM, Address("Dana Whitfield", "dana.whitfield@gmail.com")])
def test_reply_to_elsewhere_is_refused_as_a_sign_of_a_scam_where_no_person_of_theirs_wrote(sender: Address) -> None:
    found = ask(mail(1, DANA), rejection(sender, reply_to=(Address("", "dana@elsewhere.example"),)))

    assert isinstance(found, NoRecipient)
    assert found.suspicious
    assert "elsewhere.example" in found.reason


def test_an_agency_may_ask_for_answers_at_the_employer_it_names() -> None:
    desk = Address("", "people@northwindtextiles.example")

    assert address_of(ask(rejection(Address("Kim Alder", "kim.alder@alder-people.example"), reply_to=(desk,)))) == (
        desk.address
    )


def test_reply_to_where_a_person_of_this_application_wrote_from_is_obeyed() -> None:
    desk = Address("", "talent@northwind.example")
    agency = Address("Kim Alder", "kim.alder@alder-people.example")

    assert address_of(ask(mail(1, DANA), rejection(agency, company="Other Name", reply_to=(desk,)))) == desk.address


def test_a_relay_of_a_known_platform_counts_as_a_person() -> None:
    relay = Address("", "reply+5f3c9a77d1@hire.lever.co")

    assert address_of(ask(rejection(ROBOT, reply_to=(relay,), automatic=True))) == relay.address


def test_a_platform_may_answer_for_the_employer_it_names() -> None:
    desk = Address("", "people@northwindtextiles.example")

    assert address_of(ask(rejection(ROBOT, reply_to=(desk,)))) == desk.address


def test_a_no_reply_reply_to_is_not_used() -> None:
    assert "no-reply" in reason_of(ask(rejection(reply_to=(Address("", "noreply@northwind.example"),))))


def test_a_no_reply_rejection_goes_to_the_person_known_from_before() -> None:
    found = ask(mail(1, DANA, Tag.INVITATION), rejection(ROBOT))

    assert isinstance(found, Recipient)
    assert (found.address, found.answers) == (DANA, mail(1, DANA, Tag.INVITATION))


@pytest.mark.parametrize(
    ("sender", "fields", "word"),
    [
        (ROBOT, {}, "no-reply"),
        (Address("Dana via LinkedIn", "hit-reply@linkedin.com"), {}, "LinkedIn"),
        (Address("Calendly", "events@calendly.com"), {}, "schedul"),
        (TEAM, {"marks": Marks(list_id="<news.northwind.example>")}, "list"),
        (TEAM, {"marks": Marks(auto_submitted="auto-replied")}, "automatic reply"),
        (TEAM, {"text": "This mailbox is not monitored."}, "nobody reads"),
        (TEAM, {"automatic": True}, "machine"),
    ],
)
def test_machines_are_never_written_to(sender: Address, fields: dict[str, Any], word: str) -> None:
    assert word in reason_of(ask(rejection(sender, **fields)))


def test_a_linkedin_relay_is_no_person_of_an_application() -> None:
    relay = mail(1, Address("Sam Ortiz", "inmail-hit-reply@linkedin.com"))

    assert isinstance(ask(relay, kind=DraftKind.FOLLOW_UP_APPLICATION), NoRecipient)


def test_a_chase_goes_to_the_person_who_wrote_last() -> None:
    sam = Address("Sam Ortiz", "sam@northwind.example")

    found = ask(mail(1, DANA, days_ago=9), mail(2, sam, days_ago=4), kind=DraftKind.FOLLOW_UP_INTERVIEW)

    assert address_of(found) == sam.address


def test_an_application_sent_by_mail_is_chased_where_it_was_sent() -> None:
    own = mail(1, TEAM, direction=Direction.SENT)

    found = ask(own, kind=DraftKind.FOLLOW_UP_APPLICATION)

    assert isinstance(found, Recipient)
    assert (found.address, found.answers) == (TEAM, own)


def test_the_organiser_of_a_meeting_is_a_person() -> None:
    event = CalendarEvent("u1", "REQUEST", "Interview", None, None, "UTC", False, "", DANA, 0, "")

    found = ask(mail(1, ROBOT, Tag.INVITATION, calendar=(event,)), kind=DraftKind.INVITATION_REPLY)

    assert isinstance(found, Recipient)
    assert (found.address, found.answers) == (DANA, None)


def test_a_named_person_on_a_platform_is_replyable() -> None:
    jane = Address("Jane Ober", "jane@northwind.teamtailor-mail.com")

    assert address_of(ask(rejection(jane))) == jane.address


def test_the_person_themselves_is_never_the_recipient() -> None:
    own = Address("Alex Morgan", PERSON.address)

    assert isinstance(ask(mail(1, own), rejection(ROBOT, reply_to=(own,))), NoRecipient)
