"""A mail server in the process, kept in memory: pymap on a loopback port of its own choosing.

The one door to pymap. For the demo and for tests of what is read; not for tests of what servers do: it has no STARTTLS
here, no SPECIAL-USE, and drops custom keywords.
"""

import asyncio
import threading
from argparse import Namespace
from collections.abc import Coroutine, Iterable, Mapping
from contextlib import AsyncExitStack
from datetime import datetime
from types import TracebackType
from typing import Any, Self

from store.errors import UserError

HOST = "127.0.0.1"
START_SECONDS = 20.0
FILL_SECONDS = 300.0


class DemoServer:
    """Serves IMAP in plain on ``HOST``:``port`` to ``users`` (user name to password) while its ``with`` block lasts.

    Raises:
        UserError: pymap is not installed.
    """

    def __init__(self, users: Mapping[str, str]) -> None:
        self.port = 0
        self._users = dict(users)
        self._thread = threading.Thread(target=self._run, name="demo-imap", daemon=True)
        self._ready = threading.Event()
        self._failure: BaseException | None = None
        self._loop: asyncio.AbstractEventLoop
        self._end: asyncio.Event
        self._login: Any = None

    def __enter__(self) -> Self:
        self._thread.start()
        if not self._ready.wait(START_SECONDS):
            raise UserError("The demo's mail server did not start in time; close other programs and try again.")
        if self._failure is not None:
            raise _said(self._failure)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._end.set)
        self._thread.join(START_SECONDS)

    def fill(
        self, user: str, folder: str, messages: Iterable[tuple[bytes, datetime]], flags: Iterable[str] = ()
    ) -> tuple[int, ...]:
        """Puts messages with their arrival times straight into a mailbox, past the wire; returns their UIDs.

        The folder is made if it is not there. Appending over IMAP would cost 44 ms a message.
        """
        uids: tuple[int, ...] = self._wait_for(self._fill(user, folder, tuple(messages), tuple(flags)))
        return uids

    def discard(self, user: str, folder: str, uids: Iterable[int]) -> None:
        """Takes messages out of a mailbox, as another mail program of the person would."""
        self._wait_for(self._discard(user, folder, tuple(uids)))

    def _wait_for(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(FILL_SECONDS)

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except (Exception, SystemExit) as failure:  # noqa: BLE001 - handed to the thread that waits in __enter__
            self._failure = failure
            self._ready.set()

    async def _serve(self) -> None:
        from proxyprotocol.noop import ProxyProtocolNoop
        from proxyprotocol.reader import ProxyProtocolReader
        from pymap.backend.dict import DictBackend
        from pymap.imap import IMAPServer
        from pysasl.hashing import Cleartext

        self._loop = asyncio.get_running_loop()
        self._end = asyncio.Event()
        backend, config = await DictBackend.init(
            _arguments(self._users), invalid_user_sleep=0.0, hash_context=Cleartext()
        )
        config.apply_context()
        self._login = backend.login
        for name, password in tuple(self._users.items())[1:]:  # the first one came with the arguments
            await self._add_user(config, name, password)
        async with AsyncExitStack() as stack:
            await backend.start(stack)
            answer = ProxyProtocolReader(ProxyProtocolNoop()).get_callback(IMAPServer(backend.login, config))
            server = await asyncio.start_server(answer, host=HOST, port=0)
            self.port = server.sockets[0].getsockname()[1]
            self._ready.set()
            async with server:
                await self._end.wait()

    async def _add_user(self, config: Any, name: str, password: str) -> None:
        from pymap.user import Passwords, UserMetadata

        hashed = await Passwords(config).hash_password(password)
        await self._identity(name).set(UserMetadata(config, name, password=hashed))

    def _identity(self, name: str) -> Any:
        from pymap.backend.dict import Identity

        return Identity(name, self._login, None, frozenset())

    async def _mailbox(self, user: str, folder: str) -> Any:
        async with self._identity(user).new_session() as session:
            mailboxes = session.mailbox_set
            if folder not in {entry.name for entry in (await mailboxes.list_mailboxes()).list()}:
                await mailboxes.add_mailbox(folder)
            return await mailboxes.get_mailbox(folder)

    async def _fill(
        self, user: str, folder: str, messages: tuple[tuple[bytes, datetime], ...], flags: tuple[str, ...]
    ) -> tuple[int, ...]:
        from pymap.parsing.message import AppendMessage
        from pymap.parsing.specials.flag import Flag

        mailbox = await self._mailbox(user, folder)
        marks = frozenset(Flag(flag.encode("ascii")) for flag in flags)
        return tuple([(await mailbox.append(AppendMessage(raw, when, marks))).uid for raw, when in messages])

    async def _discard(self, user: str, folder: str, uids: tuple[int, ...]) -> None:
        mailbox = await self._mailbox(user, folder)
        await mailbox.delete(uids)


def _arguments(users: Mapping[str, str]) -> Namespace:
    """What pymap's command line would have parsed."""
    name, password = next(iter(users.items()))
    return Namespace(
        debug=False,
        host=HOST,
        port=0,
        cert=None,
        key=None,
        tls=False,
        proxy_protocol=None,
        inherited_sockets=None,
        passlib_cfg=None,
        demo_data=False,
        demo_user=name,
        demo_password=password,
        skip_services=[],
    )


def _said(failure: BaseException) -> BaseException:
    if isinstance(failure, ImportError):
        return UserError("The demo needs the mail server pymap; run `pip install 'heardback[demo]'`.")
    return failure
