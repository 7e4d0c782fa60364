"""Signing in, and what a refusal means: imapclient raises one error for a wrong password and a cut line."""

import imaplib
import re
from typing import Any

from imapclient.exceptions import LoginError

from ingest import imap_errors as errors
from ingest.accounts import Account
from ingest.bearer import Answer, first_word, last_word, mechanism_of, read_answer
from ingest.oauth_errors import no_way_offered, token_refused
from ingest.refusals import known_refusal
from store.errors import HeardbackError, SignInRefused

WANT_A_NAME = (".163.com", ".126.com", ".yeah.net")
"""NetEase's servers answer "Unsafe Login" to programs that do not introduce themselves."""
_CAPABILITIES = re.compile(rb"\[CAPABILITY ([^\]]+)\]", re.IGNORECASE)


def sign_in(client: Any, account: Account, password: str) -> None:
    """AUTHENTICATE PLAIN where offered, since it carries any character; else LOGIN."""
    if any(character in account.username + password for character in "\0\r\n"):
        raise errors.bad_credentials(account)
    try:
        if client.has_capability("AUTH=PLAIN"):
            said = client.plain_login(account.username, password)
        else:
            said = client.login(_astring(account.username), password)
        _note_capabilities(client, said)
    except LoginError as error:
        raise _sign_in_failure(account, error) from error
    except UnicodeEncodeError:
        raise errors.bad_credentials(account) from None
    except (imaplib.IMAP4.error, OSError) as error:
        raise errors.sign_in_broken(account) from error


def sign_in_by_token(client: Any, account: Account, token: str) -> None:
    """XOAUTH2 or OAUTHBEARER, whichever the server offers.

    Raises:
        TokenRefused: the server does not take this token; another may be taken.
    """
    try:
        mechanism = mechanism_of(lambda each: bool(client.has_capability(f"AUTH={each}")))
    except (imaplib.IMAP4.error, OSError) as error:
        raise errors.sign_in_broken(account) from error
    if mechanism is None:
        raise no_way_offered(account.name, account.imap.host)
    opening = first_word(mechanism, account.username, token, account.imap.host, account.imap.port)
    said: list[Answer] = []

    def respond(challenge: bytes) -> str:
        """The first challenge is empty; another one explains a refusal and only wants to be taken note of."""
        if not challenge:
            return opening
        said.append(read_answer(challenge))
        return last_word(mechanism)

    # Nothing is chained below: a server may repeat what was sent to it, and that was the token.
    try:
        _note_capabilities(client, client.sasl_login(mechanism.value, respond))
    except LoginError as error:
        raise _token_failure(account, error, said) from None
    except (imaplib.IMAP4.error, OSError, ValueError):
        raise errors.sign_in_broken(account) from None


def introduce(client: Any, account: Account) -> None:
    """Says the program's name (RFC 2971) where a mailbox stays shut to programs that have none; nowhere else."""
    if not account.imap.host.lower().endswith(WANT_A_NAME):
        return
    try:
        if client.has_capability("ID"):
            client.id_({"name": "heardback"})
    except (imaplib.IMAP4.error, OSError) as error:
        raise errors.sign_in_broken(account) from error


def _note_capabilities(client: Any, said: object) -> None:
    """Takes up what the server can do where it says so with the sign-in (RFC 3501 §7.1), so that nobody has to ask.

    Said apart from the answer it would be gone with the next command, said in the answer imapclient does not read it.
    """
    told = _CAPABILITIES.search(said) if isinstance(said, bytes) else None
    if told is not None:
        client._cached_capabilities = tuple(told[1].upper().split())
    elif "CAPABILITY" in client._imap.untagged_responses:
        client.capabilities()


def _token_failure(account: Account, error: Exception, said: list[Answer]) -> HeardbackError:
    failure = _sign_in_failure(account, error)
    if type(failure) is not SignInRefused or known_refusal(account.name, str(error)) is not None:
        return failure
    return token_refused(account.name, lacks_scope=any(each.lacks_scope for each in said))


def _sign_in_failure(account: Account, error: Exception) -> HeardbackError:
    """imapclient raises the same error for a wrong password and for a cut line; what it rests on tells them apart."""
    cause = error.__context__
    if isinstance(cause, imaplib.IMAP4.abort) or "command error: BAD" in str(error):
        return errors.sign_in_broken(account)
    return errors.sign_in_refused(account, str(error))


def _astring(username: str) -> str:
    """imaplib quotes the password of LOGIN, but not the user name."""
    if re.fullmatch(r"[A-Za-z0-9.@_+-]+", username):
        return username
    return '"' + username.replace("\\", "\\\\").replace('"', '\\"') + '"'
