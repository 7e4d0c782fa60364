"""How an access token is handed to a mail server: XOAUTH2 and OAUTHBEARER (RFC 7628), and what it answers to one."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from store.errors import UserError

_MOST_READ = 4_096
_BREAKING = "\0\x01\r\n"


class Mechanism(StrEnum):
    """Both providers with many mailboxes document the first, so that it is the better trodden way where both are."""

    XOAUTH2 = "XOAUTH2"
    OAUTHBEARER = "OAUTHBEARER"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server says of a token it does not take: a status, as in "401" or "invalid_token", and the scope it wants.

    XOAUTH2 gives HTTP's numbers, OAUTHBEARER the words of RFC 6750 §3.1. Empty where it said nothing.
    """

    status: str = ""
    scope: str = ""

    @property
    def lacks_scope(self) -> bool:
        """Whether the token is good, but not for mail."""
        return self.status in ("403", "insufficient_scope")


def mechanism_of(offers: Callable[[str], bool]) -> Mechanism | None:
    """The way to hand over a token that a server offers, or None."""
    return next((each for each in Mechanism if offers(each)), None)


def first_word(mechanism: Mechanism, username: str, token: str, host: str, port: int) -> str:
    """What is sent first. Raises ``UserError`` for a user name that no sign-in can carry; the token is never shown."""
    if any(letter in username + token for letter in _BREAKING):
        raise UserError("The user name or its access token holds characters that no sign-in can carry; sign in again.")
    if mechanism is Mechanism.XOAUTH2:
        return f"user={username}\x01auth=Bearer {token}\x01\x01"
    named = username.replace("=", "=3D").replace(",", "=2C")  # RFC 5801 §4
    return f"n,a={named},\x01host={host}\x01port={port}\x01auth=Bearer {token}\x01\x01"


def last_word(mechanism: Mechanism) -> str:
    """What is sent in return for the explanation of a refusal, to end the exchange (RFC 7628 §3.2.3)."""
    return "" if mechanism is Mechanism.XOAUTH2 else "\x01"


def read_answer(challenge: bytes) -> Answer:
    """The explanation of a refusal: JSON, already out of its base64. Anything else reads as no explanation."""
    try:
        said = json.loads(challenge[:_MOST_READ])
    except ValueError:
        return Answer()
    if not isinstance(said, dict):
        return Answer()
    return Answer(str(said.get("status", "")), str(said.get("scope", "")))
