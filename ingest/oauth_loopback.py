"""Waits on this very machine for the browser to come back from the sign-in (RFC 8252 §7.3), once, and then closes.

What does not answer the question that was asked is turned away and waited past: a page elsewhere that guesses the port
can neither end the wait nor slip in a sign-in of its own.
"""

import queue
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

from ingest.oauth import ProviderRefused, Question, StateMismatch, code_in

IDLE_SECONDS = 10
"""After which a connection that says nothing is dropped; browsers open some in advance."""
_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>heardback</title>
<style>body{{font:1.1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:15vh auto;padding:0 1rem}}</style>
<h1>{head}</h1><p>{text}</p></html>"""
_DONE = _PAGE.format(head="That is all here", text="You can close this page and go back to heardback in the terminal.")
_DECLINED = _PAGE.format(head="Nothing has changed", text="The sign-in was not allowed. You can close this page.")
_NOT_ASKED = _PAGE.format(head="Nothing was asked", text="heardback has not asked for this. You can close this page.")


class Loopback:
    """Listens on 127.0.0.1 at a random port while its ``with`` block lasts."""

    def __init__(self) -> None:
        self._answers: queue.Queue[str | ProviderRefused] = queue.Queue(maxsize=1)
        self._question: Question | None = None
        self._taken = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.port: int = self._server.server_address[1]

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.1,), daemon=True).start()
        return self

    def __exit__(self, _k: type[BaseException] | None, _e: BaseException | None, _t: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()

    def expect(self, question: Question) -> None:
        """From now on answers to this are taken: before its link is shown, as some browsers come back at once."""
        self._question = question

    def code(self, seconds: float) -> str:
        """The code that answers what is expected.

        Raises:
            ProviderRefused: the provider, or the person there, said no.
            TimeoutError: nobody came back within ``seconds``.
        """
        try:
            answer = self._answers.get(timeout=seconds)
        except queue.Empty:
            raise TimeoutError from None
        if isinstance(answer, ProviderRefused):
            raise answer
        return answer

    def _answer(self, target: str, headers: dict[str, str]) -> tuple[int, str]:
        """What to say to a request; the first one that answers the question ends the wait."""
        question, parts = self._question, urlsplit(target)
        if question is None or (parts.path or "/") != (urlsplit(question.redirect).path or "/"):
            return 404, _NOT_ASKED
        # A name that was made to point here is not ours, and an image or a script elsewhere is no person coming back.
        if headers.get("host", "") not in (f"127.0.0.1:{self.port}", f"localhost:{self.port}"):
            return 400, _NOT_ASKED
        if headers.get("sec-fetch-mode", "navigate") != "navigate":
            return 400, _NOT_ASKED
        answer: str | ProviderRefused
        try:
            answer = code_in(parts.query, question)
        except StateMismatch:
            return 400, _NOT_ASKED
        except ProviderRefused as error:
            answer = error
        if not self._taken.acquire(blocking=False):
            return 410, _NOT_ASKED
        self._answers.put(answer)
        return (200, _DONE) if isinstance(answer, str) else (200, _DECLINED)

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        loopback = self

        class Handler(BaseHTTPRequestHandler):
            timeout = IDLE_SECONDS
            server_version, sys_version = "heardback", ""

            def do_GET(self) -> None:
                status, page = loopback._answer(self.path, {name.lower(): text for name, text in self.headers.items()})
                body = page.encode()
                self.send_response(status)
                for name, value in _HEADERS.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                """Nothing: the address that is asked for holds the code."""

        return Handler


_HEADERS = {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Connection": "close",
}
