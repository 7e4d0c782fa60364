"""A table drawn without rich is the table that rich draws."""

import io
import random
import re

import pytest

from heardback import printing

LETTERS = "abcdefg  hij kl XYZ0123äöüéß–…’“ "


class Screen(io.StringIO):
    """A place to print to that may be a terminal."""

    def __init__(self, *, is_terminal: bool) -> None:
        super().__init__()
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        return self._is_terminal


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "90")
    monkeypatch.setenv("LINES", "25")


def printed(monkeypatch: pytest.MonkeyPatch, *table: object, is_terminal: bool, shrinking: list[str]) -> str:
    screen = Screen(is_terminal=is_terminal)
    with monkeypatch.context() as patched:
        patched.setattr("sys.stdout", screen)
        printing.table(*table, shrinking=shrinking)  # type: ignore[arg-type]
    # rich makes each name of a column bold by itself, and the gaps between them too.
    return re.sub(r"\x1b\[0m\x1b\[1m", "", screen.getvalue())


def some_text(chance: random.Random) -> str:
    return "".join(chance.choices(LETTERS, k=chance.randint(0, chance.choice((3, 20, 60)))))


@pytest.mark.parametrize("seed", range(40))
def test_it_is_drawn_as_rich_draws_it(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(seed)
    columns = [f"Column {number}" for number in range(chance.randint(1, 5))]
    rows = [[some_text(chance) for _ in columns] for _ in range(chance.randint(0, 5))]
    shrinking = [column for column in columns if chance.random() < 0.5]
    title = chance.choice(("", "Drafts – and more"))
    is_terminal = seed % 2 == 0

    ours = printed(monkeypatch, title, columns, rows, is_terminal=is_terminal, shrinking=shrinking)
    monkeypatch.setattr(printing, "can_draw", lambda *_, **__: False)
    theirs = printed(monkeypatch, title, columns, rows, is_terminal=is_terminal, shrinking=shrinking)
    assert ours == theirs


@pytest.mark.parametrize("text", ["東京", "e\u0301", "👍", "\u00ad", "אב"])
def test_what_is_not_one_cell_wide_is_left_to_rich(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(printing, "_draw_by_rich", lambda *given: asked.append(given))

    printed(monkeypatch, "", ["Name"], [[text]], is_terminal=False, shrinking=[])
    assert asked
