"""A model file is unpickled only when its very bytes are those that its card tells of."""

import hashlib
import json
import pickle
from pathlib import Path

import pytest

from classify.modelfile import card_path, load, seal, shipped_model_path
from store.errors import ModelFileError

KEY = b"k" * 32
RAN: list[str] = []


class Evil:
    """Runs when it is unpickled."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return RAN.append, ("ran",)


def card(content: bytes, **changes: object) -> dict[str, object]:
    """The shipped model's card, made to fit these bytes, or not."""
    told = json.loads(card_path(shipped_model_path()).read_text(encoding="utf-8"))
    return told | {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content), "file": "own.joblib"} | changes


@pytest.fixture
def planted(tmp_path: Path) -> Path:
    path = tmp_path / "own.joblib"
    path.write_bytes(pickle.dumps(Evil()))
    RAN.clear()
    return path


WRONG = [
    {"sha256": "0" * 64},
    {"sha256": ""},
    {"sha256": None},
    {"sha256": 0, "size": 0},
    {"hmac": ""},
    {"hmac": "0" * 64},
    {"hmac": None},
    {"hmac": ["x"]},
    {"format_version": 10**6},
    {"size": 10**9},
    {"size": "1"},
]


@pytest.mark.parametrize("changes", WRONG, ids=str)
def test_nothing_runs_out_of_a_file_whose_card_does_not_fit(planted: Path, changes: dict[str, object]) -> None:
    card_path(planted).write_text(json.dumps(card(planted.read_bytes(), **changes)))

    with pytest.raises(ModelFileError):
        load(planted, key=KEY)
    assert RAN == []


def test_a_seal_made_with_another_key_counts_for_nothing(planted: Path) -> None:
    told = card(planted.read_bytes())
    card_path(planted).write_text(json.dumps(told | {"hmac": seal(told, b"x" * 32)}))

    with pytest.raises(ModelFileError, match="HMAC"):
        load(planted, key=KEY)
    assert RAN == []


def test_a_card_that_is_no_card_is_refused(planted: Path) -> None:
    for text in ("", "[]", "null", "{", '{"format_version": "1"}', "{}", "\x00", "[" * 100_000):
        card_path(planted).write_text(text)
        with pytest.raises(ModelFileError):
            load(planted, key=KEY)
    assert RAN == []


def test_the_bytes_that_were_checked_are_the_bytes_that_are_loaded(
    planted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is exchanged between the check and the loading: it is read once."""
    read, whole = [], Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: read.append(path) or whole(path))
    load(shipped_model_path())

    assert read == [shipped_model_path()]
