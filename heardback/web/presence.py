"""Which page serves a store just now: a lock in the data folder that the system lets go of, and the port in it."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from store.errors import UserError

FILE_NAME = "page.lock"


@contextmanager
def only_page(data: Path, port: int) -> Iterator[None]:
    """Says that the page of this store is at ``port``. Raises ``UserError`` where one is served already."""
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(data / FILE_NAME, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise UserError(
                f"The page of this store is served already, at http://127.0.0.1:{_port_in(data)}/: 'heardback open' "
                "opens it."
            ) from error
        os.ftruncate(descriptor, 0)
        os.write(descriptor, f"{port}\n".encode())
        yield
    finally:
        os.close(descriptor)


def port_of_page(data: Path) -> int | None:
    """The port of the page that is served on this store, or None where none is."""
    try:
        descriptor = os.open(data / FILE_NAME, os.O_RDWR)
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return _port_in(data)
    finally:
        os.close(descriptor)
    return None


def _port_in(data: Path) -> int | None:
    text = (data / FILE_NAME).read_text(encoding="ascii", errors="replace").strip()
    return int(text) if text.isdigit() else None
