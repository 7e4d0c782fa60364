"""Which test provokes which message: kept in ``tests/docs/provoked.tsv``, a message and a test a line.

``python -m scripts.messages_proof [SEEN…]`` brings it up to date: each message takes a test from what
``scripts.messages_seen`` noted, else keeps the one it has while that is there, else takes one that names its words.
It prints the messages no test provokes.
"""

import ast
import json
import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from scripts.messages_check import ROOT, says
from scripts.messages_found import SLOT, literal, messages

TABLE = ROOT / "tests" / "docs" / "provoked.tsv"
_LEAST_LETTERS = 7
_ENOUGH_LETTERS = 14
_MOST_MESSAGES = 3
"""Words that stand in more messages than this prove none of them; short words must stand in one alone."""


def provoked() -> dict[str, str]:
    """The test of each message, as it is written down."""
    lines = TABLE.read_text(encoding="utf-8").splitlines() if TABLE.exists() else []
    return dict(line.split("\t", 1) for line in lines if line)


def exists(test: str) -> bool:
    """Whether a test, "tests/…py::test_name", is there."""
    path, _, name = test.partition("::")
    return name.rpartition("::")[2] in _tests_of(ROOT / path)


@cache
def _tests_of(path: Path) -> frozenset[str]:
    if not path.exists():
        return frozenset()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def _seen(paths: Iterable[str]) -> list[tuple[str, str]]:
    found = [tuple(json.loads(line)) for path in paths for line in Path(path).read_text(encoding="utf-8").splitlines()]
    return sorted({(test, text) for test, text in found})


def _named() -> Iterator[tuple[str, str]]:
    """The words each test names."""
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        place = path.relative_to(ROOT).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        shared = dict(_tables(tree))
        for node in ast.walk(tree):
            if not isinstance(node, ast.FunctionDef) or not node.name.startswith("test_"):
                continue
            used = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
            for words in [*_words(node), *(word for name in used for word in shared.get(name, ()))]:
                yield f"{place}::{node.name}", words


def _tables(tree: ast.Module) -> Iterator[tuple[str, list[str]]]:
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                yield name, list(_words(node))


def _words(node: ast.AST) -> Iterator[str]:
    for each in ast.walk(node):
        match each:
            case ast.Constant(value=str(text)) if literal(text) >= _LEAST_LETTERS and " " in text:
                yield re.sub(r"\\(.)", r"\1", text).strip()


def _by_words(wanted: list[str]) -> dict[str, str]:
    named = list(_named())
    found: dict[str, str] = {}
    for test, words in named:
        hits = [text for text in wanted if _holds(text, words)]
        if len(hits) <= (_MOST_MESSAGES if literal(words) >= _ENOUGH_LETTERS else 1):
            for text in hits:
                found.setdefault(text, test)
    return found


def _holds(text: str, words: str) -> bool:
    """Whether a test's words are a part of the message, or the message a part of them."""
    if words in text:
        return True
    parts = [re.escape(part) for part in text.split(SLOT)]
    return literal(text) >= _ENOUGH_LETTERS and re.search(".{1,200}?".join(parts), words) is not None


def main() -> int:
    """Rewrites the table; 0 where every message has its test."""
    wanted = [each.text for each in messages(ROOT)]
    known = {text: test for text, test in provoked().items() if text in wanted and exists(test)}
    seen = _seen(sys.argv[1:])
    named = _by_words(wanted)
    for text in wanted:
        test = next((test for test, said in seen if says(text, said)), None) or known.get(text) or named.get(text)
        if test:
            known[text] = test
        else:
            sys.stdout.write(f"{text}\n")
    TABLE.write_text("".join(f"{text}\t{known[text]}\n" for text in sorted(known)), encoding="utf-8")
    sys.stderr.write(f"{len(known)} of {len(wanted)} messages have a test.\n")
    return 0 if len(known) == len(wanted) else 1


if __name__ == "__main__":
    sys.exit(main())
