"""The same mails in another order of arrival, some of them twice: what is known in the end is the same."""

import json
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from tests.scenarios.mailbox import Mailbox
from tests.scenarios.written import History, WrittenMail, read_history

FILES = [each for each in sorted(Path(__file__).parent.glob("*.toml")) if not read_history(each).hands]
Batches = Sequence[Sequence[WrittenMail]]


def _known(history: History, batches: Batches, folder: Path) -> list[list[str]]:
    """The applications at every look once all batches are in, each look sorted, without their numbers."""
    box = Mailbox(folder, history.person, history.mails[0].at - timedelta(hours=1))
    try:
        for batch in batches:
            box.take(*((mail.raw, mail.at, mail.sent) for mail in batch))
        return [sorted(json.dumps(row | {"id": 0}, sort_keys=True) for row in box.rows(at.now)) for at in history.looks]
    finally:
        box.close()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_sent_folder_may_be_read_long_after_the_inbox_and_mail_may_come_twice(path: Path, tmp_path: Path) -> None:
    history = read_history(path)
    received = [mail for mail in history.mails if not mail.sent]
    own = [mail for mail in history.mails if mail.sent]
    at_once = _known(history, [history.mails], tmp_path / "at_once")

    assert at_once == _known(history, [received, own, received], tmp_path / "sent_later")
    # A first run reads newest first.
    assert at_once == _known(history, [[mail] for mail in reversed(history.mails)], tmp_path / "backwards")
