"""The one door to mail servers. Nothing of imapclient leaves this package, and each of its errors becomes one of ours
(worded in ``ingest.imap_errors``)."""

from ingest.accounts import Account
from ingest.imap.connecting import connected, hang_up
from ingest.imap.mailbox import ImapMailbox
from ingest.imap.signing_in import introduce, sign_in, sign_in_by_token
from ingest.imap.watching import Notice
from ingest.oauth_errors import TokenRefused
from ingest.ports import Bearer
from store.errors import HeardbackError

__all__ = ["ImapMailbox", "Notice", "open_mailbox"]


def open_mailbox(account: Account, access: str | Bearer) -> ImapMailbox:
    """Connects and signs in, by password or by token; a token that is refused is renewed once.

    Raises:
        UserError: settings that cannot work, such as plain text to another machine.
        SignInRefused: the server said no to user name and password, or the person has to sign in again.
        PassingError, PermanentError: no connection, or none that is safe.
    """
    if isinstance(access, str):
        return _opened(account, password=access)
    token = access.token()
    try:
        return _opened(account, token=token)
    except TokenRefused:
        fresh = access.renewed(token)
    return _opened(account, token=fresh)


def _opened(account: Account, *, password: str = "", token: str = "") -> ImapMailbox:
    client = connected(account)
    try:
        if token:
            sign_in_by_token(client, account, token)
        else:
            sign_in(client, account, password)
        introduce(client, account)
    except HeardbackError:
        hang_up(client)
        raise
    return ImapMailbox(account, client)
