"""One question to a sign-in server: over verified TLS, or to this very machine, and with an end to time and length."""

import ssl
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

from ingest.accounts import is_private, is_this_machine
from ingest.oauth_errors import not_found, unintelligible, untrusted
from ingest.trust import private_line
from store.errors import UserError

SECONDS = 20.0
MOST_BYTES = 200_000
_CHUNK = 16_384


@dataclass(frozen=True, slots=True, repr=False)
class Reply:
    """What came back: the HTTP status, and the text, which may hold tokens and is never shown."""

    status: int
    text: str

    def __repr__(self) -> str:
        return f"Reply({self.status}, …)"


def post(url: str, body: str, account: str, ca_file: Path | None = None) -> Reply:
    """Posts a form and reads the answer, whatever its status.

    Raises:
        UserError: a URL that would send secrets readable over the network, or a CA file that is none.
        PassingError, PermanentError: no answer, or none that can be trusted.
    """
    if not is_private(url):
        raise UserError(
            f"The oauth URLs of accounts.{account} have to begin with https://, or others could read along: correct "
            "them."
        )
    host = urlsplit(url).hostname or ""
    request = urllib.request.Request(  # noqa: S310 - is_private has let through https, and http to this machine, alone
        url,
        data=body.encode("utf-8"),
        headers={"Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded"},
    )
    # What went wrong is worded anew and nothing chained: the request holds secrets.
    try:
        return _sent(_opener(host, account, ca_file), request)
    except urllib.error.URLError as error:
        if isinstance(error.reason, ssl.SSLCertVerificationError):
            raise untrusted(account, host, error.reason.verify_message) from None
        raise not_found(account, host) from None
    except (HTTPException, UnicodeDecodeError, _TooLong):
        raise unintelligible(account, host) from None
    except OSError:
        raise not_found(account, host) from None


class _TooLong(Exception):  # noqa: N818 - named for what it says
    """More than any sign-in server has to say."""


class _Stay(urllib.request.HTTPRedirectHandler):
    """A token server sends nobody elsewhere; following it would hand the secrets on."""

    def redirect_request(self, *_: Any) -> None:
        return None


def _opener(host: str, account: str, ca_file: Path | None) -> urllib.request.OpenerDirector:
    try:
        context = private_line(ca_file)
    except OSError:
        raise UserError(
            f"accounts.{account}.tls_ca_file ({ca_file}) could not be read as a PEM file; correct it or take it out."
        ) from None
    handlers: list[urllib.request.BaseHandler] = [urllib.request.HTTPSHandler(context=context), _Stay()]
    if is_this_machine(host):
        handlers.append(urllib.request.ProxyHandler({}))
    return urllib.request.build_opener(*handlers)


def _sent(opener: urllib.request.OpenerDirector, request: urllib.request.Request) -> Reply:
    until = time.monotonic() + SECONDS
    try:
        with opener.open(request, timeout=SECONDS) as answer:
            return Reply(answer.status, _read(answer, until))
    except urllib.error.HTTPError as error:
        with error:
            return Reply(error.code, _read(error, until))


def _read(answer: IO[bytes], until: float) -> str:
    """The whole text. A server that trickles is given up once its time is over."""
    text = b""
    while chunk := answer.read1(_CHUNK) if hasattr(answer, "read1") else answer.read(_CHUNK):
        text += chunk
        if len(text) > MOST_BYTES:
            raise _TooLong
        if time.monotonic() > until:
            raise TimeoutError
    return text.decode("utf-8")
