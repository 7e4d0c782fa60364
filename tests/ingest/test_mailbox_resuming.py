"""Reading a real folder over a line that breaks, and one whose numbers changed."""

import pytest

from ingest.fetching import read_folder
from ingest.hauls import Batch
from ingest.imap import open_mailbox
from store.errors import PassingError
from store.records import Message, Watermark
from tests.ingest.samples import letters
from tests.servers.boxes import Box
from tests.servers.dovecot import Dovecot
from tests.servers.proxy import FaultProxy

LETTERS = 30


def run(box: Box, port: int, watermark: Watermark | None, taken: list[Batch]) -> None:
    """Reads on from the watermark and keeps each batch at once, as a store would."""
    with open_mailbox(box.through(port), box.password) as mailbox:
        for batch in read_folder(mailbox, "home", "INBOX", watermark, batch_size=5):
            taken.append(batch)


def batches_of(box: Box, watermark: Watermark | None) -> list[Batch]:
    taken: list[Batch] = []
    run(box, box.plain_port, watermark, taken)
    return taken


def subjects(batches: list[Batch]) -> list[str]:
    results = [mail.result for batch in batches for mail in batch.mails]
    return [result.subject for result in results if isinstance(result, Message)]


@pytest.mark.parametrize("reset", [False, True], ids=["FIN", "RST"])
def test_a_line_that_breaks_again_and_again_loses_nothing(dovecot_box: Box, reset: bool) -> None:
    dovecot_box.put("INBOX", letters(*range(LETTERS)))
    taken: list[Batch] = []
    breaks = 0
    with FaultProxy(dovecot_box.plain_port) as proxy:
        proxy.reset = reset
        for cut_after in (9_000, 6_000, 9_000, 7_000, None):
            proxy.cut_after = cut_after
            try:
                run(dovecot_box, proxy.port, taken[-1].watermark if taken else None, taken)
            except PassingError:
                breaks += 1

    assert breaks > 1
    assert sorted(subjects(taken)) == sorted(f"Your application {number}" for number in range(LETTERS))
    assert taken[-1].watermark.is_whole


def test_a_mailbox_numbered_anew_is_read_again(dovecot: Dovecot, dovecot_box: Box) -> None:
    dovecot_box.put("INBOX", letters(1, 2, 3))
    before = batches_of(dovecot_box, None)[-1].watermark
    dovecot.forget_uids(dovecot_box.account.username)

    after = batches_of(dovecot_box, before)

    assert after[-1].watermark.uidvalidity != before.uidvalidity
    assert len(subjects(after)) == 3


def test_mail_delivered_meanwhile_is_read_in_the_next_round(dovecot: Dovecot, dovecot_box: Box) -> None:
    dovecot_box.put("INBOX", letters(1, 2))
    whole = batches_of(dovecot_box, None)[-1].watermark
    dovecot.deliver(dovecot_box.account.username, letters(3)[0][0])

    assert subjects(batches_of(dovecot_box, whole)) == ["Your application 3"]
