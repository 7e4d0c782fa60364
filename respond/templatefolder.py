"""A person's own wordings on disk: ``templates/`` beside the config, in the layout of ours.

What cannot be used never stops a draft: it is left out, ours serves, and ``template_problems`` names it.
"""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from respond.language import has_language
from respond.ownwordings import OWN, OwnWording, OwnWordings
from respond.slotnames import SLOTS
from respond.wordings import SUFFIX, trouble_in
from store.vocabulary import DraftKind

MOST_FILES = 500
LARGEST = 20_000
"""Bytes; a wording is a few paragraphs."""


@dataclass(frozen=True, slots=True)
class _Folder:
    """What was found: the usable wordings, and a sentence for each file that is none."""

    wordings: OwnWordings = field(default_factory=OwnWordings)
    problems: tuple[str, ...] = ()


def read_templates(folder: Path | None) -> OwnWordings:
    """The usable wordings of the folder; none where there is no such folder. Files are read again once they change."""
    return _read(folder).wordings


def template_problems(folder: Path | None) -> tuple[str, ...]:
    """Why a file of the folder cannot be used, a sentence each with its name, line and remedy."""
    return _read(folder).problems


def _read(folder: Path | None) -> _Folder:
    if folder is None or not folder.is_dir():
        return _Folder()
    return _read_as_of(folder, tuple(_stamps(folder)))


def _stamps(folder: Path) -> Iterator[tuple[str, int, int]]:
    """What changes when a file does: its path, when it was written, its size."""
    try:
        files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
        for path in files[:MOST_FILES]:
            told = path.stat()
            yield path.relative_to(folder).as_posix(), told.st_mtime_ns, told.st_size
    except OSError as error:
        yield f"\0{error.strerror}", 0, 0


@lru_cache(maxsize=4)
def _read_as_of(folder: Path, stamps: tuple[tuple[str, int, int], ...]) -> _Folder:
    found: list[OwnWording] = []
    problems: list[str] = []
    for name, _, size in stamps:
        if name.startswith("\0"):
            problems.append(f"The folder {folder} cannot be read ({name[1:]}); our own wordings serve.")
            continue
        wording = _wording(folder, name, size)
        if isinstance(wording, OwnWording):
            found.append(wording)
        else:
            problems.append(wording)
    return _Folder(OwnWordings(tuple(found)), tuple(problems))


def _wording(folder: Path, name: str, size: int) -> OwnWording | str:
    """One file as a wording, or the sentence that says why it is none."""
    path = folder / name
    parts = name.split("/")
    if len(parts) != 3 or not name.endswith(SUFFIX):
        return f"{path} is not used: wordings lie at LANGUAGE/KIND/NAME{SUFFIX}, such as en/withdrawal/mine{SUFFIX}."
    language, kind, _ = parts
    if not has_language(language):
        return f"{path} is not used: heardback writes no language “{language}”; move it to en, de, fr or es."
    if kind not in tuple(DraftKind):
        close = difflib.get_close_matches(kind, list(DraftKind), n=1)
        hint = f"did you mean {close[0]}?" if close else f"the kinds are {', '.join(DraftKind)}."
        return f"{path} is not used: “{kind}” is no kind of reply; {hint}"
    if size > LARGEST:
        return f"{path} is not used: it is larger than a wording can be; shorten it to a few paragraphs."
    try:
        source = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError):
        return f"{path} is not used: it cannot be read; save it as a UTF-8 text."
    trouble = trouble_in(source, SLOTS[DraftKind(kind)])
    if trouble is not None:
        return f"{path}, line {trouble[0]}: {trouble[1].rstrip('.')}; ours serves until that is mended."
    return OwnWording(f"{OWN}{name.removesuffix(SUFFIX)}", language, DraftKind(kind), source)
