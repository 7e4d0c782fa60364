"""Stores of several sizes, grown in one go in a process beside: the smaller ones are copies made on the way.

The mail is that of ``bench.bigstore``, ten for each application; who wrote is remembered, all is looked at once.
``python -m bench.stores FOLDER 1000 10000`` makes ``FOLDER/1000`` and ``FOLDER/10000``; each appears when it is whole.
"""

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from bench.bigstore import MAILS_EACH, NOTHING, NOW, Size, fill
from heardback.settings import PersonSettings, Settings
from heardback.wiring import House
from ingest.senders import is_no_reply
from store.clock import SetClock
from store.records import Address

PERSON = PersonSettings(name="Sam Reed", address="sam@home.example", country="GB", timezone="Europe/London")
CONFIG = '[person]\nname = "Sam Reed"\naddress = "sam@home.example"\ncountry = "GB"\ntimezone = "Europe/London"\n'


def house_on(data: Path) -> House:
    """The house of the person whose mail it is, at the moment the search is looked at."""
    return House(Settings(person=PERSON), data, SetClock(NOW))


def build(data: Path, mails: int, held: int = 0) -> None:
    """What a first import of so many mails leaves, in a folder that may hold a smaller number already."""
    with closing(house_on(data)) as house:
        before = Size(held // MAILS_EACH, held) if held else NOTHING
        fill(house.database, Size(mails // MAILS_EACH, mails), held=before)
        _meet(house)
        house.intake.begin_watch()
        house.rounds.draft()
        house.keep_chances()


def _meet(house: House) -> None:
    """Remembers everybody who wrote, as an intake would."""
    with house.database.reading() as transaction:
        found = list(transaction.mail.writers(NOW))
        known = {each.id: each for each in transaction.applications.all()}
    with house.database.transaction() as transaction:
        for number, sender, _, first in found:
            if not is_no_reply(Address("", sender)):
                given, _, family = sender.partition("@")[0].partition(".")
                at = known[number]
                name = f"{given} {family}".title()
                transaction.applications.meet(sender, name, at.agency or at.company, on=first, through=number)


class Stores:
    """The stores while they are made; those that are asked for are waited for."""

    def __init__(self, folder: Path, maker: subprocess.Popen[bytes]) -> None:
        self._folder, self._maker = folder, maker

    def of(self, mails: int) -> Path:
        """The folder of the store with so many mails. Raises ``RuntimeError`` where the maker ended without it."""
        wanted = self._folder / str(mails)
        while not wanted.exists():
            if self._maker.poll() is not None and not wanted.exists():
                raise RuntimeError(f"the store of {mails} mails was not made")
            time.sleep(0.1)
        return wanted

    def wait(self) -> None:
        """Until all of them are made, or the maker has ended without."""
        self._maker.wait()


@contextmanager
def in_the_making(folder: Path, sizes: Sequence[int]) -> Iterator[Stores]:
    """Begins to make stores of these sizes, the smallest first, in a process that ends with the block."""
    words = [sys.executable, "-m", "bench.stores", str(folder), *map(str, sorted(set(sizes)))]
    with subprocess.Popen(words) as maker:
        try:
            yield Stores(folder, maker)
        finally:
            maker.terminate()


def main() -> None:
    """FOLDER SIZE...: makes them."""
    folder, sizes = Path(sys.argv[1]), [int(each) for each in sys.argv[2:]]
    growing, held = folder / "growing", 0
    growing.mkdir(mode=0o700)
    for size in sizes:
        build(growing, size, held)
        shutil.copytree(growing, folder / "copying")
        (folder / "copying").rename(folder / str(size))
        held = size
    shutil.rmtree(growing)


if __name__ == "__main__":
    main()
