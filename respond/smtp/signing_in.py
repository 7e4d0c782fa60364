"""Signing in to an SMTP server by password or by token, and what a refusal means (RFC 4954)."""

import smtplib

from ingest.accounts import Server
from ingest.bearer import Answer, first_word, last_word, mechanism_of, read_answer
from ingest.oauth_errors import no_way_offered, token_refused
from ingest.refusals import known_refusal
from respond.smtp.answers import refusal
from store.errors import PermanentError, SignInRefused

_REFUSED_SIGN_IN = frozenset({534, 535})
"""RFC 4954 §6: mechanism too weak, credentials invalid. Both need the person."""


def sign_in(connection: smtplib.SMTP, server: Server, account: str, username: str, password: str) -> None:
    """By password; ``account`` is its name in the config, empty where it has none yet.

    Raises ``SignInRefused``, another refusal by its code, or what smtplib raises when the connection ends.
    """
    try:
        connection.login(username, password)
    except smtplib.SMTPAuthenticationError as error:
        if (known := _known_refusal(account, error)) is not None:
            raise known from None
        if error.smtp_code in _REFUSED_SIGN_IN:
            raise SignInRefused(
                f"{server.host} does not accept the user name and password; check them in the config."
            ) from None
        # The server's words stay out of this one: some repeat what was sent to them.
        raise refusal(error.smtp_code, b"signing in failed") from None
    except (smtplib.SMTPServerDisconnected, smtplib.SMTPResponseException):
        raise
    except smtplib.SMTPException:
        raise PermanentError(
            f"{server.host} offers no sign-in we know; remove smtp_username or check smtp_port."
        ) from None


def sign_in_by_token(connection: smtplib.SMTP, server: Server, account: str, username: str, token: str) -> None:
    """By an access token. Raises ``TokenRefused`` where another one may serve, else as ``sign_in``."""
    offered = connection.esmtp_features.get("auth", "").upper().split()
    mechanism = mechanism_of(lambda each: each in offered)
    if mechanism is None:
        raise no_way_offered(account, server.host)
    opening = first_word(mechanism, username, token, server.host, server.port)
    said: list[Answer] = []

    def respond(challenge: bytes | None = None) -> str:
        if not challenge:
            return opening
        said.append(read_answer(challenge))
        return last_word(mechanism)

    try:
        connection.auth(mechanism.value, respond)
    except smtplib.SMTPAuthenticationError as error:
        if (known := _known_refusal(account, error)) is not None:
            raise known from None
        if error.smtp_code in _REFUSED_SIGN_IN:
            raise token_refused(account, lacks_scope=any(each.lacks_scope for each in said)) from None
        # The server's words stay out of this one, as they may repeat the token.
        raise refusal(error.smtp_code, b"signing in failed") from None


def _known_refusal(account: str, error: smtplib.SMTPAuthenticationError) -> SignInRefused | None:
    words = error.smtp_error.decode("utf-8", "replace") if isinstance(error.smtp_error, bytes) else error.smtp_error
    return known_refusal(account, words) if account else None
