"""Where Google and Microsoft let people sign in to their mail, from their public documentation."""

from ingest.accounts import OAuthServer

GOOGLE = OAuthServer(
    authorization_url="https://accounts.google.com/o/oauth2/v2/auth",
    token_url="https://oauth2.googleapis.com/token",  # noqa: S106 - an address  # nosec B106
    # Google's device grant is open to a few scopes only, and mail is not among them.
    revocation_url="https://oauth2.googleapis.com/revoke",
    scopes=("https://mail.google.com/",),
    # Without these there is no refresh token, or none the second time.
    extras=(("access_type", "offline"), ("prompt", "consent")),
)

MICROSOFT_TENANT = "common"
"""Personal accounts and those of any organisation."""


def microsoft(tenant: str) -> OAuthServer:
    """Microsoft's identity platform, for one organisation, ``consumers``, ``organizations``, or ``common``.

    It ignores the port of ``http://localhost``, and of 127.0.0.1 only if that was written into the manifest by hand.
    """
    base = f"https://login.microsoftonline.com/{tenant or MICROSOFT_TENANT}/oauth2/v2.0"
    return OAuthServer(
        authorization_url=f"{base}/authorize",
        token_url=f"{base}/token",
        device_url=f"{base}/devicecode",
        scopes=(
            "https://outlook.office.com/IMAP.AccessAsUser.All",
            "https://outlook.office.com/SMTP.Send",
            "offline_access",
        ),
        redirect="http://localhost:{port}",
        extras=(("prompt", "select_account"),),
    )
