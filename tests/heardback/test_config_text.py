"""Writing the config: everything explained, answers in their places, and nothing of what was there lost."""

import tomllib

import pytest

from heardback.configtext import difference, example, new_config, written_into
from heardback.guessing import guessed_country
from heardback.settings import Settings
from store.errors import UserError

PERSON = {"name": 'Jo "the" Reed', "address": "jo@reed.example", "other_addresses": ("a@b.example", "c@d.example")}
ACCOUNT = {"imap_host": "imap.reed.example", "imap_port": 1993, "password_keyring": True}


def test_a_new_config_says_what_was_answered_and_explains_the_rest() -> None:
    text = new_config(PERSON, "reed", ACCOUNT)

    settings = Settings(**tomllib.loads(text))
    assert settings.person.name == 'Jo "the" Reed'
    assert settings.person.other_addresses == ("a@b.example", "c@d.example")
    assert settings.accounts["reed"].imap_port == 1993
    assert settings.accounts["reed"].password_command == ()
    comments = [line for line in example().splitlines() if line.startswith("# ") and " = " not in line]
    assert [line for line in comments if line not in text] == []


@pytest.mark.parametrize("value", ['"', "\\", "\n", "é", "\x7f", "'''", "# no comment", "[x]"])
def test_any_text_comes_back_as_it_was(value: str) -> None:
    raw = tomllib.loads(new_config({"name": value}, "reed", {**ACCOUNT, "password_command": ("a", value)}))

    assert raw["person"]["name"] == value
    assert raw["accounts"]["reed"]["password_command"] == ["a", value]


def test_adding_a_mailbox_leaves_every_line_that_was_there() -> None:
    before = (
        '[person]\nname = "Jo"  # me\n\n[accounts.old]\nimap_host = "h"\npassword_env = "X"\n\n[digest]\nat = 09:00:00'
    )

    after = written_into(before, {}, "reed", ACCOUNT)

    assert after.startswith(before)
    assert set(tomllib.loads(after)["accounts"]) == {"old", "reed"}
    assert all(line.startswith(("+", "@", "---", " ")) for line in difference(before, after).splitlines())


def test_replacing_a_mailbox_leaves_the_others() -> None:
    before = written_into(new_config(PERSON, "one", ACCOUNT), {}, "two", {**ACCOUNT, "imap_host": "two.example"})

    after = written_into(before, {}, "one", {**ACCOUNT, "imap_host": "new.example"})

    old, new = tomllib.loads(before), tomllib.loads(after)
    assert new["accounts"]["one"]["imap_host"] == "new.example"
    assert new["accounts"]["two"] == old["accounts"]["two"]
    assert {key: new[key] for key in new if key != "accounts"} == {key: old[key] for key in old if key != "accounts"}
    assert written_into(after, {}, "one", {**ACCOUNT, "imap_host": "imap.reed.example"}) == before


def test_what_is_missing_about_the_person_is_filled_in() -> None:
    after = written_into('[person]\nname = "Jo"\n', {"country": "AT"}, "reed", ACCOUNT)

    assert tomllib.loads(after)["person"] == {"name": "Jo", "country": "AT"}


def test_a_config_without_a_person_gets_one() -> None:
    after = written_into("[poll]\nevery_minutes = 7\n", {"address": "jo@reed.example"}, "reed", ACCOUNT)

    assert tomllib.loads(after)["person"]["address"] == "jo@reed.example"
    assert tomllib.loads(after)["poll"]["every_minutes"] == 7


@pytest.mark.parametrize(
    "before",
    [
        'person.name = "Jo"\n',
        'accounts = { old = { imap_host = "h", password_env = "X" } }\n',
        '[person]\nname = "Jo"\n[accounts]\nreed.imap_host = "h"\nreed.password_env = "X"\n',
        '[person]\nname = """\n[accounts.reed]\n"""\n[accounts.reed]\nimap_host = "h"\npassword_env = "X"\n',
    ],
)
def test_what_cannot_be_added_to_safely_is_left_alone(before: str) -> None:
    tomllib.loads(before)

    with pytest.raises(UserError, match="by hand"):
        written_into(before, {"country": "AT"}, "reed", ACCOUNT)


@pytest.mark.parametrize(
    ("zone", "environment", "country"),
    [
        ("Europe/Vienna", {"LANG": "en_US.UTF-8"}, "AT"),
        ("", {"LANG": "fr_CA.UTF-8"}, "CA"),
        ("", {"LC_ALL": "de_CH", "LANG": "en_US"}, "CH"),
        ("", {"LANG": "C.UTF-8"}, ""),
        ("Nowhere/Land", {}, ""),
    ],
)
def test_a_country_is_guessed_from_the_zone_then_from_the_language(
    zone: str, environment: dict[str, str], country: str
) -> None:
    assert guessed_country(zone, environment) == country
