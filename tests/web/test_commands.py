"""``web``, ``open``, the page of ``run`` and of ``demo``, each as a process of its own."""

import os
import pty
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest

CONFIG = """
[web]
port = {port}

[accounts.home]
address = "sam@home.example"
imap_host = "127.0.0.1"
imap_port = {nobody}
imap_security = "plain"
password_env = "HEARDBACK_TEST_PASSWORD"
"""


class Shell:
    """heardback on a data folder of its own, with a mailbox that nobody serves."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.data, self.port = folder, folder / "data", _free_port()
        self.config = folder / "config.toml"
        self.config.write_text(CONFIG.format(port=self.port, nobody=_free_port()), encoding="utf-8")
        self.browser = folder / "browser"
        self.opened = folder / "opened"
        self.browser.write_text(f'#!/bin/sh\nprintf %s "$1" > {self.opened}\n', encoding="utf-8")
        self.browser.chmod(0o700)

    @property
    def environment(self) -> dict[str, str]:
        inherited = {name: value for name, value in os.environ.items() if name not in ("CI", "DISPLAY")}
        own = {"HOME": str(self.folder), "BROWSER": str(self.browser), "HEARDBACK_TEST_PASSWORD": "x"}
        return {**inherited, **own, "PYTHONUNBUFFERED": "1"}

    def command(self, *arguments: str) -> list[str]:
        own = ["--config", str(self.config), "--data", str(self.data)]
        return [sys.executable, "-m", "heardback", *own, *arguments]

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(*arguments),
            capture_output=True,
            text=True,
            env=self.environment,
            timeout=60,
            stdin=subprocess.DEVNULL,
        )

    @contextmanager
    def running(self, *arguments: str) -> Iterator["subprocess.Popen[str]"]:
        process = subprocess.Popen(
            self.command(*arguments),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            text=True,
            env=self.environment,
        )
        try:
            _wait_until_served(self.port, process)
            yield process
        finally:
            process.kill()
            process.wait()


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def _free_port() -> int:
    with socket.socket() as made:
        made.bind(("127.0.0.1", 0))
        return int(made.getsockname()[1])


def _wait_until_served(port: int, process: "subprocess.Popen[str]") -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(f"no page came: {process.communicate(timeout=5) if process.poll() is not None else 'late'}")


def _sign_in(link: str) -> int:
    """The status of Settings after pressing the link's button."""
    parts = urlsplit(link)
    own = f"{parts.scheme}://{parts.netloc}"
    form = urlencode({"key": parts.query.removeprefix("key=")}).encode()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    request = urllib.request.Request(f"{own}/sign-in", form, {"Origin": own})
    try:
        opener.open(request, timeout=30)
        return int(opener.open(f"{own}/settings", timeout=30).status)
    except urllib.error.HTTPError as error:
        return int(error.code)


def _end(process: "subprocess.Popen[str]", within: float) -> tuple[str, str]:
    began = time.monotonic()
    process.send_signal(signal.SIGTERM)
    out, err = process.communicate(timeout=30)
    assert time.monotonic() - began < within
    assert process.returncode == 0, err
    return out, err


def test_web_needs_no_account_and_prints_its_link_on_request(shell: Shell) -> None:
    shell.config.write_text(f"[web]\nport = {shell.port}\n", encoding="utf-8")
    with shell.running("web", "--print-link") as process:
        assert process.stdout
        link = process.stdout.readline().strip()
        assert link.startswith(f"http://127.0.0.1:{shell.port}/sign-in?key=")
        assert _sign_in(link) == 200
        assert _sign_in(link) == 403
        _end(process, 15)


def test_no_link_goes_into_a_journal(shell: Shell) -> None:
    with shell.running("web") as process:
        out, err = _end(process, 15)

    assert out == ""
    assert "key=" not in err
    assert "heardback open" in err


def test_a_second_page_on_a_store_is_told_where_the_first_one_is(shell: Shell) -> None:
    with shell.running("web"):
        other = shell.folder / "other.toml"
        other.write_text(f"[web]\nport = {_free_port()}\n", encoding="utf-8")
        second = subprocess.run(
            [sys.executable, "-m", "heardback", "--config", str(other), "--data", str(shell.data), "web"],
            capture_output=True,
            text=True,
            env=shell.environment,
            timeout=60,
        )

    assert second.returncode == 1
    assert f"http://127.0.0.1:{shell.port}/" in second.stderr


def test_open_takes_the_browser_to_a_fresh_link(shell: Shell) -> None:
    with shell.running("web"):
        first, second = shell.run("open"), shell.run("open", "--print-link")

    assert first.returncode == 0, first.stderr
    assert first.stdout == ""
    assert shell.opened.read_text(encoding="utf-8").startswith(f"http://127.0.0.1:{shell.port}/sign-in?key=")
    assert second.stdout.strip() not in ("", shell.opened.read_text(encoding="utf-8"))


def test_open_says_when_no_page_runs(shell: Shell) -> None:
    done = shell.run("open", "--print-link")

    assert done.returncode == 1
    assert done.stdout == ""
    assert "heardback run" in done.stderr
    assert not shell.opened.exists()


def test_a_view_of_an_earlier_moment_stands_beside_and_changes_nothing(shell: Shell) -> None:
    with shell.running("--now", "2026-03-02", "web", "--print-link") as process:
        assert process.stdout
        link = process.stdout.readline().strip()
        assert _sign_in(link) == 200
        refused = shell.run("--now", "2026-03-02", "open")
    assert refused.returncode == 1
    assert "--now" in refused.stderr


def test_the_service_serves_the_page_and_ends_with_it(shell: Shell) -> None:
    with shell.running("run") as process:
        link = shell.run("open", "--print-link")
        assert _sign_in(link.stdout.strip()) == 200
        _, err = _end(process, 15)

    assert f"The review page is at http://127.0.0.1:{shell.port}/" in err
    assert "key=" not in err
    assert "heardback has stopped" in err


def test_the_service_goes_on_when_the_port_is_taken(shell: Shell) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", shell.port))
        other.listen()
        with shell.running("run") as process:
            assert process.stderr
            said = [process.stderr.readline() for _ in range(2)]
            _end(process, 15)

    assert f"Port {shell.port} of this computer is in use" in said[0]
    assert "heardback is watching home" in said[1]


DEMO = """
import sys
from pathlib import Path
from heardback.demo import play, story
play.play = lambda data, until=None: play._outcome(play.house_after(data, story.END), data, story.END)
sys.argv = ["heardback", "--data", {data!r}, "demo"]
from heardback.cli import main
main()
"""


@pytest.fixture
def demo(shell: Shell, demo_store: Path) -> str:
    """A demo that has played already."""
    shutil.copytree(demo_store, shell.data)
    return DEMO.format(data=str(shell.data))


def test_the_demo_ends_by_itself_where_nobody_sits(shell: Shell, demo: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", demo],
        capture_output=True,
        text=True,
        env=shell.environment,
        timeout=60,
        stdin=subprocess.DEVNULL,
    )

    assert done.returncode == 0, done.stderr
    assert "web --print-link" in done.stderr
    assert not shell.opened.exists()


def test_the_demo_opens_its_page_at_a_terminal_until_it_is_told(shell: Shell, demo: str) -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", demo], stdin=theirs, stdout=theirs, stderr=subprocess.PIPE, env=shell.environment
    )
    os.close(theirs)
    shown = b""
    while b"Ctrl-C ends it" not in shown:
        shown += os.read(ours, 65536)
    until = time.monotonic() + 60
    while not shell.opened.exists() and time.monotonic() < until:
        time.sleep(0.05)
    link = shell.opened.read_text(encoding="utf-8")

    assert _sign_in(link) == 200
    process.send_signal(signal.SIGINT)
    assert process.wait(10) == 0
    os.close(ours)
