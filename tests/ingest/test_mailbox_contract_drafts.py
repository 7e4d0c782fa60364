"""What every mailbox promises about the messages heardback itself puts there."""

import pytest

from ingest.imap import open_mailbox
from ingest.ports import KeepsDrafts
from store.errors import FolderMissing
from tests.ingest.samples import START, letters, raw_letter
from tests.servers.boxes import Box

ID = "<letter-1@brook.example>"


class TestDrafts:
    def test_a_message_put_there_is_found_and_comes_back_unchanged(self, box: Box) -> None:
        box.put("Entwürfe", letters(5))

        with open_mailbox(box.account, box.password) as mailbox:
            keeper: KeepsDrafts = mailbox
            place = keeper.append("Entwürfe", raw_letter(1), ["\\Draft", "\\Seen"], START)

            assert place is not None
            assert keeper.find("Entwürfe", ID) == (place[1],)
            assert keeper.fetch_raw("Entwürfe", place[1]) == raw_letter(1)
            assert mailbox.examine("Entwürfe").uidvalidity == place[0]

    def test_nothing_is_found_under_an_unknown_id(self, box: Box) -> None:
        with open_mailbox(box.account, box.password) as mailbox:
            assert mailbox.find("INBOX", ID) == ()
            assert mailbox.find("INBOX", "<a\r\nb@brook.example>") == ()

    def test_a_message_that_is_gone_is_none(self, box: Box) -> None:
        box.put("INBOX", letters(1))

        with open_mailbox(box.account, box.password) as mailbox:
            assert mailbox.fetch_raw("INBOX", 4_000_000) is None

    def test_only_the_own_message_is_removed(self, box: Box) -> None:
        (marked,) = box.put("Drafts", letters(2), ["\\Deleted"])

        with open_mailbox(box.account, box.password) as mailbox:
            place = mailbox.append("Drafts", raw_letter(1), ["\\Draft"], START)
            assert place is not None
            removed = mailbox.remove("Drafts", *place)
            mailbox.examine("Drafts")
            left = mailbox.uids(1, None)

        assert removed
        assert left == (marked,)

    def test_nothing_is_removed_under_another_uidvalidity(self, box: Box) -> None:
        box.put("Drafts", letters(2))

        with open_mailbox(box.account, box.password) as mailbox:
            place = mailbox.append("Drafts", raw_letter(1), ["\\Draft"], START)
            assert place is not None
            removed = mailbox.remove("Drafts", place[0] + 1, place[1])

            assert not removed
            assert mailbox.find("Drafts", ID) == (place[1],)

    def test_a_missing_folder_is_named_with_those_that_exist(self, box: Box) -> None:
        with open_mailbox(box.account, box.password) as mailbox, pytest.raises(FolderMissing, match="INBOX"):
            mailbox.append("Nowhere", raw_letter(1), [], START)
