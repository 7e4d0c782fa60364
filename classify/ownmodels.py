"""The person's own models: kept in their data folder, sealed with its key, one of them chosen."""

import os
import re
import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from classify.model import TaggerModel
from classify.modelfile import Card, card_path, checked, load, put, save
from store.errors import ModelFileError, UserError

SHIPPED = "shipped"
KEPT = 5
"""Own models kept besides the one in use."""
_CHOOSE = "choose one with 'heardback model use'"
_KEY_BYTES = 32
_VERSION = re.compile(r"own-[0-9a-f]{10}")


def is_own(version: str) -> bool:
    """Whether a model of this name was made from corrections here."""
    return _VERSION.fullmatch(version) is not None


@dataclass(frozen=True, slots=True)
class OwnModel:
    """A model file of the person's; where it cannot be used ``card`` is None and ``problem`` says why."""

    version: str
    card: Card | None
    problem: str = ""


class OwnModels:
    """The models below ``<data>/models`` and the key ``<data>/model.key`` that proves they were made here."""

    def __init__(self, data: Path) -> None:
        self._folder = data / "models"
        self._key_file = data / "model.key"
        self._choice_file = self._folder / "in_use"

    @property
    def chosen(self) -> str:
        """The version that shall be used, or ``SHIPPED``. Raises ``ModelFileError`` when the choice is unreadable."""
        try:
            choice = self._choice_file.read_text(encoding="utf-8").strip()
        except FileNotFoundError:
            return SHIPPED
        except (OSError, UnicodeDecodeError) as error:
            raise ModelFileError(f"Which model to use cannot be read from {self._choice_file}: {_CHOOSE}.") from error
        if choice != SHIPPED and not is_own(choice):
            raise ModelFileError(f"The file {self._choice_file} names no model: {_CHOOSE}.")
        return choice

    def choose(self, version: str) -> None:
        """Uses ``version`` from now on.

        Raises ``UserError`` when there is none of that name, ``ModelFileError`` when it cannot be used.
        """
        if version != SHIPPED:
            if not (is_own(version) and self.path(version).exists()):
                raise UserError(f"There is no model {version!r}: 'heardback model list' shows those there are.")
            self.load(version)
        put(self._choice_file, f"{version}\n".encode(), 0o600)

    def path(self, version: str) -> Path:
        """Where the model file of ``version`` lies."""
        return self._folder / f"{version}.joblib"

    def load(self, version: str) -> TaggerModel:
        """The model ``version``. Raises ``ModelFileError`` naming what is wrong with it."""
        return load(self.path(version), key=self._key())

    def card(self, version: str) -> Card:
        """The card of ``version``, checked together with its file. Raises ``ModelFileError``."""
        return checked(self.path(version), key=self._key())[0]

    def keep(self, model: TaggerModel, card: Card) -> Card:
        """Writes a model, sealed, and lets the oldest go beyond those that are kept. Returns the card as written."""
        key = self._key_made()
        if self.path(model.version).exists() and self._look_at(model.version).card is None:
            self._set_aside(model.version)
        written = save(model, self.path(model.version), card, key=key)
        self._let_go(besides=model.version)
        return written

    def all(self) -> tuple[OwnModel, ...]:
        """Every own model, the newest first, then those that cannot be used."""
        versions = sorted(path.stem for path in self._folder.glob("own-*.joblib"))
        found = [self._look_at(version) for version in versions]
        usable = [each for each in found if each.card is not None]
        return (
            *sorted(usable, key=lambda each: each.card.made if each.card else "", reverse=True),
            *(each for each in found if each.card is None),
        )

    def _look_at(self, version: str) -> OwnModel:
        try:
            return OwnModel(version, self.card(version))
        except ModelFileError as error:
            return OwnModel(version, None, str(error))

    def _set_aside(self, version: str) -> None:
        """Keeps the files of a refused model under another name, out of the way of a new one of the same rows."""
        for path in (self.path(version), card_path(self.path(version))):
            if path.exists():
                path.replace(path.with_name(f"{path.name}.refused"))

    def _let_go(self, *, besides: str) -> None:
        """Removes the oldest models; never the one in use, nor one that was refused, for that may be a loss to mend."""
        try:
            spared = {besides, self.chosen}
        except ModelFileError:
            return
        usable = [each.version for each in self.all() if each.card is not None and each.version not in spared]
        for version in usable[KEPT - 1 :]:
            self.path(version).unlink(missing_ok=True)
            card_path(self.path(version)).unlink(missing_ok=True)

    def _key(self) -> bytes:
        try:
            key = self._key_file.read_bytes()
        except OSError as error:
            why = f"the key {self._key_file} cannot be read ({error.strerror})"
            raise ModelFileError(f"Your own models cannot be checked, for {why}: make it yours to read.") from error
        if len(key) != _KEY_BYTES:
            raise ModelFileError(
                f"Your own models cannot be checked, for the key {self._key_file} is damaged: put it back from a "
                "backup, or remove it to begin anew."
            )
        return key

    def _key_made(self) -> bytes:
        """The key, made at the first need and for its owner alone; of two processes that make one the first wins."""
        self._key_file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(FileExistsError), open(self._key_file, "xb", opener=_private) as file:
            file.write(secrets.token_bytes(_KEY_BYTES))
            file.flush()
            os.fsync(file.fileno())
        return self._key()


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
