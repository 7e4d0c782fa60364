"""The service does all of its work inside what the systemd unit lets it do."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from heardback.unitfile import Unit
from tests.journey import confined
from tests.journey.listening import listening
from tests.journey.watched import rejection, wait
from tests.journey.world import World

PROBE = """
import errno, mmap, os, socket
def refused(call):
    try:
        call()
    except OSError as error:
        return error.errno in (errno.EPERM, errno.EACCES, errno.EROFS)
print(refused(lambda: mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)))
print(refused(lambda: socket.socket(socket.AF_PACKET, socket.SOCK_RAW)))
print(refused(lambda: os.chroot("/")))
print(refused(lambda: os.mkdir("/not-for-us")))
print(open("/proc/self/status").read().split("CapBnd:")[1].split()[0])
"""


@pytest.fixture(scope="module")
def allowed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The system calls that the unit's filter lets through, by systemd's own lists."""
    if shutil.which("systemd-analyze") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("systemd-analyze is not installed; run `apt-get install systemd`.")
        pytest.skip("systemd-analyze is not installed; run `apt-get install systemd`.")
    text = Unit(("/bin/true",), Path("/x")).text()
    permitted: set[str] = set()
    for line in re.findall(r"^SystemCallFilter=(.*)$", text, re.MULTILINE):
        names = {call for each in line.removeprefix("~").split() for call in calls(each)}
        permitted = permitted - names if line.startswith("~") else permitted | names
    file = tmp_path_factory.mktemp("calls") / "allowed"
    file.write_text("\n".join(sorted(permitted | set(calls("@default")))), encoding="ascii")
    return file


def calls(name: str) -> set[str]:
    """The calls of a set, with those of the sets in it."""
    if not name.startswith("@"):
        return {name}
    said = subprocess.run(["systemd-analyze", "syscall-filter", name], capture_output=True, text=True, check=True)
    lines = {line.strip() for line in said.stdout.splitlines()[1:]}
    return {call for line in lines if line and not line.startswith("#") for call in calls(line)}


def inside(allowed: Path, writable: Path) -> Callable[[list[str]], list[str]]:
    """Puts a command inside: system calls and memory for anybody, file system and capabilities where we are root."""
    filtered = [sys.executable, confined.__file__, str(allowed)]
    if os.geteuid() != 0 or subprocess.run(["unshare", "-m", "true"], capture_output=True).returncode:
        return lambda line: [*filtered, *line]
    (writable / "tmp").mkdir(parents=True, exist_ok=True)
    script = (
        'mount --make-rprivate / && mount --bind "$0" "$0" && mount -o remount,bind,ro / && '
        'exec setpriv --no-new-privs --bounding-set=-all --inh-caps=-all "$@"'
    )
    return lambda line: ["unshare", "-m", "sh", "-c", script, str(writable), *filtered, *line]


def test_the_confinement_is_real(allowed: Path, tmp_path: Path) -> None:
    wrapped = inside(allowed, tmp_path / "data")([sys.executable, "-c", PROBE])
    said = subprocess.run(wrapped, capture_output=True, text=True, timeout=30)
    assert said.returncode == 0, said.stderr
    lines = said.stdout.split()
    assert lines[1:3] == ["True", "True"]
    if wrapped[0] == "unshare":
        assert lines[3:] == ["True", "0000000000000000"]


def test_it_reads_tags_drafts_and_learns_in_there(world: World, allowed: Path) -> None:
    world.box.put("INBOX", [(rejection(world.me, 3), datetime.now(UTC) - timedelta(minutes=1))])
    world.write_config()
    world.data.mkdir(mode=0o700)
    temporary = {"TMPDIR": str(world.data / "tmp")}
    with listening(world, wrapped=inside(allowed, world.data), environment=temporary) as heard:
        heard.wait_for("READY=1")
        assert wait(lambda: drafts_of(world) == 1, 60)
        trained = subprocess.run(
            inside(allowed, world.data)(world._line("train", "--background")),
            capture_output=True,
            text=True,
            env={**world._env(), **temporary},
            timeout=60,
        )
        assert trained.returncode == 0, trained.stderr
        heard.process.send_signal(signal.SIGTERM)
        _, said = heard.process.communicate(timeout=30)
    assert heard.process.returncode == 0
    assert "failed" not in said
    assert "The review page is at" in said or "Port" in said


def drafts_of(world: World) -> int:
    """Drafts in the store, once there is one."""
    if not (world.data / "heardback.sqlite").exists():
        return 0
    with world.house() as house, house.database.reading() as transaction:
        return len(transaction.drafts.all())
