"""The config file: every mistake at once, each with its key, its value and what to do."""

import re
from pathlib import Path

import pytest

from heardback.config import read_settings
from heardback.settings import AccountSettings, Settings
from store.errors import UserError

ROOT = Path(__file__).parents[2]
BAD = sorted((Path(__file__).parent / "bad_configs").glob("*.toml"))


def test_the_example_loads_as_it_stands() -> None:
    settings = read_settings(ROOT / "config.example.toml")

    assert settings.person.name == "Sam Example"
    assert settings.accounts["home"].folders == ("INBOX",)


def test_every_key_stands_in_the_example_with_its_default(tmp_path: Path) -> None:
    text = (ROOT / "config.example.toml").read_text(encoding="utf-8")
    # Uncommenting every key must load too; the password sources exclude one another, so one account takes one each.
    whole = re.sub(r"^# ([a-z_]+ = )", r"\1", text, flags=re.MULTILINE)
    sources = r"^((smtp_)?password_(file|env|keyring|command)|urls_(file|env|command)) = .*\n"
    whole = re.sub(sources, "", whole, flags=re.MULTILINE)
    whole = whole.replace("imap_host =", 'password_env = "X"\nimap_host =')
    whole = whole.replace("unsure_below = 0.6\n", "")
    file = tmp_path / "config.toml"
    file.write_text(whole, encoding="utf-8")

    settings = read_settings(file)
    for section in ("poll", "silence", "chance", "replies", "digest", "notify", "web", "tagger"):
        assert getattr(settings, section) == getattr(Settings(), section), section
    sections = {**Settings.keys, "accounts": None}
    for section in sections:
        kind = AccountSettings if section == "accounts" else type(getattr(Settings(), section))
        for key in kind.keys:
            assert re.search(rf"^#? ?{key} = ", text, re.MULTILINE), f"{section}.{key} is not explained"


def test_there_are_bad_configs_to_check() -> None:
    assert BAD


@pytest.mark.parametrize("file", BAD, ids=lambda file: file.stem)
def test_a_bad_config_is_said_key_by_key(file: Path) -> None:
    expected = file.with_suffix(".expected").read_text(encoding="utf-8").splitlines()

    with pytest.raises(UserError) as raised:
        read_settings(file)
    said = [problem.replace(f"{file}", "FILE") for problem in raised.value.problems]
    assert sorted(said) == sorted(expected)


def test_a_missing_config_that_was_named_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"config\.example\.toml"):
        read_settings(tmp_path / "nowhere.toml")


def test_a_secret_is_never_repeated(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('[accounts.home]\nimap_host = "h"\npassword = "hunter2"\npassword_env = 7\n', encoding="utf-8")

    with pytest.raises(UserError) as raised:
        read_settings(file)
    assert "hunter2" not in str(raised.value)
