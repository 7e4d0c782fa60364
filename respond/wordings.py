"""The wordings: found as files, chosen so that no employer reads the same one twice, rendered in a sandbox.

``templates/<language>/<kind>/<wording>.txt.j2`` holds the paragraphs between greeting and closing. A new language or
kind is a new folder; nothing here names one.
"""

import hashlib
import re
from collections.abc import Callable, Mapping
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from respond.language import TEMPLATES
from store.vocabulary import DraftKind

_SUFFIX = ".txt.j2"
_TAG_ALONE = re.compile(r"(?m)^[ \t]*(\{%(?:(?!%\}).)*%\})[ \t]*\n")


@cache
def wordings_of(language: str, kind: DraftKind) -> tuple[str, ...]:
    """The names of all wordings of a kind, "en/thank_you/plain", in fixed order; empty where there are none."""
    folder = TEMPLATES / language / kind.value
    return tuple(
        f"{language}/{kind.value}/{path.name.removesuffix(_SUFFIX)}" for path in sorted(folder.glob(f"*{_SUFFIX}"))
    )


def choose(wordings: tuple[str, ...], used: frozenset[str], seed: str) -> str:
    """One of ``wordings``: fixed by ``seed``, and not one already used while there are others."""
    start = int.from_bytes(hashlib.sha256(seed.encode("utf-8")).digest()[:4], "big") % len(wordings)
    in_turn = wordings[start:] + wordings[:start]
    return next((wording for wording in in_turn if wording not in used), in_turn[0])


def render(wording: str, slots: Mapping[str, object]) -> str:
    """The paragraphs of a wording with these slots; line breaks inside a paragraph are the file's, not the mail's."""
    text = _environment().get_template(wording + _SUFFIX).render(slots)
    paragraphs = (" ".join(paragraph.split()) for paragraph in text.split("\n\n"))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


class _Wordings(FileSystemLoader):
    """Reads templates so that a line holding one tag alone leaves no trace, and every other line break stays.

    Jinja's own ``trim_blocks`` also eats the line break after a tag that ends a line of text, and so runs paragraphs
    together.
    """

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        source, path, is_current = super().get_source(environment, template)
        return _TAG_ALONE.sub(r"\1", source), path, is_current


@cache
def _environment() -> SandboxedEnvironment:
    return SandboxedEnvironment(
        loader=_Wordings(TEMPLATES),
        undefined=StrictUndefined,
        autoescape=False,  # plain text; values are made one line before they get here
    )
