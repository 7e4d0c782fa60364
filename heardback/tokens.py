"""The tokens of an account: kept in the system's keyring or a file of its own, and renewed when they run out.

A provider may give another refresh token with each renewal and forget the old one (RFC 6749 §6), so that only one
process at a time renews, and what it got is put in place whole before it is used.
"""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

from heardback.files import make_private_folder, write_private
from ingest.accounts import Account, OAuthSignIn
from ingest.oauth import Tokens
from ingest.oauth_errors import damaged, not_signed_in
from ingest.oauth_grants import refreshed, soon
from ingest.secrets import in_keyring, put_into_keyring, remove_from_keyring
from store.clock import Clock
from store.errors import SignInRefused, UserError

FOLDER = "sign-in"
KEYRING_ENTRY = "sign-in of {name}"


class Shelf(Protocol):
    """Where the tokens of one account are kept, as text."""

    def read(self) -> str | None:
        """What is kept, or None."""
        ...

    def keep(self, text: str) -> None:
        """Puts it in place of what was kept, whole or not at all."""
        ...

    def forget(self) -> None:
        """Takes it away."""
        ...


@dataclass(frozen=True, slots=True)
class FileShelf:
    """A file that only its owner can read."""

    path: Path

    def read(self) -> str | None:
        try:
            return self.path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as error:
            raise UserError(f"{self.path} cannot be read ({type(error).__name__}): make it yours again.") from None

    def keep(self, text: str) -> None:
        write_private(self.path, text.encode("utf-8"))

    def forget(self) -> None:
        self.path.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class KeyringShelf:
    """The system's keyring."""

    entry: str

    def read(self) -> str | None:
        return in_keyring(self.entry)

    def keep(self, text: str) -> None:
        put_into_keyring(self.entry, text)

    def forget(self) -> None:
        remove_from_keyring(self.entry)


class TokenStore:
    """The tokens of one account in this data folder."""

    def __init__(self, account: Account, data: Path) -> None:
        assert account.oauth is not None, "an account that signs in by password has no tokens"
        self.sign_in: OAuthSignIn = account.oauth
        self._name = account.name
        self._folder = data / FOLDER
        self._file = quote(account.name, safe="")
        kept = self._folder / f"{self._file}.json"
        entry = KEYRING_ENTRY.format(name=account.name)
        self._shelf: Shelf = KeyringShelf(entry) if account.oauth.keyring else FileShelf(kept)

    def read(self) -> Tokens:
        """What the last sign-in or renewal left. Raises ``SignInRefused`` where there is nothing, or nothing of use."""
        text = self._shelf.read()
        if text is None:
            raise not_signed_in(self._name)
        try:
            said = json.loads(text)
            if said["client_id"] != self.sign_in.client_id or said["token_url"] != self.sign_in.server.token_url:
                raise not_signed_in(self._name)  # another program's, or another provider's: of no use here
            expires = datetime.fromisoformat(said["expires"])
            return Tokens(str(said["access"]), str(said["refresh"]), expires, tuple(map(str, said["scopes"])))
        except (ValueError, TypeError, KeyError):
            raise damaged(self._name) from None

    def keep(self, tokens: Tokens) -> None:
        """Puts new tokens in place of the old ones."""
        self._make_folder()
        whose = {"client_id": self.sign_in.client_id, "token_url": self.sign_in.server.token_url}
        self._shelf.keep(json.dumps({**asdict(tokens), "expires": tokens.expires.isoformat(), **whose}))

    def forget(self) -> None:
        """Takes the tokens away."""
        self._shelf.forget()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Waits until no other process renews these tokens, and keeps others out for the block."""
        self._make_folder()
        descriptor = os.open(self._folder / f"{self._file}.lock", os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)

    def _make_folder(self) -> None:
        make_private_folder(self._folder)


class AccountBearer:
    """``Bearer`` of one account."""

    def __init__(self, name: str, tokens: TokenStore, clock: Clock) -> None:
        self._name, self._tokens, self._clock = name, tokens, clock

    def __repr__(self) -> str:
        return f"AccountBearer({self._name})"

    def token(self) -> str:
        """An access token with some time left."""
        tokens = self._tokens.read()
        if soon(tokens.expires, self._clock.now()):
            return self.renewed(tokens.access)
        return tokens.access

    def renewed(self, refused: str) -> str:
        """A new one; what another process got meanwhile is taken as it is."""
        with self._tokens.alone():
            tokens = self._tokens.read()
            now = self._clock.now()
            if tokens.access == refused or soon(tokens.expires, now):
                tokens = refreshed(self._tokens.sign_in, self._name, tokens, now)
                self._tokens.keep(tokens)
        return tokens.access


def is_signed_in(account: Account, data: Path) -> bool:
    """Whether tokens of an account are kept here."""
    try:
        TokenStore(account, data).read()
    except SignInRefused:
        return False
    return True
