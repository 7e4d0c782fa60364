"""Holds docs/troubleshooting.md against the messages in the code: ``python -m scripts.messages_check [--missing]``.

Each row of its tables begins with a message between backticks, its changing parts as "…". Every message of the code has
a row, every row belongs to a message, and every message says what to do.
"""

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from scripts.messages_found import SLOT, Message, literal, messages

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "troubleshooting.md"

_ROW = re.compile(r"^\| (`+) ?(?P<message>.+?) ?\1 \|", re.MULTILINE)
_LEAST_LETTERS = 6
_VERBS = (
    "add|agree|allow|alter|ask|attach|call|change|check|choose|clear|close|come|continue|copy|correct|create|discard|do|"
    "download|edit|empty|end|enter|export|file|fill|free|give|go|import|install|keep|leave|let|look|make|mend|merge|move|name|"
    "open|press|put|read|register|reload|remove|restart|restore|run|save|say|see|send|set|shorten|sign|start|stop|"
    "store|switch|take|tick|train|try|turn|undo|unlock|upgrade|use|wait|write"
)
_REMEDY = re.compile(
    rf"""(?:^|[:;,.(]\s|\b(?:or|and|then|must|once)\s)(?:{_VERBS})\b   # what to do
    | '(?:heardback|review|applications|canary)\b | `\w+[ ]                     # the command that helps
    | (?:tries|is\ tried)\ again | \bagain\ later | goes\ on | by\ itself        # nothing, it mends itself
    | \bnothing\ (?:left\ )?to\b | \bis\ safe | Today\ shows | \bsays\ (?:what|how|why|where)
    | did\ you\ mean | under\ Today | Nothing\ was\ (?:removed|changed|written)
    | ^must\b | ^needs\b | \bneeds\b                                             # a value of the config
    """,
    re.VERBOSE | re.IGNORECASE,
)


_PASSED_ON = ("respond/asking.py", "respond/compose.py")
"""Where a sentence says why a reply is not written: then there is nothing to be done."""
_TOLD_BY_ANOTHER = (
    "The last notification did not get through: …",
    "The weekly digest could not be sent. …",
    "heardback cannot read the mailbox “…”. … Until this is mended, an answer may lie there unseen.",
    "… was last read …: … rounds missed since.",
    "… gave a first line that is not UTF-8 text; ….",
    "… gave an empty first line; ….",
    "… …, at the same employer, on the same day (…), so draft … was not approved: one mail a day to a team reads "
    "better.",
)
"""What to do stands in a changing part, in the sentence that always follows or, for missed rounds, in doctor's line on
the service."""


def documented(page: str) -> tuple[str, ...]:
    """The messages that have a row, in their order."""
    return tuple(found["message"] for found in _ROW.finditer(page))


def missing(page: str, found: Sequence[Message]) -> tuple[Message, ...]:
    """The messages that no row covers."""
    rows = [_pattern(row) for row in documented(page)]
    return tuple(each for each in found if not any(row.fullmatch(each.text) for row in rows))


def gone(page: str, found: Sequence[Message]) -> tuple[str, ...]:
    """The rows that belong to no message any more, or would fit almost any."""
    texts = [each.text for each in found]
    return tuple(
        row
        for row in documented(page)
        if literal(row) < _LEAST_LETTERS or not any(_pattern(row).fullmatch(text) for text in texts)
    )


def says_what_to_do(message: Message) -> bool:
    """Whether a message holds what a person can do, or that nothing needs doing."""
    if message.where in _PASSED_ON or message.text in _TOLD_BY_ANOTHER:
        return True
    return _REMEDY.search(message.text) is not None


def says(text: str, said: str) -> bool:
    """Whether what was said is, or holds, the message of this wording."""
    return _pattern(text.strip(f"{SLOT} ")).search(said) is not None


def _pattern(row: str) -> re.Pattern[str]:
    return re.compile(".*".join(re.escape(part) for part in row.split(SLOT)), re.DOTALL)


def row_for(message: Message) -> str:
    """A row to begin with."""
    fence = "``" if "`" in message.text else "`"
    blank = " " if fence == "``" else ""
    return f"| {fence}{blank}{message.text}{blank}{fence} | |"


def main() -> int:
    """Writes what is amiss; 0 where every message has a row and every row a message."""
    parser = argparse.ArgumentParser(description="Hold docs/troubleshooting.md against the messages in the code.")
    parser.add_argument("--missing", action="store_true", help="write the rows that are missing, ready to fill in")
    arguments = parser.parse_args()
    page, found = PAGE.read_text(encoding="utf-8"), messages(ROOT)
    lacking, left_over = missing(page, found), gone(page, found)
    if arguments.missing:
        lines = [row_for(each) for each in lacking]
    else:
        lines = [f"{each.where}:{each.line}: has no row: {each.text}" for each in lacking]
        lines += [f"{PAGE.name}: belongs to no message: {row}" for row in left_over]
        mute = [each for each in found if not says_what_to_do(each)]
        lines += [f"{each.where}:{each.line}: says not what to do: {each.text}" for each in mute]
        lines.append(f"{len(found)} messages, {len(documented(page))} rows.")
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 1 if lacking or left_over else 0


if __name__ == "__main__":
    sys.exit(main())
