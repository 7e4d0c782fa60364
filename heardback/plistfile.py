"""The service as a launchd agent of macOS: its property list (launchd.plist(5)). Pure."""

import plistlib
from pathlib import Path

LABEL = "org.heardback.service"
RESTART_SECONDS = 30
OWN_FILES_ONLY = 0o077


def agent(command: tuple[str, ...], data: Path, log: Path) -> bytes:
    """The property list of an agent that starts with the person's session, and again after a failure."""
    return plistlib.dumps(
        {
            "Label": LABEL,
            "ProgramArguments": list(command),
            "WorkingDirectory": str(data),
            "RunAtLoad": True,
            "KeepAlive": {"SuccessfulExit": False},
            "ThrottleInterval": RESTART_SECONDS,
            "ExitTimeOut": 15,
            "ProcessType": "Background",
            "Umask": OWN_FILES_ONLY,
            "StandardErrorPath": str(log),
        },
        sort_keys=False,
    )
