"""Settings: every key with its value, default and meaning; no secret ever."""

from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from heardback.settings import AccountSettings, DigestSettings, PersonSettings, Settings
from heardback.web.desk import Desk
from heardback.web.explained import Explained, explanations, explanations_in
from heardback.web.settings import sections_of, shown
from heardback.wiring import House
from store.clock import SetClock
from tests.web.person import Person

EXAMPLE = """# What the file is for.

[person]
# Your name, as replies
# are signed.
name = "Sam"

# Two that belong together.
# one = 1
# two = ""


[accounts.home]
# Where it comes from: one of the two.
# - a command that prints it
password_command = "x"
# - a file
# password_file = "y"
"""
SECRETS = {
    "password_command": "secret-tool lookup hunter2",
    "smtp_password_file": Path("/home/sam/.secrets/hunter2"),
}


@pytest.fixture
def settings() -> Settings:
    account = AccountSettings(imap_host="imap.home.example", **SECRETS)  # type: ignore[arg-type]
    return Settings(
        person=PersonSettings(name="Sam <b>Reed</b>"), accounts={"home": account}, digest=DigestSettings(enabled=False)
    )


def test_the_comments_of_the_example_explain_the_keys() -> None:
    assert explanations_in(EXAMPLE) == (
        Explained("person", ("name",), "Your name, as replies are signed."),
        Explained("person", ("one", "two"), "Two that belong together."),
        Explained("accounts", ("password_command",), "Where it comes from: one of the two. A command that prints it."),
        Explained("accounts", ("password_file",), "A file."),
    )


def test_every_key_is_shown_once_and_explained(settings: Settings) -> None:
    sections = sections_of(settings, explanations())

    listed = [(section.table, line.key) for section in sections for group in section.groups for line in group.lines]
    assert len(listed) == len(set(listed))
    tables = {name: type(getattr(settings, name)) for name in Settings.keys if name != "accounts"}
    wanted = {(name, key) for name, kind in tables.items() for key in kind.keys}
    wanted |= {("accounts.home", key) for key in AccountSettings.keys}
    assert set(listed) == wanted
    explained = {(each.section, key) for each in explanations() for key in each.keys}
    for section in sections:
        for group in section.groups:
            table = section.table.partition(".")[0]
            assert bool(group.words) == all((table, line.key) in explained for line in group.lines)


def test_what_differs_from_the_default_is_marked_with_it(settings: Settings) -> None:
    digest = next(each for each in sections_of(settings, explanations()) if each.table == "digest")

    lines = {line.key: line for group in digest.groups for line in group.lines}
    assert (lines["enabled"].value, lines["enabled"].default, lines["enabled"].is_default) == ("no", "yes", False)
    assert (lines["at"].value, lines["at"].is_default) == ("08:00", True)
    assert digest.changed == 1


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("password_command", "pass show hunter2", "a command"),
        ("password_command", ("pass", "hunter2"), "a command"),
        ("smtp_password_file", Path("/x/hunter2"), "a file"),
        ("password_env", "HUNTER2", "an environment variable"),
        ("password_keyring", True, "the system's keyring"),
        ("password_keyring", False, "not set"),
        ("client_secret", "hunter2", "set, and not shown"),
        ("urls", ("tgram://hunter2/1",), "set, and not shown"),
        ("api_token", "", "not set"),
    ],
)
def test_of_a_secret_only_its_kind_is_told(key: str, value: object, said: str) -> None:
    assert shown(key, value) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "not set"),
        ("", "empty"),
        ((), "empty"),
        (True, "yes"),
        (0, "0"),
        (("a", "b"), "a, b"),
        ({"a": 1}, "set"),
        ((date(2026, 5, 4),), "2026-05-04"),
    ],
)
def test_values_read_plainly(value: object, said: str) -> None:
    assert shown("kinds", value) == said


def test_the_page_shows_no_secret_and_no_markup_of_a_value(settings: Settings, tmp_path: Path) -> None:
    clock = SetClock(datetime(2026, 5, 10, tzinfo=UTC))
    with closing(House(settings, tmp_path / "data", clock, config=tmp_path / "my.toml")) as house:
        text = Person(Desk(house)).get("/settings").text

    assert "hunter2" not in text
    assert "Sam &lt;b&gt;Reed" in text
    assert "imap.home.example" in text
    assert "my.toml" in text
    assert "Your name, as replies are signed." in text
    assert "Sign out everywhere" in text
