"""Finds and reads the config file; every mistake in it is told at once, with key, value and remedy."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import platformdirs

from heardback.sections import MISSING, UNKNOWN, Mistake, Unfit
from heardback.settings import Settings
from store.errors import UserError
from store.ownership import written_by_others

SECRET_KEYS = ("password", "secret", "token")


def default_config_path() -> Path:
    """Where the config is looked for unless ``--config`` names another file."""
    return Path(platformdirs.user_config_dir("heardback")) / "config.toml"


def default_data_folder() -> Path:
    """Where the store lies unless ``--data`` names another folder."""
    return Path(platformdirs.user_data_dir("heardback"))


def read_settings(path: Path | None) -> Settings:
    """The settings of the file; the defaults where no file was named and none lies at the usual place.

    Raises ``UserError`` with one sentence for each mistake.
    """
    if path is None:
        path = default_config_path()
        if not path.exists():
            return Settings()
    try:
        if whose := written_by_others(path):
            raise UserError(
                f"The config file {path} {whose}, who could have it run a program as you: make it yours alone with "
                f"chmod go-w {path}."
            )
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise UserError(
            f"There is no config file {path}: run 'heardback init', copy config.example.toml there, or name yours with "
            "--config."
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"The config file {path} cannot be read: make it a readable UTF-8 text file.") from error
    except tomllib.TOMLDecodeError as error:
        raise UserError(f"The config file {path} is not valid TOML ({error}): mend that line.") from error
    return checked(raw, path)


def checked(raw: dict[str, Any], path: Path) -> Settings:
    """The settings of a file that was read. Raises ``UserError`` with one sentence for each mistake."""
    try:
        return Settings(**raw)
    except Unfit as error:
        raise UserError(*(f"{path}: {_sentence(each)}" for each in error.mistakes)) from error


def _sentence(mistake: Mistake) -> str:
    key = ".".join(mistake.place)
    if mistake.words == UNKNOWN:
        # Only who made a mistake waits for what guesses at the word that was meant.
        import difflib

        close = difflib.get_close_matches(mistake.place[-1], mistake.known, n=1)
        hint = f"did you mean {'.'.join((*mistake.place[:-1], close[0]))}?" if close else "remove it."
        return f"{key} is not a key heardback knows; {hint}"
    if mistake.words == MISSING:
        return f"{key} is missing; config.example.toml says what goes there."
    shown = "" if _is_secret(mistake.place) or isinstance(mistake.value, Mapping) else f" = {mistake.value!r}"
    return f"{key}{shown}: {mistake.words}."


def _is_secret(place: tuple[str, ...]) -> bool:
    return any(word in part for part in place for word in SECRET_KEYS)
