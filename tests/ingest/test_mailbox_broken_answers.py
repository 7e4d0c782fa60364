"""Servers that break the grammar: one bad message spoils neither the others nor itself."""

import re
from collections.abc import Callable
from contextlib import ExitStack

import pytest

from ingest.accounts import Security
from ingest.imap import open_mailbox
from ingest.ports import Fetched
from store.errors import PassingError
from tests.servers.boxes import PASSWORD, account
from tests.servers.scripted import scripted

EXAMINED = b"* 2 EXISTS\r\n* OK [UIDVALIDITY 3] ok\r\n* OK [UIDNEXT 9] ok\r\n"
HEADER = b"Subject: Hello\r\n\r\n"
GOOD = b'("TEXT" "PLAIN" ("CHARSET" "utf-8") NIL NIL "7BIT" 5 1 NIL NIL NIL NIL)'


def literal(section: bytes, content: bytes) -> bytes:
    return b"BODY[%s]<0> {%d}\r\n%s" % (section, len(content), content)


def fetching(structure_of_8: bytes, refused: bytes = b"") -> Callable[[bytes], bytes]:
    """Answers UID FETCH of messages 7, which is in order, and 8, whose structure or sections are not."""

    def answer(line: bytes) -> bytes:
        lines = b""
        for uid in re.findall(rb"\d+", line.split(b" ")[2]):
            items = [b"UID " + uid, b"RFC822.SIZE 50000"]
            if b"BODYSTRUCTURE" in line:
                items += [b"BODYSTRUCTURE " + (GOOD if uid == b"7" else structure_of_8), literal(b"HEADER", HEADER)]
            if b"BODY.PEEK[TEXT]" in line:
                items.append(literal(b"TEXT", b"Hi"))
            if b"BODY.PEEK[]" in line:
                items.append(literal(b"", HEADER + b"whole"))
            if uid == b"8" and refused and refused in line:
                return b"NO [CANNOT] broken message"
            lines += b"* %s FETCH (%s)\r\n" % (uid, b" ".join(items))
        return lines

    return answer


def fetch(answer: Callable[[bytes], bytes]) -> dict[int, Fetched]:
    answers = {b"EXAMINE": EXAMINED, b"UID": answer}
    with ExitStack() as stack:
        port, _ = stack.enter_context(scripted(b"* OK ready\r\n", answers))
        mailbox = stack.enter_context(open_mailbox(account("user", port, Security.PLAIN), PASSWORD))
        mailbox.examine("INBOX")
        return {message.uid: message for message in mailbox.fetch([7, 8])}


@pytest.mark.parametrize(
    "structure",
    [b"NIL", b"()", b"(NIL NIL)", b'("TEXT")', b'(("TEXT" "PLAIN") NIL', b'"rubbish"', b"(" * 3000 + b")" * 3000],
    ids=["nothing", "empty", "nils", "too short", "unclosed", "a string", "very deep"],
)
def test_a_message_with_a_broken_structure_is_fetched_in_one_piece(structure: bytes) -> None:
    fetched = fetch(fetching(structure))

    assert fetched[7].raw == HEADER + b"Hi"
    assert fetched[8].raw in (HEADER + b"whole", HEADER + b"Hi")


def test_a_message_whose_structure_is_refused_is_fetched_in_one_piece() -> None:
    fetched = fetch(fetching(GOOD, refused=b"BODYSTRUCTURE"))

    assert (fetched[7].raw, fetched[8].raw) == (HEADER + b"Hi", HEADER + b"whole")


def test_a_message_the_server_never_hands_out_comes_without_octets() -> None:
    fetched = fetch(fetching(GOOD, refused=b"8"))

    assert (fetched[7].raw, fetched[8].raw) == (HEADER + b"Hi", b"")


@pytest.mark.parametrize("words", [b"NO [UNAVAILABLE] later", b"NO [CANNOT] nothing works"])
def test_a_server_that_refuses_everything_is_tried_again_later(words: bytes) -> None:
    with pytest.raises(PassingError):
        fetch(lambda line: words)
