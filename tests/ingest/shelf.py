"""A folder in memory that implements ``ReadsMail``, counts what it is asked, and fails when told to."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from ingest.ports import Fetched, Folder, FolderState
from store.errors import PassingError
from tests.ingest.samples import START, raw_letter


class Shelf:
    """Letters by UID; ``fails_after`` is how many more fetches go well, None for all."""

    def __init__(self, *uids: int) -> None:
        self.mails = {uid: raw_letter(uid) for uid in uids}
        self.dates: dict[int, datetime] = {}
        self.uidvalidity = 7
        self.uidnext = max(uids, default=0) + 1
        self.searches = 0
        self.parts: tuple[tuple[int, ...], ...] = ()
        self.fetches: list[tuple[int, ...]] = []
        self.fails_after: int | None = None

    def add(self, *uids: int) -> None:
        """New mail, or mail under numbers of its own."""
        self.mails |= {uid: raw_letter(uid) for uid in uids}
        self.uidnext = max((self.uidnext, *(uid + 1 for uid in uids)))

    def folders(self) -> tuple[Folder, ...]:
        return (Folder("INBOX", (), "/"),)

    def examine(self, folder: str) -> FolderState:
        return FolderState(folder, self.uidvalidity, self.uidnext, len(self.mails))

    def uids(self, low: int, high: int | None) -> tuple[int, ...]:
        self.searches += 1
        return tuple(uid for uid in sorted(self.mails) if uid >= low and (high is None or uid <= high))

    def uids_downward(self, high: int | None) -> Iterator[tuple[int, ...]]:
        if self.parts:
            yield from self.parts
        elif found := self.uids(1, high):
            yield found

    def fetch(self, uids: Sequence[int]) -> Iterator[Fetched]:
        if self.fails_after is not None:
            self.fails_after -= 1
            if self.fails_after < 0:
                raise PassingError("The connection was lost.")
        self.fetches.append(tuple(uids))
        for uid in uids:
            if uid in self.mails:
                date = self.dates.get(uid, START + timedelta(days=uid % 10_000))
                yield Fetched(uid, self.mails[uid], date, len(self.mails[uid]))
