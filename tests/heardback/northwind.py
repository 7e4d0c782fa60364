"""Sam at Northwind Textiles: applied to Dana, met Jonas, refused, answered. Readings come with the mails."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from typer.testing import CliRunner, Result

from heardback.cli import app
from heardback.commands import register
from heardback.wiring import House
from store.clock import SetClock
from store.records import Address, Interview, NotBefore, StoredMessage
from store.vocabulary import RejectionReason, Tag
from tests.classify.mails import received, sent
from tests.heardback.caldermail import deliver
from tests.heardback.conftest import SETTINGS

if not app.registered_commands:
    register(app)

HOUSE, ROLE = "Northwind Textiles", "Data Analyst"
DANA = Address("Dana Whitfield", "dana.whitfield@northwind.example")
JONAS = Address("Jonas Berg", "jonas.berg@northwind.example")
ROBOT = Address("Northwind Textiles", "no-reply@northwind.example")
SIGNATURE = "Kind regards,\nDana Whitfield\nSenior Talent Partner | Northwind Textiles Ltd\nM: +44 7700 900123"
TALK_AT = datetime(2026, 2, 10, 10, tzinfo=UTC)
REASON = "We have decided to go with another candidate with more experience in retail."


def from_somebody(
    number: int,
    when: str,
    tag: Tag,
    who: Address,
    text: str,
    *,
    signature: str = "",
    cc: tuple[Address, ...] = (),
    **reading: Any,
) -> StoredMessage:
    """A mail from one person or machine about the role."""
    stored = received(number, when, tag, HOUSE, ROLE, sender=who.address, text=text, automatic=who is ROBOT, **reading)
    return replace(stored, message=replace(stored.message, sender=who, signature=signature, cc=cc))


APPLIED = sent(1, "2026-02-02", DANA.address, "I am applying for the role.", company=HOUSE, role=ROLE)
RECEIPT = from_somebody(2, "2026-02-02 10:05", Tag.ACKNOWLEDGEMENT, ROBOT, "Thank you for applying.")
INVITED = from_somebody(
    3,
    "2026-02-04",
    Tag.INVITATION,
    DANA,
    "We would like to meet you on 10 February at 10:00. You will talk with Jonas Berg, who leads the team.",
    signature=SIGNATURE,
    cc=(JONAS,),
    interviews=(Interview(TALK_AT, None, "interviewing", place="https://meet.example/secret", confirmed=True),),
)
REFUSED = from_somebody(
    4,
    "2026-02-16",
    Tag.REJECTION,
    DANA,
    f"Thank you for coming to see us. {REASON}",
    signature=SIGNATURE,
    rejection_reason=RejectionReason.OTHER_CANDIDATE,
)
ANSWERED = sent(
    5, "2026-02-17", DANA.address, "Thank you for telling me, and for the talk.", answers="<4@mail.example>"
)
STORY = (APPLIED, RECEIPT, INVITED, REFUSED, ANSWERED)


def waiting(day: date) -> StoredMessage:
    """The refusal with a day before which they ask not to be written to."""
    return replace(REFUSED, reading=replace(REFUSED.reading, not_before=NotBefore(day, "Please wait.")))


class Terminal:
    """The program in this process, over these mails."""

    def __init__(self, folder: Path, *mails: StoredMessage) -> None:
        self.folder = folder
        house = House(SETTINGS, folder, SetClock(datetime(2026, 3, 2, tzinfo=UTC)))
        house.remember_own_addresses(["sam@home.example"])
        deliver(house, *mails)
        house.close()

    def run(self, *arguments: str, now: str = "", typed: str | None = None) -> Result:
        runner = CliRunner(env={"XDG_CONFIG_HOME": str(self.folder), "HOME": str(self.folder), "TZ": "UTC"})
        view = ["--now", now] if now else []
        return runner.invoke(app, ["--data", str(self.folder), *view, *arguments], input=typed)

    def said(self, *arguments: str, now: str = "") -> str:
        """What a command that succeeds prints, words and data."""
        done = self.run(*arguments, now=now)
        assert done.exit_code == 0, done.output
        return done.output

    def json(self, *arguments: str, now: str = "") -> list[dict[str, Any]]:
        done = self.run(*arguments, "--json", now=now)
        assert done.exit_code == 0, done.output
        rows: list[dict[str, Any]] = json.loads(done.stdout)
        return rows
