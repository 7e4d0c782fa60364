"""``model`` and ``train`` as a person runs them."""

import json
import os
import subprocess

from heardback.wiring import House
from tests import program

KEYS = {"version", "origin", "made", "corrections", "scores", "in_use", "readable", "problem", "outcome"}


def run(house: House, *arguments: str) -> subprocess.CompletedProcess[str]:
    home = house.data.parent
    env = {**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home / "config")}
    return program.run_text(["--data", str(house.data), *arguments], env=env)


def listed(house: House) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = json.loads(run(house, "model", "list", "--json").stdout)
    return rows


def test_at_first_there_is_the_shipped_model_alone(house: House) -> None:
    (row,) = listed(house)

    assert set(row) == KEYS
    assert (row["origin"], row["in_use"], row["readable"], row["corrections"]) == ("shipped", True, True, 0)
    assert "en" in row["scores"]  # type: ignore[operator]


def test_own_models_are_listed_with_what_became_of_them(taught: House) -> None:
    own, shipped = listed(taught)

    assert (own["origin"], own["in_use"], own["corrections"], own["made"]) == (
        "own",
        True,
        6,
        "2026-03-02T09:00:00+00:00",
    )
    assert "takes over" in str(own["outcome"])
    assert not shipped["in_use"]
    assert str(own["version"]) in run(taught, "model").stdout


def test_use_rolls_back_and_forth(taught: House) -> None:
    own, shipped = listed(taught)

    for name in ("shipped", str(shipped["version"])):
        done = run(taught, "model", "use", name)
        assert done.returncode == 0, done.stderr
        assert f"{shipped['version']} tags from now on." in done.stderr
        assert [row["in_use"] for row in listed(taught)] == [False, True]
        assert run(taught, "model", "use", str(own["version"])).returncode == 0
        assert [row["in_use"] for row in listed(taught)] == [True, False]


def test_an_unreadable_model_is_listed_with_the_reason_and_cannot_be_used(taught: House) -> None:
    own, _ = listed(taught)
    taught.own_models.path(str(own["version"])).write_bytes(b"changed")
    own, shipped = listed(taught)

    assert (own["readable"], own["in_use"], shipped["in_use"]) == (False, False, True)
    assert "truncated" in str(own["problem"])
    done = run(taught, "model", "use", str(own["version"]))
    assert done.returncode == 1
    assert "truncated" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_name_that_no_model_has_is_told(house: House) -> None:
    done = run(house, "model", "use", "own-nonsense")

    assert done.returncode == 1
    assert "heardback model list" in done.stderr


def test_using_a_model_refuses_the_past(house: House) -> None:
    assert "--now" in run(house, "--now", "2026-03-02", "model", "use", "shipped").stderr


def test_train_says_when_there_is_nothing_to_learn(house: House) -> None:
    done = run(house, "train")

    assert done.returncode == 0
    assert "nothing to learn yet" in done.stderr
