"""What the service does about the memory of a process that runs for months."""

import subprocess
import sys

import pytest

from heardback import heap

MEASURE = """
import ctypes, sys, threading
from pathlib import Path
from heardback import heap

def resident():
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1])

if sys.argv[1] == "shared":
    heap.share_one_heap()

library = ctypes.CDLL(None)
library.malloc.restype = ctypes.c_void_p
library.free.argtypes = [ctypes.c_void_p]

def work():
    pieces = [library.malloc(2_000) for _ in range(5_000)]
    for piece in pieces:
        ctypes.memset(piece, 1, 2_000)
    for piece in pieces[:-1]:
        library.free(piece)

before = resident()
for _ in range(6):
    each = threading.Thread(target=work)
    each.start()
    each.join()
if sys.argv[1] == "shared":
    heap.hand_back()
print(resident() - before)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glibc's heaps")
def test_what_was_freed_goes_back_to_the_system() -> None:
    done = subprocess.run([sys.executable, "-c", MEASURE, "shared"], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 4_000  # of ten megabytes


def test_with_another_c_library_nothing_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    heap._glibc.cache_clear()
    try:
        heap.share_one_heap()
        heap.hand_back()
        assert heap._glibc() is None
    finally:
        heap._glibc.cache_clear()
