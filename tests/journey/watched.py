"""The service of one person in this process, at a quick pace, over mailboxes that tests put behind proxies."""

import os
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from heardback.pace import Pace
from heardback.rounds import RoundReport
from heardback.service import Service
from heardback.settings import AccountSettings, DigestSettings, PersonSettings, Settings, WebSettings
from heardback.wiring import House
from ingest.accounts import Security
from store.clock import Clock, SystemClock
from tests.journey.world import ENVIRONMENT, mail
from tests.servers.boxes import PASSWORD, Box

SLOW = Pace(every=600.0)
"""Nothing but news and trouble wakes it within a test."""


@dataclass
class Watched:
    """A running service: what it said, which rounds it made, and by how many threads."""

    house: House
    service: Service
    said: list[str] = field(default_factory=list)
    rounds: Counter[str] = field(default_factory=Counter)
    reports: list[RoundReport] = field(default_factory=list)

    def stored(self) -> int:
        """Mails in the store."""
        with self.house.database.reading() as transaction:
            return transaction.mail.counts()[0]

    def drafts(self) -> int:
        """Drafts in the store."""
        with self.house.database.reading() as transaction:
            return len(transaction.drafts.all())


def settings_for(ports: Mapping[str, tuple[str, int]], **sections: Any) -> Settings:
    """Settings for accounts on this machine: name to user and port."""
    os.environ[ENVIRONMENT] = PASSWORD
    accounts = {
        name: AccountSettings(
            address=user,
            imap_host="127.0.0.1",
            imap_port=port,
            imap_security=Security.PLAIN,
            password_env=ENVIRONMENT,
        )
        for name, (user, port) in ports.items()
    }
    first = next(iter(ports.values()))[0]
    person = PersonSettings(name="Sam Reed", address=first, country="GB", timezone="Europe/London")
    defaults: dict[str, Any] = {"web": WebSettings(enabled=False), "digest": DigestSettings(enabled=False)}
    return Settings(person=person, accounts=accounts, **{**defaults, **sections})


@contextmanager
def watched(
    settings: Settings,
    data: Path,
    pace: Pace = SLOW,
    clock: Clock | None = None,
    steady: Callable[[], float] = time.monotonic,
) -> Iterator[Watched]:
    """The service while the block lasts; it must end in time."""
    house = House(settings, data, clock or SystemClock())
    said: list[str] = []
    running = Watched(house, Service(house, said.append, pace, steady), said)
    run_once = house.rounds.run_once

    def counted(**options: Any) -> RoundReport:
        report = run_once(**options)
        running.reports.append(report)  # first: who has seen the round looks for its report
        running.rounds[options.get("only", "")] += 1
        return report

    house.rounds.run_once = counted  # type: ignore[method-assign]
    thread = threading.Thread(target=running.service.run)
    thread.start()
    try:
        yield running
    finally:
        running.service.stop()
        thread.join(30)
        house.close()
        assert not thread.is_alive()


def wait(condition: Callable[[], object], seconds: float = 30) -> bool:
    """Whether it comes true in time; the limit is for machines with much else to do."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.02)
    return False


_FIRST = "Ash Bright Corn Dun Elm Fen Glen Harrow Iver Kings".split()
_SECOND = "bury combe dale field gate holme lake mere stead wick".split()
_KIND = "Theatre Pottery Hospital Bakery School Press Energy".split()
_PERSON = "Kim Robin Alex Jo Sasha Pat Lee Chris Noor".split()


def employer(number: int) -> str:
    """One of a hundred invented employers."""
    return f"{_FIRST[number % 10]}{_SECOND[number // 10 % 10]} {_KIND[number % 7]}"


def rejection(me: str, number: int, at: datetime | None = None) -> bytes:
    """A rejection after a talk, which is worth a gracious note."""
    name, person = employer(number), f"{_PERSON[number % 9]} Alder"
    made = mail(
        f"{person} <{person.lower().replace(' ', '.')}@{name.lower().replace(' ', '-')}.example>",
        me,
        "Your application as Museum Coordinator",
        f"Dear Sam,\n\nThank you for coming to talk to us about the Museum Coordinator role at {name}. We have decided "
        f"to go with another candidate.\n\nBest wishes,\n{person}\n{name}\n",
        at or datetime.now(UTC) - timedelta(minutes=1),
    )
    return made.as_bytes()


def drafts_in(box: Box) -> int:
    """How many drafts lie in the mailbox."""
    with box.observer() as observer:
        observer.select("Drafts", readonly=True)
        return len(observer.search(None, "ALL")[1][0].split())
