"""The benchmarks' mail, which is put together by hand: it must be mail like any other."""

from email import message_from_bytes
from email.policy import default
from itertools import pairwise

from bench.mailmix import EVERY, mails
from ingest.parse import parse
from store.records import Message

COUNT = 150


def test_the_standard_library_finds_no_fault_in_any_mail() -> None:
    for raw, _ in mails(COUNT):
        made = message_from_bytes(raw, policy=default)

        assert not [defect for part in made.walk() for defect in part.defects]
        assert raw.count(b"\n") == raw.count(b"\r\n")


def test_mails_are_as_mixed_as_they_say() -> None:
    raws = [raw for raw, _ in mails(600)]
    html = sum(b"text/html" in raw for raw in raws)
    files = sum(b"application/pdf" in raw for raw in raws)

    assert 0.48 <= html / len(raws) <= 0.60
    assert 0.08 <= files / len(raws) <= 0.16


def test_mails_come_oldest_first_and_each_has_a_name_of_its_own() -> None:
    found = list(mails(COUNT))
    moments = [at for _, at in found]
    parsed = [parse(raw, source="mix") for raw, _ in found]

    assert all(later - earlier == EVERY for earlier, later in pairwise(moments))
    assert len({each.message_id for each in parsed if isinstance(each, Message)}) == COUNT


def test_without_files_the_same_words_are_left() -> None:
    for (whole, _), (bare, _) in zip(mails(COUNT), mails(COUNT, with_files=False), strict=True):
        one, other = parse(whole, source="mix"), parse(bare, source="mix")

        assert isinstance(one, Message)
        assert isinstance(other, Message)
        assert (one.text, one.subject, one.attachments) == (other.text, other.subject, other.attachments)
