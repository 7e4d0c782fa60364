"""Makes the service start with the person's session, by systemd or launchd, and takes that away again."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from heardback.files import make_private_folder
from heardback.plistfile import LABEL, agent
from heardback.unitfile import GROWING_DELAY_SINCE, NAME, Unit
from store.errors import UserError

COMMAND_SECONDS = 60
"""How long a start is waited for here. The unit's own limit is longer, as an upgrade of the store may take minutes."""
NAMESPACE_REFUSED = "226"
"""The exit status of a unit whose sandbox could not be made (systemd.exec(5), process exit codes)."""
NO_MANAGER = (
    "No systemd of yours runs here, so nothing was started. Once you are logged in where it does:",
    f"  systemctl --user daemon-reload && systemctl --user enable --now {NAME}",
)
LINGER = "It runs while you are logged in. For it to run from the start of the computer on: loginctl enable-linger"
STILL_STARTING = "The service is still starting: 'heardback service status' tells when it runs."
ELSEWHERE = "This system has neither systemd nor launchd: docs/deploy says how else to keep heardback running."


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the service shall be started; paths are absolute."""

    config: Path
    data: Path
    writes: tuple[Path, ...] = ()
    has_sandbox: bool = True

    @property
    def command(self) -> tuple[str, ...]:
        """This very interpreter and heardback; ``-P`` keeps folders named like one of its parts from being imported."""
        return (
            sys.executable,
            *("-P", "-m", "heardback"),
            *("--config", str(self.config), "--data", str(self.data)),
            "run",
        )


def is_mac() -> bool:
    """Whether launchd starts services here."""
    return sys.platform == "darwin"


def place() -> Path:
    """Where the unit, or the agent, lies."""
    if is_mac():
        return Path.home() / "Library" / "LaunchAgents" / f"{LABEL}.plist"
    base = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(base) / "systemd" / "user" / NAME


def content_for(wanted: Wanted) -> bytes:
    """What is written there. Raises ``UserError`` where this system has no such thing, or a path cannot be named."""
    if is_mac():
        return agent(wanted.command, wanted.data, Path.home() / "Library" / "Logs" / "heardback.log")
    if not sys.platform.startswith("linux"):
        raise UserError(ELSEWHERE)
    version = systemd_version()
    grows = version is None or version >= GROWING_DELAY_SINCE
    return Unit(wanted.command, wanted.data, wanted.writes, wanted.has_sandbox, grows).text().encode()


def install(wanted: Wanted) -> tuple[str, ...]:
    """Writes it, and lets it start now and with every session; returns what to tell. Safe to repeat.

    Raises ``UserError`` where it cannot be written, or the service does not start.
    """
    content, target = content_for(wanted), place()
    make_private_folder(wanted.data)
    make_private_folder(target.parent)
    is_new = not target.exists() or target.read_bytes() != content
    if is_new:
        try:
            target.write_bytes(content)
        except OSError as error:
            raise UserError(f"{target} cannot be written ({error.strerror}): make its folder yours.") from error
    told = f"{target} is written." if is_new else f"{target} is there already, as it should be."
    if is_mac():
        return (told, *_load(target))
    if not has_manager():
        return (told, *NO_MANAGER)
    _systemctl("daemon-reload")
    _systemctl("enable", NAME)
    # What runs as it should goes on; another unit text takes effect with a new start only.
    if _systemctl("restart" if is_new else "start", NAME).returncode:
        if _substate() == "start":
            return (told, STILL_STARTING, LINGER)
        raise _did_not_start()
    return (told, "The service runs, and starts with your session.", LINGER)


def uninstall() -> tuple[str, ...]:
    """Ends the service and takes away what starts it; returns what to tell. What heardback knows stays."""
    target = place()
    if not target.exists():
        return ("No service is installed.",)
    if is_mac():
        _ran("launchctl", "bootout", f"gui/{os.getuid()}/{LABEL}")
    elif has_manager():
        _systemctl("disable", "--now", NAME)
    try:
        target.unlink()
        # What 'enable' made, where no systemd was there to take it away.
        (target.parent / "default.target.wants" / NAME).unlink(missing_ok=True)
    except OSError as error:
        raise UserError(f"{target} cannot be removed ({error.strerror}): remove it yourself.") from error
    if not is_mac() and has_manager():
        _systemctl("daemon-reload")
    return (f"The service has ended, and {target} is gone. Your mail and what heardback knows are untouched.",)


def status(data: Path) -> tuple[bool, str]:
    """Whether the service of this data folder is installed and runs, in one sentence."""
    target = place()
    if not target.exists():
        return False, "No service is installed: 'heardback service install' does it."
    if not is_for(data):
        return False, f"{target} starts heardback on another data folder."
    if is_mac():
        runs = _ran("launchctl", "print", f"gui/{os.getuid()}/{LABEL}").returncode == 0
        return runs, "It is loaded." if runs else f"It is not loaded: launchctl bootstrap gui/{os.getuid()} {target}"
    if not has_manager():
        return False, f"{target} is there, and no systemd of yours runs here to start it."
    state = _systemctl("is-active", NAME).stdout.strip() or "unknown"
    if state == "active":
        return True, "It runs, and starts with your session."
    if _substate() == "start":
        return False, "It is starting; that takes longer only when the store is being upgraded."
    if state == "activating":
        return False, f"It ended and is started again soon: journalctl --user -u {NAME} -n 20 says why it ended."
    return False, f"It does not run ({state}): journalctl --user -u {NAME} -n 20 says why."


def is_for(data: Path) -> bool:
    """Whether what is installed works on this data folder."""
    try:
        content = place().read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    if is_mac():
        return f"<string>{data}</string>" in content
    return f"\nWorkingDirectory={str(data).replace('%', '%%')}\n" in content


def has_manager() -> bool:
    """Whether a systemd of this person's session answers."""
    return _ran("systemctl", "--user", "show-environment").returncode == 0


def systemd_version() -> int | None:
    """Its number, or None where it cannot be told."""
    words = _ran("systemctl", "--version").stdout.split()
    return int(words[1]) if len(words) > 1 and words[1].isdigit() else None


def _load(target: Path) -> tuple[str, ...]:
    domain = f"gui/{os.getuid()}"
    _ran("launchctl", "bootout", f"{domain}/{LABEL}")
    if _ran("launchctl", "bootstrap", domain, str(target)).returncode:
        return (f"It could not be loaded; try: launchctl bootstrap {domain} {target}",)
    return ("The service runs, and starts with your session.",)


def _substate() -> str:
    """Finer than 'activating': "start" until it says that it is ready, "auto-restart" between two attempts."""
    return _systemctl("show", "--property=SubState", "--value", NAME).stdout.strip()


def _did_not_start() -> UserError:
    said = _systemctl("show", "--property=ExecMainStatus", "--value", NAME).stdout.strip()
    if said == NAMESPACE_REFUSED:
        return UserError(
            "This system does not let a service of yours have a sandbox: install it with --without-sandbox; "
            "docs/deploy/systemd.md says what that leaves out."
        )
    return UserError(f"The service did not start: journalctl --user -u {NAME} -n 20 says why.")


def _systemctl(*words: str) -> subprocess.CompletedProcess[str]:
    return _ran("systemctl", "--user", *words)


def _ran(*words: str) -> subprocess.CompletedProcess[str]:
    """A program of the system; where there is none it counts as failed."""
    program = shutil.which(words[0])
    if program is None:
        return subprocess.CompletedProcess(words, 127, "", "")
    try:
        return subprocess.run(  # noqa: S603 - the system's own program, as a list of words  # nosec B603
            [program, *words[1:]],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=COMMAND_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return subprocess.CompletedProcess(words, 126, "", "")
