"""What is left when the soak is over: in the store, on the server, and at those who were written to."""

import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from store.database import FILE_NAME, Database
from store.vocabulary import DraftState
from tests.servers.dovecot import Dovecot
from tests.servers.smtpsink import SmtpSink

_MESSAGE_ID = re.compile(rb"^message-id:\s*(<[^>]+>)", re.IGNORECASE | re.MULTILINE)


@dataclass
class Account:
    """Message-IDs and how often each is there."""

    delivered: int = 0
    stored: Counter[str] = field(default_factory=Counter)
    unreadable: int = 0
    inbox: Counter[str] = field(default_factory=Counter)
    drafts_folder: Counter[str] = field(default_factory=Counter)
    sent_folder: Counter[str] = field(default_factory=Counter)
    taken: Counter[str] = field(default_factory=Counter)
    drafts: dict[str, str] = field(default_factory=dict)
    weeks: list[str] = field(default_factory=list)

    @classmethod
    def drawn_up(cls, data: Path, server: Dovecot, user: str, sink: SmtpSink, delivered: int) -> Self:
        """Looks everywhere, past heardback's own way of looking."""
        database = Database.open(data)
        try:
            with database.reading() as transaction:
                drafts = transaction.drafts.all()
                weeks = transaction.digests.all()
                unreadable = transaction.mail.counts()[1]
        finally:
            database.close()
        with sqlite3.connect(data / FILE_NAME) as connection:
            stored = Counter(row[0] for row in connection.execute("SELECT message_id FROM messages"))
        return cls(
            delivered,
            stored,
            unreadable,
            *(_lying(server, user, folder) for folder in ("INBOX", "Drafts", "Sent")),
            Counter(_id(each.raw) for each in sink.taken),
            {draft.message_id: draft.state.value for draft in drafts},
            [f"{week.week_of} {week.state}" for week in weeks],
        )

    def rows(self) -> Iterator[tuple[str, str]]:
        """For the table."""
        states = Counter(self.drafts.values())
        yield "mails delivered, lying there, stored", f"{self.delivered}, {self.inbox.total()}, {self.stored.total()}"
        yield "drafts", ", ".join(f"{count} {state}" for state, count in states.most_common())
        yield "lying in Drafts, in Sent", f"{self.drafts_folder.total()}, {self.sent_folder.total()}"
        yield "mails that went out, digests among them", f"{self.taken.total()}, {len(self.weeks)}"


def problems_of(account: Account) -> list[str]:
    """What was lost or doubled, in words."""
    found: list[str] = []
    letters = {each: count for each, count in account.inbox.items() if each.startswith("<soak.")}
    if len(letters) != account.delivered:
        found.append(f"{account.delivered} mails were delivered and {len(letters)} lie there")  # the soak's own fault
    there = {*account.inbox, *account.sent_folder}
    lost = there - set(account.stored)
    digests = set(account.taken) - set(account.drafts)
    if len(lost & digests) == 1:
        lost -= digests  # sent after the last round
    _tell(found, "mails were lost", lost)
    _tell(found, "mails are stored that are not there", set(account.stored) - there)
    for name in ("stored", "sent_folder", "drafts_folder", "taken"):
        seen: Counter[str] = getattr(account, name)
        _tell(found, f"mails are double in {name}", (each for each, count in seen.items() if count > 1))
    out = {each for each, state in account.drafts.items() if state == DraftState.SENT}
    _tell(found, "drafts count as sent and never went out", out - set(account.taken))
    _tell(found, "sent drafts are missing in Sent", out - set(account.sent_folder))
    ended = {each for each, state in account.drafts.items() if state != DraftState.SENT}
    unknown = (ended & set(account.taken)) - _discarded(account)
    _tell(found, "drafts went out that do not count as sent", unknown)
    waits = {each for each, state in account.drafts.items() if state in _LIES_THERE}
    _tell(found, "waiting drafts are missing in Drafts", waits - set(account.drafts_folder))
    _tell(found, "drafts lie in Drafts that are over", set(account.drafts_folder) - waits)
    _tell(found, "weeks have two digests", _twice(week.split()[0] for week in account.weeks))
    return found


_LIES_THERE = (DraftState.PROPOSED, DraftState.EDITED, DraftState.APPROVED)


def _discarded(account: Account) -> set[str]:
    """What nobody knew whether it went out, until the person discarded it."""
    return {each for each, state in account.drafts.items() if state == DraftState.DISCARDED}


def _twice(each: Iterable[str]) -> list[str]:
    return [one for one, count in Counter(each).items() if count > 1]


def _tell(found: list[str], what: str, which: Iterable[str]) -> None:
    listed = sorted(which)
    if listed:
        found.append(f"{len(listed)} {what}: {', '.join(listed[:4])}")


def _lying(server: Dovecot, user: str, folder: str) -> Counter[str]:
    with server.session(user) as program:
        program.select(folder, readonly=True)
        if not program.search(None, "ALL")[1][0]:
            return Counter()
        answers = program.fetch("1:*", "(BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)])")[1]
    return Counter(_id(each[1]) for each in answers if isinstance(each, tuple))


def _id(raw: bytes) -> str:
    match = _MESSAGE_ID.search(raw)
    return match[1].decode() if match else ""
