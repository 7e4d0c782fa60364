"""Holds the written corpus to its rules: whole rows, invented people, and no sentence written twice.

Run as ``python -m scripts.corpus_check [FOLDER]``; prints counts, and every offence with its row.
"""

import json
import os
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ingest.sender_tables import PLATFORMS
from store.vocabulary import MESSAGE_TAGS, RejectionReason

ROOT = Path(__file__).parents[1]
FIELDS = "id tag kind lang sector voice subject sender headers body deciding reason company role".split()
MOST_SHARED = 0.30
"""Two mails of a tag share less than this part of the shorter one's 5-grams."""
FORBIDDEN_RUN = 8
"""No run of this many words may also stand in the evaluation rows."""
_SERVICES = frozenset(
    "docusign.net github.com governmentjobs.com harver.com interfolio.com pageuppeople.com trac.jobs".split()
)
"""Services that send job mail in an employer's name, besides the platforms the sender table knows."""
_ADDRESS = re.compile(r"[\w.+%'-]+@([\w.-]+\.[a-zA-Z]{2,})")
_WORD = re.compile(r"\w+")


def main(folder: Path) -> int:
    """Checks every row; returns the exit code."""
    rows = list(_rows(folder))
    offences = [offence for row in rows for offence in _offences(row)]
    offences += _doubles(rows)
    offences += _borrowed(rows)
    _report(rows)
    for offence in offences:
        print(offence, file=sys.stderr)  # noqa: T201
    return 1 if offences or not rows else 0


def _rows(folder: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob("*/*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row: dict[str, Any] = json.loads(line)
            row["file"] = (path.parent.name, path.stem)
            yield row


def _offences(row: dict[str, Any]) -> Iterator[str]:
    name = row.get("id", "?")
    missing = [field for field in FIELDS if field not in row]
    if missing:
        yield f"{name}: lacks {', '.join(missing)}"
        return
    if row["file"] != (row["lang"], row["tag"]) or row["tag"] not in MESSAGE_TAGS:
        yield f"{name}: stands in the wrong file"
    if row["deciding"] not in row["body"] or not row["deciding"].strip():
        yield f"{name}: its deciding sentence is not in its body"
    if (row["tag"] == "rejection") != (row["reason"] in tuple(RejectionReason)):
        yield f"{name}: a rejection names one of the known reasons, and nothing else does"
    for host in _ADDRESS.findall(f"{row['sender']}\n{row['body']}\n{' '.join(map(str, row['headers'].values()))}"):
        if not _is_reserved(host.lower()):
            yield f"{name}: {host} is neither reserved nor a known platform's"


def _is_reserved(host: str) -> bool:
    if host.endswith((".example", ".test", ".invalid")) or host in ("example.com", "example.org", "example.net"):
        return True
    return any(host == known or host.endswith(f".{known}") for known in (*PLATFORMS, *_SERVICES))


def _doubles(rows: list[dict[str, Any]]) -> Iterator[str]:
    """Mails of one tag that are nearly the same, found through the 5-grams they share."""
    by_tag: dict[tuple[str, str], list[tuple[str, frozenset[tuple[str, ...]]]]] = defaultdict(list)
    for row in rows:
        by_tag[row["file"]].append((row["id"], _grams(row["body"], 5)))
    for mails in by_tag.values():
        where: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for index, (_, grams) in enumerate(mails):
            for gram in grams:
                where[gram].append(index)
        shared: Counter[tuple[int, int]] = Counter()
        for indices in where.values():
            shared.update((one, other) for n, one in enumerate(indices) for other in indices[n + 1 :])
        for (one, other), count in shared.items():
            smaller = min(len(mails[one][1]), len(mails[other][1]))
            if count / smaller >= MOST_SHARED:
                yield f"{mails[one][0]} and {mails[other][0]} share {count / smaller:.0%} of their 5-grams"


def _borrowed(rows: list[dict[str, Any]]) -> Iterator[str]:
    """Runs of words that also stand in the evaluation rows, where those are at hand."""
    shared = Path(os.environ.get("HEARDBACK_SHARED", ROOT.parent / "shared"))
    known: set[tuple[str, ...]] = set()
    for path in sorted(shared.glob("eval/*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            known |= _grams(json.loads(line)["body"], FORBIDDEN_RUN)
    for row in rows:
        if run := next(iter(sorted(_grams(row["body"], FORBIDDEN_RUN) & known)), None):
            yield f"{row['id']}: “{' '.join(run)}” also stands in an evaluation row"


def _grams(text: str, size: int) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return frozenset(tuple(words[start : start + size]) for start in range(len(words) - size + 1))


def _report(rows: list[dict[str, Any]]) -> None:
    counts = Counter(row["file"] for row in rows)
    voices: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        voices[row["lang"]].add(row["voice"])
    for language in sorted(voices):
        tags = ", ".join(f"{tag} {counts[language, tag]}" for tag in MESSAGE_TAGS)
        print(f"{language}: {tags}; {len(voices[language])} voices")  # noqa: T201


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "models" / "corpus"))
