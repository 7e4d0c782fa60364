"""Sam's heardback in this process, without any mailbox, and a written corpus small enough to train on in a second."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from heardback.learning import learn
from heardback.settings import PersonSettings, Settings
from heardback.wiring import House
from store.clock import SetClock
from tests.classify.smallcorpus import write_small_corpus
from tests.heardback.caldermail import ALL, deliver
from tests.heardback.mailing import correct_magpies

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
SETTINGS = Settings(
    person=PersonSettings(name="Sam Reed", address="sam@home.example", country="GB", timezone="Europe/London")
)


@pytest.fixture
def clock() -> SetClock:
    return SetClock(NOW)


@pytest.fixture
def house(tmp_path: Path, clock: SetClock) -> Iterator[House]:
    built = House(SETTINGS, tmp_path / "data", clock)
    yield built
    built.close()


@pytest.fixture
def taught(taught_folder: Path, tmp_path: Path, clock: SetClock) -> Iterator[House]:
    """Sam's heardback after a model that learnt from six corrections took over."""
    shutil.copytree(taught_folder, tmp_path / "taught")
    built = House(SETTINGS, tmp_path / "taught", clock)
    yield built
    built.close()


@pytest.fixture(scope="session")
def taught_folder(tmp_path_factory: pytest.TempPathFactory, small_corpus: Path) -> Path:
    """The data folder of ``taught``, made once."""
    folder = tmp_path_factory.mktemp("taught") / "data"
    built = House(SETTINGS, folder, SetClock(NOW))
    correct_magpies(built, 6)
    assert "takes over" in learn(built, small_corpus)
    built.close()
    return folder


@pytest.fixture(scope="session")
def small_corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twelve written English mails of each tag."""
    return write_small_corpus(tmp_path_factory.mktemp("corpus"))


@pytest.fixture
def busy(house: House) -> House:
    """Sam's store with all the mail in it, and the follow-up to Rose that is due."""
    deliver(house, *ALL)
    house.rounds.draft()
    with house.database.transaction() as transaction:
        transaction.digests.count_round()
    return house
