"""Servers that say OK and leave out what must be there: sudden emptiness is told, and not acted on."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager

import pytest

from ingest.accounts import Security
from ingest.imap import ImapMailbox, open_mailbox
from store.errors import PassingError, SignInRefused
from tests.servers.boxes import PASSWORD, account
from tests.servers.scripted import Answer, scripted

EXAMINED = b"* 2 EXISTS\r\n* OK [UIDVALIDITY 3] ok\r\n* OK [UIDNEXT 9] ok\r\n"


@contextmanager
def mailbox(answers: Mapping[bytes, Answer]) -> Iterator[ImapMailbox]:
    with ExitStack() as stack:
        port, _ = stack.enter_context(scripted(b"* OK ready\r\n", {b"EXAMINE": EXAMINED, **answers}))
        yield stack.enter_context(open_mailbox(account("user", port, Security.PLAIN), PASSWORD))


def test_a_mailbox_without_any_folder_is_not_believed() -> None:
    with mailbox({}) as opened, pytest.raises(PassingError):
        opened.folders()


def test_a_folder_that_does_not_say_what_it_holds_is_not_believed() -> None:
    with mailbox({b"EXAMINE": b"* OK [UIDVALIDITY 3] ok\r\n"}) as opened, pytest.raises(PassingError):
        opened.examine("INBOX")


def test_a_search_that_finds_nothing_among_two_mails_is_not_believed() -> None:
    with mailbox({b"SEARCH": b"* SEARCH\r\n", b"UID": b"* SEARCH\r\n"}) as opened:
        opened.examine("INBOX")
        with pytest.raises(PassingError):
            opened.uids(1, None)


def test_a_message_that_is_there_and_is_not_handed_out_is_not_taken_for_gone() -> None:
    def answer(line: bytes) -> bytes:
        return b"* SEARCH 7\r\n" if b"SEARCH" in line else b""

    with mailbox({b"UID": answer}) as opened:
        opened.examine("INBOX")
        (kept_back,) = opened.fetch([7])
        assert (kept_back.uid, kept_back.raw) == (7, b"")
        with pytest.raises(PassingError):
            opened.fetch_raw("Drafts", 7)


def test_a_message_that_is_gone_is_gone() -> None:
    with mailbox({b"UID": lambda line: b"* SEARCH\r\n" if b"SEARCH" in line else b""}) as opened:
        opened.examine("INBOX")
        assert list(opened.fetch([7])) == []
        assert opened.fetch_raw("Drafts", 7) is None


@pytest.mark.parametrize("word", [b"LOGIN", b"LIST", b"EXAMINE"])
def test_a_line_without_end_is_no_refusal(word: bytes) -> None:
    endless = b"* OK " + b"x" * 1_100_000 + b"\r\n"
    with pytest.raises(PassingError) as caught, mailbox({word: endless}) as opened:
        opened.folders() if word == b"LIST" else opened.examine("INBOX")
    assert not isinstance(caught.value, SignInRefused)


@pytest.mark.parametrize(
    "answer", [b"NO [UNAVAILABLE] later", b"BAD what", b"* BYE [UNAVAILABLE] closing\r\n"], ids=["NO", "BAD", "BYE"]
)
def test_a_server_that_fails_right_after_its_greeting_is_a_mail_server_all_the_same(answer: bytes) -> None:
    with pytest.raises(PassingError), mailbox({b"CAPABILITY": answer}):
        pass
