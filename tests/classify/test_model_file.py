"""Model files: what is refused, and that nothing unchecked is ever unpickled."""

import hashlib
import json
import stat
import subprocess
import sys
from pathlib import Path

import joblib
import pytest

from classify.model import FORMAT_VERSION
from classify.modelfile import Card, card_path, load, read_card, save, seal, shipped_model_path
from store.errors import ModelFileError

KEY = b"k" * 32


@pytest.fixture
def model_file(tmp_path: Path) -> Path:
    shipped = shipped_model_path()
    path = tmp_path / "own.joblib"
    save(load(shipped), path, read_card(shipped), key=KEY)
    return path


def _change_card(path: Path, **fields: object) -> None:
    card = json.loads(card_path(path).read_text()) | fields
    card_path(path).write_text(json.dumps(card))


def _seal_again(path: Path) -> None:
    """Gives file and card a fitting sha256 and HMAC, as only the key's owner can."""
    content = path.read_bytes()
    _change_card(path, sha256=hashlib.sha256(content).hexdigest(), size=len(content))
    _change_card(path, hmac=seal(json.loads(card_path(path).read_text()), KEY))


def test_a_saved_model_is_private_and_loads_again(model_file: Path) -> None:
    assert load(model_file, key=KEY).version == load(shipped_model_path()).version
    assert stat.S_IMODE(model_file.stat().st_mode) == 0o600
    assert {path.name for path in model_file.parent.iterdir()} == {"own.joblib", "own.json"}


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelFileError, match="is missing"):
        load(tmp_path / "none.joblib")


def test_a_missing_card_is_named(model_file: Path) -> None:
    card_path(model_file).unlink()

    with pytest.raises(ModelFileError, match=r"card own\.json .* is missing"):
        load(model_file, key=KEY)


def test_an_unreadable_card_is_named(model_file: Path) -> None:
    card_path(model_file).write_text("{")

    with pytest.raises(ModelFileError, match="cannot be read"):
        load(model_file, key=KEY)


def test_a_truncated_file_is_named(model_file: Path) -> None:
    model_file.write_bytes(model_file.read_bytes()[:-100])

    with pytest.raises(ModelFileError, match="truncated"):
        load(model_file, key=KEY)


def test_a_tampered_file_is_never_unpickled(model_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = bytearray(model_file.read_bytes())
    content[len(content) // 2] ^= 1
    model_file.write_bytes(bytes(content))
    monkeypatch.setattr(joblib, "load", lambda *_: pytest.fail("unpickled an unchecked file"))

    with pytest.raises(ModelFileError, match="sha256 does not fit"):
        load(model_file, key=KEY)


def test_a_file_whose_card_was_changed_to_fit_is_never_unpickled(
    model_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model_file.write_bytes(b"evil")
    _change_card(model_file, sha256=hashlib.sha256(b"evil").hexdigest(), size=4)
    monkeypatch.setattr(joblib, "load", lambda *_: pytest.fail("unpickled a file of unknown origin"))

    with pytest.raises(ModelFileError, match="tampered with or comes from another machine"):
        load(model_file, key=KEY)


def test_a_model_sealed_with_another_key_is_named(model_file: Path) -> None:
    with pytest.raises(ModelFileError, match="tampered with or comes from another machine"):
        load(model_file, key=b"x" * 32)


def test_a_changed_card_breaks_the_seal(model_file: Path) -> None:
    _change_card(model_file, outcome="It is the best.")

    with pytest.raises(ModelFileError, match="HMAC does not fit"):
        load(model_file, key=KEY)


def test_an_own_model_without_a_seal_is_named(model_file: Path) -> None:
    _change_card(model_file, hmac="")

    with pytest.raises(ModelFileError, match="has no HMAC"):
        load(model_file, key=KEY)


def test_an_own_model_is_not_loaded_without_its_key(model_file: Path) -> None:
    with pytest.raises(ModelFileError, match="with the key of their data alone"):
        load(model_file)


def test_a_file_under_another_name_is_named(model_file: Path) -> None:
    moved = model_file.with_name("other.joblib")
    model_file.rename(moved)
    card_path(model_file).rename(card_path(moved))

    with pytest.raises(ModelFileError, match=r"another version than its name says: it was own\.joblib"):
        load(moved, key=KEY)


def test_a_file_of_another_version_than_its_card_is_named(model_file: Path) -> None:
    _change_card(model_file, model="own-0000000000")
    _seal_again(model_file)

    with pytest.raises(ModelFileError, match=r"holds version corpus-\w+, its card tells of own-0000000000"):
        load(model_file, key=KEY)


def test_the_shipped_card_tells_nothing_of_a_person(tmp_path: Path) -> None:
    shipped = shipped_model_path()
    save(load(shipped), tmp_path / "again.joblib", read_card(shipped))

    assert not {"hmac", "learnt", "outcome"} & json.loads((tmp_path / "again.json").read_text()).keys()


@pytest.mark.parametrize(("version", "word"), [(FORMAT_VERSION - 1, "older"), (FORMAT_VERSION + 1, "newer")])
def test_another_format_is_named(model_file: Path, version: int, word: str) -> None:
    _change_card(model_file, format_version=version)

    with pytest.raises(ModelFileError, match=f"{word} format {version}"):
        load(model_file, key=KEY)


def test_a_file_that_holds_no_model_is_named(tmp_path: Path) -> None:
    path = tmp_path / "odd.joblib"
    joblib.dump(["no model"], path)
    shipped: Card = read_card(shipped_model_path())
    save(load(shipped_model_path()), tmp_path / "whole.joblib", shipped)
    _write_card_for(path, tmp_path / "whole.json")

    with pytest.raises(ModelFileError, match="does not hold a model"):
        load(path)


def _write_card_for(path: Path, like: Path) -> None:
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
