"""What each key of the config does, read out of ``config.example.toml``, so that there is one source for it."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

EXAMPLE = "config.example.toml"
_SECTION = re.compile(r"#? ?\[([a-z_]+)[a-z_.]*\]")
_KEY = re.compile(r"(?:# ?)?([a-z_]+) = ")


@dataclass(frozen=True, slots=True)
class Explained:
    """Keys that stand together in the example, and the words above them."""

    section: str
    keys: tuple[str, ...]
    words: str


@cache
def explanations() -> tuple[Explained, ...]:
    """Those of the example that came with heardback: in the wheel inside this package, in a checkout at its root."""
    package = Path(__file__).parents[1]
    packed = package / EXAMPLE
    file = packed if packed.exists() else package.parent / EXAMPLE
    return explanations_in(file.read_text(encoding="utf-8"))


def explanations_in(text: str) -> tuple[Explained, ...]:
    """Every group of keys with its comment, in the order of the file. A blank line or a comment begins a new group."""
    found: list[Explained] = []
    section, words, keys = "", list[str](), list[str]()

    def close() -> None:
        if keys:
            found.append(Explained(section, tuple(keys), _sentence(words)))
            words.clear()
        keys.clear()

    for line in text.splitlines():
        if head := _SECTION.fullmatch(line.strip()):
            close()
            section, words = head[1], []
        elif key := _KEY.match(line):
            keys.append(key[1])
        elif line.startswith("#"):
            close()
            words.append(line[1:].strip())
        else:
            close()
            words = []
    close()
    return tuple(found)


def _sentence(lines: list[str]) -> str:
    """The comment as running text; an item of a list becomes a sentence."""
    return " ".join(f"{line[2:3].upper()}{line[3:].rstrip('.')}." if line.startswith("- ") else line for line in lines)
