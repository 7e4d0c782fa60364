"""Signing an account in and out: tokens fetched or given back, a typed password kept or taken away."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from heardback.dialogue import Asking
from heardback.files import make_private_folder, write_private
from heardback.tokens import TokenStore
from ingest.accounts import Account, PasswordSource
from ingest.oauth import DeviceCode, Tokens
from ingest.oauth_grants import by_browser, by_device, by_pasting, give_back
from ingest.secrets import put_into_keyring, remove_from_keyring
from store.clock import Clock
from store.errors import HeardbackError, SignInRefused, UserError


class Way(StrEnum):
    """How the person signs in with the provider."""

    BROWSER = "browser"
    PASTE = "paste"
    DEVICE = "device"


def fetch_tokens(
    account: Account, data: Path, clock: Clock, way: Way, asking: Asking, open_link: Callable[[str], bool]
) -> Tokens:
    """Signs in with the provider and keeps what that gives. Raises as ``ingest.oauth_grants``."""
    store = TokenStore(account, data)
    name, sign_in, now = account.name, store.sign_in, clock.now

    def show_link(link: str) -> None:
        opened = open_link(link)
        lead = (
            "Your browser should show the provider's sign-in page; if not, open" if opened else "Open in your browser:"
        )
        asking.say(f"{lead}\n\n  {link}\n\nheardback goes on by itself once you have signed in there.")

    def ask_address(link: str) -> str:
        asking.say(f"Open this in any browser, and sign in:\n\n  {link}\n")
        asking.say("At the end the browser shows a page that cannot be opened. That is as it should be.")
        return asking.text("Copy its whole address here", "--device")

    def show_code(code: DeviceCode) -> None:
        asking.say(f"Open {code.page} on any device and type in this code: {code.user_code}")

    match way:
        case Way.BROWSER:
            tokens = by_browser(sign_in, name, account.username, show_link, now)
        case Way.PASTE:
            tokens = by_pasting(sign_in, name, account.username, ask_address, now)
        case Way.DEVICE:
            tokens = by_device(sign_in, name, show_code, now)
    with store.alone():
        store.keep(tokens)
    return tokens


def is_ours_to_keep(source: PasswordSource) -> bool:
    """Whether a typed password has a place: commands and variables get it from elsewhere."""
    return source.keyring or source.file is not None


def where_it_comes_from(account: Account) -> UserError:
    """Why there is nothing to type in."""
    key = f"accounts.{account.name}.password"
    if account.password.command:
        return UserError(f"Account {account.name} gets its password from {key}_command: change it where that looks.")
    return UserError(
        f"Account {account.name} gets its password from the environment variable {account.password.environment} "
        f"({key}_env): change it there."
    )


def keep_password(source: PasswordSource, username: str, password: str) -> str:
    """Puts a password where the config says it is looked up; returns that place in words."""
    if source.keyring:
        put_into_keyring(username, password)
        return "the system's keyring"
    assert source.file is not None, "only keyring and file keep passwords"
    path = source.file.expanduser()
    make_private_folder(path.parent)
    write_private(path, f"{password}\n".encode())
    return f"{path}, for your eyes alone"


def sign_out(account: Account, data: Path) -> str:
    """Takes away what signs an account in; says what was done, and what is left to the person."""
    if account.oauth is not None:
        return _give_tokens_back(account, data)
    if not is_ours_to_keep(account.password):
        raise where_it_comes_from(account)
    if account.password.keyring:
        remove_from_keyring(account.username)
        return "The password is no longer in the keyring."
    assert account.password.file is not None
    path = account.password.file.expanduser()
    path.unlink(missing_ok=True)
    return f"The password file {path} is gone."


def _give_tokens_back(account: Account, data: Path) -> str:
    store = TokenStore(account, data)
    try:
        tokens = store.read()
    except SignInRefused:
        store.forget()
        return "Nobody was signed in here, so nothing is left."
    try:
        ended = give_back(store.sign_in, account.name, tokens)
    except HeardbackError:
        ended = False
    with store.alone():
        store.forget()
    if ended:
        return "The sign-in is ended, here and at the provider."
    return (
        "The sign-in is gone from this computer; take it back at the provider too, under your account's connected apps."
    )
