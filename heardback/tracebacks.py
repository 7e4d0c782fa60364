"""What may be shown of an error nobody foresaw: where it happened, and no word of mail, address or secret.

Libraries put what they stumbled over into their messages: a server's answer that repeats a password, a line of a mail,
a value of the config. So a message is shown if it is one of ours, or one of the interpreter's own without what it
quotes; of any other error the kind and the place remain, which is what a report needs.
"""

import logging
import re
import sys
import traceback
from collections.abc import Iterator
from threading import ExceptHookArgs
from types import TracebackType
from typing import TypeAlias

from heardback.loglines import fit_for
from heardback.printing import harmless
from store.errors import HeardbackError

_ADDRESS = re.compile(r"[^\s<>()\"',;:=]{1,100}@[^\s<>()\"',;:]{1,200}")
_QUOTED = re.compile(r"'[^']{0,2000}'?|\"[^\"]{0,2000}\"?")
_OF_THE_INTERPRETER = (
    AssertionError, AttributeError, ImportError, IndexError, MemoryError, NameError, NotImplementedError,
    RecursionError, TypeError, ZeroDivisionError,
)  # fmt: skip
_LEFT_OUT = "(its words are left out: they may hold mail or secrets)"
_DEEPEST = 20
_Raised: TypeAlias = "tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]"


def traced(error: BaseException) -> str:
    """The error and what led to it, the first cause first."""
    blocks = []
    for each in reversed(list(_chain(error))):
        place = "".join(traceback.format_tb(each.__traceback__))
        blocks.append(f"Traceback (most recent call last):\n{place}{type(each).__qualname__}: {_words(each)}\n")
    return harmless("\nwhich led to:\n\n".join(blocks))


def without_addresses(text: str) -> str:
    """The text with every mail address hidden."""
    return _ADDRESS.sub("(address)", text) if "@" in text else text


class LogLine(logging.Formatter):
    """One line for each event, whatever it was told, and tracebacks as ``traced`` gives them."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - the library's name
        """The line, with nothing in it that begins another one."""
        return harmless(without_addresses(" ".join(super().formatMessage(record).splitlines())))

    def formatException(self, ei: _Raised) -> str:  # noqa: N802 - the library's name
        """The traceback as it may be seen."""
        return traced(ei[1]) if ei[1] is not None else ""


def log_to_stderr() -> None:
    """Sends what is logged to stderr, fit to be seen; also what ends a thread."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(fit_for(sys.stderr, LogLine))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])


def tell_of_thread(ended: ExceptHookArgs) -> None:
    """For ``threading.excepthook``, whose own would show every word of the error."""
    if ended.exc_value is not None and not isinstance(ended.exc_value, SystemExit):
        logging.getLogger("heardback").error("a thread failed", exc_info=ended.exc_value)


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    each: BaseException | None = error
    while each is not None and id(each) not in seen and len(seen) < _DEEPEST:
        seen.add(id(each))
        yield each
        each = each.__cause__ or (None if each.__suppress_context__ else each.__context__)


def _words(error: BaseException) -> str:
    if isinstance(error, HeardbackError):
        return without_addresses(str(error))
    if isinstance(error, OSError):
        return error.strerror or _LEFT_OUT
    if isinstance(error, _OF_THE_INTERPRETER):
        return without_addresses(_QUOTED.sub("'…'", str(error)))[:500]
    return _LEFT_OUT
