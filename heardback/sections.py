"""Tables of the config as frozen values that read themselves; every mistake in them is found, with its key and value.

A key is an annotation with a default; what an annotation cannot say is a rule beside it, a function that answers with
the value as it is kept or raises ``ValueError`` with the words for the person. Reading costs next to nothing where
little is written, because every command waits for it (``docs/decisions/0016``).
"""

from collections.abc import Callable, Iterator, Mapping
from inspect import get_annotations
from types import NoneType, UnionType
from typing import Annotated, Any, ClassVar, Self, Union, dataclass_transform, get_args, get_origin

from heardback.plainvalues import read_plain

_NO_DEFAULT = object()


class Mistake:
    """One mistake: where, what was written there, and what it must be; ``known`` keys where the key itself is none."""

    def __init__(self, place: tuple[str, ...], value: object, words: str, known: tuple[str, ...] = ()) -> None:
        self.place, self.value, self.words, self.known = place, value, words, known

    def below(self, key: str) -> "Mistake":
        """The same, seen from the table around it."""
        return Mistake((key, *self.place), self.value, self.words, self.known)


UNKNOWN, MISSING = "unknown", "missing"
"""The words of a mistake that is about the key and no value."""


class Unfit(ValueError):  # noqa: N818 - named for what it says
    """Values that make no section, with every mistake."""

    def __init__(self, mistakes: tuple[Mistake, ...]) -> None:
        super().__init__("; ".join(f"{'.'.join(each.place)}: {each.words}" for each in mistakes))
        self.mistakes = mistakes


class Key:
    """One key of a section: its name, its type with the rules, and its default."""

    def __init__(self, name: str, kind: Any, default: object) -> None:
        self.name, self.kind, self.default = name, kind, default

    @property
    def is_required(self) -> bool:
        """Whether it has to be written."""
        return self.default is _NO_DEFAULT


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Section:
    """One table of the file. Raises ``Unfit`` where it is made of what does not fit."""

    keys: ClassVar[Mapping[str, Key]] = {}

    def __init_subclass__(cls) -> None:
        # A default stands in the class, and an instance holds only what was given.
        kinds = get_annotations(cls)
        cls.keys = {name: Key(name, kind, cls.__dict__.get(name, _NO_DEFAULT)) for name, kind in kinds.items()}

    def __init__(self, /, **given: Any) -> None:
        mistakes: list[Mistake] = []
        for name, key in self.keys.items():
            if name in given:
                mistakes += self._keep(key, given[name])
            elif key.is_required:
                mistakes.append(Mistake((name,), None, MISSING))
        unknown = [name for name in given if name not in self.keys]
        mistakes += [Mistake((name,), given[name], UNKNOWN, tuple(self.keys)) for name in unknown]
        if not mistakes:
            mistakes += self._found_wrong()
        if mistakes:
            raise Unfit(tuple(mistakes))

    def check(self) -> None:
        """What several keys must be together. Raises ``ValueError``."""

    def with_changes(self, **given: Any) -> Self:
        """The same with other values for these keys."""
        return type(self)(**{**vars(self), **given})

    def _keep(self, key: Key, given: object) -> Iterator[Mistake]:
        try:
            self.__dict__[key.name] = read(key.kind, given)
        except Unfit as error:
            yield from (each.below(key.name) for each in error.mistakes)
        except ValueError as error:
            yield Mistake((key.name,), given, str(error))

    def _found_wrong(self) -> Iterator[Mistake]:
        try:
            self.check()
        except ValueError as error:
            yield Mistake((), {}, str(error))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self.keys)

    __hash__ = None  # type: ignore[assignment]  # a table of accounts has none either

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in self.keys)})"


def read(kind: Any, value: Any) -> Any:
    """A value of the file as one of this type. Raises ``ValueError`` with the words for the person, or ``Unfit``."""
    origin = get_origin(kind)
    if origin is Annotated:
        base, *rules = get_args(kind)
        value = read(base, value)
        for rule in rules:
            value = rule(value)
        return value
    if origin in (UnionType, Union):
        return _read_either(get_args(kind), value)
    if origin is tuple:
        if not isinstance(value, list | tuple):
            raise ValueError("must be a valid tuple")
        return tuple(_each(get_args(kind)[0], ((str(place), each) for place, each in enumerate(value))).values())
    if origin is not None:
        if not isinstance(value, Mapping):
            raise ValueError("must be a table of the file")
        return _each(get_args(kind)[1], value.items())
    if issubclass(kind, Section):
        return _read_section(kind, value)
    return read_plain(kind, value)


def _read_either(kinds: tuple[Any, ...], value: Any) -> Any:
    """A value that may be missing, or a text or list of texts."""
    if NoneType in kinds:
        return None if value is None else read(next(kind for kind in kinds if kind is not NoneType), value)
    if not isinstance(value, str | list | tuple):
        raise ValueError("must be a valid string, or a list of them")
    return read(kinds[0] if isinstance(value, str) else kinds[1], value)


def _each(kind: Any, values: Any) -> dict[str, Any]:
    """Every one of several values by its key, or all their mistakes."""
    found: dict[str, Any] = {}
    mistakes: list[Mistake] = []
    for key, value in values:
        try:
            found[key] = read(kind, value)
        except Unfit as error:
            mistakes += (each.below(key) for each in error.mistakes)
        except ValueError as error:
            mistakes.append(Mistake((key,), value, str(error)))
    if mistakes:
        raise Unfit(tuple(mistakes))
    return found


def _read_section(kind: type[Section], value: Any) -> Section:
    if isinstance(value, kind):
        return value
    if not isinstance(value, Mapping):
        raise ValueError("must be a table of the file")
    return kind(**value)


Rule = Callable[[Any], Any]


def at_least(least: float) -> Rule:
    """The rule for a number that must not be smaller."""
    return _bound(lambda value: bool(value >= least), f"must be greater than or equal to {least:g}")


def at_most(most: float) -> Rule:
    """The rule for a number that must not be larger."""
    return _bound(lambda value: bool(value <= most), f"must be less than or equal to {most:g}")


def above(bound: float) -> Rule:
    """The rule for a number that must be larger."""
    return _bound(lambda value: bool(value > bound), f"must be greater than {bound:g}")


def below(bound: float) -> Rule:
    """The rule for a number that must be smaller."""
    return _bound(lambda value: bool(value < bound), f"must be less than {bound:g}")


def _bound(holds: Callable[[Any], bool], words: str) -> Rule:
    def rule(value: Any) -> Any:
        if not holds(value):
            raise ValueError(words)
        return value

    return rule
