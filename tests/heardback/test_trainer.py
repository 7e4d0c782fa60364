"""The service trains in a process of its own: started when due, looked after without waiting, stopped with it."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from heardback.learning import ENOUGH
from heardback.trainer import Trainer, training_command
from heardback.wiring import House
from tests.heardback.mailing import correct_magpies


def program(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", code)


def wait(condition: Callable[[], bool], seconds: float = 30) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.02)
    return False


def test_nothing_is_started_while_nothing_is_due(house: House, tmp_path: Path) -> None:
    trainer = Trainer(house, print, program(f"open({str(tmp_path / 'ran')!r}, 'w')"))
    trainer.look_after()
    trainer.stop()

    assert not (tmp_path / "ran").exists()


def test_a_due_training_runs_beside_and_its_last_word_is_told(house: House) -> None:
    correct_magpies(house, ENOUGH)
    said: list[str] = []
    trainer = Trainer(house, said.append, program("import sys; print('first\\nown-1 takes over.', file=sys.stderr)"))

    began = time.monotonic()
    trainer.look_after()
    assert time.monotonic() - began < 5
    assert wait(lambda: trainer.look_after() or bool(said))
    assert said == ["own-1 takes over."]


def test_a_training_that_dies_silently_is_told_and_not_tried_at_once(house: House) -> None:
    correct_magpies(house, ENOUGH)
    said: list[str] = []
    trainer = Trainer(house, said.append, program("raise SystemExit(3)"))

    trainer.look_after()
    assert wait(lambda: trainer.look_after() or bool(said))
    trainer.look_after()
    time.sleep(0.2)
    trainer.look_after()
    assert said == ["The training ended without a word (code 3): run 'heardback train'."]


def test_a_training_is_stopped_with_the_service(house: House) -> None:
    correct_magpies(house, ENOUGH)
    ignoring = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)"
    trainer = Trainer(house, print, program(ignoring))
    trainer.look_after()
    time.sleep(0.3)

    began = time.monotonic()
    trainer.stop()
    assert time.monotonic() - began < 15  # half a second on an idle machine; it would last a minute


def test_the_training_works_on_the_same_settings_and_data(house: House, tmp_path: Path) -> None:
    house.config = tmp_path / "config.toml"

    assert training_command(house)[1:] == (
        "-P", "-m", "heardback", "--config", str(house.config), "--data", str(house.data), "train", "--background",
    )  # fmt: skip
