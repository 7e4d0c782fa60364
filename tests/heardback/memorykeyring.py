"""A keyring in memory, put in place of the system's for a while."""

from collections.abc import Iterator
from contextlib import contextmanager

import keyring
import keyring.backend


class Memory(keyring.backend.KeyringBackend):
    """Keeps what it is given until the test is over."""

    priority = 1.0

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@contextmanager
def in_memory() -> Iterator[Memory]:
    """The keyring of this process while the block lasts."""
    before, own = keyring.get_keyring(), Memory()
    keyring.set_keyring(own)
    try:
        yield own
    finally:
        keyring.set_keyring(before)
