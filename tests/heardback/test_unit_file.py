"""The systemd unit and the launchd agent: their text, judged by systemd itself where it is there."""

import os
import plistlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from heardback.plistfile import agent
from heardback.unitfile import Unit
from store.errors import UserError

ROOT = Path(__file__).parents[2]
EXPOSURE = 2.5
"""The most that `systemd-analyze security` may find, of 10."""
SAM = Path("/home/sam")
COMMAND = ("/home/sam/heardback/.venv/bin/python", "-P", "-m", "heardback")


def command(home: Path, config: Path, data: Path) -> tuple[str, ...]:
    interpreter = str(home / "heardback/.venv/bin/python")
    return (interpreter, "-P", "-m", "heardback", "--config", str(config), "--data", str(data), "run")


@pytest.fixture
def analyze(tmp_path: Path) -> tuple[str, dict[str, str]]:
    program = shutil.which("systemd-analyze")
    if program is None:
        if os.environ.get("CI") == "true":
            pytest.fail("systemd-analyze is not installed; run `apt-get install systemd`.")
        pytest.skip("systemd-analyze is not installed; run `apt-get install systemd`.")
    (tmp_path / "run").mkdir(mode=0o700)
    return program, {**os.environ, "XDG_RUNTIME_DIR": str(tmp_path / "run"), "SYSTEMD_COLORS": "0"}


def written(folder: Path, unit: Unit) -> Path:
    file = folder / "heardback.service"
    file.write_text(unit.text(), encoding="utf-8")
    return file


@pytest.mark.parametrize("has_sandbox", [True, False])
def test_systemd_finds_nothing_amiss(has_sandbox: bool, analyze: tuple[str, dict[str, str]], tmp_path: Path) -> None:
    data = tmp_path / "my data, 100% $HOME; \"quoted\" 'too'"
    unit = Unit(("/bin/true", "--data", str(data)), data, (tmp_path / "a b",), has_sandbox, grows_delay=False)
    said = subprocess.run(
        [analyze[0], "--user", "verify", written(tmp_path, unit)], capture_output=True, text=True, env=analyze[1]
    )
    assert (said.returncode, said.stdout, said.stderr) == (0, "", "")


def test_it_is_exposed_to_little(analyze: tuple[str, dict[str, str]], tmp_path: Path) -> None:
    unit = Unit(("/bin/true",), tmp_path, grows_delay=False)
    said = subprocess.run(
        [analyze[0], "--user", "security", "--offline=yes", "--no-pager", written(tmp_path, unit)],
        capture_output=True,
        text=True,
        env=analyze[1],
    )
    found = re.search(r"Overall exposure level for heardback.service: ([\d.]+)", said.stdout)
    assert found is not None, said.stderr
    assert float(found[1]) <= EXPOSURE


def test_odd_paths_are_quoted() -> None:
    data = Path('/home/sam/50% of "it" $HERE')
    text = Unit(("/bin/python", "--data", str(data)), data).text()
    assert r'ExecStart=/bin/python --data "/home/sam/50%% of \"it\" $$HERE"' in text
    assert 'WorkingDirectory=/home/sam/50%% of "it" $HERE\n' in text
    assert r'ReadWritePaths="/home/sam/50%% of \"it\" $HERE"' in text


def test_a_path_that_no_unit_can_name_is_refused() -> None:
    with pytest.raises(UserError, match="without line breaks"):
        Unit(("/bin/true\nExecStartPre=/bin/sh",), SAM).text()


def test_the_delay_grows_where_systemd_knows_how() -> None:
    assert "RestartSteps=" in Unit(COMMAND, SAM).text()
    assert "RestartSteps=" not in Unit(COMMAND, SAM, grows_delay=False).text()


def test_the_documents_show_the_unit_and_the_agent_as_they_are_written() -> None:
    data = SAM / ".local/share/heardback"
    unit = Unit(command(SAM, SAM / ".config/heardback/config.toml", data), data)
    assert (ROOT / "docs/deploy/heardback.service").read_text(encoding="utf-8") == unit.text()

    mac = Path("/Users/sam")
    data = mac / "Library/Application Support/heardback"
    made = agent(command(mac, data / "config.toml", data), data, mac / "Library/Logs/heardback.log")
    assert (ROOT / "docs/deploy/org.heardback.service.plist").read_bytes() == made


def test_the_agent_reads_back_as_it_was_meant() -> None:
    data = Path("/Users/sam/<odd> & folder")
    read = plistlib.loads(agent(("/bin/python", "-m", "heardback", "run"), data, SAM / "log"))
    assert read["ProgramArguments"] == ["/bin/python", "-m", "heardback", "run"]
    assert read["WorkingDirectory"] == str(data)
    assert read["KeepAlive"] == {"SuccessfulExit": False}
    assert read["Umask"] == 0o077
