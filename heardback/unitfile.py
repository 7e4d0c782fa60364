"""The service as a systemd user unit: its text, from a command line and the folders it writes to. Pure.

What the service does not need is taken from it (systemd.exec(5)). Not taken: the network, as mail servers are all over
it; reading the home folder, where config, password commands and this very program lie; talking to the session's
keyring, over a socket below /run/user.
"""

from dataclasses import dataclass
from pathlib import Path

from store.errors import UserError

NAME = "heardback.service"
GROWING_DELAY_SINCE = 254
"""The systemd that knows RestartSteps= and RestartMaxDelaySec= (its NEWS); earlier ones would complain."""
WATCHDOG_SECONDS = 180
STOP_SECONDS = 15

_TEXT = """\
# Written by 'heardback service install'; 'heardback service uninstall' takes it away.
[Unit]
Description=heardback reads recruiter mail and drafts the replies
StartLimitIntervalSec=0

[Service]
Type=notify
NotifyAccess=main
ExecStart={command}
WorkingDirectory={folder}
TimeoutStartSec=600
TimeoutStopSec={stop}
WatchdogSec={watchdog}
WatchdogSignal=SIGTERM
Restart=on-failure
RestartSec=30
{growing}RestartPreventExitStatus=2
Nice=5
UMask=0077

{sandbox}{hardening}
[Install]
WantedBy=default.target
"""
_GROWING = """\
RestartSteps=6
RestartMaxDelaySec=1800
"""
_SANDBOX = """\
# These need user namespaces; where the system forbids them, install with --without-sandbox.
PrivateUsers=yes
ProtectSystem=strict
ProtectHome=read-only
ReadWritePaths={writes}
PrivateTmp=yes
PrivateDevices=yes
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectKernelLogs=yes
ProtectControlGroups=yes
ProtectClock=yes
ProtectHostname=yes
CapabilityBoundingSet=

"""
_HARDENING = """\
NoNewPrivileges=yes
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
MemoryDenyWriteExecute=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged
SystemCallErrorNumber=EPERM
"""


@dataclass(frozen=True, slots=True)
class Unit:
    """What differs from one computer to the next."""

    command: tuple[str, ...]
    data: Path
    writes: tuple[Path, ...] = ()
    """Further folders that a password command or a notifier writes to."""
    has_sandbox: bool = True
    grows_delay: bool = True

    def text(self) -> str:
        """The unit file. Raises ``UserError`` for a path that no unit file can name."""
        writes = " ".join(_word(str(each)) for each in (self.data, *self.writes))
        return _TEXT.format(
            command=" ".join(_word(each, dollar="$$") for each in self.command),
            folder=_plain(str(self.data)),
            stop=STOP_SECONDS,
            watchdog=WATCHDOG_SECONDS,
            growing=_GROWING if self.grows_delay else "",
            sandbox=_SANDBOX.format(writes=writes) if self.has_sandbox else "",
            hardening=_HARDENING,
        )


def _plain(text: str) -> str:
    """A value that is taken as it stands, but for % (systemd.unit(5), specifiers)."""
    if any(not letter.isprintable() for letter in text):
        raise UserError(f"A systemd unit cannot name {text!r}: take a path without line breaks and the like.")
    return text.replace("%", "%%")


def _word(text: str, *, dollar: str = "$") -> str:
    """One word of a line, quoted where it has to be (systemd.syntax(7), quoting)."""
    plain = _plain(text).replace("\\", "\\\\").replace('"', '\\"').replace("$", dollar)
    return f'"{plain}"' if plain != text or any(each in " ';#" for each in text) or not text else plain
