"""The one door to uvicorn: serves a page on 127.0.0.1, in a thread of its own, until it is stopped."""

import errno
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from types import FrameType, TracebackType
from typing import TYPE_CHECKING, Self

import uvicorn

from heardback.ending import ASKS_TO_END
from heardback.web.app import application
from heardback.web.desk import Desk
from heardback.web.guard import MOST_HEADER_BYTES, Guard
from heardback.web.presence import only_page
from ingest.bell import Bell
from store.errors import UserError

if TYPE_CHECKING:
    from heardback.wiring import House

HOST = "127.0.0.1"
"""Never anything else: whoever reaches the port may try to sign in."""
STOP_SECONDS = 2.0
_FINISH_SECONDS = 1
_AT_ONCE = 64
_KEEP_ALIVE_SECONDS = 5
_A_LONG_TIME = 3_600.0


class PortTaken(UserError):  # noqa: N818 - named for what it says
    """Another program listens there."""


class Serving:
    """A page while its ``with`` block lasts; ``port`` 0 takes any free one, ``desk.port`` tells which.

    A read-only view may stand beside the page of the same store; of those that change things there is one.

    Raises:
        PortTaken: another program listens at the port.
        UserError: the store's page is served already.
    """

    def __init__(self, house: "House", port: int, *, read_only: bool = False) -> None:
        self._socket = _bound(port)
        self.desk = Desk(house, read_only, self._socket.getsockname()[1])
        self.page = application(self.desk)
        self._server = uvicorn.Server(_config(self.page))
        self._thread = threading.Thread(target=self._run, name="page", daemon=True)
        self._held = ExitStack()

    def __enter__(self) -> Self:
        with ExitStack() as held:
            held.callback(self._socket.close)
            if not self.desk.read_only:
                held.enter_context(only_page(self.desk.house.data, self.desk.port))
            # What is built on first use is built here, before several threads could do so at once.
            _ = self.desk.house.database, self.desk.house.zone, self.desk.house.own_addresses, self.desk.house.person
            self._held = held.pop_all()
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def end_soon(self) -> None:
        """Asks the page to end, without waiting for it."""
        self._server.should_exit = True

    def stop(self) -> None:
        """Ends within ``STOP_SECONDS``; a request at hand is given half of that."""
        self.end_soon()
        if self._thread.ident is not None:
            self._thread.join(STOP_SECONDS)
        self._held.close()

    def _run(self) -> None:
        self._server.run(sockets=[self._socket])


@contextmanager
def serving_if_free(house: "House") -> Iterator[Serving]:
    """The page at the port of the config. Raises as ``Serving`` does."""
    with Serving(house, house.settings.web.port) as serving:
        yield serving


@contextmanager
def serving_somewhere(house: "House", *, read_only: bool = False) -> Iterator[Serving]:
    """The page at the port of the config or, where that is taken, at any free one."""
    try:
        made = Serving(house, house.settings.web.port, read_only=read_only)
    except PortTaken:
        made = Serving(house, 0, read_only=read_only)
    with made as serving:
        yield serving


@contextmanager
def page_beside(house: "House", say: Callable[[str], None]) -> Iterator[Serving | None]:
    """The page beside a service, with a house of its own so that neither waits for the other; or None.

    A page that cannot be served is told in a sentence, and the service goes on without it.
    """
    from heardback.wiring import House

    with ExitStack() as held:
        serving: Serving | None = None
        if house.settings.web.enabled:
            own = House(house.settings, house.data, house.clock, config=house.config)
            held.callback(own.close)
            try:
                serving = held.enter_context(Serving(own, own.settings.web.port))
            except UserError as error:
                say(str(error))
            else:
                house.serves_page = True
                say(f"The review page is at {serving.desk.address}/: 'heardback open' opens it.")
        yield serving


@contextmanager
def until_told() -> Iterator[Callable[[], None]]:
    """Gives what waits for SIGTERM or SIGINT; for the length of the block they end nothing by themselves."""
    bell = Bell()

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        bell.ring()

    def wait() -> None:
        while not bell.wait(_A_LONG_TIME):
            pass

    bell.hear_signals()
    before = {number: signal.signal(number, on_signal) for number in ASKS_TO_END}
    try:
        yield wait
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        bell.close()


def _config(page: Guard) -> uvicorn.Config:
    return uvicorn.Config(
        page,
        access_log=False,  # addresses of pages name people and hold keys
        log_config=None,
        log_level="warning",
        server_header=False,
        proxy_headers=False,
        lifespan="off",
        loop="asyncio",
        http="h11",
        ws="none",
        h11_max_incomplete_event_size=2 * MOST_HEADER_BYTES,
        limit_concurrency=_AT_ONCE,
        timeout_keep_alive=_KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=_FINISH_SECONDS,
    )


def _bound(port: int) -> socket.socket:
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((HOST, port))
        made.listen(128)
    except OSError as error:
        made.close()
        if error.errno == errno.EADDRINUSE:
            raise PortTaken(
                f"Port {port} of this computer is in use, so the page is not served: stop what uses it, or set another "
                "web.port in the config."
            ) from error
        if error.errno == errno.EACCES:
            raise UserError(f"Port {port} is kept for the system: set a web.port above 1023 in the config.") from error
        raise
    return made
