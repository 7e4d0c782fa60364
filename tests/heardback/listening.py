"""Where notifications arrive: a web server on this machine that keeps what apprise's json:// posts to it."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any, Self


class Listener:
    """The server while its ``with`` block lasts; ``status`` is what it answers."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.status = 200
        listener = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                said = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                listener.texts.append(said["message"])
                self.send_response(listener.status)
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                """Says nothing on stderr."""

        self._server = HTTPServer(("127.0.0.1", 0), Handler)

    @property
    def address(self) -> str:
        """As apprise knows it, with a secret in it."""
        return f"json://sam:hush-hush@127.0.0.1:{self._server.server_port}/hook"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
