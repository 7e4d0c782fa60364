"""What is written is for its owner alone, whatever the umask; what others could have put there is not trusted."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from classify.ownmodels import OwnModels
from heardback.commands.digest import _show
from heardback.config import read_settings
from heardback.exporting import export_to
from heardback.files import make_private_folder, write_private
from heardback.lock import only_service
from heardback.settings import PersonSettings, Settings
from heardback.tokens import FileShelf
from heardback.web.presence import only_page
from heardback.wiring import House
from ingest.accounts import PasswordSource
from ingest.secrets import password_of
from store.clock import SystemClock
from store.database import Database
from store.errors import UserError


@pytest.fixture(params=[0o000, 0o022, 0o077], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


def open_to_others(folder: Path) -> list[str]:
    """What lies below, the folder included, and can be read or changed by anybody else."""
    return [
        str(path)
        for path in (folder, *folder.rglob("*"))
        if not path.is_symlink() and stat.S_IMODE(path.stat().st_mode) & (stat.S_IRWXG | stat.S_IRWXO)
    ]


@pytest.mark.usefixtures("umask")
def test_everything_in_the_data_folder_is_its_owners_alone(tmp_path: Path) -> None:
    data = tmp_path / "new" / "data"
    house = House(Settings(person=PersonSettings(address="sam@home.example")), data, SystemClock())
    with house.database.transaction() as transaction:  # leaves the write-ahead log and its index behind
        transaction.digests.set_fact("a", "b")
    make_private_folder(data / "sign-in")
    FileShelf(data / "sign-in" / "home.json").keep("{}")
    OwnModels(data)._key_made()
    OwnModels(data).choose("shipped")
    _show(data / "digest.html", "<p>", in_browser=False)
    with only_service(data), only_page(data, 8425):
        assert {"heardback.sqlite-wal", "heardback.sqlite-shm"} <= {path.name for path in data.iterdir()}
        assert open_to_others(data) == []
    house.close()


@pytest.mark.usefixtures("umask")
def test_exports_are_too(tmp_path: Path) -> None:
    house = House(Settings(), tmp_path / "data", SystemClock())
    export_to(house, tmp_path / "out" / "all")
    export_to(house, tmp_path / "out" / "all.zip")
    house.close()

    assert open_to_others(tmp_path / "out") == []


def test_a_link_that_waits_in_place_of_a_file_is_not_followed(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("mine")
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    for name in ("service.lock", "page.lock", "digest.html"):
        (folder / name).symlink_to(precious)

    with pytest.raises(OSError), only_service(folder):  # noqa: PT011 - ELOOP, in the system's words
        pass
    with pytest.raises(OSError), only_page(folder, 8425):  # noqa: PT011
        pass
    write_private(folder / "digest.html", b"<p>")

    assert precious.read_text() == "mine"
    assert not (folder / "digest.html").is_symlink()


@pytest.mark.parametrize("mode", [0o777, 0o702, 0o1777])
def test_a_data_folder_that_others_can_write_into_is_refused(tmp_path: Path, mode: int) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    folder.chmod(mode)

    with pytest.raises(UserError, match="chmod 700"):
        Database.open(folder)
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can act as somebody else")
def test_a_data_folder_of_somebody_else_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    os.chown(folder, 12345, 12345)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    with pytest.raises(UserError, match="belongs to somebody else"):
        Database.open(folder)


@pytest.mark.parametrize("mode", [0o666, 0o602])
def test_a_config_that_others_can_change_is_refused(tmp_path: Path, mode: int) -> None:
    """It names commands that give passwords: whoever writes it runs programs."""
    config = tmp_path / "config.toml"
    config.write_text('[person]\nname = "Sam Reed"\n')
    config.chmod(mode)

    with pytest.raises(UserError, match="chmod go-w"):
        read_settings(config)
    config.chmod(0o644)
    assert read_settings(config).person.name == "Sam Reed"


def test_a_password_file_that_others_can_read_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("hunter2\n")
    file.chmod(0o640)

    with pytest.raises(UserError, match="chmod 600") as caught:
        password_of(PasswordSource(file=file), "home", "sam")
    assert "hunter2" not in str(caught.value)
