"""Stands before every page: who asks, under which name, from where, and how much; and what every answer must carry.

A page on loopback is reachable by every web page the person has open. What keeps those out: the name they ask for
(DNS rebinding), where a request says it comes from (Origin, Sec-Fetch-Site), a cookie that is not sent along for them
(SameSite=Strict), a token in each form, and headers that let nobody frame, embed or read what is answered.
"""

import logging
from collections.abc import Iterable, Mapping

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Message, Receive, Scope, Send

from heardback.web.desk import Desk
from heardback.web.rendering import page, trouble, unforeseen
from heardback.web.routing import MOST_BYTES
from heardback.web.threshold import cookie_name, refused
from store.errors import HeardbackError

log = logging.getLogger("heardback.web")

METHODS = ("GET", "HEAD", "POST")
OPEN_PATHS = ("/sign-in", "/healthz")
MOST_HEADER_BYTES = 16 * 1024
MOST_HEADERS = 100
MOST_ADDRESS_BYTES = 4096
CONTENT_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_NOT_NEEDED = (
    "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen", "geolocation",
    "gyroscope", "magnetometer", "microphone", "midi", "payment", "picture-in-picture", "publickey-credentials-get",
    "screen-wake-lock", "serial", "usb", "xr-spatial-tracking",
)  # fmt: skip
ANSWER_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": CONTENT_POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in _NOT_NEEDED),
    "Cache-Control": "no-store",
}
"""What an answer carries unless it has set its own."""


class Guard:
    """The application with its guard before it; this is what the server serves."""

    def __init__(self, app: Starlette, desk: Desk) -> None:
        self.app, self._desk = app, desk

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "websocket":
                await send({"type": "websocket.close", "code": 1008})
            return
        begun = False

        async def dressed(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                _dress(MutableHeaders(raw=message["headers"]))
                message = {**message, "headers": message["headers"]}
            await send(message)

        scope["app"] = self.app
        scope.setdefault("state", {})["session"] = ""
        try:
            answer = await self._refusal(Request(scope))
            await (answer or self.app)(scope, receive, dressed)
        except Exception as error:  # noqa: BLE001 - whatever it is, the page goes on, and no detail leaves it
            self._note(scope, error)
            if not begun:
                await _last_words()(scope, receive, dressed)

    async def _refusal(self, request: Request) -> Response | None:
        """The answer to a request that may not pass, or None."""
        return _too_large(request) or self._from_elsewhere(request) or await self._unknown(request)

    def _from_elsewhere(self, request: Request) -> Response | None:
        hosts = [each.lower() for each in request.headers.getlist("host")]
        if len(hosts) != 1 or hosts[0] not in self._desk.hosts:
            return trouble(request, 421, f"This page answers at {self._desk.address}/ alone: open it there.")
        if request.method not in METHODS:
            return _allowed(trouble(request, 405, "This page knows no such request: open it in a browser."))
        if request.method == "POST":
            own = is_own_form(request.headers, self._desk.hosts)
        else:
            own = is_own_look(request.headers)
        if own:
            return None
        return trouble(request, 403, f"Nothing was changed. Open {self._desk.address}/ yourself and do it there.")

    async def _unknown(self, request: Request) -> Response | None:
        """Lets signed-in browsers pass, and anybody to the few open paths."""
        path = request.url.path
        if path in OPEN_PATHS or path.startswith("/assets/"):
            return None
        session = request.cookies.get(cookie_name(self._desk.port), "")
        try:
            known = await run_in_threadpool(self._desk.keys.knows, session)
        except HeardbackError as error:
            return unforeseen(request, error)
        if known:
            request.state.session = session
            return None
        if request.method != "POST" and request.headers.get("sec-fetch-site") == "cross-site":
            # A link in a mail on the web comes without the strict cookie; asked for by ourselves, it comes along.
            return page(request, "coming_in.html.j2")
        return refused(request)

    def _note(self, scope: Scope, error: Exception) -> None:
        """One event, without what was asked for or answered; the traceback only for those who look for it."""
        log.error("page failed method=%s path=%.80r kind=%s", scope["method"], scope["path"], type(error).__name__)
        log.debug("page failed", exc_info=error)


def is_own_form(headers: Headers, hosts: Iterable[str]) -> bool:
    """Whether a POST comes from one of our own pages.

    Browsers write both fields themselves. Under our Referrer-Policy Origin is "null" (Fetch, "append a request Origin
    header"), and then Sec-Fetch-Site has to say it; a request with neither is refused.
    """
    site, origin = headers.get("sec-fetch-site"), headers.get("origin", "null")
    if site is not None and site != "same-origin":
        return False
    if origin != "null":
        return origin.lower() in {f"http://{host}" for host in hosts}
    return site == "same-origin"


def is_own_look(headers: Headers) -> bool:
    """Whether a GET is one of ours or a person's own step: other pages may link here, but embed or fetch nothing.

    Pages on other ports of this machine count as "same-site", so that they come with the cookie; hence this rule.
    """
    if headers.get("sec-fetch-site") not in ("cross-site", "same-site"):
        return True
    return headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"


def _too_large(request: Request) -> Response | None:
    fields: list[tuple[bytes, bytes]] = request.scope["headers"]
    if len(fields) > MOST_HEADERS or sum(len(name) + len(value) for name, value in fields) > MOST_HEADER_BYTES:
        return trouble(request, 431, "The browser sent more along than this page takes: clear its cookies for it.")
    if len(request.scope["path"]) + len(request.scope["query_string"]) > MOST_ADDRESS_BYTES:
        return trouble(request, 414, "That address is longer than any of this page: go back and try again.")
    length = request.headers.get("content-length", "0")
    if not length.isascii() or not length.isdigit() or int(length[:12]) > MOST_BYTES:
        return trouble(request, 413, "That is more text than this page takes: shorten it and send it again.")
    return None


def _dress(headers: MutableHeaders) -> None:
    for name, value in ANSWER_HEADERS.items():
        headers.setdefault(name, value)


def _allowed(answer: Response) -> Response:
    answer.headers["Allow"] = ", ".join(METHODS)
    return answer


def _last_words() -> Response:
    return PlainTextResponse("Something unforeseen happened; what is stored is safe. Try again.", 500)
