"""The wordings: found as files, chosen so that no employer reads the same one twice, rendered in a sandbox.

``templates/<language>/<kind>/<wording>.txt.j2`` holds the paragraphs between greeting and closing. A new language or
kind is a new folder; nothing here names one. A person's own files stand in place of ours, by language and kind.
"""

import hashlib
import re
from collections.abc import Callable, Collection, Mapping
from functools import cache, lru_cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, TemplateError, TemplateSyntaxError, nodes
from jinja2.meta import find_undeclared_variables
from jinja2.sandbox import SandboxedEnvironment

from respond.language import TEMPLATES
from respond.ownwordings import OWN, OwnWordings
from store.vocabulary import DraftKind

SUFFIX = ".txt.j2"
_TAG_ALONE = re.compile(r"(?m)^[ \t]*(\{%(?:(?!%\}).)*%\})[ \t]*\n")
_OURS_ALONE = OwnWordings()
LONGEST_REPLY = 20_000
"""Characters that a person's own wording may come to."""
_MOST_JOININGS, _MOST_LOOPS = 16, 2
_NOT_NEEDED = (
    nodes.Mul, nodes.Pow, nodes.Mod, nodes.Div, nodes.FloorDiv, nodes.Call, nodes.CallBlock, nodes.Macro,
    nodes.AssignBlock, nodes.Include, nodes.Extends, nodes.Import, nodes.FromImport, nodes.Block, nodes.NSRef,
)  # fmt: skip
"""What multiplies text or calls something: no letter needs it, and one line of it can fill any memory."""
_FILTERS = frozenset(
    ("capitalize", "count", "d", "default", "first", "join", "last", "length", "list", "lower", "reverse", "sort",
     "title", "trim", "unique", "upper")
)  # fmt: skip


class BrokenWording(Exception):  # noqa: N818 - named for what it says
    """A person's own wording that cannot be rendered; ours serves instead."""


@cache
def wordings_of(language: str, kind: DraftKind) -> tuple[str, ...]:
    """The names of all our wordings of a kind, "en/thank_you/plain", in fixed order; empty where there are none."""
    folder = TEMPLATES / language / kind.value
    return tuple(
        f"{language}/{kind.value}/{path.name.removesuffix(SUFFIX)}" for path in sorted(folder.glob(f"*{SUFFIX}"))
    )


def choose(
    wordings: tuple[str, ...],
    used: frozenset[str],
    seed: str,
    shared: Callable[[str], int] = lambda _wording: 0,
) -> str:
    """One of ``wordings``, fixed by ``seed``: not one already used, and one that shares no sentence with what they had.

    ``shared`` counts a wording's sentences that this employer has read before; where there is nothing new, the one
    that repeats least.
    """
    start = int.from_bytes(hashlib.sha256(seed.encode("utf-8")).digest()[:4], "big") % len(wordings)
    in_turn = wordings[start:] + wordings[:start]
    return min(in_turn, key=lambda wording: (wording in used, shared(wording)))


def render(wording: str, slots: Mapping[str, object], own: OwnWordings = _OURS_ALONE) -> str:
    """The paragraphs of a wording with these slots; line breaks inside a paragraph are the file's, not the mail's.

    Raises:
        BrokenWording: a wording of the person's own cannot be filled with these slots.
    """
    if not wording.startswith(OWN):
        return _in_paragraphs(_environment().get_template(wording + SUFFIX).render(slots))
    try:
        text = _in_paragraphs(_own_template(own.source(wording)).render(slots))
    except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError, RecursionError) as error:
        raise BrokenWording(f"it cannot be filled in: {error}") from error
    if len(text) > LONGEST_REPLY:
        raise BrokenWording("it comes to more than a reply can be")
    return text


def trouble_in(source: str, known_slots: Collection[str]) -> tuple[int, str] | None:
    """The first line of a wording's source that cannot work, and why; None where nothing speaks against it."""
    try:
        # As it was written, so that the line numbers are those of the file.
        tree = _own_environment().parse(source)
        if (beyond := _beyond_bounds(tree)) is not None:
            return beyond
        _own_template(source)
    except TemplateSyntaxError as error:
        return error.lineno, error.message or "this cannot be read as a template"
    except RecursionError:
        return 1, "this is nested too deeply"
    unknown = sorted(find_undeclared_variables(tree) - set(known_slots))
    if unknown:
        line = next((at for at, text in enumerate(source.splitlines(), 1) if unknown[0] in text), 1)
        return line, f"“{unknown[0]}” is not known there; known are {', '.join(sorted(known_slots))}"
    if not source.strip():
        return 1, "the file is empty"
    return None


def _beyond_bounds(tree: nodes.Template) -> tuple[int, str] | None:
    """The first line that could make a wording endless, and what stands there; None where nothing could."""
    for node in tree.find_all(_NOT_NEEDED):
        return node.lineno, "a wording may only insert, choose, join and repeat"
    for found in tree.find_all(nodes.Filter):
        if found.name not in _FILTERS:
            return (
                found.lineno,
                f"the filter “{found.name}” is not known there; known are {', '.join(sorted(_FILTERS))}",
            )
    if len(joinings := list(tree.find_all((nodes.Add, nodes.Concat)))) > _MOST_JOININGS:
        return joinings[-1].lineno, f"more is put together than {_MOST_JOININGS} times"
    for loop in tree.find_all(nodes.For):
        if loop.recursive or len(list(loop.find_all(nodes.For))) >= _MOST_LOOPS:
            return loop.lineno, "loops stand in loops in loops"
    return None


def _in_paragraphs(text: str) -> str:
    paragraphs = (" ".join(paragraph.split()) for paragraph in text.split("\n\n"))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _trimmed(source: str) -> str:
    return _TAG_ALONE.sub(r"\1", source)


class _Wordings(FileSystemLoader):
    """Reads templates so that a line holding one tag alone leaves no trace, and every other line break stays.

    Jinja's own ``trim_blocks`` also eats the line break after a tag that ends a line of text, and so runs paragraphs
    together.
    """

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        source, path, is_current = super().get_source(environment, template)
        return _trimmed(source), path, is_current


@cache
def _environment() -> SandboxedEnvironment:
    return SandboxedEnvironment(
        loader=_Wordings(TEMPLATES),
        undefined=StrictUndefined,
        autoescape=False,  # plain text; values are made one line before they get here
    )


@lru_cache(maxsize=256)
def _own_template(source: str) -> Template:
    """A person's own wording, compiled; without a loader, so that it can draw in no other file."""
    return _own_environment().from_string(_trimmed(source))


@cache
def _own_environment() -> SandboxedEnvironment:
    """Nothing of Jinja's own functions, which can make text without end."""
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
    environment.globals.clear()
    return environment
