"""Signing in, and what a refusal means: imapclient raises one error for a wrong password and a cut line."""

import imaplib
import re
from typing import Any

from imapclient.exceptions import LoginError

from ingest import imap_errors as errors
from ingest.accounts import Account
from store.errors import HeardbackError


def sign_in(client: Any, account: Account, password: str) -> None:
    """AUTHENTICATE PLAIN where offered, since it carries any character; else LOGIN."""
    if any(character in account.username + password for character in "\0\r\n"):
        raise errors.bad_credentials(account)
    try:
        if client.has_capability("AUTH=PLAIN"):
            client.plain_login(account.username, password)
        else:
            client.login(_astring(account.username), password)
    except LoginError as error:
        raise _sign_in_failure(account, error) from error
    except UnicodeEncodeError:
        raise errors.bad_credentials(account) from None
    except (imaplib.IMAP4.error, OSError) as error:
        raise errors.sign_in_broken(account) from error


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
