"""Finds and reads the config file; every mistake in it is told at once, with key, value and remedy."""

import difflib
import tomllib
from pathlib import Path
from typing import Any

import platformdirs
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

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
        return Settings.model_validate(raw)
    except ValidationError as error:
        problems = [_sentence(each) for each in error.errors(include_url=False, include_context=False)]
        raise UserError(*(f"{path}: {problem}" for problem in problems)) from error


def _sentence(error: ErrorDetails) -> str:
    place = tuple(str(part) for part in error["loc"])
    key = ".".join(part for part in place if not part.startswith("function-") and part not in ("str", "tuple"))
    if error["type"] == "extra_forbidden":
        close = difflib.get_close_matches(place[-1], _known_keys(place[:-1]), n=1)
        hint = f"did you mean {'.'.join((*place[:-1], close[0]))}?" if close else "remove it."
        return f"{key} is not a key heardback knows; {hint}"
    if error["type"] == "missing":
        return f"{key} is missing; config.example.toml says what goes there."
    message = error["msg"].removeprefix("Value error, ").removeprefix("Input should be ")
    if "must" not in message and "needs" not in message:
        message = f"must be {message}"
    shown = "" if _is_secret(place) or isinstance(error["input"], dict) else f" = {error['input']!r}"
    return f"{key}{shown}: {message}."


def _is_secret(place: tuple[str, ...]) -> bool:
    return any(word in place[-1] for word in SECRET_KEYS)


def _known_keys(place: tuple[str, ...]) -> list[str]:
    """The keys of the table a misspelt key stands in."""
    kind: Any = Settings
    for part in place:
        field = kind.model_fields.get(part) if isinstance(kind, type) and issubclass(kind, BaseModel) else None
        kind = _accounts_section() if field is None else field.annotation
    return list(kind.model_fields) if isinstance(kind, type) and issubclass(kind, BaseModel) else []


def _accounts_section() -> type[BaseModel]:
    from heardback.settings import AccountSettings

    return AccountSettings
