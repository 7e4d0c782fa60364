"""Who a mail shows: people in headers, signatures and calendars, never a machine."""

from respond.acquaintances import How, people_in
from store.records import Address, CalendarEvent
from store.vocabulary import Tag
from tests.respond.builders import DANA, PERSON, ROBOT, mail

JONAS = Address("Jonas Berg", "jonas.berg@northwind.example")
SIGNATURE = "Kind regards,\nDana Whitfield\nRecruiter\ndana.whitfield@northwind.example"


def seen(stored: object) -> dict[str, How]:
    return {one.address.address: one.how for one in people_in(stored, PERSON.addresses)}  # type: ignore[arg-type]


def test_the_writer_counts_by_what_they_wrote() -> None:
    assert seen(mail(1, tag=Tag.INVITATION)) == {DANA.address: How.INVITED}
    assert seen(mail(1, tag=Tag.OUTREACH)) == {DANA.address: How.APPROACHED}


def test_a_colleague_who_is_copied_in_counts_but_a_stranger_does_not() -> None:
    stranger = Address("Pat Holm", "pat.holm@elsewhere.example")

    assert seen(mail(1, cc=(JONAS, stranger))) == {DANA.address: How.WROTE, JONAS.address: How.COPIED}


def test_machines_and_shared_mailboxes_are_nobody() -> None:
    team = Address("Northwind Careers", "careers@northwind.example")
    relay = Address("Dana Whitfield", "a1b2c3d4e5f6@candidates.workablemail.com")

    for sender in (ROBOT, team, relay):
        assert seen(mail(1, sender)) == {}
    assert seen(mail(1, cc=(team, ROBOT))) == {DANA.address: How.WROTE}


def test_a_signature_under_a_machine_s_mail_names_its_person() -> None:
    assert seen(mail(1, ROBOT, Tag.REJECTION, signature=SIGNATURE)) == {DANA.address: How.DECIDED}


def test_who_calls_a_meeting_counts() -> None:
    event = CalendarEvent("u", "REQUEST", "Talk", None, None, "UTC", False, "", JONAS, 0, "")

    assert seen(mail(1, ROBOT, Tag.INVITATION, calendar=(event,))) == {JONAS.address: How.ARRANGED}


def test_an_introduction_makes_a_referrer_and_somebody_introduced() -> None:
    friend, stranger = Address("Ida Moor", "ida.moor@moor.example"), Address("Pat Holm", "pat.holm@elsewhere.example")

    for language, text in (
        ("en", "I'd like to introduce you to Pat, who is hiring."),
        ("de", "Ich möchte dich gerne mit Pat bekannt machen."),
        ("fr", "Je te mets en relation avec Pat."),
        ("es", "Te presento a Pat, que busca a alguien como tú."),
    ):
        verdict = mail(1).reading.verdict
        stored = mail(1, friend, text=text, cc=(stranger,), verdict=_in(verdict, language))
        assert seen(stored) == {friend.address: How.REFERRED, stranger.address: How.INTRODUCED}, language


def test_a_suspected_scam_shows_nobody() -> None:
    assert seen(mail(1, scam_signs=("It asks for money.",))) == {}


def _in(verdict: object, language: str) -> object:
    from dataclasses import replace

    return replace(verdict, language=language)  # type: ignore[type-var]
