"""A person at a browser, and accounts that sign in by token."""

import threading
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

from ingest.accounts import Account, OAuthSignIn, PasswordSource, Security, Server
from tests.servers.authority import CLIENT, Authority

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
ACCOUNT = "home"


def now() -> datetime:
    return NOW


def sign_in_at(authority: Authority, **more: object) -> OAuthSignIn:
    return OAuthSignIn(authority.described(), CLIENT, **more)  # type: ignore[arg-type]


def token_account(authority: Authority, user: str, imap_port: int, smtp_port: int = 0) -> Account:
    """An account on this machine that signs in by token."""
    imap = Server("127.0.0.1", imap_port, Security.PLAIN, connect_timeout=5, read_timeout=10)
    smtp = Server("127.0.0.1", smtp_port, Security.PLAIN, connect_timeout=5, read_timeout=10) if smtp_port else None
    return Account(
        ACCOUNT, user, user, imap, PasswordSource(), smtp=smtp, smtp_username=user, oauth=sign_in_at(authority)
    )


@dataclass
class Bearing:
    """A bearer with tokens ready in order; ``asked`` keeps those that were refused."""

    tokens: list[str]
    asked: list[str] = field(default_factory=list)

    def token(self) -> str:
        return self.tokens[0]

    def renewed(self, refused: str) -> str:
        self.asked.append(refused)
        self.tokens.pop(0)
        return self.tokens[0]


@dataclass
class Page:
    """What a browser shows."""

    status: int
    text: str
    headers: dict[str, str]


def visit(url: str, **headers: str) -> Page:
    """Opens a page and follows where it leads."""
    request = urllib.request.Request(url, headers={name.replace("_", "-"): text for name, text in headers.items()})
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=10) as answer:
            return Page(answer.status, answer.read().decode(), dict(answer.headers))
    except urllib.error.HTTPError as error:
        with error:
            return Page(error.code, error.read().decode(), dict(error.headers))


def browser(visits: Callable[[str], None]) -> Callable[[str], None]:
    """What ``by_browser`` is to show links to: a browser in a thread of its own."""

    def show(link: str) -> None:
        threading.Thread(target=visits, args=(link,), daemon=True).start()

    return show


def place_to_return_to(link: str) -> str:
    """The loopback address a sign-in link names."""
    return parse_qs(urlsplit(link).query)["redirect_uri"][0]
