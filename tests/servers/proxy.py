"""A loopback proxy that does to connections what networks do: cut them, reset them, swallow or delay their data.

Its behaviour can be changed while connections are open; ``received`` counts the octets that came from the server.
"""

import select
import socket
import struct
import threading
import time
from contextlib import suppress
from typing import Self


class FaultProxy:
    """Passes connections on to ``target_port``.

    ``cut_after``: octets from the server after which a connection is closed; ``reset``: close with RST instead of FIN;
    ``black_hole``: keep connections open and pass nothing on; ``delay``: seconds before each piece is passed on.
    """

    def __init__(self, target_port: int) -> None:
        self.cut_after: int | None = None
        self.reset = False
        self.black_hole = False
        self.delay = 0.0
        self.received = 0
        self._target_port = target_port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._pairs: list[tuple[socket.socket, socket.socket]] = []
        self._closed = False

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._closed = True
        self.cut()
        self._listener.close()

    def cut(self) -> None:
        """Ends every open connection."""
        pairs, self._pairs = self._pairs, []
        for pair in pairs:
            self._end(*pair)

    def _accept(self) -> None:
        while not self._closed:
            if not select.select([self._listener], [], [], 0.05)[0]:
                continue
            with suppress(OSError):
                client, _ = self._listener.accept()
                server = socket.create_connection(("127.0.0.1", self._target_port))
                self._pairs.append((client, server))
                threading.Thread(target=self._pump, args=(client, server, False), daemon=True).start()
                threading.Thread(target=self._pump, args=(server, client, True), daemon=True).start()

    def _pump(self, source: socket.socket, sink: socket.socket, from_server: bool) -> None:
        passed = 0
        with suppress(OSError, ValueError):  # the other thread, or a test, closed the sockets
            # select before recv: a blocked recv would hold back a close and its RST
            while data := self._next(source):
                if self.black_hole:
                    continue
                time.sleep(self.delay)
                if from_server:
                    self.received += len(data)
                    if self.cut_after is not None and passed + len(data) >= self.cut_after:
                        sink.sendall(data[: self.cut_after - passed])
                        break
                    passed += len(data)
                sink.sendall(data)
        if not self.black_hole:
            self._end(source, sink)

    def _next(self, source: socket.socket) -> bytes:
        while not select.select([source], [], [], 0.05)[0]:
            if self._closed:
                return b""
        return source.recv(65536)

    def _end(self, *pair: socket.socket) -> None:
        for end in pair:
            with suppress(OSError):
                if self.reset:
                    end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                else:
                    end.shutdown(socket.SHUT_RDWR)
            end.close()
