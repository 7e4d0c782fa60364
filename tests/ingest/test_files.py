"""Mail is read from every kind of file, in order, and what is broken is set aside alone."""

import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ingest.files import read_mails
from store.errors import UserError
from store.records import Message, Unreadable


def mail(subject: str, body: str = "Some words here.") -> str:
    date = "Date: Mon, 3 Mar 2025 10:00:00 +0100"
    return f"From: Jane <jane@acme.example>\n{date}\nSubject: {subject}\n\n{body}\n"


def mbox(*mails: str) -> bytes:
    return "\n".join(f"From jane@acme.example Mon Mar  3 10:00:00 2025\n{each}" for each in mails).encode()


def subjects(path: Path | str, stdin: bytes | None = None) -> list[tuple[str, str]]:
    stream = io.BytesIO(stdin) if stdin is not None else None
    return [
        (source, each.subject if isinstance(each, Message) else each.reason)
        for source, each in read_mails(str(path), stream)
    ]


def test_a_single_mail_has_its_path_as_source(tmp_path: Path) -> None:
    file = tmp_path / "a.eml"
    file.write_text("From jane Mon Mar  3 10:00:00 2025\n" + mail("One"))

    assert subjects(file) == [(str(file), "One")]


def test_an_mbox_is_taken_apart_and_a_broken_mail_set_aside_alone(tmp_path: Path) -> None:
    file = tmp_path / "mails.mbox"
    letter = mail("Two", "Hello.\n\nFrom now on we write at 10:00.\n>From here too.")
    file.write_bytes(mbox(mail("One"), "X-Broken: yes\n", letter))

    found = list(read_mails(str(file)))

    assert [source for source, _ in found] == [f"{file}:{number}" for number in (1, 2, 3)]
    assert isinstance(found[1][1], Unreadable)
    assert isinstance(found[2][1], Message)
    assert found[2][1].text == "Hello.\n\nFrom now on we write at 10:00.\nFrom here too."


def test_an_undated_mail_takes_the_time_of_its_separator(tmp_path: Path) -> None:
    file = tmp_path / "mails.mbox"
    file.write_bytes(mbox("From: jane@acme.example\n\nHello there.\n"))

    ((_, message),) = read_mails(str(file))

    assert isinstance(message, Message)
    assert message.date == datetime(2025, 3, 3, 10, tzinfo=UTC)


def test_a_maildir_with_its_folders_is_read(tmp_path: Path) -> None:
    for folder, name in ((".", "1"), (".Sent", "2")):
        for box in ("cur", "new", "tmp"):
            (tmp_path / folder / box).mkdir(parents=True)
            (tmp_path / folder / box / f"{name}{box}.host:2,S").write_text(mail(f"{folder}{box}"))
    (tmp_path / "dovecot-uidlist").write_text("3 V1 N2")

    assert sorted(subject for _, subject in subjects(tmp_path)) == [".Sentcur", ".Sentnew", ".cur", ".new"]


def test_a_directory_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "b.eml").write_text(mail("B"))
    (tmp_path / "a.mbox").write_bytes(mbox(mail("A1"), mail("A2")))
    (tmp_path / "sub" / "Inbox").write_bytes(mbox(mail("C")))
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "README").write_text("not mail")
    (tmp_path / ".hidden.eml").write_text(mail("H"))

    assert [subject for _, subject in subjects(tmp_path)] == ["A1", "A2", "B", "C"]


def test_rows_carry_their_id_and_bad_ones_name_file_and_line(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    rows = [
        json.dumps({"id": "r-1", "subject": "S", "sender": "Jane <jane@acme.example>", "body": "Hello\r\n\r\n> old"}),
        "not json",
        "",
        json.dumps({"subject": "T", "sender": "", "body": ""}),
        json.dumps({"id": 7, "subject": 3, "sender": "", "body": "x"}),
        json.dumps(["x"]),
        json.dumps({"id": "r-2", "subject": "", "sender": "", "body": " "}),
    ]
    file.write_text("\n".join(rows))

    found = list(read_mails(str(file)))

    assert [source for source, _ in found] == ["r-1", f"{file}:2", f"{file}:4", f"{file}:5", f"{file}:6", f"{file}:7"]
    first, bad, bare, *rest = [each for _, each in found]
    assert isinstance(first, Message)
    assert (first.text, first.sender.address, first.date) == (
        "Hello",
        "jane@acme.example",
        datetime(1970, 1, 1, tzinfo=UTC),
    )
    assert isinstance(bad, Unreadable)
    assert bad.source == f"{file}:2"
    assert isinstance(bare, Message)
    assert all(isinstance(each, Unreadable) for each in rest)


def test_rows_may_bring_header_fields(tmp_path: Path) -> None:
    headers = {
        "Date": "Mon, 3 Mar 2025 10:00:00 +0000",
        "Auto-Submitted": "auto-replied",
        "Message-ID": "<1@a.example>",
    }
    file = tmp_path / "rows.jsonl"
    file.write_text(json.dumps({"subject": "S", "sender": "a@b.example", "body": "x", "headers": headers}))

    ((_, message),) = read_mails(str(file))

    assert isinstance(message, Message)
    assert (message.message_id, message.marks.auto_submitted) == ("<1@a.example>", "auto-replied")
    assert message.date == datetime(2025, 3, 3, 10, tzinfo=UTC)


def test_standard_input_is_told_apart_by_its_beginning() -> None:
    row = json.dumps({"id": "r", "subject": "Row", "sender": "", "body": "x"}).encode()

    assert subjects("-", mail("One").encode()) == [("-", "One")]
    assert subjects("-", mbox(mail("A"), mail("B"))) == [("-:1", "A"), ("-:2", "B")]
    assert subjects("-", row + b"\n") == [("r", "Row")]
    assert subjects("-", b"") == [("-", "The mail is empty.")]


def test_a_missing_path_is_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="does not exist"):
        read_mails(str(tmp_path / "nowhere"))
