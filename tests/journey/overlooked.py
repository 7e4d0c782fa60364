"""Mail for the looks through all folders: what belongs to a job search, and what lies beside it."""

from datetime import datetime
from email.message import EmailMessage

from heardback.canary import Canary
from heardback.overlooked import Overlooked, Result, result_of, still_open
from heardback.wiring import House
from tests.journey.world import World, mail

INVITATION = (
    "Dear Sam,\n\nThank you for your application for the Ward Clerk position. We would like to invite you to an "
    "interview on Thursday 12 March at 10:00 in our offices. Please let us know whether this time suits you.\n\n"
    "Kind regards,\nAda Marsh\nRecruitment, Brightmoor Hospital\n"
)
REJECTION = (
    "Dear Sam,\n\nThank you for applying for the Museum Coordinator role at Calder Trust. Unfortunately we have "
    "decided to move forward with other candidates on this occasion.\n\nKind regards,\nKim Alder\n"
)
RECEIPT = (
    "Dear Sam,\n\nThank you for applying for the position of Office Manager at Dovecote Inn. We have received your "
    "application and will be in touch once we have looked at it.\n"
)
WINE = "Hello,\n\nthis month we have a new red wine from the hills for you, at half the price.\n\nYour wine shop\n"


def invitation(world: World, at: datetime) -> EmailMessage:
    """From somebody who was never heard of before."""
    subject = "Interview for the Ward Clerk position at Brightmoor Hospital"
    return mail("Ada Marsh <ada.marsh@brightmoor-hospital.example>", world.me, subject, INVITATION, at)


def rejection(world: World, at: datetime) -> EmailMessage:
    subject = "Your application as Museum Coordinator at Calder Trust"
    return mail("Kim Alder <kim.alder@calder-trust.example>", world.me, subject, REJECTION, at)


def receipt(world: World, at: datetime) -> EmailMessage:
    subject = "Your application for Office Manager at Dovecote Inn"
    return mail("Dovecote Inn <no-reply@dovecote-inn.example>", world.me, subject, RECEIPT, at)


def wine(world: World, at: datetime) -> EmailMessage:
    listed = {"List_Unsubscribe": "<https://wine.example/off>", "Precedence": "bulk"}
    return mail("Wine Shop <news@wine.example>", world.me, "New from the hills", WINE, at, **listed)


def look(house: House) -> dict[str, str]:
    """One go at every account."""
    return Canary(house).look(house.accounts)


def outcome(house: House) -> tuple[Result | None, tuple[Overlooked, ...]]:
    """The last look that came to its end, and what still waits."""
    with house.database.reading() as transaction:
        return result_of(transaction, "home"), still_open(transaction)
