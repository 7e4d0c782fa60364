"""The bell: rung from any thread and by signals, also by one that interrupts no wait."""

import subprocess
import sys
import threading
import time

from ingest.bell import Bell

SIGNALLED_ELSEWHERE = """
import signal, threading, time
from ingest.bell import Bell

bell = Bell()
signal.signal(signal.SIGTERM, lambda *_: bell.ring())
{hears}

def later():
    time.sleep(0.3)
    # Taken by this thread, it interrupts no wait of the main one: as one does that comes just before a wait begins.
    signal.pthread_kill(threading.get_ident(), signal.SIGTERM)

threading.Thread(target=later, daemon=True).start()
began = time.monotonic()
print(bell.wait(3), time.monotonic() - began < 2)
bell.close()
print(signal.set_wakeup_fd(-1))
"""


def _seen(hears: str) -> list[str]:
    command = [sys.executable, "-c", SIGNALLED_ELSEWHERE.format(hears=hears)]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=30).stdout.split()


def test_it_stays_rung_until_it_is_silenced() -> None:
    bell = Bell()
    assert not bell.wait(0)

    bell.ring()
    bell.ring()

    assert bell.wait(0)
    assert bell.wait(0)
    bell.silence()
    assert not bell.wait(0)
    bell.close()
    bell.ring()


def test_it_wakes_another_thread() -> None:
    bell = Bell()
    threading.Timer(0.1, bell.ring).start()
    began = time.monotonic()

    assert bell.wait(20)
    assert time.monotonic() - began < 10
    bell.close()


def test_a_signal_that_interrupts_no_wait_rings_it_all_the_same() -> None:
    assert _seen("bell.hear_signals()") == ["True", "True", "-1"]


def test_without_hearing_signals_such_a_wait_would_last() -> None:
    assert _seen("")[1] == "False"
