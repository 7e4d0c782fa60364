"""Model files: what is refused, and that nothing unchecked is ever unpickled."""

import json
import stat
import subprocess
import sys
from pathlib import Path

import joblib
import pytest

from classify.model import FORMAT_VERSION
from classify.modelfile import Card, card_path, load, read_card, save, shipped_model_path
from store.errors import ModelFileError


@pytest.fixture
def model_file(tmp_path: Path) -> Path:
    shipped = shipped_model_path()
    path = tmp_path / "own.joblib"
    save(load(shipped), path, read_card(shipped), personal=True)
    return path


def _change_card(path: Path, **fields: object) -> None:
    card = json.loads(card_path(path).read_text()) | fields
    card_path(path).write_text(json.dumps(card))


def test_a_saved_model_is_private_and_loads_again(model_file: Path) -> None:
    assert load(model_file).version == load(shipped_model_path()).version
    assert stat.S_IMODE(model_file.stat().st_mode) == 0o600
    assert {path.name for path in model_file.parent.iterdir()} == {"own.joblib", "own.json"}


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelFileError, match="is missing"):
        load(tmp_path / "none.joblib")


def test_a_missing_card_is_named(model_file: Path) -> None:
    card_path(model_file).unlink()

    with pytest.raises(ModelFileError, match=r"card own\.json .* is missing"):
        load(model_file)


def test_an_unreadable_card_is_named(model_file: Path) -> None:
    card_path(model_file).write_text("{")

    with pytest.raises(ModelFileError, match="cannot be read"):
        load(model_file)


def test_a_truncated_file_is_named(model_file: Path) -> None:
    model_file.write_bytes(model_file.read_bytes()[:-100])

    with pytest.raises(ModelFileError, match="truncated"):
        load(model_file)


def test_a_tampered_file_is_never_unpickled(model_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = bytearray(model_file.read_bytes())
    content[len(content) // 2] ^= 1
    model_file.write_bytes(bytes(content))
    monkeypatch.setattr(joblib, "load", lambda *_: pytest.fail("unpickled an unchecked file"))

    with pytest.raises(ModelFileError, match="sha256 does not fit"):
        load(model_file)


@pytest.mark.parametrize(("version", "word"), [(FORMAT_VERSION - 1, "older"), (FORMAT_VERSION + 1, "newer")])
def test_another_format_is_named(model_file: Path, version: int, word: str) -> None:
    _change_card(model_file, format_version=version)

    with pytest.raises(ModelFileError, match=f"{word} format {version}"):
        load(model_file)


def test_a_file_that_holds_no_model_is_named(tmp_path: Path) -> None:
    path = tmp_path / "odd.joblib"
    joblib.dump(["no model"], path)
    shipped: Card = read_card(shipped_model_path())
    save(load(shipped_model_path()), tmp_path / "whole.joblib", shipped)
    _write_card_for(path, tmp_path / "whole.json")

    with pytest.raises(ModelFileError, match="does not hold a model"):
        load(path)


def _write_card_for(path: Path, like: Path) -> None:
    import hashlib

    content = path.read_bytes()
    card = json.loads(like.read_text()) | {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
    card_path(path).write_text(json.dumps(card))


def test_the_shipped_model_is_small_and_needs_no_scikit_learn() -> None:
    code = (
        "import sys; from classify.modelfile import *; from classify.tagger import Tagger;"
        "Tagger.from_file(shipped_model_path()); print('sklearn' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path.cwd())

    assert told.stdout.strip() == "False"
    assert shipped_model_path().stat().st_size < 2_000_000
