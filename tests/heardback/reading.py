"""A mailbox in memory with an inbox and a Sent folder, and all that a store holds after it was read."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Any

from sqlalchemy import select

from bench.mailmix import ME, NEWEST, mails
from heardback.settings import AccountSettings, PersonSettings, PollSettings, ReplySettings, Settings
from heardback.wiring import House
from ingest.accounts import Account, Security
from ingest.ports import Fetched, Folder, FolderState
from store.clock import SetClock
from store.errors import PassingError
from store.schema import metadata

BATCH = 20
SETTINGS = Settings(
    person=PersonSettings(name="Sam Reed", address=ME, country="GB", timezone="Europe/London"),
    accounts={
        "home": AccountSettings(address=ME, imap_host="127.0.0.1", imap_security=Security.PLAIN, password_env="NONE")
    },
    poll=PollSettings(batch_size=BATCH),
    replies=ReplySettings(into_drafts_folder=False),
)
_DRAWN = {"drafts": ("key", "kind", "state", "application_id", "wording", "created")}
"""The columns of a table that are compared where others are drawn at random."""


class Cabinet:
    """Folders of mails, numbered from 1; ``fails_after`` is how many more fetches go well, None for all."""

    can_push = False

    def __init__(self, **folders: Sequence[tuple[bytes, datetime]]) -> None:
        self._folders = folders
        self._open = ""
        self.fails_after: int | None = None
        self.fetches = 0

    def folders(self) -> tuple[Folder, ...]:
        return tuple(Folder(name, ("\\Sent",) if name == "Sent" else (), "/") for name in self._folders)

    def examine(self, folder: str) -> FolderState:
        self._open = folder
        held = len(self._folders[folder])
        return FolderState(folder, 7, held + 1, held)

    def uids(self, low: int, high: int | None) -> tuple[int, ...]:
        return tuple(range(low, (high or len(self._folders[self._open])) + 1))

    def uids_downward(self, high: int | None) -> Iterator[tuple[int, ...]]:
        if found := self.uids(1, high):
            yield found

    def fetch(self, uids: Sequence[int]) -> Iterator[Fetched]:
        self.fetches += 1
        if self.fails_after is not None and self.fetches > self.fails_after:
            raise PassingError("The connection was lost.")
        for uid in uids:
            raw, at = self._folders[self._open][uid - 1]
            yield Fetched(uid, raw, at, len(raw))

    def reach(self, _account: Account) -> AbstractContextManager[Any]:
        """A connection to it, as a round takes one."""
        return nullcontext(self)


def mixed_mails(count: int) -> Cabinet:
    """An inbox of mixed mail, some of which cannot be read, some of which looks like an attack; and what Sam wrote."""
    inbox = list(mails(count))
    inbox[3] = (b"\r\n", inbox[3][1])
    inbox[5] = (b"", inbox[5][1])
    inbox[7] = (_heavy(7), inbox[7][1])
    inbox[9] = inbox[8]
    sent = [(_answer(raw, number), at + timedelta(minutes=5)) for number, (raw, at) in enumerate(inbox[10::4])]
    return Cabinet(INBOX=inbox, Sent=sent)


def _heavy(number: int) -> bytes:
    made = EmailMessage(policy=SMTP)
    made["From"], made["To"], made["Subject"] = "Lou Fern <lou@fern.example>", ME, f"All of it {number}"
    made["Message-ID"], made["Date"] = f"<heavy{number}@fern.example>", NEWEST
    made.set_content("<p>so much</p>" * 20_000, subtype="html")
    return made.as_bytes()


def _answer(raw: bytes, number: int) -> bytes:
    """Sam answers a mail, sometimes with an application."""
    name = next((line[11:].strip() for line in raw.decode("latin-1").split("\r\n") if line[:11] == "Message-ID:"), "")
    made = EmailMessage(policy=SMTP)
    made["From"], made["To"], made["Subject"] = ME, f"kim{number}@alder.example", f"Re: Ward Clerk {number}"
    made["Message-ID"], made["In-Reply-To"], made["References"] = f"<sent{number}@home.example>", name, name
    words = ("Thank you, Tuesday suits me.", "I would like to apply for the position of Ward Clerk at Alder.")
    made.set_content(f"Dear Kim,\n\n{words[number % 2]}\n\nSam Reed\n")
    return made.as_bytes()


def house_at(folder: Path) -> House:
    """Sam's heardback with one mailbox, at a fixed moment a month after most of its mail came."""
    return House(SETTINGS, folder, SetClock(NEWEST + timedelta(days=29)))


def everything(house: House) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, in order; of drafts all but what is drawn at random."""
    with house.database._engine.connect() as connection:
        return {
            table.name: [
                tuple(row)
                for row in connection.execute(
                    select(*(table.c[name] for name in _DRAWN.get(table.name, table.c.keys()))).order_by(
                        *table.primary_key
                    )
                )
            ]
            for table in metadata.sorted_tables
        }
