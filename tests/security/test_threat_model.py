"""The page about security promises nothing that no test holds."""

import ast
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", PAGE)


@cache
def names_in(file: Path) -> frozenset[str]:
    return frozenset(node.name for node in ast.parse(file.read_text("utf-8")).body if isinstance(node, ast.FunctionDef))


def test_every_test_it_names_is_there() -> None:
    assert len(NAMED) > 50
    missing = [
        f"{file}::{name}"
        for file, name in NAMED
        if not (ROOT / file).exists() or (name and name not in names_in(ROOT / file))
    ]

    assert missing == []


def test_every_row_of_its_tables_names_a_test() -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| ") and line.count("|") == 4]
    promises = [row for row in rows if not row.startswith(("| attempt", "|---"))]

    assert len(promises) > 30
    assert [row for row in promises if "`tests/" not in row] == []


def test_every_security_test_is_named() -> None:
    named = {file for file, _ in NAMED}

    assert [
        file.name
        for file in (ROOT / "tests" / "security").glob("test_*.py")
        if f"tests/security/{file.name}" not in named
    ] == []
