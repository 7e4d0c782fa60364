"""heardback's commands as a shell runs them, each in a process of its own, without the second each takes to import.

A process that has imported the whole program forks for every command: what comes after is the program, to its exit
code. What is about the start itself (what a command imports, signals that come early) starts ``python -m heardback``.
"""

import atexit
import gc
import importlib
import json
import os
import pkgutil
import select
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
SECONDS = 60.0
_DECIDED_AT_THE_START = ("PYTHON", "LC_", "LANG", "LD_", "OMP_", "OPENBLAS_")
"""What an interpreter and its libraries look at once, when they begin."""


def run(
    words: Sequence[str], *, env: Mapping[str, str] | None = None, stdin: bytes = b"", seconds: float = SECONDS
) -> subprocess.CompletedProcess[bytes]:
    """What came of one command; ``words`` come after ``heardback``. Raises ``subprocess.TimeoutExpired``."""
    wanted = dict(os.environ if env is None else env)
    if _start(wanted) != _start(os.environ):
        started = [sys.executable, "-m", "heardback", *words]
        return subprocess.run(started, env=wanted, input=stdin, capture_output=True, timeout=seconds)
    with socket.socket(socket.AF_UNIX) as line, ThreadPoolExecutor(3) as hands:
        line.settimeout(seconds)
        line.connect(str(_waiting()))
        (theirs_in, ours_in), (ours_out, theirs_out), (ours_err, theirs_err) = os.pipe(), os.pipe(), os.pipe()
        theirs = (theirs_in, theirs_out, theirs_err)
        asked = json.dumps({"words": list(words), "env": wanted, "folder": str(Path.cwd())}).encode()
        socket.send_fds(line, [len(asked).to_bytes(8, "big")], theirs)
        for end in theirs:
            os.close(end)
        line.sendall(asked)
        hands.submit(_write, ours_in, stdin)
        out, err = hands.submit(_read, ours_out), hands.submit(_read, ours_err)
        pid = int.from_bytes(_exactly(line, 8), "big")
        try:
            code = int.from_bytes(_exactly(line, 8), "big", signed=True)
            return subprocess.CompletedProcess(("heardback", *words), code, out.result(seconds), err.result(seconds))
        except BaseException as error:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
            if isinstance(error, TimeoutError):
                raise subprocess.TimeoutExpired(("heardback", *words), seconds) from None
            raise


def run_text(
    words: Sequence[str], *, env: Mapping[str, str] | None = None, stdin: str = "", seconds: float = SECONDS
) -> subprocess.CompletedProcess[str]:
    """As ``run``, of text."""
    done = run(words, env=env, stdin=stdin.encode(), seconds=seconds)
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def _start(env: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in env.items() if name.startswith(_DECIDED_AT_THE_START)}


@cache
def _waiting() -> Path:
    """Where the process that forks listens; it ends with this one, whose end of its standard input then closes."""
    folder = tempfile.TemporaryDirectory(prefix="heardback-program-")
    place = Path(folder.name) / "socket"
    words = [sys.executable, "-c", "from tests.program import wait_for_commands; wait_for_commands()", str(place)]
    process = subprocess.Popen(words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)

    def end() -> None:
        process.kill()
        process.wait()
        folder.cleanup()

    atexit.register(end)
    until = time.monotonic() + SECONDS
    while not place.exists():
        assert process.poll() is None
        assert time.monotonic() < until
        time.sleep(0.01)
    return place


def wait_for_commands() -> None:
    """The process that forks: imports the program, then does what it is asked for until its standard input ends.

    Returns in the processes that were a command, once it is done; they end as every program does.
    """
    from heardback.cli import main

    _import_all()
    place = Path(sys.argv[1])
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(place.with_name("making")))
        listener.listen()
        place.with_name("making").rename(place)
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)
        while listener in select.select([listener, 0], [], [])[0]:
            connection, _ = listener.accept()
            with connection:
                if os.fork():
                    continue
                listener.close()
                if _is_the_command(connection):
                    break
                os._exit(0)
        else:
            return
    main()


def _is_the_command(connection: socket.socket) -> bool:
    """True in a process that has become what was asked for; another one waits for its end and tells how it came."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    size, theirs, _, _ = socket.recv_fds(connection, 8, 3)
    asked = json.loads(_exactly(connection, int.from_bytes(size, "big")))
    pid = os.fork()
    if pid:
        connection.sendall(pid.to_bytes(8, "big"))
        for each in theirs:
            os.close(each)
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        connection.sendall(code.to_bytes(8, "big", signed=True))
        return False
    for number, each in enumerate(theirs):
        os.dup2(each, number)
        os.close(each)
    os.environ.clear()
    os.environ.update(asked["env"])
    time.tzset()
    os.chdir(asked["folder"])
    sys.argv[:] = ["heardback", *asked["words"]]
    return True


def _import_all() -> None:
    for name in ("store", "ingest", "classify", "respond", "heardback"):
        package = importlib.import_module(name)
        for module in pkgutil.walk_packages(package.__path__, f"{name}."):
            if not module.name.startswith("store.migrations.") and not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    gc.collect()
    gc.freeze()


def _exactly(connection: socket.socket, octets: int) -> bytes:
    return connection.recv(octets, socket.MSG_WAITALL)


def _read(end: int) -> bytes:
    with open(end, "rb") as stream:
        return stream.read()


def _write(end: int, octets: bytes) -> None:
    with suppress(BrokenPipeError), open(end, "wb") as stream:
        stream.write(octets)
