"""A real mail program, mutt, driven by keys; its screen is read as a terminal shows it.

The terminal is a VT52, whose few control sequences (ESC and one letter, ESC Y with row and column) are told apart here.
"""

import fcntl
import os
import pty
import select
import shutil
import struct
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from signal import SIGKILL
from unicodedata import east_asian_width

INSTALL = "apt-get install mutt"
ROWS, COLUMNS = 30, 150
SECONDS = 60.0
SETTINGS = """
set sort=threads
set charset=utf-8
set send_charset=utf-8
set index_format="%-28.28F|%s"
set ascii_chars
set help=no
set markers=no
set wait_key=no
set confirmappend=no
set confirmcreate=no
set ssl_starttls=no
set ssl_force_tls=no
set mail_check_stats=no
set folder="{home}"
set record="{sent}"
set postponed="{drafts}"
set sendmail="/bin/true"
set editor="{home}/editor"
set edit_headers=no
set abort_unmodified=no
set user_agent=no
set from="{user}"
set realname="Sam Reed"
set use_from=yes
set certificate_file="{home}/certificates"
set imap_user="{user}"
set imap_pass="{password}"
"""


def executable() -> str | None:
    """Where mutt is, or None if it is not installed."""
    return shutil.which("mutt")


class Mutt:
    """mutt with settings of its own; ``home`` is a folder for them.

    What it sends goes nowhere but into its folder of sent mail; its editor is the shell script ``editor``.
    """

    def __init__(self, home: Path, port: int, user: str, password: str, editor: str = "true") -> None:
        self._home, self._port = home, port
        script = home / "editor"
        script.write_text(f"#!/bin/sh\n{editor}\n", encoding="utf-8")
        script.chmod(0o755)
        places = {"drafts": self.folder("Drafts"), "sent": self.folder("Sent")}
        settings = SETTINGS.format(home=home, user=user, password=password, **places)
        (home / "muttrc").write_text(settings, encoding="utf-8")

    def folder(self, name: str) -> str:
        """A folder of the mailbox as mutt is told it."""
        return f"imap://127.0.0.1:{self._port}/{name}"

    def screen(self, mailbox: str, until: str, *keys: str) -> list[str]:
        """The lines of the screen once they show ``until``, after mutt has opened a mailbox and done some keys."""
        return self._run(mailbox, keys, lambda lines: any(until in line for line in lines))

    def do(self, mailbox: str, *keys: str) -> None:
        """Opens a mailbox, does some keys, and leaves; the keys have to end in leaving."""
        self._run(mailbox, keys, lambda _lines: False)

    def _run(self, mailbox: str, keys: tuple[str, ...], seen: Callable[[list[str]], bool]) -> list[str]:
        program = executable()
        assert program is not None, INSTALL
        push = ["-e", f'push "{"".join(keys)}"'] if keys else []
        line = [program, "-n", "-F", str(self._home / "muttrc"), *push, "-f", mailbox]
        pid, terminal = pty.fork()
        if pid == 0:
            size = {"LINES": str(ROWS), "COLUMNS": str(COLUMNS)}
            env = {**os.environ, **size, "TERM": "vt52", "LC_ALL": "C.UTF-8", "HOME": str(self._home)}
            os.execve(program, line, env)
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        try:
            return _watched(terminal, seen)
        finally:
            os.close(terminal)
            os.kill(pid, SIGKILL)
            os.waitpid(pid, 0)


def _watched(terminal: int, seen: Callable[[list[str]], bool]) -> list[str]:
    """The screen once it shows what is waited for, or when the program has ended."""
    written = b""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        if not select.select([terminal], [], [], 0.05)[0]:
            if seen(lines := shown(written)):
                return lines
            continue
        try:
            data = os.read(terminal, 65536)
        except OSError:  # what a terminal says whose program has ended
            break
        if not data:
            break
        written += data
    return shown(written)


def shown(written: bytes) -> list[str]:
    """What a VT52 shows after these octets, line by line."""
    screen = [[" "] * COLUMNS for _ in range(ROWS)]
    row = column = 0
    text = iter(written.decode("utf-8", errors="replace"))
    for character in text:
        if character == "\x1b":
            row, column = _moved(screen, text, row, column)
        elif character == "\r":
            column = 0
        elif character == "\n":
            row = min(row + 1, ROWS - 1)
        elif character == "\b":
            column = max(column - 1, 0)
        elif character.isprintable() and column < COLUMNS:
            screen[row][column] = character
            column += 1
            if east_asian_width(character) in "WF" and column < COLUMNS:  # takes two places
                screen[row][column] = ""
                column += 1
    return ["".join(line).rstrip() for line in screen]


def _moved(screen: list[list[str]], text: Iterator[str], row: int, column: int) -> tuple[int, int]:
    code = next(text)
    match code:
        case "Y":
            return min(ord(next(text)) - 32, ROWS - 1), ord(next(text)) - 32
        case "H":
            return 0, 0
        case "A":
            return max(row - 1, 0), column
        case "B":
            return min(row + 1, ROWS - 1), column
        case "C":
            return row, column + 1
        case "D":
            return row, max(column - 1, 0)
        case "K":
            screen[row][column:] = [" "] * (COLUMNS - column)
        case "J":
            screen[row][column:] = [" "] * (COLUMNS - column)
            for below in range(row + 1, ROWS):
                screen[below] = [" "] * COLUMNS
    return row, column
