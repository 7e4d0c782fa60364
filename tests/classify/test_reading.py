"""The reader: everything one mail tells, in one reading."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from classify.reading import Reader
from classify.tagger import Tagger
from store.vocabulary import MESSAGE_TAGS, Direction, RejectionReason, Tag
from tests.classify.arrivals import arrived


@pytest.fixture(scope="module")
def reader(shipped_tagger: Tagger) -> Reader:
    return Reader(shipped_tagger, frozenset({"sam@home.example"}), ZoneInfo("Europe/Dublin"))


def test_a_receipt_carries_employer_role_and_promise(reader: Reader) -> None:
    mail = arrived(
        "Dear Sam,\n\nThank you for applying for the Ward Clerk position (R-12345) at Brightmoor Care. We have "
        "received your "
        "application.\n\nWe will get back to you within two weeks.",
        subject="Your application",
        name="Brightmoor Care",
        address="no-reply@us.greenhouse-mail.io",
    )

    reading = reader.read(mail)

    assert reading.verdict.tag is Tag.ACKNOWLEDGEMENT
    assert (reading.company, reading.role, reading.requisitions) == ("Brightmoor Care", "Ward Clerk", ("R-12345",))
    assert reading.promise is not None
    assert reading.promise.due == date(2024, 3, 20)
    assert reading.automatic


def test_a_rejection_has_a_reason_and_no_promise(reader: Reader) -> None:
    mail = arrived(
        "Dear Sam,\n\nUnfortunately we have decided not to move forward with your application. The position has been "
        "filled.",
        subject="Your application for Ward Clerk",
        address="jobs@brightmoor.example",
    )

    reading = reader.read(mail)

    assert (reading.verdict.tag, reading.rejection_reason) == (Tag.REJECTION, RejectionReason.ROLE_FILLED)
    assert reading.promise is None
    assert reading.interviews == ()


def test_two_signs_make_a_scam_of_any_tag(reader: Reader) -> None:
    mail = arrived(
        "Dear candidate, we are pleased to offer you the job without interview. Message our manager on Telegram and "
        "pay the "
        "registration fee.",
        subject="Job offer",
        address="hr@quickjobs.example",
    )

    verdict = reader.read(mail).verdict

    assert (verdict.tag, verdict.kind) == (Tag.OTHER, "scam")
    assert MESSAGE_TAGS[verdict.probabilities.index(max(verdict.probabilities))] is Tag.OTHER
    assert sum(verdict.probabilities) == pytest.approx(1)
    assert len(reader.read(mail).scam_signs) >= 2


def test_own_mail_is_other_and_tells_whom_it_went_to(reader: Reader) -> None:
    mail = arrived(
        "Dear all, I am applying for the Ward Clerk position. My CV is attached.",
        subject="Application for Ward Clerk",
        address="sam@home.example",
        to="jobs@brightmoor-care.example",
    )

    reading = reader.read(mail, direction=Direction.SENT)

    assert (reading.verdict.tag, reading.verdict.kind) == (Tag.OTHER, "own mail")
    assert (reading.company, reading.role, reading.wants) == ("Brightmoor Care", "Ward Clerk", "application")


def test_mail_between_own_addresses_wants_nothing(shipped_tagger: Tagger) -> None:
    reader = Reader(shipped_tagger, frozenset({"sam@home.example", "sam@work.example"}), ZoneInfo("UTC"))
    mail = arrived("I am applying for the post.", address="sam@home.example", to="sam@work.example")

    assert reader.read(mail, direction=Direction.SENT).wants == ""


def test_ordinary_mail_tells_nothing_of_jobs(reader: Reader) -> None:
    mail = arrived("Your parcel comes on Friday.", subject="On its way", name="Shop", address="news@shop.example")

    reading = reader.read(mail)

    assert (reading.company, reading.role, reading.promise, reading.wants) == ("", "", None, "")


def test_a_bare_forward_is_read_by_what_it_passes_on(reader: Reader) -> None:
    mail = arrived(
        "FYI",
        subject="Fwd: Brightmoor",
        name="Ann",
        address="ann@brightmoor.example",
        quoted="Dear Sam, we would like to invite you to an interview for the Ward Clerk position on 14 March at "
        "10:00.",
    )

    assert reader.read(mail).role == "Ward Clerk"


def test_readings_come_in_the_order_of_their_mails(reader: Reader) -> None:
    own = arrived("Hello", address="sam@home.example", to="jobs@brightmoor.example")
    theirs = arrived("We have received your application.", address="jobs@brightmoor.example")

    readings = reader.read_all(
        [theirs, own, theirs],
        directions=[Direction.RECEIVED, Direction.SENT, Direction.RECEIVED],
        answers=[False, False, False],
    )

    assert [each.verdict.kind == "own mail" for each in readings] == [False, True, False]
