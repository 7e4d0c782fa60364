"""The commands other programs rely on: names, JSON keys, pipes and exit codes."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import program

REJECTION = """From: Kim Alder <kim.alder@calder-trust.example>
To: sam@home.example
Subject: Your application as Museum Coordinator
Date: Mon, 02 Mar 2026 08:00:00 +0000
Message-ID: <r1@calder-trust.example>

Dear Sam,

Thank you for applying for the Museum Coordinator role at Calder Trust. We have decided
to go with another candidate, so we will not be taking your application further.

Best wishes,
Kim Alder
"""
APPLICATION_KEYS = {
    "id", "company", "agency", "role", "stage", "status", "tag", "ghosted", "silent_since", "deadline",
    "deadline_rests_on", "chance_of_answer", "follow_ups_sent", "next_action", "why", "rejection_reason", "reply_to",
    "interview_at",
}  # fmt: skip
TAG_KEYS = {
    "source", "message_id", "subject", "tag", "unsure", "confidence", "probabilities", "reasons", "company", "role",
    "rejection_reason", "scam_signs",
}  # fmt: skip


class Shell:
    """The program in a folder of its own, without any config."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.mail = folder / "rejection.eml"
        self.mail.write_text(REJECTION, encoding="utf-8")

    def run(self, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        environment = {**os.environ, "HOME": str(self.folder), "XDG_CONFIG_HOME": str(self.folder / "config")}
        return program.run(["--data", str(self.folder / "data"), *arguments], env=environment, stdin=stdin)

    def json(self, *arguments: str) -> list[dict[str, object]]:
        done = self.run(*arguments, "--json")
        assert done.returncode == 0, done.stderr
        rows: list[dict[str, object]] = json.loads(done.stdout)
        return rows


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def test_tag_gives_one_line_for_each_mail_in_order(shell: Shell) -> None:
    rows = shell.folder / "rows.jsonl"
    rows.write_text(
        '{"id": "a", "subject": "", "sender": "", "body": "We have received your application."}\n'
        "this is no row\n"
        '{"id": "c", "subject": "Lunch", "sender": "Pat <pat@home.example>", "body": "Beans on Friday?"}\n',
        encoding="utf-8",
    )

    done = shell.run("tag", str(shell.mail), str(rows), "--json")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert len(lines) == 4
    assert set(lines[0]) == TAG_KEYS
    assert (lines[0]["tag"], lines[0]["company"], lines[0]["role"]) == (
        "rejection",
        "Calder Trust",
        "Museum Coordinator",
    )
    assert lines[0]["confidence"] == max(lines[0]["probabilities"].values())
    assert abs(sum(lines[0]["probabilities"].values()) - 1) < 0.001
    assert [line["source"] for line in (lines[1], lines[3])] == ["a", "c"]
    assert set(lines[2]) == {"source", "error"}


def test_tag_reads_from_a_pipe(shell: Shell) -> None:
    done = shell.run("tag", "-", "--json", stdin=REJECTION.encode())

    assert json.loads(done.stdout)["tag"] == "rejection"


def test_import_and_applications(shell: Shell) -> None:
    done = shell.run("--now", "2026-03-03", "import", str(shell.mail), "--me", "sam@home.example")
    assert done.returncode == 0, done.stderr
    assert done.stdout == b""

    (row,) = shell.json("--now", "2026-03-03", "applications")
    assert set(row) == APPLICATION_KEYS
    assert (row["company"], row["status"], row["stage"], row["next_action"], row["reply_to"]) == (
        "Calder Trust",
        "rejected",
        "closed",
        "stay_connected_reply",
        "kim.alder@calder-trust.example",
    )
    assert shell.json("--now", "2026-03-01", "applications") == []
    again = shell.run("--now", "2026-03-03", "import", str(shell.mail), "--me", "sam@home.example")
    assert b"0 new mails, 1 known" in again.stderr


def test_one_application_in_full(shell: Shell) -> None:
    shell.run("--now", "2026-03-03", "import", str(shell.mail), "--me", "sam@home.example")

    for arguments in (("applications", "1", "--json"), ("applications", "--json", "1")):
        (row,) = json.loads(shell.run(*arguments).stdout)
        assert [event["kind"] for event in row["timeline"]] == ["rejected"]
        assert len(row["messages"]) == 1
    assert b"Calder Trust" in shell.run("applications", "1").stdout
    assert shell.run("applications", "99").returncode == 1


def test_csv_is_safe_in_a_spreadsheet(shell: Shell) -> None:
    shell.run("applications", "add", "--company", "=HYPERLINK(1)", "--role", "Porter")

    rows = list(csv.DictReader(io.StringIO(shell.run("applications", "--csv").stdout.decode())))
    assert rows[0]["company"] == "'=HYPERLINK(1)"


def test_changes_by_hand(shell: Shell) -> None:
    shell.run("--now", "2026-03-03", "import", str(shell.mail), "--me", "sam@home.example")
    assert shell.json("applications") != []
    assert shell.run("applications", "add", "--company", "Oak School", "--applied", "2026-03-01").returncode == 0
    assert shell.run("applications", "edit", "2", "--role", "Caretaker", "--stage", "screening").returncode == 0
    rows = {row["id"]: row for row in shell.json("applications")}
    assert (rows[2]["role"], rows[2]["stage"]) == ("Caretaker", "screening")

    assert shell.run("applications", "close", "2").returncode == 0
    assert {row["id"]: row["status"] for row in shell.json("applications")}[2] == "withdrawn"
    assert shell.run("applications", "merge", "1", "2").returncode == 0
    assert [row["id"] for row in shell.json("applications")] == [1]
    assert shell.run("applications", "split", "1", "1", "--role", "Curator").returncode == 0
    assert {row["role"] for row in shell.json("applications")} >= {"Curator"}


def test_a_correction_holds_at_once(shell: Shell) -> None:
    shell.run("--now", "2026-03-03", "import", str(shell.mail), "--me", "sam@home.example")

    assert shell.run("review", "correct", "1", "acknowledgement").returncode == 0
    (row,) = shell.json("--now", "2026-03-03", "applications")
    assert (row["status"], row["stage"], row["tag"]) == ("waiting_on_them", "applied", "acknowledgement")


def test_a_draft_can_be_edited_and_dropped(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.run("--now", "2026-03-03", "import", str(shell.mail), "--me", "sam@home.example")
    (draft,) = shell.json("review", "list")
    assert draft["kind"] == "stay_connected"
    assert draft["facts"]

    monkeypatch.setenv("EDITOR", "sed -i s/Calder/CALDER/")
    assert shell.run("review", "edit", "1").returncode == 0
    shown = shell.run("review", "show", "1").stdout.decode()
    assert "because:" in shown
    assert "CALDER" in shown
    assert shell.run("review", "discard", "1").returncode == 0
    assert shell.json("review", "list") == []


def test_listings_are_json_arrays_even_when_empty(shell: Shell) -> None:
    for arguments in (("applications",), ("review", "list"), ("contacts",), ("export",)):
        assert shell.json(*arguments) == []
    assert len(shell.json("digest")) == 1


def test_contacts_and_export(shell: Shell) -> None:
    shell.run("--now", "2026-03-03", "import", str(shell.mail), "--me", "sam@home.example")

    (contact,) = shell.json("contacts")
    assert contact["address"] == "kim.alder@calder-trust.example"
    (application,) = shell.json("export")
    assert "another candidate" in application["messages"][0]["text"]  # type: ignore[index]


def test_a_closed_pipe_is_no_error_message(shell: Shell) -> None:
    done = subprocess.run(
        f"{sys.executable} -m heardback --data {shell.folder / 'data'} tag {' '.join([str(shell.mail)] * 200)} --json "
        "| head -n 1",
        shell=True,
        capture_output=True,
        timeout=60,
        env={**os.environ, "HOME": str(shell.folder)},
    )

    assert b"Traceback" not in done.stderr
    assert b"BrokenPipe" not in done.stderr


def test_the_version(shell: Shell) -> None:
    assert shell.run("--version").stdout.startswith(b"heardback 0.")


def test_the_digest_in_text(shell: Shell) -> None:
    shell.run("--now", "2026-03-03", "import", str(shell.mail), "--me", "sam@home.example")

    assert b"Calder Trust" in shell.run("--now", "2026-03-04", "digest").stdout


def test_odd_and_broken_mails_stop_no_import(shell: Shell, shared: Path) -> None:
    files = sorted(str(path) for path in (shared / "mime").rglob("*") if path.is_file())

    done = shell.run("import", *files, "--me", "sam@home.example")
    assert done.returncode == 0, done.stderr
    new, known, aside = [int(word) for word in done.stderr.decode().split() if word.isdigit()][:3]
    assert new + known + aside >= len(files)


def test_doctor_names_the_mails_nobody_could_read(shell: Shell) -> None:
    empty = shell.folder / "empty.eml"
    empty.write_bytes(b"")
    assert b"1 set aside" in shell.run("import", str(empty), "--me", "sam@home.example").stderr

    assert b"set aside: " in shell.run("doctor").stdout
