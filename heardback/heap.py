"""Keeps the memory of a process that runs for months from spreading: one heap for all threads, free parts handed back.

glibc gives each thread a heap of its own (up to eight for each core), and keeps what was freed in the middle of it;
reading one large mail or making a digest would leave its mark for good. Elsewhere nothing is done.
"""

import ctypes
import gc
import sys
from functools import cache

_M_ARENA_MAX = -8
"""``mallopt(3)``."""


def share_one_heap() -> None:
    """To be called before the first thread is started; threads wait for one another anyway, as Python has one lock."""
    library = _glibc()
    if library is not None:
        library.mallopt(_M_ARENA_MAX, 1)


def leave_alone_what_is_there() -> None:
    """Once all is built: Python's collector need not go through some hundred thousand objects that stay anyway.

    That takes a tenth of a second each time, and may come just when mail has arrived.
    """
    gc.collect()
    gc.freeze()


def hand_back(*, collecting: bool = False) -> None:
    """Gives the system what is free (``malloc_trim(3)``): some milliseconds, so now and then.

    With ``collecting``, also what Python would only find to be free at some later time, such as a whole digest.
    """
    if collecting:
        gc.collect()
    library = _glibc()
    if library is not None:
        library.malloc_trim(0)


@cache
def _glibc() -> ctypes.CDLL | None:
    """None with another C library, such as musl's or macOS's."""
    if not sys.platform.startswith("linux"):
        return None
    library = ctypes.CDLL(None)
    return library if hasattr(library, "mallopt") and hasattr(library, "malloc_trim") else None
