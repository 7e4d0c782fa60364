"""``python -m scripts.audit``: what can be told of the lock file without asking anybody.

Every package is pinned to one version with hashes, none comes from an address of its own, none is missing or
superfluous beside ``pyproject.toml``, and none is older than a version that mended a hole we know of. New advisories
have to be asked for online: ``docs/security.md`` says how.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MENDED_IN = {
    "aiosmtpd": ("1.4.6", "CVE-2024-34083"),
    "certifi": ("2024.7.4", "CVE-2024-39689"),
    "cryptography": ("44.0.1", "CVE-2024-12797"),
    "dnspython": ("2.6.1", "CVE-2023-29483"),
    "h11": ("0.16.0", "CVE-2025-43859"),
    "httpx": ("0.23.0", "CVE-2021-41945"),
    "idna": ("3.7", "CVE-2024-3651"),
    "jinja2": ("3.1.6", "CVE-2025-27516"),
    "joblib": ("1.2.0", "CVE-2022-21797"),
    "oauthlib": ("3.2.2", "CVE-2022-36087"),
    "pygments": ("2.15.0", "CVE-2022-40896"),
    "pyyaml": ("5.4", "CVE-2020-14343"),
    "requests": ("2.32.4", "CVE-2024-47081"),
    "scikit-learn": ("1.5.0", "CVE-2024-5206"),
    "setuptools": ("78.1.1", "CVE-2025-47273"),
    "starlette": ("0.49.1", "CVE-2025-62727"),
    "urllib3": ("2.5.0", "CVE-2025-50181"),
    "uvicorn": ("0.11.7", "CVE-2020-7694"),
    "virtualenv": ("20.26.6", "CVE-2024-53899"),
}
"""The first version without a hole, by package, as the advisory names it."""

_PINNED = re.compile(r"(?P<name>[A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^\]]*\])?==(?P<version>[^\s;\\]+)\s*(?:;[^\\]*)?$")
_HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}$")
_NAME = re.compile(r"[A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class Pinned:
    """One package of the lock."""

    name: str
    version: str
    hashes: int


def problems(lock: str, project: str) -> list[str]:
    """What is wrong with a lock file, a sentence each; ``project`` is the text of ``pyproject.toml``."""
    found: list[str] = []
    pinned: dict[str, Pinned] = {}
    for line in _logical_lines(lock):
        words = [word.strip() for word in re.split(r"\s(?=--)", line)]
        match = _PINNED.match(words[0])
        if not match:
            found.append(f"“{words[0][:80]}” pins no version, or comes from an address of its own.")
            continue
        name = normal(match["name"])
        hashes = [word for word in words[1:] if _HASH.match(word)]
        if len(hashes) != len(words) - 1 or not hashes:
            found.append(f"{name} has no sha256, or more beside it than that.")
        if not re.fullmatch(r"[0-9][0-9A-Za-z.!+]*", match["version"]) or "*" in match["version"]:
            found.append(f"{name} is not pinned to one version: {match['version']}.")
        pinned[name] = Pinned(name, match["version"], len(hashes))
    found.extend(_missing(pinned, project))
    found.extend(_known_bad(pinned))
    return found


def normal(name: str) -> str:
    """A package's name as indexes compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def numbers(version: str) -> tuple[int, ...]:
    """A version's leading numbers, for comparing."""
    return tuple(int(part) for part in re.match(r"[0-9.]*", version)[0].split(".") if part)  # type: ignore[index]


def _logical_lines(text: str) -> Iterator[str]:
    for line in re.sub(r"\\\r?\n", " ", text).splitlines():
        if (bare := line.strip()) and not bare.startswith("#"):
            yield " ".join(bare.split())


def _missing(pinned: dict[str, Pinned], project: str) -> Iterator[str]:
    told = tomllib.loads(project)
    groups = [told["project"]["dependencies"], *told["project"].get("optional-dependencies", {}).values()]
    groups += told.get("dependency-groups", {}).values()
    for wanted in (each for group in groups for each in group if isinstance(each, str)):
        name = normal(_NAME.match(wanted)[0])  # type: ignore[index]
        if name not in pinned:
            yield f"{name} is asked for by pyproject.toml and not in the lock: run make lock."


def _known_bad(pinned: dict[str, Pinned]) -> Iterator[str]:
    for name, (mended, advisory) in MENDED_IN.items():
        if name in pinned and numbers(pinned[name].version) < numbers(mended):
            yield f"{name} {pinned[name].version} has a known hole ({advisory}): take {mended} or newer."


def main() -> int:
    """Prints what is wrong; the exit code says whether anything is."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    found = problems(lock, (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for sentence in found:
        print(sentence)  # noqa: T201 - a script's output
    if not found:
        count = sum(1 for _ in _logical_lines(lock))
        print(f"{count} packages, each pinned with its hashes.")  # noqa: T201
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
