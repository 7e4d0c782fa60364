"""What an account signs in with: the one place that tells passwords from tokens."""

from pathlib import Path
from typing import TYPE_CHECKING

from ingest.accounts import Account, OAuthServer, OAuthSignIn, PasswordSource
from ingest.secrets import password_of
from store.clock import Clock

if TYPE_CHECKING:
    from heardback.settings import AccountSettings
    from ingest.ports import Bearer


def bearer_of(account: Account, data: Path, clock: Clock) -> "Bearer | None":
    """The account's access tokens, or None where it has a password."""
    if account.oauth is None:
        return None
    from heardback.tokens import AccountBearer, TokenStore

    return AccountBearer(account.name, TokenStore(account, data), clock)


def access_to(account: Account, data: Path, clock: Clock) -> "str | Bearer":
    """What opens an account's mailbox. Raises ``UserError`` where its password cannot be had."""
    bearer = bearer_of(account, data, clock)
    return bearer if bearer is not None else password_of(account.password, account.name, account.username)


def oauth_of(settings: "AccountSettings", client_secret: PasswordSource) -> OAuthSignIn | None:
    """How an account signs in by token: what is known of its provider, and what the config says in its place."""
    from heardback.settings import OAuthProvider
    from ingest.oauth_providers import GOOGLE, microsoft

    if not settings.signs_in_by_token:
        return None
    known = OAuthServer("", "")
    match settings.oauth:
        case OAuthProvider.GOOGLE:
            known = GOOGLE
        case OAuthProvider.MICROSOFT:
            known = microsoft(settings.oauth_tenant)
        case OAuthProvider.NONE:
            pass
    server = OAuthServer(
        authorization_url=settings.oauth_authorization_url or known.authorization_url,
        token_url=settings.oauth_token_url or known.token_url,
        device_url=settings.oauth_device_url or known.device_url,
        revocation_url=settings.oauth_revocation_url or known.revocation_url,
        scopes=settings.oauth_scopes or known.scopes,
        redirect=known.redirect,
        extras=known.extras,
    )
    secret = client_secret if client_secret != PasswordSource() else None
    return OAuthSignIn(server, settings.oauth_client_id, secret, settings.oauth_keyring, settings.tls_ca_file)
