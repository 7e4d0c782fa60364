"""Drafts folders as servers have them: without UIDPLUS, unmarked and named in another language, full, or closed."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from ingest.accounts import Security
from ingest.folders import find_drafts, find_sent
from ingest.imap import ImapMailbox, open_mailbox
from respond.draftmail import mail_of
from respond.draftsfolder import Kept, keep_in_step
from store.errors import PermanentError
from store.vocabulary import DraftState
from tests.respond.desk import Desk
from tests.respond.drafts import DRAFT, NOW, put, state_of
from tests.servers.boxes import PASSWORD, modified_utf7
from tests.servers.dovecot import Dovecot
from tests.servers.dovecot_conf import GUARDED, OLD, SMALL, UNMARKED
from tests.servers.fixtures import box_by

DeskOn = Callable[..., Desk]


@pytest.fixture(scope="module")
def servers(dovecot: Dovecot) -> Iterator[Callable[[str], Dovecot]]:
    """Servers by their configuration, each started when it is first asked for."""
    assert dovecot.imap_port  # skips where there is no Dovecot
    with ExitStack() as stack:
        started: dict[str, Dovecot] = {}

        def server(configuration: str) -> Dovecot:
            if configuration not in started:
                started[configuration] = stack.enter_context(Dovecot(configuration, in_memory=True))
            return started[configuration]

        yield server


@pytest.fixture
def desk_on(servers: Callable[[str], Dovecot], tmp_path: Path) -> Iterator[DeskOn]:
    """A desk in a fresh mailbox of a server, its two folders made as a mail program would make them."""
    with ExitStack() as stack:

        def desk(configuration: str, drafts: str = "Drafts", sent: str = "Sent") -> Desk:
            made = Desk(tmp_path, box_by(servers(configuration), Security.PLAIN), drafts, sent)
            stack.callback(made.database.close)
            with made.box.observer() as program:
                for name in (drafts, sent):
                    program.create(f'"{modified_utf7(name)}"')
            return made

        yield desk


@pytest.mark.parametrize(
    ("drafts", "sent"),
    [
        ("Entwürfe", "Gesendete Objekte"),
        ("Черновики", "Отправленные"),
        ("下書き", "送信済みメール"),
        ("임시보관함", "보낸편지함"),
        ("Koncepty", "Odeslaná pošta"),
        ("Taslaklar", "Gönderilmiş Öğeler"),
    ],
)
def test_unmarked_folders_are_found_by_their_names(desk_on: DeskOn, drafts: str, sent: str) -> None:
    desk = desk_on(UNMARKED, f"INBOX.{drafts}", f"INBOX.{sent}")
    put(desk.database)
    with open_mailbox(desk.box.account, PASSWORD) as mailbox:
        listed = mailbox.folders()
        assert find_drafts(listed, "") == f"INBOX.{drafts}"
        assert find_sent(listed, "") == f"INBOX.{sent}"

    assert desk.keep().appended == 1
    assert desk.keep().appended == 0
    assert len(desk.uids()) == 1


def test_without_uidplus_a_newer_text_lies_beside_the_old_one_and_counts(desk_on: DeskOn) -> None:
    desk = desk_on(OLD, "INBOX.Drafts", "INBOX.Sent")
    stored = put(desk.database)
    assert desk.keep().appended == 1
    with desk.database.transaction() as transaction:
        here = replace(desk.draft(stored.id), body="Changed at the terminal.\n")
        transaction.drafts.rewrite(here, state=DraftState.EDITED, at=NOW)

    kept = desk.keep()
    assert (kept.appended, kept.removed, kept.left_behind) == (1, 0, (stored.id,))
    desk.keep()
    assert desk.draft(stored.id).body == "Changed at the terminal.\n"
    assert len(desk.uids()) == 2

    desk.save_edited(desk.draft(stored.id), body="By hand.\n")
    assert desk.keep().taken_over == 1
    assert desk.draft(stored.id).body == "By hand.\n"


def test_a_full_mailbox_is_told_and_the_rest_goes_on(desk_on: DeskOn) -> None:
    desk = desk_on(SMALL)
    first = put(desk.database)
    assert desk.keep().appended == 1
    filling = mail_of(replace(DRAFT, message_id="<big@home.example>", body="x" * 15_000), now=NOW)
    desk.box.put("INBOX", [(filling, NOW)])
    desk.save_edited(first, body="By hand.\n", subject="Re: Museum Coordinator")
    waiting = put(desk.database, replace(DRAFT, body="y" * 6_000, in_reply_to=""), number=2)

    kept = desk.keep()
    assert (kept.appended, kept.taken_over) == (0, 1)
    (problem,) = kept.problems
    assert "mailbox of account home is full" in problem
    assert "review list" in problem
    assert state_of(desk.database, waiting.id) is DraftState.PROPOSED

    desk.box.expunge("INBOX", desk.uids("INBOX"))
    assert (desk.keep().appended, desk.keep().problems) == (1, ())


def test_a_folder_that_takes_nothing_is_told_with_the_remedy(desk_on: DeskOn) -> None:
    desk = desk_on(GUARDED)
    with desk.box.observer() as program:
        program.setacl("Drafts", desk.box.account.username, "lr")
    stored = put(desk.database)

    kept = desk.keep()
    (problem,) = kept.problems
    assert kept.appended == 0
    assert "accounts.home.drafts_folder" in problem
    assert "into_drafts_folder" in problem
    assert state_of(desk.database, stored.id) is DraftState.PROPOSED


def test_a_folder_that_keeps_no_draft_flag_keeps_the_draft(desk_on: DeskOn) -> None:
    desk = desk_on(GUARDED)
    with desk.box.observer() as program:
        program.setacl("Drafts", desk.box.account.username, "lrsite")
    put(desk.database)

    assert desk.keep().appended == 1
    assert b"\\Draft" not in desk.box.flags("Drafts")[0]
    assert [desk.keep() for _ in range(2)] == [Kept()] * 2


class WithoutDraftFlag:
    """A mailbox on a server that refuses a message with flags it does not know, instead of dropping them."""

    def __init__(self, mailbox: ImapMailbox) -> None:
        self._mailbox = mailbox

    def __getattr__(self, name: str) -> Any:
        return getattr(self._mailbox, name)

    def append(self, folder: str, raw: bytes, flags: Iterable[str], at: datetime) -> tuple[int, int] | None:
        if tuple(flags):
            raise PermanentError("no such flag")
        return self._mailbox.append(folder, raw, (), at)


def test_a_server_that_refuses_the_draft_flag_gets_the_message_without_it(desk: Desk) -> None:
    put(desk.database)
    with desk.mailbox() as mailbox:
        kept = keep_in_step(desk.database, WithoutDraftFlag(mailbox), "home", "Drafts", NOW)  # type: ignore[arg-type]

    assert (kept.appended, kept.problems) == (1, ())
    assert len(desk.uids()) == 1
