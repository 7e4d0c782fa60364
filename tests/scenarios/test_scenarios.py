"""Short histories, each with the state of its applications at several moments (``silence.md`` decides)."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.scenarios.mailbox import Mailbox
from tests.scenarios.written import Hand, History, Look, read_history

FILES = sorted(Path(__file__).parent.glob("*.toml"))
BY_MAIL_ALONE = [path for path in FILES if not read_history(path).hands]
"""What is done by hand is done to what is there, so those histories cannot be read at once."""


def _name(path: Path) -> str:
    return path.stem


def _mailbox(history: History, folder: Path) -> Mailbox:
    return Mailbox(folder, history.person, history.mails[0].at - timedelta(hours=1))


def _between(history: History, look: Look) -> tuple[Hand, ...]:
    """What the person did since the look before."""
    before = max((each.now for each in history.looks if each.now < look.now), default=None)
    return tuple(each for each in history.hands if each.at <= look.now and (before is None or each.at > before))


def _fields(rows: list[dict[str, Any]], expected: tuple[dict[str, Any], ...]) -> list[dict[str, Any]]:
    """The rows, each cut down to the fields that the expected row at its place names."""
    names = [list(each) for each in expected] + [["company", "role"]] * len(rows)
    told = zip(rows, names, strict=False)
    found = [{name: "" if row.get(name) is None else row[name] for name in each} for row, each in told]
    for shown, row, wanted in zip(found, rows, expected, strict=False):
        if "why_says" in wanted:
            shown["why_says"] = wanted["why_says"] if wanted["why_says"] in row["why"] else row["why"]
    return found


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_the_applications_stand_as_written_at_every_moment(path: Path, tmp_path: Path) -> None:
    history = read_history(path)
    box = _mailbox(history, tmp_path)
    waiting = list(history.mails)
    try:
        for look in history.looks:
            arrived = [mail for mail in waiting if mail.at <= look.now]
            waiting = waiting[len(arrived) :]
            for step in sorted((*arrived, *_between(history, look)), key=lambda each: each.at):
                if isinstance(step, Hand):
                    box.by_hand(step, frozenset({history.person.address}))
                else:
                    box.take((step.raw, step.at, step.sent))
            assert _fields(box.rows(look.now), look.applications) == list(look.applications), look.now
            with box.house.database.reading() as transaction:
                assert len(transaction.mail.questions()) == look.questions
            if look.drafts is not None:
                box.draft(look.now)
                assert tuple(sorted(each.kind for each in box.waiting_drafts().values())) == look.drafts, look.now
        assert not waiting, "a mail comes after the last look"
    finally:
        box.close()


@pytest.mark.parametrize("path", BY_MAIL_ALONE, ids=_name)
def test_an_import_of_everything_at_once_sees_the_same(path: Path, tmp_path: Path) -> None:
    history = read_history(path)
    box = _mailbox(history, tmp_path)
    try:
        box.take(*((mail.raw, mail.at, mail.sent) for mail in reversed(history.mails)))
        for look in history.looks:
            assert _fields(box.rows(look.now), look.applications) == list(look.applications), look.now
    finally:
        box.close()
