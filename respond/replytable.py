"""All replies in one document: every kind, stage and language with an example, as ``docs/replies.md`` holds them."""

from collections.abc import Iterator, Sequence

from respond.compose import compose
from respond.examples import Example, examples
from respond.kindwords import COMES_WHEN, KIND_WORDS, LANGUAGE_WORDS
from respond.manners import LONGEST
from respond.situation import Composed
from respond.wordings import wordings_of
from store.vocabulary import DraftKind

_HEAD = """# Replies

Every reply heardback writes: by kind, stage and language, with an example of each. People, employers and mails are
invented; places in square brackets are for the person to fill, and nothing is sent before they are filled.
`heardback replies table` writes this file, `heardback replies preview KIND` shows the other wordings of a kind.
"""


def replies_document() -> str:
    """The whole document, as Markdown."""
    found = {language: examples(language) for language in LANGUAGE_WORDS}
    lines = [_HEAD, *_overview(found["en"])]
    for kind in DraftKind:
        lines += ["", f"## {_heading(kind)}"]
        for language, name in LANGUAGE_WORDS.items():
            lines += ["", f"### {_heading(kind)}: {name}"]
            for example in found[language]:
                if example.kind is kind:
                    lines += ["", f"**{example.stage}, {example.case}**", "", *_shown(example)]
    return "\n".join(lines) + "\n"


def reply_of(example: Example) -> Composed:
    """The reply to an example; each of them has one.

    Raises:
        LookupError: none is written there, which is a fault of the example.
    """
    composed = compose(example.situation)
    if not isinstance(composed, Composed):
        raise LookupError(f"{example.kind} {example.case} ({example.language}): {composed.reason}")
    return composed


def _overview(found: Sequence[Example]) -> Iterator[str]:
    yield "| kind | written | stages | words at most | wordings |"
    yield "|---|---|---|---|---|"
    for kind in DraftKind:
        stages = dict.fromkeys(each.stage for each in found if each.kind is kind)
        wordings = " ".join(f"{language} {len(wordings_of(language, kind))}" for language in LANGUAGE_WORDS)
        cells = (f"`{kind}` {KIND_WORDS[kind]}", COMES_WHEN[kind], ", ".join(stages), str(LONGEST[kind]), wordings)
        yield f"| {' | '.join(cells)} |"


def _heading(kind: DraftKind) -> str:
    words = KIND_WORDS[kind]
    return f"{words[0].upper()}{words[1:]} (`{kind}`)"


def _shown(example: Example) -> Iterator[str]:
    composed = reply_of(example)
    yield "```text"
    yield f"Subject: {composed.subject}"
    yield ""
    yield from composed.body.rstrip("\n").splitlines()
    yield "```"
