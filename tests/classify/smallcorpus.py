"""A corpus of plain mails, small enough to train on at once and so clear that only bad teaching can spoil it."""

import json
from pathlib import Path

from classify.corpus import Row
from store.vocabulary import MESSAGE_TAGS, Tag

VOICES = 12
_DECIDING = {
    Tag.REJECTION: (
        "Unfortunately we will not be taking your application further.",
        "We have decided to go with another candidate.",
        "We regret that you were not selected for this position.",
    ),
    Tag.INVITATION: (
        "We would like to invite you to an interview on Thursday at ten.",
        "Could you come in for an interview next week?",
        "Please tell us which of these interview times suits you.",
    ),
    Tag.OFFER: (
        "We are delighted to offer you the position.",
        "Please find your contract and salary attached to this offer.",
        "We are pleased to offer you the job, starting in May.",
    ),
    Tag.ASSESSMENT: (
        "Please complete the online test within five days.",
        "Your coding assessment is ready, and the link expires on Friday.",
        "The next step is a take-home task of two hours.",
    ),
    Tag.ACKNOWLEDGEMENT: (
        "Thank you for applying, we have received your application.",
        "This confirms receipt of your application, which we will review.",
        "Your application has arrived and is being reviewed.",
    ),
    Tag.OUTREACH: (
        "I came across your profile and have an exciting role for you.",
        "Are you open to new opportunities at a client of mine?",
        "Your background caught my eye for a vacancy I am recruiting for.",
    ),
    Tag.OTHER: (
        "Your parcel has been sent and will arrive tomorrow.",
        "The football training moves to the other pitch this week.",
        "Here are the photographs of our weekend at the lake.",
    ),
}


def small_rows() -> tuple[Row, ...]:
    """Twelve English mails of each tag, each by a voice of its own."""
    return tuple(_row(tag, number) for tag in MESSAGE_TAGS for number in range(VOICES))


def write_small_corpus(folder: Path) -> Path:
    """The same mails as files, as training reads them."""
    (folder / "en").mkdir()
    for tag in MESSAGE_TAGS:
        lines = [
            json.dumps({"id": row.id, "tag": row.tag, "lang": "en", "voice": row.voice, "body": row.body}
                       | {"deciding": row.deciding, "subject": row.subject, "sender": row.sender})
            for row in small_rows()
            if row.tag is tag
        ]  # fmt: skip
        (folder / "en" / f"{tag}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def _row(tag: Tag, number: int) -> Row:
    sentences = _DECIDING[tag]
    deciding, second = sentences[number % 3], sentences[(number + 1) % 3]
    greeting = ("Hello Sam,", "Dear Sam,", "Good morning,", "Hi Sam,")[number % 4]
    body = f"{greeting}\n\n{deciding} {second if number % 2 else ''}\n\nBest wishes\nKim"
    return Row(
        f"{tag}-{number:02}", tag, "News for you", "Kim <kim@calder.example>", body,
        voice=f"voice {number} of {tag}", deciding=deciding,
    )  # fmt: skip
