"""The container's files say what the documents promise."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def steps() -> list[tuple[str, str]]:
    """The instructions of the Dockerfile, with lines that go on joined."""
    text = re.sub(r"\\\n\s*", "", (ROOT / "Dockerfile").read_text(encoding="utf-8"))
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(line.split(maxsplit=1)[0], line.split(maxsplit=1)[1]) for line in lines]


def pins(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9._-]+(?:\[[^\]]+\])?==[^\s;\\]+)([^\n]*)", text, re.MULTILINE | re.IGNORECASE))


def test_nothing_is_installed_without_a_hash(steps: list[tuple[str, str]]) -> None:
    installs = [each for kind, words in steps if kind == "RUN" for each in words.split("&&") if "pip install" in each]
    assert len(installs) == 3
    assert all("--require-hashes" in each or "--no-deps --no-index" in each for each in installs)


def test_the_shorter_locks_are_part_of_the_long_one() -> None:
    whole = pins("requirements.lock")
    for name in ("requirements-run.lock", "requirements-build.lock"):
        part = pins(name)
        assert part
        assert [each for each in part if each not in whole] == []
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "://" not in text
        assert text.count("==") <= text.count("--hash=")


def test_what_is_copied_exists_and_reaches_the_build(steps: list[tuple[str, str]]) -> None:
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    copied = [words.split()[:-1] for kind, words in steps if kind == "COPY" and not words.startswith("--from")]
    names = {name for each in copied for name in each}
    assert "*" in ignored
    assert {line.removeprefix("!") for line in ignored if line.startswith("!")} == names
    assert [name for name in names if not (ROOT / name).exists()] == []


def test_it_runs_without_rights_and_can_be_asked_how_it_is(steps: list[tuple[str, str]]) -> None:
    last = steps[[index for index, (kind, _) in enumerate(steps) if kind == "FROM"][-1] :]
    said = dict(last)
    assert said["USER"] == "10001:10001"
    assert said["VOLUME"] == "/data"
    assert said["ENTRYPOINT"] == '["heardback"]'
    assert said["CMD"] == '["run"]'
    assert '["heardback", "health"]' in said["HEALTHCHECK"]
    assert all(":latest" not in words and ":" in words for kind, words in steps if kind == "FROM")


@pytest.mark.parametrize(
    "line",
    [
        "network_mode: host",
        "read_only: true",
        "cap_drop: [ALL]",
        'security_opt: ["no-new-privileges:true"]',
        "- ./config:/config:ro",
    ],
)
def test_compose_takes_away_what_is_not_needed(line: str) -> None:
    lines = [each.split(" #")[0].strip() for each in (ROOT / "compose.yaml").read_text(encoding="utf-8").splitlines()]
    assert line in lines
    assert "privileged: true" not in lines
    assert not any(each.startswith("ports:") for each in lines)
