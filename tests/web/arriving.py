"""Mail that comes in while a test looks at the page."""

from datetime import datetime, timedelta
from email.message import EmailMessage

from heardback.intake import Arrival
from heardback.wiring import House
from ingest.parse import parse
from store.records import Message

KIM = "Kim Alder <kim.alder@calder-trust.example>"
REJECTION = (
    "Dear Robin,\n\nThank you for coming to talk to us about the Museum Coordinator role at Calder Trust. We have "
    "decided to go with another candidate whose experience was closer to what we need.\n\nBest wishes,\nKim Alder\n"
)


def mail(
    text: str, *, html: str = "", subject: str = "Your application as Museum Coordinator", **fields: str
) -> EmailMessage:
    """One mail to Robin, dated by whoever delivers it."""
    made = EmailMessage()
    made["From"] = fields.pop("sender", KIM)
    made["To"] = "Robin Ellery <robin@ellery.example>"
    made["Subject"] = subject
    made["Message-ID"] = fields.pop("message_id", "<kim-1@calder-trust.example>")
    made.set_content(text)
    if html:
        made.add_alternative(html, subtype="html")
    return made


def arrive(house: House, made: EmailMessage, at: datetime | None = None) -> int:
    """Takes the mail in, an hour before now, and drafts what is due; returns its number."""
    made["Date"] = at or house.clock.now() - timedelta(hours=1)
    message = parse(made.as_bytes(), source="test")
    assert isinstance(message, Message)
    house.intake.take([Arrival(message)], "demo")
    house.rounds.draft()
    with house.database.reading() as transaction:
        (stored,) = transaction.mail.by_message_id(str(made["Message-ID"]))
    return stored.id
