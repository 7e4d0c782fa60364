"""A person's heardback without a server: mails go in as a round would bring them, the listings come out."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from heardback import byhand, joining
from heardback.correcting import correct_tag
from heardback.intake import Arrival
from heardback.settings import PersonSettings, Settings
from heardback.sheets import plain
from heardback.views import application_row, employer_row
from heardback.wiring import House
from ingest.parse import parse
from respond.standings import Standing, standings
from store.clock import SetClock
from store.noted import Draft
from store.vocabulary import DraftState, Stage, Tag
from tests.scenarios.written import Hand


class Mailbox:
    """What one person received and sent, and what became of it."""

    def __init__(self, folder: Path, person: PersonSettings, begin: datetime) -> None:
        self._clock = SetClock(begin)
        self.house = House(Settings(person=person), folder, self._clock)
        self.house.intake.begin_watch()

    def take(self, *mails: tuple[bytes, datetime, bool]) -> None:
        """Takes in raw mails, each with the time it arrived and whether it lay in Sent, as one batch."""
        if mails:
            self._clock.at = max(self._clock.at, max(at for _, at, _ in mails))
        arrivals = [Arrival(parse(raw, source="test", internal_date=at), None, sent) for raw, at, sent in mails]
        self.house.intake.take(arrivals, "home")

    def correct(self, message_id: str, tag: Tag) -> None:
        """The person's own word on the tag of a mail."""
        with self.house.database.reading() as transaction:
            (stored,) = transaction.mail.by_message_id(message_id)
        correct_tag(self.house, stored.id, tag)

    def by_hand(self, hand: Hand, own: frozenset[str]) -> None:
        """What the person does in heardback itself."""
        self._clock.at = hand.at
        with self.house.database.transaction() as transaction:
            named = [each.id for each in transaction.applications.all() if each.role == hand.role]
            match hand.do:
                case "add":
                    done = byhand.add(transaction, hand.company, hand.role, agency="", applied=hand.at, now=hand.at)
                    if hand.country:
                        assert done.application is not None
                        edits = byhand.Edits(country=hand.country)
                        byhand.edit(transaction, done.application, edits, stage=None, now=hand.at)
                case "close":
                    byhand.close(transaction, *named, now=hand.at)
                case "move":
                    byhand.move(transaction, *named, Stage(hand.stage), now=hand.at)
                case "place":
                    (mail,) = transaction.mail.by_message_id(f"<{hand.mail}@scenario.example>")
                    joining.place(transaction, mail.id, *named, own, now=hand.at)
                case _:
                    raise ValueError(hand.do)

    def draft(self, now: datetime) -> None:
        """What the service does between rounds: drafts what is due and withdraws what no longer is."""
        self._clock.at = now
        self.house.rounds.draft()

    def standings(self, now: datetime) -> tuple[Standing, ...]:
        """Every application as it stands at ``now``."""
        self._clock.at = now
        with self.house.database.reading() as transaction:
            return standings(transaction, self.house.outlook)

    def rows(self, now: datetime) -> list[dict[str, Any]]:
        """``applications --json`` with ``--now``."""
        rows = [application_row(each) | employer_row(each) for each in self.standings(now)]
        decoded: list[dict[str, Any]] = json.loads(json.dumps(rows, default=plain))
        return decoded

    def waiting_drafts(self) -> dict[int, Draft]:
        """The drafts that wait for the person, by application."""
        with self.house.database.reading() as transaction:
            drafts = transaction.drafts.in_state(DraftState.PROPOSED, DraftState.EDITED)
        return {each.application_id: each for each in drafts if each.application_id is not None}

    def close(self) -> None:
        """Lets go of the store."""
        self.house.close()
