"""The one door to mail servers. Nothing of imapclient leaves this package, and each of its errors becomes one of ours
(worded in ``ingest.imap_errors``)."""

from ingest.accounts import Account
from ingest.imap.connecting import connected, hang_up
from ingest.imap.mailbox import ImapMailbox
from ingest.imap.signing_in import sign_in
from store.errors import HeardbackError

__all__ = ["ImapMailbox", "open_mailbox"]


def open_mailbox(account: Account, password: str) -> ImapMailbox:
    """Connects and signs in.

    Raises:
        UserError: settings that cannot work, such as plain text to another machine.
        SignInRefused: the server said no to user name and password.
        PassingError, PermanentError: no connection, or none that is safe.
    """
    client = connected(account)
    try:
        sign_in(client, account, password)
    except HeardbackError:
        hang_up(client)
        raise
    return ImapMailbox(account, client)
