"""``erase`` takes away all that is heardback's, nothing else, and proves it."""

import os
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from heardback.erasing import belongings, remove, sign_out_everywhere, still_there
from heardback.lock import only_service
from heardback.meaning import account_of
from heardback.settings import AccountSettings
from heardback.wiring import House
from ingest.accounts import Account
from tests import program
from tests.heardback.memorykeyring import in_memory

SECRET = "Dear Sam, we regret to say that Calder Museum"


def account(**keys: object) -> Account:
    settings = AccountSettings(**{"imap_host": "imap.home.example", **keys})
    return account_of("home", settings, "sam@home.example")


def filled(data: Path) -> list[Path]:
    """A data folder with everything in it that any command leaves there."""
    made = [
        *("heardback.sqlite", "heardback.sqlite-wal", "heardback.sqlite-shm", "heardback.sqlite.before-4"),
        *("model.key", "digest.html", "service.lock", "page.lock", ".heardback.sqlite.abc123", ".digest.html.x1"),
        *("models/in_use", "models/own-0123456789.joblib", "models/own-0123456789.json.refused"),
        *("sign-in/home.json", "sign-in/home.lock", "passwords/home"),
        *("before-restore-20260309T090000/heardback.sqlite", ".backup.x/heardback.sqlite", ".restore.y/config.toml"),
    ]
    paths = [data / name for name in made]
    for path in paths:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_text(SECRET)
    return paths


def test_everything_of_heardback_goes_and_the_rest_stays(tmp_path: Path) -> None:
    data, config = tmp_path / "data", tmp_path / "config/config.toml"
    made = filled(data)
    (data / "my-letter.txt").write_text("mine")
    (config.parent / "templates/en/thanks").mkdir(parents=True)
    (config.parent / "templates/en/thanks/mine.txt.j2").write_text("mine")
    config.write_text("")
    (config.parent / "config.toml.from-backup").write_text("")
    (config.parent / "other.toml").write_text("")

    found = belongings(data, config, ())
    assert set(made) < set(found.files)
    assert found.strangers == (data / "my-letter.txt",)
    assert still_there(found) != ()
    assert remove(found, data) == ()

    assert still_there(found) == ()
    assert {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()} == {
        "data/my-letter.txt",
        "config/other.toml",
    }


def test_an_empty_data_folder_goes_too(tmp_path: Path) -> None:
    filled(tmp_path / "data")
    remove(belongings(tmp_path / "data", None, ()), tmp_path / "data")
    assert not (tmp_path / "data").exists()


def test_what_stood_in_a_file_is_overwritten_before_it_goes(tmp_path: Path) -> None:
    filled(tmp_path / "data")
    os.link(tmp_path / "data/heardback.sqlite", tmp_path / "the same blocks")
    remove(belongings(tmp_path / "data", None, ()), tmp_path / "data")
    assert (tmp_path / "the same blocks").read_bytes() == bytes(len(SECRET))


def test_a_link_is_removed_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/mine").write_text("mine")
    (tmp_path / "data/models").mkdir(parents=True)
    (tmp_path / "data/models/folder").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "data/digest.html").symlink_to(tmp_path / "elsewhere/mine")
    found = belongings(tmp_path / "data", None, ())
    assert remove(found, tmp_path / "data") == ()
    assert still_there(found) == ()
    assert (tmp_path / "elsewhere/mine").read_text() == "mine"


def test_the_keyring_is_cleared_of_passwords_and_tokens(tmp_path: Path) -> None:
    by_password = account(password_keyring=True)
    by_token = replace(
        account(oauth="google", oauth_client_id="x", oauth_keyring=True), name="work", username="sam@work.example"
    )
    with in_memory() as keyring:
        keyring.kept |= {("heardback", "sam@home.example"): "p", ("heardback", "sign-in of work"): "damaged"}
        keyring.kept["another program", "sam@home.example"] = "theirs"
        found = belongings(tmp_path, None, (by_password, by_token))
        assert found.entries == ("sam@home.example", "sign-in of work")
        assert len(still_there(found)) == 2
        sign_out_everywhere((by_password, by_token), tmp_path)
        remove(found, tmp_path)
        assert still_there(found) == ()
        assert keyring.kept == {("another program", "sam@home.example"): "theirs"}


def test_a_password_file_elsewhere_is_the_persons_own(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("p")
    assert sign_out_everywhere((account(password_file=str(tmp_path / "secret")),), tmp_path / "data") == ()
    assert (tmp_path / "secret").exists()


def test_what_cannot_be_removed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(tmp_path / "data")
    found = belongings(tmp_path / "data", None, ())
    unlink = Path.unlink

    def refusing(path: Path, missing_ok: bool = False) -> None:
        if path.name == "model.key":
            raise PermissionError(1, "Operation not permitted")
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", refusing)
    assert remove(found, tmp_path / "data") == (
        f"{tmp_path}/data/model.key could not be removed (Operation not permitted).",
    )
    assert still_there(found) == (str(tmp_path / "data/model.key"),)


def heardback(home: Path, *words: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")} | {"HOME": str(home)}
    return program.run_text(words, env=env, stdin=stdin)


def test_the_command_asks_first_and_proves_it_afterwards(tmp_path: Path) -> None:
    data, config = tmp_path / ".local/share/heardback", tmp_path / ".config/heardback/config.toml"
    unit = tmp_path / ".config/systemd/user/heardback.service"
    filled(data)
    for path, text in ((config, '[person]\nname = "Sam"\n'), (unit, f"[Service]\nWorkingDirectory={data}\n")):
        path.parent.mkdir(parents=True)
        path.write_text(text)

    unasked = heardback(tmp_path, "erase")
    assert unasked.returncode == 1
    assert "add --yes" in unasked.stderr
    assert (data / "heardback.sqlite").exists()

    done = heardback(tmp_path, "erase", "--yes")
    assert done.returncode == 0, done.stderr
    assert "Looked again: nothing of it is left." in done.stderr
    assert "SSD" in done.stderr
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert "There is nothing of heardback" in heardback(tmp_path, "erase", "--yes").stderr


def test_a_broken_config_keeps_nothing_from_being_erased(tmp_path: Path) -> None:
    filled(tmp_path / "data")
    (tmp_path / "config.toml").write_text("not toml")
    line = ["--data", str(tmp_path / "data"), "--config", str(tmp_path / "config.toml"), "erase", "--yes"]
    done = heardback(tmp_path, *line)
    assert done.returncode == 0, done.stderr
    assert "is not known without it" in done.stderr
    assert not (tmp_path / "data").exists()
    assert not (tmp_path / "config.toml").exists()


def test_another_data_folder_leaves_the_usual_config_alone(tmp_path: Path) -> None:
    config = tmp_path / ".config/heardback/config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('[person]\nname = "Sam"\n')
    filled(tmp_path / "second")
    done = heardback(tmp_path, "--data", str(tmp_path / "second"), "erase", "--yes")
    assert done.returncode == 0, done.stderr
    assert config.exists()
    assert not (tmp_path / "second").exists()


def test_a_running_service_is_not_erased_under_its_feet(house: House) -> None:
    _ = house.database
    with only_service(house.data):
        done = heardback(house.data.parent, "--data", str(house.data), "erase", "--yes")
    assert done.returncode == 1
    assert "already runs" in done.stderr
    assert (house.data / "heardback.sqlite").exists()
