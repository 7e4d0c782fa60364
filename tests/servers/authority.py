"""A sign-in server on loopback: pages, tokens, codes to type in, revocation, and introspection for a mail server.

It speaks RFC 6749 with PKCE (RFC 7636), RFC 8628, RFC 7009 and RFC 7662, and keeps what it was asked, so that tests can
look. ``next_errors`` are error codes the token endpoint answers with before it goes back to normal.
"""

import base64
import hashlib
import json
import secrets
import ssl
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qsl, urlencode, urlsplit

from ingest.accounts import OAuthServer
from tests.servers.certificates import Certificates

CLIENT, SECRET = "heardback-on-trial", "desktop clients have one"
MAIL_SCOPE = "https://mail.authority.example/imap"


@dataclass
class Grant:
    """One person's agreement: whose, for what, and the refresh token that holds it."""

    user: str
    scope: str
    refresh: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    challenge: str = ""
    redirect: str = ""
    life: int = 3600


class Authority:
    """The server while its ``with`` block lasts; ``user`` is who signs in on its page."""

    def __init__(self, user: str = "", *, certificates: Certificates | None = None, rotates: bool = True) -> None:
        self.user, self.rotates = user, rotates
        self.scope, self.life, self.secret = MAIL_SCOPE, 3600, ""
        self.declines = ""
        self.next_errors: list[str] = []
        self.description = ""
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.access: dict[str, str] = {}
        self.grants: dict[str, Grant] = {}
        self.codes: dict[str, Grant] = {}
        self.devices: dict[str, Grant | None] = {}
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.port: int = self._server.server_address[1]
        self._scheme = "http"
        if certificates is not None:
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            context.load_cert_chain(certificates.chain, certificates.key)
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
            self._scheme = "https"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def base(self) -> str:
        """Where it stands."""
        return f"{self._scheme}://127.0.0.1:{self.port}"

    def described(self) -> OAuthServer:
        """As an account names it."""
        return OAuthServer(
            f"{self.base}/authorize",
            f"{self.base}/token",
            f"{self.base}/device",
            f"{self.base}/revoke",
            (MAIL_SCOPE, "offline_access"),
        )

    def grant(self, user: str, *, life: int = 3600) -> tuple[str, Grant]:
        """An access token and the agreement behind it, as after a sign-in."""
        grant = Grant(user, self.scope, life=life)
        self.grants[grant.refresh] = grant
        return self._new_access(grant), grant

    def revoke_access(self) -> None:
        """Lets every access token run out; agreements stay."""
        self.access.clear()

    def type_in(self, user_code: str) -> None:
        """The person types a device code in and agrees."""
        self.devices[user_code] = Grant(self.user, self.scope, life=self.life)

    def asked_for(self, path: str) -> list[dict[str, str]]:
        """What was asked of one endpoint."""
        return [form for asked, form in self.asked if asked == path]

    # The endpoints; each returns a status and a JSON object, or a place to go to.

    def authorize(self, form: dict[str, str]) -> str:
        """The sign-in page of somebody who agrees at once, or declines."""
        back = {"state": form["state"]}
        if self.declines:
            return f"{form['redirect_uri']}?{urlencode({**back, 'error': self.declines})}"
        code = secrets.token_urlsafe(12)
        self.codes[code] = Grant(
            self.user, self.scope, challenge=form["code_challenge"], redirect=form["redirect_uri"], life=self.life
        )
        return f"{form['redirect_uri']}?{urlencode({**back, 'code': code})}"

    def token(self, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """Codes and refresh tokens in return for access tokens."""
        if self.next_errors:
            return 400, {"error": self.next_errors.pop(0), "error_description": self.description}
        if form.get("client_id") != CLIENT or form.get("client_secret", "") != self.secret:
            return 401, {"error": "invalid_client"}
        match form.get("grant_type"):
            case "authorization_code":
                grant = self.codes.pop(form.get("code", ""), None)
                if grant is None or grant.redirect != form.get("redirect_uri") or not _proves(form, grant):
                    return 400, {"error": "invalid_grant"}
            case "refresh_token":
                grant = self.grants.get(form.get("refresh_token", ""))
                if grant is None:
                    return 400, {"error": "invalid_grant"}
                if self.rotates:
                    del self.grants[grant.refresh]
                    grant.refresh = secrets.token_urlsafe(24)
            case "urn:ietf:params:oauth:grant-type:device_code":
                user_code = form.get("device_code", "").partition("for-")[2]
                if user_code not in self.devices:
                    return 400, {"error": "expired_token"}
                grant = self.devices[user_code]
                if grant is None:
                    return 400, {"error": "authorization_pending"}
                del self.devices[user_code]
            case _:
                return 400, {"error": "unsupported_grant_type"}
        return 200, self._said(grant)

    def device(self, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """A code to type in."""
        user_code = secrets.token_hex(4).upper()
        self.devices[user_code] = None
        page = f"{self.base}/type-it-in"
        return 200, {
            "device_code": f"{secrets.token_hex(8)}for-{user_code}",
            "user_code": user_code,
            "verification_uri": page,
            "expires_in": 60,
            "interval": 1,
        }

    def revoke(self, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """Ends an agreement (RFC 7009: 200 for unknown tokens too)."""
        self.grants.pop(form.get("token", ""), None)
        return 200, {}

    def introspect(self, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """What a mail server asks about a token."""
        user = self.access.get(form.get("token", ""))
        return 200, {"active": True, "username": user, "scope": self.scope} if user else {"active": False}

    def _said(self, grant: Grant) -> dict[str, Any]:
        self.grants[grant.refresh] = grant
        return {
            "access_token": self._new_access(grant),
            "token_type": "Bearer",
            "expires_in": grant.life,
            "refresh_token": grant.refresh,
            "scope": grant.scope,
        }

    def _new_access(self, grant: Grant) -> str:
        token = secrets.token_urlsafe(24)
        self.access[token] = grant.user
        return token

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        authority = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                parts = urlsplit(self.path)
                form = dict(parse_qsl(parts.query, keep_blank_values=True))
                authority.asked.append((parts.path, form))
                if parts.path == "/authorize":
                    return self._go(authority.authorize(form))
                return self._say(*authority.introspect(form))

            def do_POST(self) -> None:
                text = self.rfile.read(int(self.headers["Content-Length"])).decode()
                form = dict(parse_qsl(text, keep_blank_values=True))
                authority.asked.append((self.path, form))
                answers = {"/token": authority.token, "/device": authority.device, "/revoke": authority.revoke}
                self._say(*answers[self.path](form))

            def _say(self, status: int, said: dict[str, Any]) -> None:
                body = json.dumps(said).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def _go(self, place: str) -> None:
                self.send_response(302)
                self.send_header("Location", place)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                pass

        return Handler


def _proves(form: dict[str, str], grant: Grant) -> bool:
    digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == grant.challenge


def wait_for(told: list[Any], seconds: float = 30.0) -> Any:
    """The first thing that lands in a list another thread fills."""
    until = time.monotonic() + seconds
    while not told:
        assert time.monotonic() < until, "nothing came"
        time.sleep(0.01)
    return told[0]
