"""The wordings a person wrote in place of ours, as a value: read from disk once, then carried into composing."""

from dataclasses import dataclass

from store.vocabulary import DraftKind

OWN = "own/"
"""What the names of a person's own wordings begin with: "own/en/thank_you/plain"."""


@dataclass(frozen=True, slots=True)
class OwnWording:
    """One file that can be used: its name and its text."""

    name: str
    language: str
    kind: DraftKind
    source: str


@dataclass(frozen=True, slots=True)
class OwnWordings:
    """All usable files of the folder, by name. What could not be used is told by ``templatefolder``."""

    files: tuple[OwnWording, ...] = ()

    def of(self, language: str, kind: DraftKind) -> tuple[str, ...]:
        """The names of the person's own wordings of a kind; empty where they have none."""
        return tuple(each.name for each in self.files if each.language == language and each.kind is kind)

    def source(self, name: str) -> str:
        """The text of one of them."""
        return next(each.source for each in self.files if each.name == name)
