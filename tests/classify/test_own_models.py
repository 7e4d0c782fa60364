"""The person's own models: sealed, chosen, refused by name, and let go only when they are old and sound."""

import json
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from classify.model import FORMAT_VERSION, TaggerModel
from classify.modelfile import Card, card_path, load, read_card, shipped_model_path
from classify.ownmodels import KEPT, SHIPPED, OwnModels
from store.errors import ModelFileError, UserError

ONE, OTHER = "own-00000000aa", "own-00000000bb"


@pytest.fixture(scope="module")
def model() -> TaggerModel:
    shipped = load(shipped_model_path())
    language = sorted(shipped.languages)[0]
    # One language is enough, and quick to write.
    return replace(shipped, languages={language: shipped.languages[language]})


@pytest.fixture
def own(tmp_path: Path, model: TaggerModel) -> OwnModels:
    models = OwnModels(tmp_path)
    keep(models, model, ONE)
    return models


def keep(models: OwnModels, model: TaggerModel, version: str, made: str = "2026-03-02T09:00:00+00:00") -> Card:
    card = replace(read_card(shipped_model_path()), model=version, made=made, learnt=("own-000001-offer",))
    return models.keep(replace(model, version=version), card)


def refused(models: OwnModels, version: str = ONE) -> str:
    """Why a model is refused, by loading and by listing alike."""
    with pytest.raises(ModelFileError) as told:
        models.load(version)
    assert [each.problem for each in models.all() if each.version == version] == [str(told.value)]
    return str(told.value)


def test_a_kept_model_is_its_owners_alone_and_loads_again(own: OwnModels, tmp_path: Path) -> None:
    assert own.load(ONE).version == ONE
    for path in (tmp_path / "model.key", own.path(ONE), card_path(own.path(ONE))):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert len((tmp_path / "model.key").read_bytes()) == 32


def test_two_data_folders_have_two_keys(own: OwnModels, tmp_path: Path, model: TaggerModel) -> None:
    elsewhere = OwnModels(tmp_path / "elsewhere")
    keep(elsewhere, model, OTHER)
    for path in (own.path(ONE), card_path(own.path(ONE))):
        (tmp_path / "elsewhere" / "models" / path.name).write_bytes(path.read_bytes())

    assert "comes from another machine" in refused(elsewhere)


def test_a_tampered_file_is_refused_by_name(own: OwnModels) -> None:
    own.path(ONE).write_bytes(own.path(ONE).read_bytes()[:-1] + b"x")

    assert ONE in refused(own)
    assert "sha256" in refused(own)


def test_a_truncated_file_is_refused_by_name(own: OwnModels) -> None:
    own.path(ONE).write_bytes(own.path(ONE).read_bytes()[:100])

    assert "truncated" in refused(own)


def test_a_missing_card_is_refused_by_name(own: OwnModels) -> None:
    card_path(own.path(ONE)).unlink()

    assert f"card {ONE}.json" in refused(own)


@pytest.mark.parametrize(("number", "word"), [(FORMAT_VERSION - 1, "older"), (FORMAT_VERSION + 1, "newer")])
def test_another_format_is_refused_by_name_whatever_its_card_holds(own: OwnModels, number: int, word: str) -> None:
    card_path(own.path(ONE)).write_text(json.dumps({"format_version": number, "unheard_of": True}))

    assert f"{word} format {number}" in refused(own)


def test_one_version_under_the_name_of_another_is_refused(own: OwnModels) -> None:
    for path in (own.path(ONE), card_path(own.path(ONE))):
        path.rename(path.with_stem(OTHER))

    assert f"it was {ONE}.joblib" in refused(own, OTHER)


def test_a_lost_key_is_named(own: OwnModels, tmp_path: Path) -> None:
    (tmp_path / "model.key").unlink()
    assert "model.key cannot be read" in refused(own)

    (tmp_path / "model.key").write_bytes(b"short")
    assert "model.key is damaged" in refused(own)


def test_the_shipped_model_is_used_until_another_is_chosen(own: OwnModels) -> None:
    assert own.chosen == SHIPPED
    own.choose(ONE)
    assert own.chosen == ONE
    own.choose(SHIPPED)
    assert own.chosen == SHIPPED


@pytest.mark.parametrize("name", [OTHER, "nonsense", "../own-00000000aa"])
def test_only_a_model_that_is_there_can_be_chosen(own: OwnModels, name: str) -> None:
    with pytest.raises(UserError, match="heardback model list"):
        own.choose(name)


def test_a_refused_model_cannot_be_chosen(own: OwnModels) -> None:
    own.path(ONE).write_bytes(b"")

    with pytest.raises(ModelFileError, match="truncated"):
        own.choose(ONE)
    assert own.chosen == SHIPPED


def test_a_damaged_choice_is_named(own: OwnModels, tmp_path: Path) -> None:
    (tmp_path / "models" / "in_use").write_text("../../etc/passwd")

    with pytest.raises(ModelFileError, match="names no model"):
        _ = own.chosen


def test_the_oldest_go_but_never_the_chosen_or_a_refused_one(own: OwnModels, model: TaggerModel) -> None:
    own.choose(ONE)
    keep(own, model, OTHER, made="2026-03-02T09:30:00+00:00")
    own.path(OTHER).write_bytes(b"no model")
    for number in range(KEPT + 2):
        keep(own, model, f"own-{number:010}", made=f"2026-03-{number + 3:02}T09:00:00+00:00")

    newest = [f"own-{number:010}" for number in reversed(range(2, KEPT + 2))]
    assert [each.version for each in own.all()] == [*newest, ONE, OTHER]


def test_a_refused_file_is_set_aside_for_a_new_one_of_its_name(own: OwnModels, model: TaggerModel) -> None:
    own.path(ONE).write_bytes(b"changed")
    keep(own, model, ONE)

    assert own.load(ONE).version == ONE
    assert own.path(ONE).with_name(f"{ONE}.joblib.refused").read_bytes() == b"changed"
