"""``service install``, ``uninstall`` and ``status``, with a systemctl that writes down what it is told."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests import program

SYSTEMCTL = """#!/bin/sh
echo "$@" >>"$ASKED"
case "$*" in
    --version) echo "systemd 255 (255.4)" ;;
    "--user show-environment") exit "${NO_MANAGER:-0}" ;;
    "--user is-active"*) echo "${ACTIVE:-active}" ;;
    "--user show --property=SubState"*) echo "${SUBSTATE:-dead}" ;;
    "--user restart"*|"--user start"*) exit "${FAILS:-0}" ;;
    "--user show --property=ExecMainStatus"*) echo "${STATUS:-1}" ;;
esac
"""
CONFIG = '[person]\naddress = "sam@home.example"\n[accounts.home]\nimap_host = "imap.home.example"\n{password}\n'


@dataclass
class Home:
    """A home folder with a config and a systemd of its own."""

    folder: Path

    @property
    def unit(self) -> Path:
        return self.folder / ".config/systemd/user/heardback.service"

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def run(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        own = ["--config", str(self.folder / "config.toml"), "--data", str(self.data)]
        env = {
            **{name: value for name, value in os.environ.items() if not name.startswith("XDG_")},
            "HOME": str(self.folder),
            "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}",
            "ASKED": str(self.folder / "asked"),
        }
        return program.run_text([*own, *words], env={**env, **environment})

    def asked(self) -> list[str]:
        lines = (self.folder / "asked").read_text().splitlines()
        (self.folder / "asked").unlink()
        return [line.removeprefix("--user ") for line in lines if line not in ("--version", "--user show-environment")]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/systemctl").write_text(SYSTEMCTL)
    (tmp_path / "bin/systemctl").chmod(0o755)
    (tmp_path / "config.toml").write_text(CONFIG.format(password='password_file = "/x"'))
    return Home(tmp_path)


def test_it_is_written_started_and_taken_away(home: Home) -> None:
    done = home.run("service", "install")
    assert done.returncode == 0, done.stderr
    text = home.unit.read_text()
    assert (
        f"ExecStart={sys.executable} -P -m heardback --config {home.folder}/config.toml --data {home.data} run" in text
    )
    assert "RestartSteps=" in text  # of a systemd 255
    assert home.data.stat().st_mode & 0o777 == 0o700
    assert home.asked() == ["daemon-reload", "enable heardback.service", "restart heardback.service"]
    assert "loginctl enable-linger" in done.stderr

    again = home.run("service", "install")
    assert "is there already" in again.stderr
    assert home.asked() == ["daemon-reload", "enable heardback.service", "start heardback.service"]
    assert home.run("service", "status").returncode == 0

    home.asked()
    gone = home.run("service", "uninstall")
    assert gone.returncode == 0
    assert not home.unit.exists()
    assert home.data.exists()
    assert home.asked() == ["disable --now heardback.service", "daemon-reload"]
    assert "No service is installed" in home.run("service", "uninstall").stderr
    assert home.run("service", "status").returncode == 1


def test_where_no_systemd_runs_the_commands_are_said(home: Home) -> None:
    done = home.run("service", "install", NO_MANAGER="1")
    assert done.returncode == 0
    assert home.unit.exists()
    assert "systemctl --user daemon-reload && systemctl --user enable --now heardback.service" in done.stderr
    assert home.asked() == []


def test_shown_it_changes_nothing(home: Home) -> None:
    done = home.run("service", "install", "--print", "--without-sandbox", "--writes", "/home/sam/.gnupg")
    assert done.stdout.startswith("# Written by 'heardback service install'")
    assert "ProtectSystem" not in done.stdout
    assert "NoNewPrivileges=yes" in done.stdout
    assert not home.unit.exists()
    assert not home.data.exists()


@pytest.mark.parametrize(("status", "words"), [("226", "--without-sandbox"), ("1", "journalctl --user -u heardback")])
def test_a_service_that_does_not_start_is_told_with_what_to_do(home: Home, status: str, words: str) -> None:
    done = home.run("service", "install", FAILS="1", STATUS=status)
    assert done.returncode == 1
    assert words in done.stderr


def test_a_service_that_could_only_fail_is_not_installed(home: Home) -> None:
    (home.folder / "config.toml").write_text('[person]\naddress = "sam@home.example"\n')
    done = home.run("service", "install")
    assert done.returncode == 1
    assert "No mailbox is configured" in done.stderr
    assert not home.unit.exists()


def test_a_variable_of_the_terminal_is_pointed_out(home: Home) -> None:
    (home.folder / "config.toml").write_text(CONFIG.format(password='password_env = "MAIL_PASSWORD"'))
    assert "does not see the variable MAIL_PASSWORD" in home.run("service", "install").stderr


def test_a_unit_of_another_data_folder_is_not_taken_for_this_ones(home: Home) -> None:
    home.run("service", "install")
    other = Home(home.folder)
    text = home.unit.read_text().replace(str(home.data), "/home/sam/elsewhere")
    home.unit.write_text(text)
    done = other.run("service", "status")
    assert done.returncode == 1
    assert "another data folder" in done.stdout


def test_a_start_that_takes_its_time_is_told_as_such(home: Home) -> None:
    done = home.run("service", "install", FAILS="1", SUBSTATE="start")
    assert done.returncode == 0
    assert "The service is still starting: 'heardback service status' tells when it runs." in done.stderr
    starting = home.run("service", "status", ACTIVE="activating", SUBSTATE="start")
    assert starting.returncode == 1
    assert "It is starting" in starting.stdout + starting.stderr


def test_one_that_ended_and_waits_for_its_next_start_says_where_the_reason_is(home: Home) -> None:
    home.run("service", "install")
    waiting = home.run("service", "status", ACTIVE="activating", SUBSTATE="auto-restart")
    assert waiting.returncode == 1
    assert "is started again soon: journalctl --user -u heardback.service" in waiting.stdout + waiting.stderr
