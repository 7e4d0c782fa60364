"""Reading a folder by two watermarks: what is new upward, history downward, the newest first (``design.md`` §3).

``plan`` decides, ``read_folder`` does. Every batch comes with the watermark that is true once the batch is stored; the
caller stores both in one transaction, in the order they come, so that a broken run continues where it stopped.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain
from statistics import median_low

from ingest.hauls import Batch, Haul, Letter, Parsing, one_by_one
from ingest.ports import Fetched, FolderState, ReadsMail
from store.records import Location, Watermark

BATCH_SIZE = 100


@dataclass(frozen=True, slots=True)
class Plan:
    """What to read of a folder.

    ``new_from`` is the lowest UID that may be new, ``history_to`` the highest one of unread history (None: up to the
    newest); each part is read only where its flag says so. ``fresh`` means that no watermark holds and reading starts
    anew: the store recognises mail it knows by its identity.
    """

    fresh: bool
    reads_new: bool
    new_from: int
    reads_history: bool
    history_to: int | None


def never() -> bool:
    """Goes on to the end."""
    return False


def always() -> bool:
    """Does no more than once."""
    return True


def plan(state: FolderState, watermark: Watermark | None) -> Plan:
    """What there is to read, given how far the folder has been read.

    A folder that had mail and is suddenly empty gives nothing to do: the watermark stays, whatever the server says of
    UIDVALIDITY. A UIDNEXT below what was already read breaks RFC 3501 §2.3.1.1 and is taken like a new UIDVALIDITY.
    """
    if watermark is None:
        return Plan(fresh=True, reads_new=False, new_from=1, reads_history=True, history_to=None)
    if state.exists == 0:
        return Plan(fresh=False, reads_new=False, new_from=0, reads_history=False, history_to=0)
    if state.uidvalidity != watermark.uidvalidity or 0 < state.uidnext <= watermark.up:
        return Plan(fresh=True, reads_new=False, new_from=1, reads_history=True, history_to=None)
    return Plan(
        fresh=False,
        reads_new=state.uidnext == 0 or state.uidnext > watermark.up + 1,
        new_from=watermark.up + 1,
        reads_history=not watermark.is_whole,
        history_to=watermark.down - 1,
    )


def read_folder(
    mailbox: ReadsMail,
    account: str,
    folder: str,
    watermark: Watermark | None,
    *,
    batch_size: int = BATCH_SIZE,
    stop: Callable[[], bool] = never,
    enough: Callable[[], bool] | None = None,
    again: Sequence[int] = (),
    parsing: Parsing = one_by_one,
) -> Iterator[Batch]:
    """The batches of one folder: new mail ascending, then history descending. ``stop`` is asked before each.

    Before that comes what the server hands out now of the UIDs ``again``, which it did not before. ``parsing`` may
    fetch a few hauls ahead of the batch that is being stored.

    ``enough`` is asked after each batch of history, of which there is one at least: the rest is for another round, so
    that years of mail hold up neither what is new nor the other folders. Where something new was read, one batch is
    enough, so that what it calls for is drafted at once. Without it, all is read in one go.

    ``last_success`` of a watermark is passed on as it was; the caller, who has the clock, sets it.

    Raises:
        FolderMissing: there is no such folder.
        PassingError, PermanentError: as the mailbox does; batches already taken stay good.
    """
    state = mailbox.examine(folder)
    todo = plan(state, watermark)
    reader = _Reader(mailbox, account, state, batch_size)
    yield from parsing(reader.hauls(todo, watermark, stop, enough, again), at_most(state, todo, watermark))


def at_most(state: FolderState, todo: Plan, watermark: Watermark | None) -> int:
    """How many messages there are to read at the most; UIDs have gaps, so that there may be far fewer."""
    if todo.fresh or watermark is None:
        return state.exists
    new = max(state.uidnext - todo.new_from, 0) if todo.reads_new else 0
    history = todo.history_to or 0 if todo.reads_history else 0
    return min(state.exists, new + history)


@dataclass(frozen=True, slots=True)
class _Reader:
    mailbox: ReadsMail
    account: str
    state: FolderState
    batch_size: int

    def hauls(
        self,
        todo: Plan,
        watermark: Watermark | None,
        stop: Callable[[], bool],
        enough: Callable[[], bool] | None,
        again: Sequence[int],
    ) -> Iterator[Haul]:
        """All there is to read, as planned."""
        if todo.fresh or watermark is None:
            yield from _until(stop, self.from_the_top(watermark), enough or never)
            return
        if again and not stop() and (late := self.late(again)):
            yield Haul(late, watermark, again=True)
        has_news = False
        if todo.reads_new:
            for haul in _until(stop, self.upward(watermark)):
                watermark, has_news = haul.watermark, has_news or bool(haul.letters)
                yield haul
        if todo.reads_history and not stop():
            once = enough is not None and has_news
            history = self.downward(watermark, todo.history_to)
            yield from _until(stop, history, always if once else enough or never)

    def upward(self, watermark: Watermark) -> Iterator[Haul]:
        """What came after the watermark, oldest first, so that the watermark never jumps over a message."""
        uids = sorted(uid for uid in self.mailbox.uids(watermark.up + 1, None) if uid > watermark.up)
        for chunk in self._chunks(uids):
            watermark = replace(watermark, up=chunk[-1])
            yield Haul(self._letters(tuple(self.mailbox.fetch(chunk))), watermark)

    def late(self, uids: Sequence[int]) -> tuple[Letter, ...]:
        """What comes now of the messages that did not come before."""
        return self._letters(tuple(message for message in self.mailbox.fetch(uids) if message.raw))

    def from_the_top(self, before: Watermark | None) -> Iterator[Haul]:
        """Everything, the newest first, where no watermark holds."""
        parts = self.mailbox.uids_downward(None)
        newest = next(parts, ())
        top = max(newest, default=max(self.state.uidnext - 1, 0))
        start = Watermark(
            account=self.account,
            folder=self.state.name,
            uidvalidity=self.state.uidvalidity,
            up=top,
            down=top + 1,
            last_success=before.last_success if before else None,
        )
        yield from self._down(start, chain([newest], parts))

    def downward(self, watermark: Watermark, highest: int | None) -> Iterator[Haul]:
        """What is left of the history."""
        yield from self._down(watermark, self.mailbox.uids_downward(highest))

    def _down(self, watermark: Watermark, parts: Iterator[tuple[int, ...]]) -> Iterator[Haul]:
        """Hauls of descending UIDs, each fetched ascending; the last one reaches UID 1, mail or no mail."""
        chunks = self._chunks_down(parts)
        chunk = next(chunks, None)
        if chunk is None:
            yield Haul((), replace(watermark, down=1))
        while chunk is not None:
            messages = tuple(self.mailbox.fetch(tuple(reversed(chunk))))
            following = next(chunks, None)
            down = 1 if following is None else chunk[-1]
            watermark = replace(watermark, down=down, read_back_to=_read_back_to(watermark.read_back_to, messages))
            yield Haul(self._letters(messages), watermark)
            chunk = following

    def _chunks_down(self, parts: Iterator[tuple[int, ...]]) -> Iterator[tuple[int, ...]]:
        """Descending UIDs by batches, each UID once though the parts may overlap."""
        lowest: int | None = None
        for part in parts:
            fresh = [uid for uid in reversed(part) if lowest is None or uid < lowest]
            yield from self._chunks(fresh)
            lowest = fresh[-1] if fresh else lowest

    def _chunks(self, uids: Sequence[int]) -> list[tuple[int, ...]]:
        return [tuple(uids[start : start + self.batch_size]) for start in range(0, len(uids), self.batch_size)]

    def _letters(self, messages: tuple[Fetched, ...]) -> tuple[Letter, ...]:
        return tuple(
            Letter(Location(self.account, self.state.name, self.state.uidvalidity, message.uid), message)
            for message in messages
        )


def _read_back_to(before: datetime | None, messages: tuple[Fetched, ...]) -> datetime | None:
    """How far back the folder has been read: the middle of the batch's dates, or what an earlier batch reached.

    The oldest date would claim too much: one old mail that was moved into the folder lately has a high UID.
    """
    dates = [message.internal_date.astimezone(UTC) for message in messages if message.internal_date is not None]
    if not dates:
        return before
    middle = median_low(dates)
    return middle if before is None else min(before, middle)


def _until(stop: Callable[[], bool], hauls: Iterator[Haul], enough: Callable[[], bool] = never) -> Iterator[Haul]:
    """The hauls until ``stop`` says so, asked before the next one is fetched, or ``enough``, asked after each."""
    while not stop():
        haul = next(hauls, None)
        if haul is None:
            return
        yield haul
        if enough():
            return
