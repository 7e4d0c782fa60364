"""What goes wrong with a mail server, as one sentence with the remedy. Pure: ``ingest.imap`` catches, this one words.

The kinds of failure were seen on real servers; ``tests/ingest/test_mailbox_failures.py`` shows them.
"""

import re
import socket
import ssl

from ingest.accounts import Account, Security
from ingest.refusals import known_refusal
from store.errors import (
    ConnectionsLimited,
    HeardbackError,
    MailboxFull,
    PassingError,
    PermanentError,
    SignInRefused,
    UserError,
)

PASSING_CODES = frozenset({"UNAVAILABLE", "INUSE", "LIMIT", "SERVERBUG", "THROTTLED"})
"""Response codes that are over soon (RFC 5530 §3; THROTTLED is Microsoft's)."""

PASSING_WORDS = re.compile(
    r"too many|temporar|try again|try later|rate.?limit|bandwidth|simultaneous|busy|internal error", re.IGNORECASE
)
"""Words by which servers without response codes say the same; Gmail's come under [ALERT]."""

FULL_WORDS = re.compile(r"(over|exceed\w*|out of)\b.{0,20}\bquota|quota\b.{0,20}\bexceed|mailbox (is )?full", re.I)
"""How servers without response codes say that there is no room left."""
HURRIED_WORDS = re.compile(r"bandwidth|rate.?limit|command", re.I)
"""Gmail says OVERQUOTA of too many commands as well, and that passes."""

LIMIT_WORDS = re.compile(
    r"too many .{0,30}connections|maximum number of .{0,30}connections|connections? limit|limit of .{0,20}connections",
    re.I,
)
"""How servers say that an account holds as many connections as it may (Gmail, Dovecot, Courier)."""

_CODE = re.compile(r"\[([A-Z-]+)[^\]]*\]")
_ADDRESS = re.compile(r"\S+@\S+")
_LOOKED_AT = 2_000
"""Characters of a server's words that are looked at; it may send a million."""
_LONGEST_WORDS = 160
_OCTETS = re.compile(r"""\[?\bb(['"])(.*?)\1\]?""")
"""A server's words as Python writes octets, which imaplib and imapclient hand on in some of their errors."""
_FOR_PROGRAMMERS = re.compile(r"\s*This error may have been caused by a syntax error in the criteria:.*", re.S)
"""What imapclient adds to a SEARCH that is refused."""


def no_connection(account: Account, error: Exception) -> HeardbackError:
    """Why no connection came about, from the exception of socket or ssl."""
    key = f"accounts.{account.name}"
    at = f"{account.imap.host}:{account.imap.port}"
    match error:
        case socket.gaierror():
            return PassingError(
                f"The mail server {account.imap.host} could not be found; check the internet connection and the "
                f"spelling of {key}.imap_host."
            )
        case ssl.SSLCertVerificationError():
            return PermanentError(
                f"The certificate of {at} cannot be trusted ({error.verify_message}); check {key}.imap_host, or, for a "
                f"server of your own, name its authority in {key}.tls_ca_file."
            )
        case ssl.SSLError():
            return PermanentError(
                f'{at} does not speak TLS as {key}.imap_security = "{account.imap.security}" asks; check '
                f"{key}.imap_port (993 for tls, 143 for starttls) and {key}.imap_security."
            )
        case ConnectionRefusedError():
            return PassingError(f"Nothing answers at {at}; check {key}.imap_port and whether the mail server is up.")
        case TimeoutError():
            return PassingError(
                f"{at} gave no answer in time; check the internet connection, {key}.imap_host, {key}.imap_port and "
                f"{key}.imap_security."
            )
        case _:
            return PassingError(
                f"The connection to {at} broke off before the sign-in; check the internet connection, and "
                f"{key}.imap_port and {key}.imap_security if it stays so."
            )


def not_imap(account: Account) -> PermanentError:
    """Something else than a mail server answers."""
    key = f"accounts.{account.name}"
    return PermanentError(
        f"What answers at {account.imap.host}:{account.imap.port} is not an IMAP server; check {key}.imap_host and "
        f"{key}.imap_port."
    )


def turned_away(account: Account, words: str = "") -> PassingError:
    """The server said good-bye in place of a greeting."""
    if _is_limited(words):
        return too_many_connections(account)
    return PassingError(
        f"The mail server of account {account.name} takes no connections at present; heardback tries again later."
    )


def no_starttls(account: Account) -> PermanentError:
    """STARTTLS was asked for and is not to be had; going on in plain would show the password."""
    key = f"accounts.{account.name}"
    return PermanentError(
        f'{account.imap.host}:{account.imap.port} does not offer STARTTLS; set {key}.imap_security = "tls" with '
        f"{key}.imap_port = 993."
    )


def plain_elsewhere(account: Account) -> UserError:
    """Plain text was asked for on a host that is not this machine."""
    key = f"accounts.{account.name}"
    return UserError(
        f'{key}.imap_security = "{Security.PLAIN}" would send the password readable over the network; set it to '
        f'"{Security.TLS}", or {key}.imap_host to this machine.'
    )


def bad_ca_file(account: Account) -> UserError:
    """The file of trusted authorities is not there or no PEM file."""
    key = f"accounts.{account.name}"
    return UserError(
        f"{key}.tls_ca_file ({account.imap.ca_file}) could not be read as a PEM file; correct it or take it out."
    )


def bad_credentials(account: Account) -> UserError:
    """User name or password hold characters that no IMAP command can carry."""
    key = f"accounts.{account.name}"
    return UserError(
        f"{key}.username or its password holds characters that this server's sign-in cannot carry; set an app password "
        f"of plain letters and digits and name it in {key}.password_command or {key}.password_file."
    )


def sign_in_refused(account: Account, words: str) -> HeardbackError:
    """A tagged NO to the sign-in: wrong password, unless the server says that it will pass."""
    if _is_limited(words):
        return too_many_connections(account)
    if _is_passing(words) or _is_full(words):  # no password is wrong because there is no room
        return PassingError(
            f"The mail server of account {account.name} takes no sign-in at present; heardback tries again later."
        )
    if (known := known_refusal(account.name, words)) is not None:
        return known
    key = f"accounts.{account.name}"
    return SignInRefused(
        f"The mail server refused the sign-in of account {account.name}; check {key}.username and its password "
        f"({key}.password_command, _file, _env or _keyring), and whether the provider wants an app password."
    )


def too_many_connections(account: Account) -> ConnectionsLimited:
    """The server counts connections, and this one is over the limit."""
    return ConnectionsLimited(
        f"The mail server of account {account.name} takes no further connection at present, as other programs hold too "
        "many; heardback tries again later."
    )


def sign_in_broken(account: Account) -> PassingError:
    """The sign-in got no clear answer."""
    return PassingError(
        f"The sign-in of account {account.name} broke off before the server answered; heardback tries again later."
    )


def broken_off(account: Account, doing: str) -> PassingError:
    """The connection was lost, or went silent, in the middle of something."""
    return PassingError(
        f"The connection of account {account.name} was lost while {doing}; heardback tries again later."
    )


def garbled(account: Account, doing: str) -> PassingError:
    """An answer that is no IMAP; another connection usually gets a proper one."""
    return PassingError(
        f"The mail server of account {account.name} answered unintelligibly while {doing}; heardback tries again later."
    )


def refused(account: Account, doing: str, words: str) -> HeardbackError:
    """A tagged NO or BAD to any other command."""
    if (known := known_refusal(account.name, words)) is not None:
        return known  # Exchange signs in first and shuts the door at the next command
    said = cleaned(words)
    if _is_full(words):
        return MailboxFull(
            f"The mailbox of account {account.name} is full, so nothing can be put into it ({said}); empty its trash "
            "or delete large mails, and it goes on by itself."
        )
    if _is_passing(words):
        return PassingError(
            f"The mail server of account {account.name} could not go on while {doing} ({said}); heardback tries again "
            "later."
        )
    return PermanentError(
        f"The mail server of account {account.name} refused while {doing} ({said}); run `heardback doctor` to check "
        "its folders and permissions."
    )


def cleaned(words: str) -> str:
    """A server's words fit to be shown: one line, short, without addresses."""
    said = _OCTETS.sub(r"\2", _FOR_PROGRAMMERS.sub("", words[:_LOOKED_AT]))
    line = " ".join(_ADDRESS.sub("…", said).split())
    return "".join(character for character in line if character.isprintable())[:_LONGEST_WORDS]


def _is_full(words: str) -> bool:
    """OVERQUOTA is RFC 9208 §5.1's; older servers say it in words alone."""
    if HURRIED_WORDS.search(words):
        return False
    return "OVERQUOTA" in _CODE.findall(words) or bool(FULL_WORDS.search(words))


def _is_limited(words: str) -> bool:
    """LIMIT at the door is RFC 5530 §3's; most servers say it in words alone."""
    return "LIMIT" in _CODE.findall(words) or bool(LIMIT_WORDS.search(words))


def _is_passing(words: str) -> bool:
    return bool(PASSING_CODES & set(_CODE.findall(words))) or bool(PASSING_WORDS.search(words))
