"""What a service costs that stays connected: rounds that bring nothing, news until their draft, memory, idle days."""

import imaplib
import statistics
import time
from collections.abc import Iterator, Sequence
from contextlib import closing

from bench import firstrun, idle
from bench.ground import Ground
from bench.growing import Growth
from bench.mailserver import Mailbox, settings_of
from bench.rows import Bounds, By, Row, Unit, paired
from bench.timing import by_turns
from heardback.wiring import House
from store.clock import SystemClock
from tests.servers.dovecot import PASSWORD

QUIET = Bounds(must=1.3, aim=1.05)
PUSH = Bounds(must=1.0, aim=0.2)
MEMORY = Bounds(must=90.0, aim=25.0)
IDLE_DAY = Bounds(must=60.0, aim=15.0)
STORE = Bounds(must=2.0, aim=1.0)
FOLDERS = ("INBOX", "Sent")


def quiet(ground: Ground) -> Iterator[Row]:
    """The row, with the largest folder."""
    size = max(ground.scale.sizes)
    pairs = _quiet_rounds(ground, size)
    what = f"a round with nothing new, folder of {size:,}"
    yield paired(what, "login, EXAMINE and UID SEARCH, LOGOUT by hand", pairs, QUIET)


def quiet_growth(ground: Ground) -> Iterator[Growth]:
    """Such rounds at each size."""
    sizes = ground.scale.sizes
    seen = [statistics.median(ours for ours, _ in _quiet_rounds(ground, size)) for size in sizes]
    yield Growth("a round with nothing new", sizes, tuple(seen))


def _quiet_rounds(ground: Ground, size: int) -> list[tuple[float, ...]]:
    """Pairs of a round and the same by hand, over a mailbox that the store knows all of."""
    data, _ = firstrun.read(ground, size)
    ground.say(f"rounds with nothing new over {size:,} mails …")
    mailbox = ground.mailbox(size)
    settings = settings_of(mailbox.user, mailbox.server.imap_port, into_drafts=True)
    with closing(House(settings, data, SystemClock())) as house:
        for _ in range(2):  # the first brings drafts in step
            _round(house)
            _by_hand(mailbox, size)
        return by_turns(ground.scale.quiet, lambda: _round(house), lambda: _by_hand(mailbox, size))


def _round(house: House) -> float:
    began = time.perf_counter()
    report = house.rounds.run_once()
    took = time.perf_counter() - began
    if report.failures or report.taken.new:
        raise RuntimeError(f"not a quiet round: {report.taken} {report.failures}")
    return took


def _by_hand(mailbox: Mailbox, size: int) -> float:
    """The least that tells whether there is news in the folders that are watched."""
    began = time.perf_counter()
    session = imaplib.IMAP4("127.0.0.1", mailbox.server.imap_port)
    session.login(mailbox.user, PASSWORD)
    for folder in FOLDERS:
        session.select(folder, readonly=True)
        session.uid("SEARCH", f"UID {size + 1 if folder == 'INBOX' else 1}:*")
    session.logout()
    return time.perf_counter() - began


def push(ground: Ground) -> Iterator[Row]:
    """From a delivery until its draft lies in Drafts, beside the server's own word of it."""
    count = ground.scale.deliveries
    ground.needs_server()
    ground.say(f"{count} deliveries, each until its draft is there …")
    drafted, told = idle.deliveries(count, ground.scale.rest)
    what = f"delivered to drafted, push, p95 of {count}"
    pairs = tuple(zip(drafted, told, strict=True))
    against = "the server's own notice (IDLE)"
    yield Row(what, _ninety_fifth(drafted), against, _ninety_fifth(told), PUSH, by=By.MORE, pairs=pairs)


def memory(ground: Ground) -> Iterator[Row]:
    """The service at rest after its first round, with its page, beside a Python that has imported two libraries."""
    ground.needs_server()
    ground.say("the memory of a service at rest …")
    seen = idle.resident(rest=ground.scale.rest)
    against = "Python that imports imapclient and sqlalchemy"
    yield Row("memory of the service, idle", seen.ours, against, seen.theirs, MEMORY, Unit.MEGABYTES, By.MORE)


def idle_day(ground: Ground) -> Iterator[Row]:
    """Processor time of a day in which nothing comes."""
    ground.needs_server()
    ground.say("an idle hour in a quarter of a minute …")
    seconds = idle.idle_day(ground.scale.idle_part, ground.scale.rest)
    yield Row("processor time of an idle day", seconds, bounds=IDLE_DAY, by=By.ITSELF)


def store_size(ground: Ground) -> Iterator[Row]:
    """The store of recent mixed mails, beside the text of them."""
    size = ground.scale.sizes[0]
    ground.say(f"a store of {size:,} mails …")
    seen = idle.store_size(size)
    what = f"size of the store, {size:,} mixed mails"
    yield Row(what, seen.stored / 1e6, "their text parts, as they came", seen.raw / 1e6, STORE, Unit.MEGABYTES)
    yield Row("– beside the words in them alone", seen.stored / 1e6, "in UTF-8", seen.words / 1e6, unit=Unit.MEGABYTES)


def _ninety_fifth(seen: Sequence[float]) -> float:
    """So long do 95 of 100 take at the most."""
    return statistics.quantiles(seen, n=20, method="inclusive")[-1] if len(seen) > 1 else seen[0]
