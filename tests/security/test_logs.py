"""What is logged tells when and what, never a word of mail, an address or a secret."""

import io
import logging
import signal
import threading
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from heardback.tracebacks import LogLine, tell_of_thread, traced
from store.errors import UserError
from tests.journey.world import World, mail
from tests.servers.boxes import PASSWORD
from tests.servers.scripted import scripted

MARKS = {
    "subject": "Zirkonblau",
    "text": "Mandarinente",
    "name": "Quastenflosser",
    "address": "wombat.keller",
    "domain": "halmasteiner",
    "file": "Lebenslaufmappe",
    "page": "Kupferdrache",
}
WORDS = "Dear Sam, your password is hunter2 (sam@home.example)"


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    """Lines as they go to stderr."""
    lines = io.StringIO()
    handler = logging.StreamHandler(lines)
    handler.setFormatter(LogLine("%(levelname)s %(name)s %(message)s"))
    log = logging.getLogger("heardback")
    log.addHandler(handler)
    yield lines
    log.removeHandler(handler)


def deliver(world: World) -> None:
    """A receipt, an invitation and a rejection full of marks, and mail that nobody can read."""
    now = datetime.now(UTC)
    sender = f"{MARKS['name']} <{MARKS['address']}@{MARKS['domain']}.example>"
    for number, words in enumerate(
        (
            "Thank you for applying for the Data Analyst role. We have received your application.",
            "We would like to invite you to an interview for the Data Analyst role. Which times suit you?",
            "Unfortunately we have decided not to take your application for the Data Analyst role further.",
        )
    ):
        made = mail(sender, world.me, f"Data Analyst {MARKS['subject']} {number}", f"{words}\n{MARKS['text']}\n", now)
        made.add_alternative(f"<p>{words}</p><p>{MARKS['page']}</p>", subtype="html")
        made.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename=f"{MARKS['file']}.pdf")
        world.deliver(made)
    deep = b"Content-Type: message/rfc822\r\n\r\n" * 3_000
    broken = [f"Subject: {MARKS['subject']}\r\nFrom: {sender}\r\n".encode() + deep, MARKS["text"].encode()]
    world.box.put("INBOX", [(raw, now) for raw in broken])


def test_a_whole_journey_at_debug_names_nobody(world: World) -> None:
    deliver(world)
    said = [world.command("--debug", "poll").stderr]
    service = world.start("--debug", "run")
    assert service.stderr
    for line in service.stderr:
        said.append(line)
        if "round account=" in line:
            break
    service.send_signal(signal.SIGTERM)
    said += service.communicate(timeout=60)
    said += [world.command("--debug", *words).stderr for words in (("applications",), ("review",), ("doctor",))]

    seen = "\n".join(said)
    assert seen.strip()
    assert [mark for mark in MARKS.values() if mark.lower() in seen.lower()] == []
    assert PASSWORD not in seen


def test_an_unforeseen_error_shows_where_and_not_what(logged: io.StringIO) -> None:
    try:
        try:
            raise ValueError(WORDS)
        except ValueError as error:
            raise KeyError(WORDS) from error
    except KeyError as error:
        logging.getLogger("heardback").error("failed for sam@home.example\nERROR forged line", exc_info=error)
        told = traced(error)

    for text in (told, logged.getvalue()):
        assert "test_logs.py" in text
        assert "KeyError" in text
        assert "ValueError" in text
        assert not any(word in text for word in ("hunter2", "Dear", "sam@home"))
    assert logged.getvalue().startswith("ERROR heardback failed for (address) ERROR forged line\n")


def test_our_own_sentences_are_shown() -> None:
    assert "Name a mailbox." in traced(UserError("Name a mailbox."))


def test_a_thread_that_fails_tells_no_more(logged: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "excepthook", tell_of_thread)

    def fail() -> None:
        raise ValueError(WORDS)

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()

    assert "ValueError" in logged.getvalue()
    assert "Dear Sam" not in logged.getvalue()


def test_a_secret_in_the_wrong_place_of_the_config_is_not_repeated(world: World) -> None:
    world.write_config(password="hunter2", smtp_pass="hunter2")

    for debug in ([], ["--debug"]):
        done = world.command(*debug, "poll")
        assert done.returncode == 1
        assert "accounts.home.password" in done.stderr
        assert "hunter2" not in done.stderr + done.stdout


def test_a_server_that_repeats_the_password_is_not_repeated(world: World) -> None:
    answers = {b"LOGIN": lambda line: b"NO [AUTHENTICATIONFAILED] no: " + line}
    with scripted(b"* OK ready\r\n", answers) as (port, _):
        world.write_config(imap_port=port)
        done = world.command("--debug", "poll")

    assert PASSWORD not in done.stderr + done.stdout
