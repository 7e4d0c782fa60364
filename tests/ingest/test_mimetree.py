"""The tree that is cut out at once is the one that the standard library reads line by line."""

import email
import time
from collections.abc import Iterator
from email.message import Message as Tree
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest import repair
from ingest.mimetree import quick_tree

MAILS = sorted((Path(__file__).parent / "mails").glob("*.eml"))
HEAD = b"From: Kim <kim@calder.example>\r\nSubject: Hello\r\n"
MIXED = HEAD + b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n'
WORDS = b"--b\r\nContent-Type: text/plain\r\n\r\nWords\r\n"
INNER = (
    b'--b\r\nContent-Type: multipart/alternative; boundary="b-i"\r\n\r\n'
    b"--b-i\r\n\r\nOne\r\n--b-i\r\n\r\nTwo\r\n--b-i--\r\n"
)


def shape(tree: Tree) -> tuple[object, ...]:
    """All that is read of a tree."""
    payload = tree.get_payload()
    inner = [shape(part) for part in payload if isinstance(part, Tree)] if isinstance(payload, list) else payload
    return list(tree.raw_items()), tree.get_default_type(), inner, len(tree.defects)


def slow(raw: bytes) -> Tree:
    return email.message_from_bytes(raw, policy=repair._POLICY)


@pytest.mark.parametrize("path", MAILS, ids=lambda path: path.stem)
@pytest.mark.parametrize("line_end", [b"\r\n", b"\n"])
def test_whole_mails_give_the_same_tree(path: Path, line_end: bytes) -> None:
    raw = path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", line_end)

    quick = quick_tree(raw, repair._POLICY)

    assert quick is not None
    assert shape(quick) == shape(slow(raw))


@pytest.mark.parametrize(
    "raw",
    [
        HEAD + b"\r\nWords\r\n",
        HEAD + b"\r\n",
        b"\r\nNo header",
        HEAD.replace(b"\r\n", b"\n") + b"\r\nMixed line ends\n",
        HEAD + b"X-Long: " + b"a; " * 3_000 + b"\r\n\r\nWords",
        HEAD + b"X-Folded:\r\n one\r\n\ttwo\r\n\r\nWords",
        HEAD + b"X-Raw: \xe9\xff\r\n\r\n\xc3\xa9",
        MIXED + WORDS + b"--b--\r\n",
        MIXED + b"Preamble\r\n" + WORDS + WORDS + b"--b--\r\nEpilogue\r\n",
        MIXED + WORDS + b"--be is no boundary\r\n--b-- \t\r\n",
        MIXED + INNER + WORDS + b"--b--",
    ],
)
def test_well_formed_mail_is_read_at_once(raw: bytes) -> None:
    quick = quick_tree(raw, repair._POLICY)

    assert quick is not None
    assert shape(quick) == shape(slow(raw))


@pytest.mark.parametrize(
    "raw",
    [
        b"Words without a header",
        HEAD + b"no field\r\n\r\nWords",
        HEAD + b": no name\r\n\r\nWords",
        b" folded at once\r\n" + HEAD + b"\r\nWords",
        b"From kim@calder.example Mon Mar  2\r\n" + HEAD + b"\r\nWords",
        HEAD + b"\r\nA carriage\rreturn alone",
        HEAD + b"Content-Type: multipart/mixed\r\n\r\n" + WORDS,
        MIXED + WORDS,
        MIXED + b"--b--\r\n",
        MIXED + b"--b\r\n--b\r\n\r\nWords\r\n--b--\r\n",
        MIXED + b"--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: Inner\r\n\r\nWords\r\n--b--\r\n",
        MIXED.replace(b"mixed", b"digest") + WORDS + b"--b--\r\n",
        MIXED.replace(b"\r\n\r\n", b"\r\nContent-Transfer-Encoding: base64\r\n\r\n") + WORDS + b"--b--\r\n",
        MIXED + b"--b\r\nContent-Type: text/plain\r\n--b--\r\n",
    ],
)
def test_any_other_mail_is_left_to_the_library(raw: bytes) -> None:
    assert quick_tree(raw, repair._POLICY) is None
    assert shape(repair.read_tree(raw)) == shape(slow(raw.lstrip()))


MARKS = (b"\r\n", b"\n", b"\r", b"--b", b"--b-i", b"--", b" ", b"\t", b":", b"From ", b"X: y", b"\xe9")
PIECES = st.sampled_from((*MARKS, HEAD, MIXED, WORDS, INNER))


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=14))
def test_whatever_is_read_at_once_the_library_reads_alike(pieces: list[bytes]) -> None:
    raw = MIXED + b"".join(pieces)

    quick = quick_tree(raw, repair._POLICY)

    assert quick is None or shape(quick) == shape(slow(raw))


def _cuts(raw: bytes) -> Iterator[bytes]:
    return (raw[:at] + raw[at + length :] for length in (1, 2, 7) for at in range(0, len(raw), 3))


def test_a_mail_with_a_piece_missing_is_read_alike() -> None:
    for raw in _cuts(MIXED + INNER + WORDS + b"--b--\r\n"):
        quick = quick_tree(raw, repair._POLICY)

        assert quick is None or shape(quick) == shape(slow(raw)), raw


@pytest.mark.parametrize("piece", [b",", b"From", b"a:", b"a: \r\n ", b"a: b\r\n", b"\r\n ", b"--b\r\n", b"--b", b";"])
@pytest.mark.parametrize("before", [b"From", HEAD, MIXED], ids=["at the start", "in the header", "in the body"])
def test_it_takes_no_longer_than_in_proportion(before: bytes, piece: bytes) -> None:
    began = time.process_time()

    quick_tree(before + piece * (400_000 // len(piece)) + b"\r\n\r\nWords\r\n", repair._POLICY)

    assert time.process_time() - began < 1
