"""Where a password is looked up. It goes straight to the server: never kept, printed or put into an error."""

import os
import stat
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ingest.accounts import PasswordSource
from store.errors import UserError

KEYRING_SERVICE = "heardback"
COMMAND_SECONDS = 30
OTHERS = stat.S_IRWXG | stat.S_IRWXO


def password_of(source: PasswordSource, account_name: str, username: str) -> str:
    """The password of an account, from the one place its settings name.

    Raises:
        UserError: it could not be had; one sentence with the remedy, without the secret or a command's output.
    """
    key = f"accounts.{account_name}"
    if source.keyring:
        return _from_keyring(account_name, username)
    if source == PasswordSource():
        raise UserError(
            f"Account {account_name} has no password source; set one of {key}.password_command, {key}.password_file, "
            f"{key}.password_env or {key}.password_keyring."
        )
    return secret_of(source, f"{key}.password")


def secret_of(source: PasswordSource, key: str) -> str:
    """A secret from a command, a file or the environment; ``key`` is the config's, without ``_command`` and the like.

    Raises:
        UserError: as ``password_of``.
    """
    if source.command:
        return _from_command(source.command, f"{key}_command")
    if source.file is not None:
        return _from_file(source.file, f"{key}_file")
    return _from_environment(source.environment, f"{key}_env")


def in_keyring(entry: str) -> str | None:
    """What the system's keyring holds under heardback's name for ``entry``. Raises ``UserError`` where it is shut."""
    with _keyring() as keyring:
        kept: str | None = keyring.get_password(KEYRING_SERVICE, entry)
        return kept


def put_into_keyring(entry: str, secret: str) -> None:
    """Keeps a secret in the system's keyring. Raises ``UserError`` where it is shut."""
    with _keyring() as keyring:
        keyring.set_password(KEYRING_SERVICE, entry, secret)


def remove_from_keyring(entry: str) -> None:
    """Takes a secret out of the system's keyring, if it is there. Raises ``UserError`` where it is shut."""
    with _keyring() as keyring:
        if keyring.get_password(KEYRING_SERVICE, entry) is not None:
            keyring.delete_password(KEYRING_SERVICE, entry)


def has_keyring() -> bool:
    """Whether this machine has a keyring that keeps what it is given."""
    entry, probe = "heardback is looking", "whether this stays"
    try:
        put_into_keyring(entry, probe)
        kept = in_keyring(entry) == probe
        remove_from_keyring(entry)
    except UserError:
        return False
    return kept


@contextmanager
def _keyring() -> Iterator[Any]:
    """The keyring, whose backends raise what they like."""
    import keyring
    from keyring.errors import KeyringError

    try:
        yield keyring
    except (KeyringError, RuntimeError, OSError, NotImplementedError) as error:
        raise UserError(
            f"The keyring could not be opened ({type(error).__name__}); unlock it, or keep passwords in another place: "
            "password_command or password_file in place of password_keyring."
        ) from None


def _from_command(command: tuple[str, ...], where: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - the person's own command, as a list of words, without a shell  # nosec B603
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=COMMAND_SECONDS,
            check=False,
        )
    except FileNotFoundError:
        raise UserError(f"The program of {where} was not found; install it or give its full path.") from None
    except subprocess.TimeoutExpired:
        raise UserError(
            f"{where} gave no answer within {COMMAND_SECONDS} seconds; unlock your password store, then try again."
        ) from None
    except OSError as error:
        raise UserError(
            f"{where} could not be started ({os.strerror(error.errno or 0)}); run it in a terminal to see why."
        ) from None
    if done.returncode != 0:
        raise UserError(f"{where} ended with exit code {done.returncode}; run it in a terminal to see why.")
    return _first_line(done.stdout, where, "run it in a terminal: the password has to be its first line")


def _from_file(file: Path, where: str) -> str:
    path = file.expanduser()
    try:
        mode = path.stat().st_mode
        if mode & OTHERS:
            raise UserError(f"{where} ({path}) can be read by others on this machine; run `chmod 600 {path}`.")
        content = path.read_bytes()
    except OSError as error:
        raise UserError(
            f"{where} ({path}) could not be read ({os.strerror(error.errno or 0)}); create it with the password as its "
            f"first line and run `chmod 600 {path}`."
        ) from None
    return _first_line(content, where, f"write the password into the first line of {path}")


def _from_environment(variable: str, where: str) -> str:
    value = os.environ.get(variable, "")
    if not value:
        raise UserError(
            f"The environment variable {variable} of {where} is not set; export it before heardback starts."
        )
    return value


def _from_keyring(account_name: str, username: str) -> str:
    password = in_keyring(username)
    if not password:
        raise UserError(
            f"The keyring holds no password for account {account_name}; store it with 'heardback login "
            f"{account_name}', or with `keyring set {KEYRING_SERVICE} NAME`, NAME being the value of "
            f"accounts.{account_name}.username."
        )
    return password


def _first_line(content: bytes, where: str, remedy: str) -> str:
    line = content.split(b"\n", 1)[0].rstrip(b"\r")
    try:
        password = line.decode("utf-8")
    except UnicodeDecodeError:
        raise UserError(f"{where} gave a first line that is not UTF-8 text; {remedy}.") from None
    if not password:
        raise UserError(f"{where} gave an empty first line; {remedy}.")
    return password
