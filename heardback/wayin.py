"""How ``init`` lets an account sign in: which way, and where a typed password is kept. Nothing is stored yet here."""

import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import quote

from heardback.dialogue import Asking
from heardback.signin import Way
from ingest.accounts import PasswordSource, Security
from ingest.providers import Provider
from ingest.secrets import has_keyring
from store.errors import UserError

PASSWORD = "Password (not shown while you type)"  # noqa: S105 - a question  # nosec B105
PASSWORDS = "passwords"
CLIENT_SECRET = "client-secret"  # noqa: S105 - the end of a file name  # nosec B105


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was answered beforehand, by options; None and empty where it was not."""

    name: str | None = None
    address: str = ""
    others: tuple[str, ...] | None = None
    country: str | None = None
    timezone: str | None = None
    account: str = ""
    username: str = ""
    imap_host: str = ""
    imap_port: int = 0
    imap_security: Security | None = None
    smtp_host: str = ""
    smtp_port: int = 0
    smtp_security: Security | None = None
    sends: bool = True
    ca_file: Path | None = None
    password_command: str = ""
    password_file: Path | None = None
    password_env: str = ""
    keyring: bool = False
    password: str = field(default="", repr=False)
    oauth: str = ""
    client_id: str = ""
    client_secret_command: str = ""
    client_secret_file: Path | None = None
    tenant: str = ""
    way: Way = Way.BROWSER
    untested: bool = False
    force: bool = False


@dataclass(frozen=True, slots=True)
class SignIn:
    """The keys that say how to sign in, and what was typed and waits to be kept: where to, and what."""

    keys: Mapping[str, object]
    kept_in: PasswordSource | None = None
    typed: str = field(default="", repr=False)
    by_token: bool = False


def choose_sign_in(wanted: Wanted, provider: Provider | None, asking: Asking, account: str, data: Path) -> SignIn:
    """The way in, by what was answered beforehand, by what the provider allows, and by asking for the rest."""
    given = [wanted.password_command, wanted.password_env, wanted.oauth or wanted.client_id]
    typed_here = wanted.keyring or wanted.password_file is not None or bool(wanted.password)
    if sum(map(bool, given)) + (typed_here and not (wanted.oauth or wanted.client_id)) > 1:
        raise UserError("Name one way to sign in only: a password command, file, variable, the keyring, or oauth.")
    if wanted.password_command:
        return SignIn({"password_command": _command(wanted.password_command)})
    if wanted.password_env:
        return SignIn({"password_env": wanted.password_env})
    if wanted.oauth or wanted.client_id or _takes_tokens(provider, typed_here, asking):
        return _by_token(wanted, provider, asking, account, data)
    return _by_password(wanted, asking, account, data)


def typed_again(sign_in: SignIn, asking: Asking) -> SignIn:
    """The same way with another password; the browser, a command or a variable is simply asked once more."""
    if sign_in.by_token or sign_in.kept_in is None:
        return sign_in
    return replace(sign_in, typed=asking.secret(PASSWORD, "--password-stdin"))


def _takes_tokens(provider: Provider | None, typed_here: bool, asking: Asking) -> bool:
    if provider is None or not provider.oauth or typed_here:
        return False
    if provider.only_oauth:
        return True
    ways = (
        ("password", "with an app password: the quickest"),
        ("token", "in the browser, by a program you register with the provider once (docs/providers.md)"),
    )
    return asking.choice("How do you want to sign in?", ways, "--oauth or --password-stdin") == "token"


def _by_token(wanted: Wanted, provider: Provider | None, asking: Asking, account: str, data: Path) -> SignIn:
    name = wanted.oauth or (provider.oauth if provider else "")
    if name not in ("google", "microsoft"):
        raise UserError(
            "Only Google's and Microsoft's sign-in pages are known: for another provider, write the oauth keys into "
            "the config by hand (docs/providers.md), then run 'heardback login NAME'."
        )
    client_id = wanted.client_id
    while not client_id:
        client_id = asking.text("The client ID of the program you registered (docs/providers.md)", "--client-id")
    keys: dict[str, object] = {"oauth": name, "oauth_client_id": client_id}
    kept_in, typed = None, ""
    if wanted.tenant:
        keys["oauth_tenant"] = wanted.tenant
    if wanted.keyring:
        keys["oauth_keyring"] = True
    if wanted.client_secret_command:
        keys["oauth_client_secret_command"] = _command(wanted.client_secret_command)
    elif wanted.client_secret_file is not None:
        keys["oauth_client_secret_file"] = str(wanted.client_secret_file)
    elif name == "google":
        typed = asking.secret("Its client secret (not shown)", "--client-secret-file or --client-secret-command")
        kept_in = PasswordSource(file=data / PASSWORDS / f"{quote(account, safe='')}.{CLIENT_SECRET}")
        keys["oauth_client_secret_file"] = str(kept_in.file)
    return SignIn(keys, kept_in, typed, by_token=True)


def _by_password(wanted: Wanted, asking: Asking, account: str, data: Path) -> SignIn:
    own_file = (data / PASSWORDS / quote(account, safe="")).absolute()
    if wanted.password_file is not None:
        file = wanted.password_file.expanduser().absolute()
        keys: dict[str, object] = {"password_file": str(file)}
        if not wanted.password and (file.exists() or not asking.is_there):
            return SignIn(keys)
        return SignIn(keys, PasswordSource(file=file), _typed(wanted, asking))
    place = "keyring" if wanted.keyring else _place(wanted, asking, own_file)
    if place == "command":
        return SignIn({"password_command": _command(asking.text("The command", "--password-command"))})
    if place == "keyring":
        return SignIn({"password_keyring": True}, PasswordSource(keyring=True), _typed(wanted, asking))  # a setting  # nosec B105
    return SignIn({"password_file": str(own_file)}, PasswordSource(file=own_file), _typed(wanted, asking))


def _place(wanted: Wanted, asking: Asking, own_file: Path) -> str:
    """Where a password is to be kept: the keyring if this machine has one that works."""
    keyring = (("keyring", "in this system's keyring"),) if has_keyring() else ()
    places = (
        *keyring,
        ("file", f"in a file that only you can read ({own_file})"),
        ("command", "nowhere: a command of a password manager prints it each time"),
    )
    if wanted.password:
        return "keyring" if keyring else "file"
    return asking.choice(
        "Where shall the password be kept?",
        places,
        "one of --keyring, --password-file, --password-command, --password-env or --password-stdin",
    )


def _typed(wanted: Wanted, asking: Asking) -> str:
    return wanted.password or asking.secret(PASSWORD, "--password-stdin")


def _command(command: str) -> tuple[str, ...]:
    try:
        words = tuple(shlex.split(command))
    except ValueError:
        words = ()
    if not words:
        raise UserError("That command cannot be read: write it as you would in a terminal, with its quotes closed.")
    return words
