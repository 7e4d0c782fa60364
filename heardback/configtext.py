"""Writes the config: the example that came with heardback, with the answers filled in and every other key explained.

Text in, text out. What was there before is kept to the letter; ``written_into`` checks that by reading both.
"""

import difflib
import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from store.errors import UserError

EXAMPLE = "config.example.toml"
EXAMPLE_ACCOUNT = "home"
_HEADER = re.compile(r"\s*\[")
_KEY = re.compile(r"(# ?)?([a-z_]+) = (.*)")

Values = Mapping[str, object]
"""Keys and their TOML values: text, number, truth, or a tuple of texts."""


def example() -> str:
    """The example: in the wheel inside this package, in a checkout at its root."""
    package = Path(__file__).parent
    packed = package / EXAMPLE
    return (packed if packed.exists() else package.parent / EXAMPLE).read_text(encoding="utf-8")


def new_config(person: Values, name: str, account: Values) -> str:
    """A whole config for one person with one mailbox."""
    lines = example().splitlines()
    start, end = _block(lines, f"[accounts.{EXAMPLE_ACCOUNT}]")
    lines[start:end] = _account_block(name, account)
    start, end = _block(lines, "[person]")
    lines[start:end] = _filled(lines[start:end], person)
    return "\n".join(lines) + "\n"


def written_into(before: str, person: Values, name: str, account: Values) -> str:
    """The config ``before`` with a mailbox added or replaced, and what it did not yet know about the person.

    Raises:
        UserError: it is written in a way that cannot be added to without losing something.
    """
    lines = before.splitlines()
    header = f"[accounts.{name}]"
    if _has(lines, header):
        start, end = _block(lines, header)
        lines[start:end] = _account_block(name, account)
    else:
        while lines and not lines[-1].strip():
            lines.pop()
        example_lines = example().splitlines()
        first, _ = _block(example_lines, f"[accounts.{EXAMPLE_ACCOUNT}]")
        above = _comment_above(example_lines, first)
        lines += ["", "", *above, *_account_block(name, account)]
    if person:
        if _has(lines, "[person]"):
            start, end = _block(lines, "[person]")
            lines[start:end] = _filled(lines[start:end], person, keep_others=True)
        else:
            lines = ["[person]", *(f"{key} = {_toml(value)}" for key, value in person.items()), "", *lines]
    after = "\n".join(lines) + "\n"
    _check_nothing_lost(before, after, person, name, account)
    return after


def difference(before: str, after: str) -> str:
    """What would change, as lines with + and -."""
    changed = difflib.unified_diff(
        before.splitlines(), after.splitlines(), "as it is", "as it would be", lineterm="", n=1
    )
    return "\n".join(changed)


def _account_block(name: str, account: Values) -> list[str]:
    lines = example().splitlines()
    start, end = _block(lines, f"[accounts.{EXAMPLE_ACCOUNT}]")
    return _filled([f"[accounts.{name}]", *lines[start + 1 : end]], account)


def _filled(block: list[str], values: Values, *, keep_others: bool = False) -> list[str]:
    """A table with its keys set; a key that only stood there as an example becomes a comment again."""
    left = dict(values)
    filled = []
    for line in block:
        key = _KEY.fullmatch(line)
        if key and key[2] in left:
            filled.append(f"{key[2]} = {_toml(left.pop(key[2]))}")
        elif key and not key[1] and not keep_others:
            filled.append(f"# {line}")
        else:
            filled.append(line)
    end = len(filled)
    while end and not filled[end - 1].strip():
        end -= 1
    filled[end:end] = [f"{key} = {_toml(value)}" for key, value in left.items()]
    return filled


def _has(lines: list[str], header: str) -> bool:
    return any(line.strip().startswith(header) for line in lines)


def _block(lines: list[str], header: str) -> tuple[int, int]:
    """From a table's header to the comment above the next one."""
    start = next(number for number, line in enumerate(lines) if line.strip().startswith(header))
    following = (number for number in range(start + 1, len(lines)) if _HEADER.match(lines[number]))
    end = next(following, len(lines))
    if end < len(lines):
        end -= len(_comment_above(lines, end))
    return start, end


def _comment_above(lines: list[str], number: int) -> list[str]:
    """The comment that stands directly above a line."""
    first = number
    while first and lines[first - 1].startswith("#") and not _KEY.fullmatch(lines[first - 1]):
        first -= 1
    return lines[first:number]


def _check_nothing_lost(before: str, after: str, person: Values, name: str, account: Values) -> None:
    """Reads both: besides what was meant to change, every value is the same."""
    old = tomllib.loads(before)
    expected = {**old, "accounts": {**old.get("accounts", {}), name: {key: _plain(account[key]) for key in account}}}
    if person:
        expected["person"] = {**old.get("person", {}), **{key: _plain(value) for key, value in person.items()}}
    try:
        kept = tomllib.loads(after) == expected
    except tomllib.TOMLDecodeError:
        kept = False
    if not kept:
        raise UserError(
            "The config is written in a way that init cannot add to without changing something else; add the account "
            "by hand, as config.example.toml shows."
        )


def _plain(value: object) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_toml, value)) + "]"
    # JSON's strings are TOML's, but for one character that TOML wants written out.
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007F")
