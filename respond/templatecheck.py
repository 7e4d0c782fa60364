"""Tries a person's own wordings on every example of their kind, and says which rule a file breaks."""

from dataclasses import dataclass, replace
from pathlib import Path

from respond.compose import compose
from respond.examples import Example, examples
from respond.manners import faults
from respond.ownwordings import OwnWording, OwnWordings
from respond.situation import Refused
from respond.templatefolder import read_templates, template_problems


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be said of a file; one that ``is_broken`` is not used at all, any other is used as it is."""

    file: str
    sentence: str
    is_broken: bool


def check_templates(folder: Path) -> tuple[Remark, ...]:
    """Everything there is to say of the files of a folder, the broken ones first."""
    broken = tuple(Remark("", sentence, True) for sentence in template_problems(folder))
    read = read_templates(folder).files
    return (*broken, *(remark for wording in read for remark in _remarks(folder, wording)))


def _remarks(folder: Path, wording: OwnWording) -> tuple[Remark, ...]:
    file = str(folder / f"{wording.name.partition('/')[2]}.txt.j2")
    found: dict[str, Remark] = {}
    for informal in (False, True):
        for example in examples(wording.language, informal=informal, own=OwnWordings((wording,))):
            if example.kind is wording.kind:
                for sentence, is_broken in _of(example, wording):
                    where = f"{sentence} (as in: {example.stage}, {example.case}{', informal' if informal else ''})"
                    found.setdefault(sentence, Remark(file, where, is_broken))
    return tuple(found.values())


def _of(example: Example, wording: OwnWording) -> tuple[tuple[str, bool], ...]:
    composed = compose(replace(example.situation, used_wordings=frozenset()))
    if isinstance(composed, Refused):
        return ()
    if composed.wording != wording.name:
        left_out = next((why for why in composed.why if wording.name in why), "It gives no text.")
        return ((left_out, True),)
    return tuple((fault, False) for fault in faults(composed, example.situation))
