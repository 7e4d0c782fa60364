"""What every mailbox promises about reading, over real servers and the demo's."""

from collections.abc import Sequence
from email import message_from_bytes
from email.message import Message

import pytest

from ingest.imap import open_mailbox
from ingest.parse import parse
from ingest.ports import Fetched
from store.errors import FolderMissing
from tests.ingest.samples import START, forwarded, invitation, letters, raw_letter
from tests.servers.boxes import Box
from tests.servers.proxy import FaultProxy

FIVE_MEGABYTES = b"\0" * 5_000_000


def text_of(mail: Message, media: str) -> str:
    """The decoded text of the first part of this type."""
    part = next(part for part in mail.walk() if part.get_content_type() == media)
    payload = part.get_payload(decode=True)
    assert isinstance(payload, bytes)
    return payload.decode(part.get_content_charset("utf-8"))


class TestReading:
    def test_it_lists_folders_by_their_unicode_names(self, box: Box) -> None:
        box.put("Bewerbungen & Gespräche", letters(1))

        with open_mailbox(box.account, box.password) as mailbox:
            names = {folder.name for folder in mailbox.folders()}

        assert {"INBOX", "Bewerbungen & Gespräche"} <= names

    def test_it_names_the_uses_of_folders_where_the_server_does(self, box: Box) -> None:
        with open_mailbox(box.account, box.password) as mailbox:
            uses = {folder.name: [use.lower() for use in folder.attributes] for folder in mailbox.folders()}

        if box.is_real:  # Cyrus writes them in small letters; case does not matter (RFC 6154 §2)
            assert "\\sent" in uses["Sent"]
            assert "\\drafts" in uses["Drafts"]

    def test_it_opens_a_folder_and_says_how_it_stands(self, box: Box) -> None:
        uids = box.put("Jobs für später", letters(1, 2, 3))

        with open_mailbox(box.account, box.password) as mailbox:
            state = mailbox.examine("Jobs für später")

        assert (state.exists, state.uidnext) == (3, uids[-1] + 1)
        assert state.uidvalidity > 0

    def test_it_says_which_folders_there_are_when_one_is_missing(self, box: Box) -> None:
        with open_mailbox(box.account, box.password) as mailbox, pytest.raises(FolderMissing) as caught:
            mailbox.examine("Jbos")

        assert "“Jbos”" in str(caught.value)
        assert "“INBOX”" in str(caught.value)
        assert "accounts.home.folders" in str(caught.value)

    def test_it_finds_the_uids_in_a_range(self, box: Box) -> None:
        uids = box.put("INBOX", letters(1, 2, 3, 4))

        with open_mailbox(box.account, box.password) as mailbox:
            mailbox.examine("INBOX")

            assert mailbox.uids(1, None) == uids
            assert mailbox.uids(uids[1], uids[2]) == uids[1:3]
            assert mailbox.uids(uids[-1] + 1, None) == ()

    def test_a_very_large_folder_is_searched_in_windows(self, box: Box, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("ingest.imap.mailbox.SEARCH_WINDOW", 2)
        uids = box.put("INBOX", letters(1, 2, 3, 4, 5))

        with open_mailbox(box.account, box.password) as mailbox:
            mailbox.examine("INBOX")

            assert mailbox.uids(1, None) == uids
            assert mailbox.uids(uids[1], uids[3]) == uids[1:4]

    def test_it_finds_nothing_in_an_empty_folder(self, box: Box) -> None:
        with open_mailbox(box.account, box.password) as mailbox:
            mailbox.examine("INBOX")

            assert mailbox.uids(1, None) == ()

    def test_a_small_mail_comes_as_it_is(self, box: Box) -> None:
        raw = raw_letter(1)
        (uid,) = box.put("INBOX", [(raw, START)])

        (fetched,) = fetch(box, "INBOX", [uid])

        assert fetched.raw == raw
        assert (fetched.internal_date, fetched.size, fetched.attachments) == (START, len(raw), ())

    def test_text_and_calendar_come_and_attachments_are_named(self, box: Box) -> None:
        uids = box.put("INBOX", [(invitation(), START)])

        (fetched,) = fetch(box, "INBOX", uids)

        mail = message_from_bytes(fetched.raw)
        assert [part.get_content_type() for part in mail.walk()] == [
            "multipart/mixed",
            "multipart/alternative",
            "text/plain",
            "text/html",
            "text/calendar",
        ]
        assert "Grüße aus Köln" in text_of(mail, "text/plain")
        assert "UID:talk-1@brook.example" in text_of(mail, "text/calendar")
        assert mail["Message-ID"] == "<letter-7@brook.example>"
        assert fetched.attachments == ("Stellenanzeige Köln.pdf",)

    def test_a_forwarded_mail_stays_enclosed_with_its_text(self, dovecot_box: Box) -> None:
        # On the real server only: pymap numbers the parts of an enclosed message one level too deep.
        uids = dovecot_box.put("INBOX", [(forwarded(), START)])

        (fetched,) = fetch(dovecot_box, "INBOX", uids)

        mail = message_from_bytes(fetched.raw)
        enclosed = next(part for part in mail.walk() if part.get_content_type() == "message/rfc822").get_payload(0)
        assert isinstance(enclosed, Message)
        assert enclosed["Message-ID"] == "<letter-9@brook.example>"
        assert "The enclosed words." in text_of(enclosed, "text/plain")
        assert fetched.attachments == ("map.png",)

    def test_the_rebuilt_mail_is_read_like_the_whole_one(self, box: Box) -> None:
        raw = invitation()
        uids = box.put("INBOX", [(raw, START)])

        (fetched,) = fetch(box, "INBOX", uids)

        whole = parse(raw, source="file", internal_date=START)
        rebuilt = parse(
            fetched.raw, source="server", internal_date=fetched.internal_date, attachments=fetched.attachments
        )
        assert whole == rebuilt

    def test_five_megabytes_of_attachment_do_not_travel(self, box: Box) -> None:
        uids = box.put("INBOX", [(invitation(FIVE_MEGABYTES), START)])

        with FaultProxy(box.plain_port) as proxy:
            with open_mailbox(box.through(proxy.port), box.password) as mailbox:
                mailbox.examine("INBOX")
                (fetched,) = mailbox.fetch(uids)

            assert proxy.received < 20_000
        assert fetched.size > 5_000_000
        assert fetched.attachments == ("Stellenanzeige Köln.pdf",)

    def test_reading_changes_no_flag(self, box: Box) -> None:
        box.put("INBOX", letters(1, 2), ["\\Flagged"])
        box.put("INBOX", [(invitation(), START)])
        before = box.flags("INBOX")

        with open_mailbox(box.account, box.password) as mailbox:
            mailbox.examine("INBOX")
            list(mailbox.fetch(mailbox.uids(1, None)))
            mailbox.find("INBOX", "<letter-1@brook.example>")
            mailbox.fetch_raw("INBOX", mailbox.uids(1, None)[0])

        assert before == box.flags("INBOX")
        assert len(before) == 3

    def test_mail_expunged_between_search_and_fetch_is_missing_in_silence(self, box: Box) -> None:
        box.put("INBOX", letters(1, 2, 3))

        with open_mailbox(box.account, box.password) as mailbox:
            mailbox.examine("INBOX")
            uids = mailbox.uids(1, None)
            box.expunge("INBOX", uids[1:2])
            fetched = [message.uid for message in mailbox.fetch(uids)]

        assert set(fetched) <= set(uids)
        assert {uids[0], uids[2]} <= set(fetched)

    def test_looking_into_another_folder_does_not_change_what_is_read(self, box: Box) -> None:
        uids = box.put("INBOX", letters(1, 2))
        box.put("Elsewhere", letters(3))

        with open_mailbox(box.account, box.password) as mailbox:
            mailbox.examine("INBOX")
            assert mailbox.find("Elsewhere", "<letter-3@brook.example>") != ()

            assert [message.uid for message in mailbox.fetch(uids)] == list(uids)
            assert mailbox.uids(1, None) == uids


def fetch(box: Box, folder: str, uids: Sequence[int]) -> list[Fetched]:
    """The messages, through a session of their own."""
    with open_mailbox(box.account, box.password) as mailbox:
        mailbox.examine(folder)
        return list(mailbox.fetch(uids))
