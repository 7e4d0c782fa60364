"""Tells systemd how the service goes: ready, alive, stopping (sd_notify(3)). Where nobody asked it says nothing."""

import os
import socket

READY = "READY=1"
ALIVE = "WATCHDOG=1"
STOPPING = "STOPPING=1"


def tell(state: str) -> bool:
    """Sends one state to the socket systemd named; whether it was taken. It never holds anybody up."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address.startswith(("/", "@")):
        return False
    if address.startswith("@"):
        address = f"\0{address[1:]}"  # a name in the abstract namespace (unix(7))
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as said:
            said.setblocking(False)
            said.sendto(state.encode(), address)
    except OSError:
        return False  # systemd has gone or is busy; the next sign of life comes soon
    return True


def signs_every() -> float | None:
    """How often, in seconds, a sign of life is wanted: thrice in systemd's time, or None where none is."""
    wanted = os.environ.get("WATCHDOG_USEC", "")
    if not wanted.isdigit() or int(wanted) == 0 or os.environ.get("WATCHDOG_PID", str(os.getpid())) != str(os.getpid()):
        return None
    return int(wanted) / 3_000_000
