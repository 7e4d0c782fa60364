"""A command loads what it uses: a listing neither numpy nor what reads mail, writes replies or serves pages."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from bench import bigstore
from heardback.settings import PersonSettings, Settings
from heardback.wiring import House
from store.clock import SetClock

HEAVY = {
    "numpy", "scipy", "sklearn", "joblib", "pydantic", "rich", "jinja2", "markupsafe", "alembic", "mako", "apprise",
    "imapclient", "mailparser", "icalendar", "selectolax", "charset_normalizer", "starlette", "uvicorn", "anyio",
    "apscheduler", "oauthlib", "keyring", "holidays", "dns", "nh3", "resvg_py", "pymap", "smtplib",
    "http.server", "webbrowser", "sqlalchemy.orm",
}  # fmt: skip
"""What costs much to import, by the beginning of its name."""
OURS = {
    "ingest.imap", "ingest.parse", "ingest.fetching", "ingest.oauth", "respond.drafting", "respond.compose",
    "respond.making", "respond.glances", "respond.smtp", "classify.chancefit", "classify.timeline", "heardback.web.app",
    "heardback.rounds", "heardback.posting", "heardback.approving",
}  # fmt: skip
NOW = bigstore.NOW + timedelta(minutes=1)
CONFIG = """[person]
name = "Sam Reed"
address = "sam@home.example"
country = "GB"
timezone = "Europe/London"
[accounts.home]
imap_host = "imap.home.example"
password_env = "X"
"""
PERSON = PersonSettings(name="Sam Reed", address="sam@home.example", country="GB", timezone="Europe/London")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that a round has looked at, and its config."""
    place = tmp_path_factory.mktemp("imports")
    place.chmod(0o700)
    house = House(Settings(person=PERSON), place, SetClock(bigstore.NOW))
    house.intake.begin_watch()
    with house.database.transaction() as transaction:
        bigstore.fill_at(transaction, 30, bigstore.NOW, timedelta(days=120), seed=4)
    house.rounds.draft()
    house.keep_chances()
    house.close()
    (place / "config.toml").write_text(CONFIG)
    return place


def imported(folder: Path, *words: str) -> set[str]:
    """The modules that were imported before the command ended."""
    given = ["--config", str(folder / "config.toml"), "--data", str(folder), "--now", NOW.isoformat(), *words]
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "heardback", *given], capture_output=True, text=True, check=False
    )
    assert done.returncode in (0, 1), done.stderr[-500:]
    assert "heardback: " not in done.stderr, done.stderr[-500:]
    return {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}


def below(modules: set[str], names: set[str]) -> set[str]:
    """Which of ``names``, or a part of them, are among the modules."""
    return {name for name in names if name in modules or any(each.startswith(f"{name}.") for each in modules)}


@pytest.mark.parametrize(
    "words",
    [
        ("applications",),
        ("applications", "--json"),
        ("applications", "--csv"),
        ("review", "list"),
        ("review", "list", "--json"),
        ("health",),
    ],
)
def test_a_listing_loads_nothing_heavy(folder: Path, words: tuple[str, ...]) -> None:
    modules = imported(folder, *words)

    assert "sqlalchemy" in modules
    assert below(modules, HEAVY | OURS) == set()


def test_help_loads_no_command_and_no_store(folder: Path) -> None:
    modules = imported(folder, "--help")

    assert below(modules, HEAVY | OURS | {"sqlalchemy", "msgspec", "store", "ingest", "classify", "respond"}) == set()
    assert {each for each in modules if each.startswith("heardback")} == {
        "heardback", "heardback.cli", "heardback.commands",
    }  # fmt: skip


def test_a_chance_that_is_not_at_hand_is_reckoned(folder: Path) -> None:
    # Another day: nothing was kept for it.
    moment = (NOW + timedelta(days=1)).isoformat()
    words = ["--config", str(folder / "config.toml"), "--data", str(folder), "--now", moment, "applications", "--json"]
    done = subprocess.run([sys.executable, "-m", "heardback", *words], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert '"words": "of ' in done.stdout or '"words": "going by ' in done.stdout
