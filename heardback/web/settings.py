"""Settings: every key of the config with its value, its default and what it does. Secrets are never shown."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import Enum
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from heardback.config import default_config_path
from heardback.sections import Key, Section
from heardback.settings import Settings
from heardback.web.desk import desk_of
from heardback.web.explained import Explained, explanations
from heardback.web.rendering import page
from heardback.web.routing import view
from heardback.web.words import words

SECRET_PARTS = ("password", "secret", "token", "url", "key", "credential", "passphrase", "webhook")
"""A key with one of these in its name may hold a secret, or an address that does."""
NAMES: Mapping[str, str] = {
    "person": "You",
    "accounts": "Mailboxes",
    "poll": "Looking for mail",
    "silence": "When silence is overdue",
    "chance": "How likely an answer still is",
    "contacts": "Staying in touch",
    "replies": "Replies",
    "digest": "The weekly digest",
    "web": "This page",
    "tagger": "Tags",
}
_SOURCES: Mapping[str, str] = {
    "command": "a command",
    "file": "a file",
    "env": "an environment variable",
    "keyring": "the system's keyring",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One key as it stands now; ``default`` is empty where there is nothing to say of it."""

    key: str
    value: str
    default: str
    is_default: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Keys that are explained together."""

    words: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """One table of the config, under a name a person knows."""

    name: str
    table: str
    groups: tuple[Group, ...]

    @property
    def changed(self) -> int:
        """How many keys differ from their default."""
        return sum(not line.is_default for group in self.groups for line in group.lines)


def show(request: Request) -> Response:
    """The page."""
    house = desk_of(request).house
    sections = sections_of(house.settings, explanations())
    path = house.config or default_config_path()
    return page(request, "settings.html.j2", sections=sections, path=str(path), exists=path.exists())


def sections_of(settings: Settings, explained: tuple[Explained, ...]) -> tuple[SectionView, ...]:
    """Every section of the config, mailboxes one by one; pure."""
    return tuple(_sections(settings, explained))


def _sections(settings: Settings, explained: tuple[Explained, ...]) -> Iterator[SectionView]:
    for name, key in settings.keys.items():
        value = getattr(settings, name)
        theirs = tuple(each for each in explained if each.section == name)
        title = NAMES.get(name, words(name).capitalize())
        if name == "accounts":
            for account, each in value.items():
                yield SectionView(f"Mailbox “{account}”", f"accounts.{account}", _groups(each, theirs))
        elif isinstance(value, Section):
            yield SectionView(title, name, _groups(value, theirs))
        else:
            yield SectionView(title, "", (Group("", (_line(name, value, key),)),))


def _groups(section: Section, explained: tuple[Explained, ...]) -> tuple[Group, ...]:
    lines = {line.key: line for line in _lines(section)}
    groups: list[Group] = []
    for each in explained:
        here = tuple(lines.pop(key) for key in each.keys if key in lines)
        if here:
            groups.append(Group(each.words, here))
    if lines:
        groups.append(Group("", tuple(lines.values())))
    return tuple(groups)


def _lines(section: Section, before: str = "") -> Iterator[Line]:
    for name, key in section.keys.items():
        value = getattr(section, name)
        if isinstance(value, Section):
            yield from _lines(value, f"{before}{name}.")
        else:
            yield _line(f"{before}{name}", value, key)


def _line(name: str, value: object, key: Key) -> Line:
    default = None if key.is_required else key.default
    is_default = not key.is_required and value == default
    told = "" if default in (None, "", (), False) else shown(name, default)
    return Line(name, shown(name, value), told, is_default)


def shown(key: str, value: object) -> str:
    """A value as a person reads it; of a secret only that there is one, and where it comes from."""
    if any(part in key for part in SECRET_PARTS):
        if not value:
            return "not set"
        return next((said for end, said in _SOURCES.items() if key.endswith(f"_{end}")), "set, and not shown")
    return _plain(value)


def _plain(value: object) -> str:
    match value:
        case None | "" | ():
            return "empty" if value is not None else "not set"
        case bool():
            return "yes" if value else "no"
        case Enum():
            return str(value.value)
        case time():
            return f"{value:%H:%M}"
        case date():
            return value.isoformat()
        case Path() | int() | float() | str():
            return str(value)
        case tuple() | list():
            return ", ".join(map(_plain, value))
        case _:
            return "set"


ROUTES: tuple[Route, ...] = (view("/settings", show),)
