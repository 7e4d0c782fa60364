"""Model files and their cards: the one place that imports joblib.

Unpickling runs code, so a file is read only if its sha256 stands in the card beside it, and a person's own model only
if the card carries an HMAC (RFC 2104) made with the key of their data folder. The file holds plain lists and arrays,
no objects of ours or of scikit-learn.
"""

import hashlib
import hmac as mac
import io
import json
import os
import platform
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import joblib
import numpy as np

from classify.model import FORMAT_VERSION, LanguageModel, LinearScorer, TaggerModel, TextBlock
from classify.shipped import shipped_model_path as shipped_model_path  # those who load it ask for it here
from store.errors import ModelFileError
from store.vocabulary import Tag

_REMEDY = "install heardback anew, or choose another model with 'heardback model use'"
_PERSONAL = 0o600
_COMPRESSION = ("zlib", 6)
_LIBRARIES = ("scikit-learn", "numpy", "joblib")
_OWN_FIELDS = ("learnt", "outcome", "hmac")
"""What only the card of a person's own model tells."""


@dataclass(frozen=True, slots=True)
class Card:
    """What is to be known of a model file; ``save`` fills in ``file``, ``sha256``, ``size``, ``libraries``, ``hmac``.

    ``learnt`` names the corrections a person's own model was taught, ``outcome`` says how it was judged.
    """

    model: str
    made: str
    labels: tuple[str, ...]
    languages: tuple[str, ...]
    counts: Mapping[str, int] = field(hash=False)
    voices: int
    scores: Mapping[str, Mapping[str, float]] = field(hash=False)
    thresholds: Mapping[str, float] = field(hash=False)
    costs: Mapping[str, float] = field(hash=False)
    format_version: int = FORMAT_VERSION
    file: str = ""
    sha256: str = ""
    size: int = 0
    libraries: Mapping[str, str] = field(default_factory=dict, hash=False)
    learnt: tuple[str, ...] = ()
    outcome: str = ""
    hmac: str = ""


def card_path(path: Path) -> Path:
    """The card beside the model file ``path``."""
    return path.with_suffix(".json")


def save(model: TaggerModel, path: Path, card: Card, *, key: bytes | None = None) -> Card:
    """Writes ``model`` and its card aside, then puts both in place. Returns the card as written.

    With a ``key`` it is a person's own model: sealed with that key and readable by its owner alone.
    """
    packed = io.BytesIO()
    joblib.dump(_plain(model), packed, compress=_COMPRESSION)
    content = packed.getvalue()
    written = replace(
        card,
        format_version=FORMAT_VERSION,
        file=path.name,
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        libraries={"python": platform.python_version()} | {name: _version(name) for name in _LIBRARIES},
        hmac="",
    )
    told = {name: value for name, value in asdict(written).items() if value or name not in _OWN_FIELDS}
    if key is not None:
        told["hmac"] = seal(told, key)
    mode = 0o644 if key is None else _PERSONAL
    put(path, content, mode)
    put(card_path(path), (json.dumps(told, indent=2, ensure_ascii=False) + "\n").encode(), mode)
    return replace(written, hmac=told.get("hmac", ""))


def load(path: Path, *, key: bytes | None = None) -> TaggerModel:
    """The model in ``path``; one of a person's own needs the ``key`` it was sealed with.

    Raises ``ModelFileError`` naming what is wrong with the file or its card.
    """
    card, content = checked(path, key=key)
    try:
        model = _model(joblib.load(io.BytesIO(content)))
    except (ValueError, KeyError, TypeError, EOFError, AttributeError) as error:
        raise ModelFileError(
            f"The model file {path} does not hold a model of format {FORMAT_VERSION}: {_REMEDY}."
        ) from error
    if model.version != card.model:
        raise ModelFileError(
            f"The model file {path} holds version {model.version}, its card tells of {card.model}: {_REMEDY}."
        )
    return model


def checked(path: Path, *, key: bytes | None = None) -> tuple[Card, bytes]:
    """Card and bytes of the model file ``path``, found to belong together; nothing is unpickled.

    Raises ``ModelFileError`` naming what is wrong.
    """
    raw = _raw_card(path)
    card = _card(raw, path)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ModelFileError(f"The model file {path} cannot be read ({error.strerror}): {_REMEDY}.") from error
    if len(content) < card.size:
        raise ModelFileError(
            f"The model file {path} is truncated: {len(content)} of {card.size} bytes are there: {_REMEDY}."
        )
    if hashlib.sha256(content).hexdigest() != card.sha256:
        raise ModelFileError(
            f"The model file {path} was changed since its card was written: the sha256 does not fit: {_REMEDY}."
        )
    if key is not None:
        _check_seal(raw, card, path, key)
    elif card.hmac:
        raise ModelFileError(
            f"The model file {path} is a person's own and is loaded with the key of their data alone: {_REMEDY}."
        )
    return card, content


def _check_seal(raw: Mapping[str, Any], card: Card, path: Path, key: bytes) -> None:
    if not card.hmac:
        raise ModelFileError(
            f"The model file {path} has no HMAC in its card: only models made here are used: {_REMEDY}."
        )
    if not mac.compare_digest(seal(raw, key).encode(), str(card.hmac).encode()):
        raise ModelFileError(
            f"The model file {path} was tampered with or comes from another machine: "
            f"its HMAC does not fit the key of this data folder: {_REMEDY}."
        )
    if card.file != path.name:
        raise ModelFileError(
            f"The model file {path} is another version than its name says: it was {card.file}: {_REMEDY}."
        )


def seal(card: Mapping[str, Any], key: bytes) -> str:
    """The HMAC-SHA256 of all a card says but the seal itself, and so, by its sha256, of the model file too."""
    told = {name: value for name, value in card.items() if name != "hmac"}
    return mac.new(key, json.dumps(told, sort_keys=True).encode(), hashlib.sha256).hexdigest()


def read_card(path: Path) -> Card:
    """The card of the model file ``path``.

    Raises ``ModelFileError`` when file or card is missing, the card is unreadable, or its format is another one.
    """
    return _card(_raw_card(path), path)


def _raw_card(path: Path) -> dict[str, Any]:
    if not path.exists():
        raise ModelFileError(f"The model file {path} is missing: {_REMEDY}.")
    try:
        raw = json.loads(card_path(path).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ModelFileError(
            f"The card {card_path(path).name} beside the model file {path} is missing: {_REMEDY}."
        ) from error
    except (OSError, ValueError, RecursionError) as error:
        raise ModelFileError(f"The card {card_path(path)} cannot be read: {_REMEDY}.") from error
    if not isinstance(raw, dict) or not isinstance(raw.get("format_version"), int):
        raise ModelFileError(f"The card {card_path(path)} cannot be read: {_REMEDY}.")
    return raw


def _card(raw: Mapping[str, Any], path: Path) -> Card:
    """The card, its format looked at first: another one may have other fields."""
    number = raw["format_version"]
    if number != FORMAT_VERSION:
        age = "older" if number < FORMAT_VERSION else "newer"
        raise ModelFileError(
            f"The model file {path} has the {age} format {number}; this heardback reads {FORMAT_VERSION}: {_REMEDY}."
        )
    known = {each.name for each in fields(Card)}
    try:
        card = Card(**{name: _frozen(value) for name, value in raw.items() if name in known})
    except TypeError as error:
        raise ModelFileError(f"The card {card_path(path)} cannot be read: {_REMEDY}.") from error
    if not (isinstance(card.size, int) and isinstance(card.sha256, str)):
        raise ModelFileError(f"The card {card_path(path)} cannot be read: {_REMEDY}.")
    return card


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def put(path: Path, content: bytes, mode: int) -> None:
    """Writes aside, to the disk, and into place, so that a reader meets the old file or the new one, never half."""
    path.parent.mkdir(mode=0o700 if mode == _PERSONAL else 0o777, parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(aside).chmod(mode)
        Path(aside).replace(path)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise


def _plain(model: TaggerModel) -> dict[str, Any]:
    return {
        "format": FORMAT_VERSION,
        "version": model.version,
        "thresholds": {tag.value: threshold for tag, threshold in model.thresholds.items()},
        "languages": {
            name: {
                "mail": _plain_scorer(each.mail),
                "sentence": _plain_scorer(each.sentence),
                "temperature": each.temperature,
            }
            for name, each in model.languages.items()
        },
    }


def _plain_scorer(scorer: LinearScorer) -> dict[str, Any]:
    return {
        "labels": list(scorer.labels),
        "texts": [{"terms": "\n".join(block.rows), "idf": block.idf, "offset": block.offset} for block in scorer.texts],
        "facts": dict(scorer.facts),
        "weights": scorer.weights,
        "intercept": scorer.intercept,
    }


def _model(plain: Any) -> TaggerModel:
    if plain["format"] != FORMAT_VERSION:
        raise ValueError("another format inside than on the card")
    return TaggerModel(
        version=plain["version"],
        thresholds={Tag(name): float(value) for name, value in plain["thresholds"].items()},
        languages={
            name: LanguageModel(_scorer(each["mail"]), _scorer(each["sentence"]), float(each["temperature"]))
            for name, each in plain["languages"].items()
        },
    )


def _scorer(plain: Mapping[str, Any]) -> LinearScorer:
    texts = []
    for block in plain["texts"]:
        terms = block["terms"].split("\n") if block["terms"] else []
        rows = {term: block["offset"] + number for number, term in enumerate(terms)}
        texts.append(TextBlock(rows, np.asarray(block["idf"], dtype=np.float32), block["offset"], tuple(terms)))
    return LinearScorer(
        labels=tuple(plain["labels"]),
        texts=tuple(texts),
        facts=dict(plain["facts"]),
        weights=np.asarray(plain["weights"], dtype=np.float32),
        intercept=np.asarray(plain["intercept"], dtype=np.float32),
    )
