"""Getting, renewing and giving back tokens: the browser's way, the device's way, and the quiet one."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NoReturn
from urllib.parse import urlsplit

from ingest import oauth_errors as errors
from ingest.accounts import OAuthSignIn
from ingest.oauth import (
    DeviceCode,
    NoTokens,
    ProviderRefused,
    Question,
    StateMismatch,
    Tokens,
    code_in,
    device_code_in,
    device_question_body,
    device_redeem_body,
    question_of,
    redeem_body,
    refresh_body,
    revocation_body,
    tokens_in,
)
from ingest.oauth_loopback import Loopback
from ingest.oauth_web import Reply, post
from store.errors import PassingError, UserError

BROWSER_SECONDS = 600.0
"""How long the person may take in the browser: a password, a second factor, a phone to be found."""
SLOWER_BY = 5
"""Seconds added for each "slow_down" (RFC 8628 §3.5)."""
PASTE_PORT = 8429
"""Named in the link where nobody listens: the browser ends on an address that cannot be opened, and can be copied."""


def by_browser(
    sign_in: OAuthSignIn, account: str, login_hint: str, show: Callable[[str], None], now: Callable[[], datetime]
) -> Tokens:
    """The authorisation code grant: ``show`` opens the link, the browser comes back to this machine.

    Raises:
        UserError: the provider has no such way, or nobody came back in time.
        SignInRefused, PassingError, PermanentError: as ``refreshed``.
    """
    if not sign_in.server.authorization_url:
        raise UserError(f"The provider of account {account} has no sign-in page: add --device.")
    with Loopback() as loopback:
        question = question_of(sign_in, loopback.port, login_hint)
        loopback.expect(question)
        show(question.link)
        try:
            code = loopback.code(BROWSER_SECONDS)
        except TimeoutError:
            raise UserError(
                f"Nobody came back from the browser in time; run 'heardback login {account}' again, with --paste if "
                "the browser is on another computer."
            ) from None
        except ProviderRefused as error:
            _refuse(account, error)
    return _redeemed(sign_in, account, redeem_body(sign_in, question, code, account), now)


def by_pasting(
    sign_in: OAuthSignIn, account: str, login_hint: str, ask: Callable[[str], str], now: Callable[[], datetime]
) -> Tokens:
    """The same with the browser on another computer: ``ask`` shows the link and returns the address it ended on."""
    if not sign_in.server.authorization_url:
        raise UserError(f"The provider of account {account} has no sign-in page: use --device in place of --paste.")
    question = question_of(sign_in, PASTE_PORT, login_hint)
    code = _pasted_code(ask(question.link), question, account)
    return _redeemed(sign_in, account, redeem_body(sign_in, question, code, account), now)


def by_device(
    sign_in: OAuthSignIn,
    account: str,
    show: Callable[[DeviceCode], None],
    now: Callable[[], datetime],
    sleep: Callable[[float], None] = time.sleep,
) -> Tokens:
    """The device grant (RFC 8628): the person types a code in elsewhere, and heardback asks until they have.

    Raises:
        UserError: the provider has no such way.
        SignInRefused: it was declined, or not done in time.
        PassingError, PermanentError: as ``refreshed``.
    """
    if not sign_in.server.device_url:
        raise UserError(
            f"The provider of account {account} lets no mail in by code: run 'heardback login {account} --paste' where "
            "there is no browser."
        )
    reply = post(sign_in.server.device_url, device_question_body(sign_in), account, sign_in.ca_file)
    try:
        code = device_code_in(reply.text, now())
    except ProviderRefused as error:
        _refuse(account, error, reply)
    except NoTokens:
        raise errors.unintelligible(account, _host(sign_in.server.device_url)) from None
    show(code)
    return _complete(sign_in, _typed_in(sign_in, account, code, now, sleep), account)


def refreshed(sign_in: OAuthSignIn, account: str, before: Tokens, now: datetime) -> Tokens:
    """A new access token, and the refresh token that follows the old one.

    Raises:
        SignInRefused: the person has to sign in again.
        PassingError: the provider cannot be reached, or is busy.
        PermanentError: what answers is not to be trusted, or no sign-in server.
    """
    if not before.refresh:
        raise errors.without_refresh(account)
    return _ask(sign_in, account, refresh_body(sign_in, before, account), now, before)


def give_back(sign_in: OAuthSignIn, account: str, tokens: Tokens) -> bool:
    """Ends the sign-in at the provider (RFC 7009); False where it has no way for that. Raises as ``refreshed``."""
    if not sign_in.server.revocation_url:
        return False
    reply = post(sign_in.server.revocation_url, revocation_body(sign_in, tokens, account), account, sign_in.ca_file)
    if reply.status >= 500:
        raise PassingError(
            f"The provider of account {account} could not end the sign-in just now: take it back in your account's "
            "security page."
        )
    return reply.status < 300


def _typed_in(
    sign_in: OAuthSignIn,
    account: str,
    code: DeviceCode,
    now: Callable[[], datetime],
    sleep: Callable[[float], None],
) -> Tokens:
    interval = code.interval
    body = device_redeem_body(sign_in, code, account)
    while now() < code.expires:
        sleep(interval)
        try:
            return _tokens_from(post(sign_in.server.token_url, body, account, sign_in.ca_file), sign_in, account, now())
        except ProviderRefused as error:
            if error.code == "slow_down":
                interval += SLOWER_BY
            elif error.code != "authorization_pending":
                _refuse(account, error)
        except PassingError:
            interval = min(interval * 2, 60)  # RFC 8628 §3.5 asks for growing waits after a broken connection
    raise errors.refused_by_provider(account, "expired_token", "")


def _redeemed(sign_in: OAuthSignIn, account: str, body: str, now: Callable[[], datetime]) -> Tokens:
    return _complete(sign_in, _ask(sign_in, account, body, now()), account)


def _ask(sign_in: OAuthSignIn, account: str, body: str, now: datetime, before: Tokens | None = None) -> Tokens:
    reply = post(sign_in.server.token_url, body, account, sign_in.ca_file)
    try:
        return _tokens_from(reply, sign_in, account, now, before)
    except ProviderRefused as error:
        _refuse(account, error, reply)


def _tokens_from(
    reply: Reply, sign_in: OAuthSignIn, account: str, now: datetime, before: Tokens | None = None
) -> Tokens:
    try:
        return tokens_in(reply.text, now, before)
    except NoTokens:
        if reply.status == 429 or reply.status >= 500:
            raise errors.refused_by_provider(account, "", "", reply.status) from None
        raise errors.unintelligible(account, _host(sign_in.server.token_url)) from None


def _complete(sign_in: OAuthSignIn, tokens: Tokens, account: str) -> Tokens:
    """A first sign-in has to cover what was asked for, and to last."""
    if tokens.scopes:
        asked = {_bare(scope) for scope in sign_in.server.scopes if "/" in scope}
        given = set(map(_bare, tokens.scopes))
        if asked - given:
            raise errors.without_mail(account)
    if not tokens.refresh:
        raise errors.without_refresh(account)
    return tokens


def _bare(scope: str) -> str:
    """A scope without the host it stands under: Microsoft's answers name another one at times."""
    return scope.rstrip("/").rpartition("/")[2].casefold()


def _pasted_code(address: str, question: Question, account: str) -> str:
    try:
        return code_in(urlsplit(address.strip()).query, question)
    except (StateMismatch, ValueError):
        raise UserError(
            f"That address does not answer this sign-in: run 'heardback login {account} --paste' again and copy the "
            "whole address the browser ends on, beginning with http://."
        ) from None
    except ProviderRefused as error:
        _refuse(account, error)


def _refuse(account: str, error: ProviderRefused, reply: Reply | None = None) -> NoReturn:
    status = reply.status if reply is not None else 400
    raise errors.refused_by_provider(account, error.code, error.description, status) from None


def _host(url: str) -> str:
    return urlsplit(url).hostname or url


def soon(expires: datetime, now: datetime, within: timedelta = timedelta(minutes=2)) -> bool:
    """Whether a token is too near its end to begin anything with."""
    return expires - now < within
