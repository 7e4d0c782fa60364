"""The one door to apprise: a short text to wherever the person wants to be told, and never a word of mail in it.

Its addresses hold secrets. They come from where passwords come from, are kept nowhere, and stand in no log line and no
error: apprise's own log is shut, and of what it raises only the kind is told.
"""

import logging
from importlib.util import find_spec

from ingest.accounts import PasswordSource
from ingest.secrets import secret_of
from store.errors import PassingError, UserError

KEY = "notify.urls"
TITLE = "heardback"
MISSING = "Notifications need apprise: install it with pip install 'heardback[notify]', or empty notify.on."


def is_installed() -> bool:
    """Whether apprise is there."""
    return find_spec("apprise") is not None


def addresses_of(source: PasswordSource) -> tuple[str, ...]:
    """Where notifications go: the apprise URLs of the secret's first line, with blanks between them.

    Raises ``UserError`` where they cannot be had.
    """
    return tuple(secret_of(source, KEY).split())


def notify(addresses: tuple[str, ...], text: str) -> None:
    """Sends one text everywhere, waiting some seconds at the most for each.

    Raises:
        UserError: apprise is not installed, or an address is none that it knows.
        PassingError: at least one address did not take the text.
    """
    if not is_installed():
        raise UserError(MISSING)
    logging.getLogger("apprise").setLevel(logging.CRITICAL + 1)
    import apprise

    sender = apprise.Apprise(asset=apprise.AppriseAsset(app_id=TITLE, app_desc=TITLE, secure_logging=True))
    usable = [bool(sender.add(address)) for address in addresses]
    if not all(usable):
        raise UserError(
            f"{usable.count(False)} of {len(usable)} addresses for notifications cannot be used: check what "
            f"{KEY}_command, {KEY}_file or {KEY}_env gives; addresses are separated by blanks."
        )
    try:
        taken = sender.notify(body=text, title=TITLE)
    except Exception as error:  # noqa: BLE001 - its plugins raise what they like, secrets included
        raise PassingError(
            f"A notification could not be sent ({type(error).__name__}): check where notifications go."
        ) from None
    if not taken:
        raise PassingError("A notification was not taken by every address it was sent to: check those addresses.")
