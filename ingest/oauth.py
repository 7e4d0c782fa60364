"""The one door to oauthlib: what is asked of a sign-in server, and what its answers mean. No input or output here.

RFC 6749 with PKCE (RFC 7636), the device grant (RFC 8628) and revocation (RFC 7009).
"""

import json
import logging
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from oauthlib.oauth2 import DeviceClient, OAuth2Error, WebApplicationClient
from oauthlib.oauth2.rfc6749.errors import MismatchingStateError

from ingest.accounts import OAuthSignIn
from ingest.secrets import secret_of

logging.getLogger("oauthlib").setLevel(logging.CRITICAL)  # its lower levels repeat requests, and with them tokens

DEFAULT_LIFE = timedelta(hours=1)
"""Of an access token whose life is not told (RFC 6749 §5.1 recommends telling it)."""
DEVICE_CODE_LIFE = timedelta(minutes=15)
_VERIFIER_LENGTH = 64
_SHORTEST_INTERVAL, _USUAL_INTERVAL, _LONGEST_INTERVAL = 1, 5, 60


class ProviderRefused(Exception):  # noqa: N818 - named for what it says
    """An error answer (RFC 6749 §5.2). ``description`` is the provider's, for ``oauth_errors`` alone."""

    def __init__(self, code: str, description: str = "") -> None:
        super().__init__(code)
        self.code, self.description = code, description


class StateMismatch(Exception):  # noqa: N818 - named for what it says
    """An answer to a question nobody here has asked."""


class NoTokens(Exception):  # noqa: N818 - named for what it says
    """An answer that holds neither tokens nor an error."""


@dataclass(frozen=True, slots=True, repr=False)
class Tokens:
    """What a sign-in leaves behind. Never shown: its ``repr`` keeps silent."""

    access: str
    refresh: str
    expires: datetime
    scopes: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return "Tokens(…)"


@dataclass(frozen=True, slots=True)
class Question:
    """One sign-in in the browser: the link, and what its answer is checked and redeemed with."""

    link: str
    redirect: str
    state: str
    verifier: str

    def __repr__(self) -> str:
        return "Question(…)"


@dataclass(frozen=True, slots=True, repr=False)
class DeviceCode:
    """What the person types in on another device, and what is asked with meanwhile (RFC 8628 §3.2)."""

    user_code: str
    page: str
    complete_page: str
    device_code: str
    expires: datetime
    interval: int

    def __repr__(self) -> str:
        return "DeviceCode(…)"


def question_of(sign_in: OAuthSignIn, port: int, login_hint: str) -> Question:
    """A fresh sign-in: state and PKCE verifier are drawn anew each time (RFC 6749 §10.12, RFC 7636 §4.1)."""
    client = WebApplicationClient(sign_in.client_id)
    state, verifier = secrets.token_urlsafe(32), client.create_code_verifier(_VERIFIER_LENGTH)
    redirect = sign_in.server.redirect.format(port=port)
    extras: dict[str, Any] = {"login_hint": login_hint, **dict(sign_in.server.extras)}
    uri = client.prepare_request_uri(
        _as_https(sign_in.server.authorization_url),
        redirect_uri=redirect,
        scope=list(sign_in.server.scopes),
        state=state,
        code_challenge=client.create_code_challenge(verifier, "S256"),
        code_challenge_method="S256",
        **extras,
    )
    return Question(_as_it_was(uri, sign_in.server.authorization_url), redirect, state, verifier)


def code_in(query: str, question: Question) -> str:
    """The code the browser brought back.

    Raises:
        StateMismatch: this is no answer to ``question``, or none at all.
        ProviderRefused: the provider, or the person there, said no.
    """
    client = WebApplicationClient("")
    # oauthlib reads answers by https alone; this one came over loopback, whose scheme does not matter.
    try:
        answer = client.parse_request_uri_response(f"https://localhost/?{query}", state=question.state)
    except MismatchingStateError:
        raise StateMismatch from None
    except OAuth2Error as error:
        if error.error in ("missing_code", None):
            raise StateMismatch from None
        raise ProviderRefused(str(error.error), str(error.description or "")) from None
    return str(answer["code"])


def redeem_body(sign_in: OAuthSignIn, question: Question, code: str, account: str) -> str:
    """Asks for tokens in return for the code (RFC 6749 §4.1.3)."""
    secret: dict[str, Any] = _secret(sign_in, account)
    body: str = WebApplicationClient(sign_in.client_id).prepare_request_body(
        code=code, redirect_uri=question.redirect, code_verifier=question.verifier, **secret
    )
    return body


def refresh_body(sign_in: OAuthSignIn, tokens: Tokens, account: str) -> str:
    """Asks for a new access token (RFC 6749 §6)."""
    body: str = WebApplicationClient(sign_in.client_id).prepare_refresh_body(
        refresh_token=tokens.refresh,
        scope=list(sign_in.server.scopes),
        client_id=sign_in.client_id,
        **_secret(sign_in, account),
    )
    return body


def device_question_body(sign_in: OAuthSignIn) -> str:
    """Asks for a code to type in (RFC 8628 §3.1)."""
    uri: str = DeviceClient(sign_in.client_id).prepare_request_uri(
        "https://localhost/", scope=list(sign_in.server.scopes)
    )
    # oauthlib puts the parameters into the address, and the grant type, which belongs to the later question.
    return urlencode([(name, value) for name, value in parse_qsl(urlsplit(uri).query) if name != "grant_type"])


def device_redeem_body(sign_in: OAuthSignIn, code: DeviceCode, account: str) -> str:
    """Asks whether the code was typed in by now (RFC 8628 §3.4)."""
    body: str = DeviceClient(sign_in.client_id).prepare_request_body(
        code.device_code, include_client_id=True, **_secret(sign_in, account)
    )
    return body


def revocation_body(sign_in: OAuthSignIn, tokens: Tokens, account: str) -> str:
    """Asks that a sign-in be ended (RFC 7009 §2.1)."""
    client = WebApplicationClient(sign_in.client_id)
    _, _, body = client.prepare_token_revocation_request(
        "https://localhost/",
        tokens.refresh or tokens.access,
        token_type_hint="refresh_token" if tokens.refresh else "access_token",
        client_id=sign_in.client_id,
        **_secret(sign_in, account),
    )
    return str(body)


def tokens_in(answer: str, now: datetime, before: Tokens | None = None) -> Tokens:
    """The tokens of an answer; what it leaves out stays as ``before`` had it (RFC 6749 §6: a refresh token may rotate).

    Raises:
        ProviderRefused: an error answer.
        NoTokens: no answer at all.
    """
    client = WebApplicationClient("")
    try:
        said = client.parse_request_body_response(answer)
        life = timedelta(seconds=float(said.get("expires_in") or DEFAULT_LIFE.total_seconds()))
        expires = now + life
    except OAuth2Error as error:
        if error.error == "missing_token":
            raise NoTokens from None
        raise ProviderRefused(str(error.error), str(error.description or "")) from None
    except (ValueError, TypeError, AttributeError, OverflowError):
        raise NoTokens from None
    scopes = said.get("scope") or (before.scopes if before else ())
    kept = before.refresh if before else ""
    return Tokens(str(said["access_token"]), str(said.get("refresh_token") or kept), expires, tuple(map(str, scopes)))


def device_code_in(answer: str, now: datetime) -> DeviceCode:
    """The code to type in. Raises as ``tokens_in``."""
    try:
        said = json.loads(answer)
        if "error" in said:
            raise ProviderRefused(str(said["error"]), str(said.get("error_description", "")))
        # Google calls the page "verification_url", as a draft of RFC 8628 did.
        page = str(said.get("verification_uri") or said["verification_url"])
        life = timedelta(seconds=float(said.get("expires_in", DEVICE_CODE_LIFE.total_seconds())))
        interval = min(max(int(said.get("interval", _USUAL_INTERVAL)), _SHORTEST_INTERVAL), _LONGEST_INTERVAL)
        complete = str(said.get("verification_uri_complete", ""))
        return DeviceCode(str(said["user_code"]), page, complete, str(said["device_code"]), now + life, interval)
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
        raise NoTokens from None


def _secret(sign_in: OAuthSignIn, account: str) -> dict[str, str]:
    """Programs on people's own machines have no real secret; Google gives them one all the same, and wants it back."""
    if sign_in.client_secret is None:
        return {}
    return {"client_secret": secret_of(sign_in.client_secret, f"accounts.{account}.oauth_client_secret")}


def _as_https(url: str) -> str:
    """oauthlib writes links for https alone; ``accounts.is_private`` has let through http to this very machine."""
    return url.replace("http://", "https://", 1) if url.startswith("http://") else url


def _as_it_was(uri: str, url: str) -> str:
    return uri.replace("https://", "http://", 1) if url.startswith("http://") else uri
