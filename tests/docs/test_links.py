"""What the pages name exists: files, headings, commands with their options, and keys of the config."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import typer.main

from heardback.cli import app
from heardback.commands import register
from heardback.sections import Section
from heardback.settings import AccountSettings, Settings

ROOT = Path(__file__).resolve().parent.parent.parent
APART = (".venv", ".git", ".pytest_cache", ".hypothesis", "node_modules", "build", "dist")
PAGES = sorted(path for path in ROOT.rglob("*.md") if not any(part in APART for part in path.relative_to(ROOT).parts))
FOR_USERS = [path for path in PAGES if path.parent.name not in ("scenarios", "decisions")]

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)|(?:src|srcset|href)=\"([^\"]+)\"")
_COMMAND = re.compile(r"(?:^(?:\.venv/bin/)?|'|\| |&& |-it )heardback((?: +[^\s'`|;)&]+)+)", re.MULTILINE)
_QUOTED = re.compile(r"'[^']*'")
_KEY = re.compile(r"^([a-z_]+)\.([a-z_A-Z]+(?:\.[a-z_]+)*)$")


def prose(page: Path) -> str:
    return _FENCE.sub("", page.read_text(encoding="utf-8"))


def anchors(page: Path) -> set[str]:
    heads = re.findall(r"^#{1,6} +(.+?) *$", prose(page), re.MULTILINE)
    plain = [re.sub(r"\[([^\]]*)\]\([^)]*\)|[`*]", r"\1", head) for head in heads]
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in plain}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    targets = [next(filter(None, groups)) for groups in _LINK.findall(_SPAN.sub("", prose(page)))]
    near = [target for target in targets if not re.match(r"[a-z]+:", target)]

    lost = []
    for target in near:
        name, _, anchor = target.partition("#")
        path = (page.parent / name).resolve() if name else page
        if not path.exists() or (anchor and path.suffix == ".md" and anchor not in anchors(path)):
            lost.append(target)
    assert lost == []


def test_every_page_is_in_the_index() -> None:
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    linked = {(ROOT / "docs" / target).resolve() for target, *_ in _LINK.findall(index) if target}
    pages = {path for path in PAGES if path.is_relative_to(ROOT / "docs") and path.parent.name != "decisions"}

    assert pages - linked - {ROOT / "docs" / "README.md"} == set()


@pytest.fixture(scope="module")
def root_command() -> Any:
    register(app)
    return typer.main.get_command(app)


def commands_in(page: Path) -> Iterator[list[str]]:
    text = page.read_text(encoding="utf-8")
    pieces = [body for kind, body in _FENCE.findall(text) if kind in ("sh", "")]
    pieces += _SPAN.findall(_FENCE.sub("", text))
    for piece in pieces:
        lines = re.sub(r"\\\n\s*", " ", re.sub(r"\s#.*", "", re.sub(r"\"[^\"]*\"", "X", piece)))
        for words in _COMMAND.findall(lines if not lines.endswith(".") else " ".join(_QUOTED.findall(lines))):
            yield words.replace("\\|", "|").removeprefix(" heardback").split()


def trouble_with(words: list[str], command: Any) -> str:
    """What of a command line is not there; empty where all of it is."""
    words = list(words)
    while words:
        word = words.pop(0)
        if word.startswith("--"):
            known = {each for parameter in command.params for each in (*parameter.opts, *parameter.secondary_opts)}
            if word.partition("=")[0] not in known | {"--help", "--debug"}:
                return f"{command.name} has no {word}"
            taken = next((each for each in command.params if word in each.opts), None)
            if taken is not None and not getattr(taken, "is_flag", False) and words and "=" not in word:
                words.pop(0)
        elif hasattr(command, "commands"):
            names = word.split("|")
            if not re.fullmatch(r"[a-z][a-z|-]*", word):
                return ""
            if lost := [name for name in names if name not in command.commands]:
                return f"no command {lost[0]}" if not command.invoke_without_command else f"{command.name}: {lost[0]}?"
            command = command.commands[names[0]]
    return ""


@pytest.mark.parametrize("page", FOR_USERS, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_exists(page: Path, root_command: Any) -> None:
    wrong = {f"heardback {' '.join(words)}": trouble_with(words, root_command) for words in commands_in(page)}

    assert {line: why for line, why in wrong.items() if why} == {}


def keys_of(model: type[Section]) -> dict[str, Any]:
    return {name: key.kind for name, key in model.keys.items()}


def sections() -> dict[str, type[Section]]:
    found: dict[str, type[Section]] = {"accounts": AccountSettings}
    for name, kind in keys_of(Settings).items():
        for each in (kind, *get_args(kind)):
            if isinstance(each, type) and issubclass(each, Section) and name != "accounts":
                found[name] = each
    return found


@pytest.mark.parametrize("page", FOR_USERS, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_key_of_the_config_exists(page: Path) -> None:
    known = sections()
    lost = []
    for span in _SPAN.findall(prose(page)):
        named = re.fullmatch(r"\[([a-z_]+)\] ([a-z_]+)", span.partition(" =")[0])
        dotted = _KEY.fullmatch(span.partition(" =")[0])
        section, key = named.groups() if named else (dotted[1], dotted[2].rpartition(".")[2]) if dotted else ("", "")
        if (
            section in known
            and key not in keys_of(known[section])
            and key not in ("py", "md", "toml", "joblib", "json")
        ):
            lost.append(span)
    assert lost == []


@pytest.mark.parametrize("page", FOR_USERS, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_piece_of_config_holds_keys_that_exist(page: Path) -> None:
    known = sections()
    lost = []
    for kind, body in _FENCE.findall(page.read_text(encoding="utf-8")):
        if kind != "toml":
            continue
        for section, values in tomllib.loads(body).items():
            if not isinstance(values, dict):
                lost += [section] if section not in keys_of(AccountSettings) else []
                continue
            for table in values.values() if section == "accounts" else (values,):
                lost += [
                    f"{section}.{key}" for key in table if section not in known or key not in keys_of(known[section])
                ]
    assert lost == []
