"""Drafts folders on Cyrus where it words or does things in its own way: full, closed, shared, and in eight bits."""

import imaplib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.accounts import Security
from ingest.folders import find_drafts, find_sent
from respond.draftmail import mail_of
from respond.draftsfolder import Kept
from store.noted import Draft
from store.records import Address
from store.vocabulary import DraftState
from tests.respond.desk import Desk
from tests.respond.drafts import DRAFT, NOW, put, state_of
from tests.servers.boxes import Box
from tests.servers.cyrus import Cyrus
from tests.servers.fixtures import box_by


@pytest.fixture
def desk(tmp_path: Path, cyrus_box: Box) -> Iterator[Desk]:
    """A heardback and its mailbox on Cyrus."""
    made = Desk(tmp_path, cyrus_box)
    yield made
    made.database.close()


@contextmanager
def administrator(server: Cyrus) -> Iterator[imaplib.IMAP4]:
    """Whoever runs the server."""
    with server.session("cyrus") as session:
        yield session


def test_a_draft_with_letters_of_many_languages_comes_back_as_it_was_put_there(desk: Desk) -> None:
    draft = replace(
        DRAFT,
        to=Address("Zoë Großmüller, Köln", "zoe@calder.example"),
        subject="Re: Bewerbung als Bühnentechnikerin – Łódź / 東京",
        body="Sehr geehrte Frau Großmüller,\n\nvielen Dank – und bis bald! 🙂\n\n" + "ä" * 1_500 + "\n.\nFrom hier\n",
    )
    stored = put(desk.database, draft)

    assert desk.keep().appended == 1
    assert [desk.keep() for _ in range(3)] == [Kept()] * 3
    assert desk.raw() == [mail_of(desk.draft(stored.id), now=NOW)]
    assert state_of(desk.database, stored.id) is DraftState.PROPOSED


def test_a_full_mailbox_is_told_and_the_rest_goes_on(desk: Desk) -> None:
    assert isinstance(desk.box.server, Cyrus)
    user = desk.box.account.username
    desk.uids("INBOX")  # the first sign-in makes the mailbox
    with administrator(desk.box.server) as session:
        assert session.setquota(f"user/{user}", "(STORAGE 20)")[0] == "OK"
    filling = mail_of(replace(DRAFT, message_id="<big@home.example>", body="x y\n" * 3_400), now=NOW)
    desk.box.put("INBOX", [(filling, NOW)])
    waiting = put(desk.database, replace(DRAFT, body="y z\n" * 1_500))

    (problem,) = desk.keep().problems
    assert "mailbox of account home is full" in problem
    assert state_of(desk.database, waiting.id) is DraftState.PROPOSED

    with administrator(desk.box.server) as session:
        session.setquota(f"user/{user}", "(STORAGE 200)")
    assert (desk.keep().appended, desk.keep().problems) == (1, ())


@pytest.mark.parametrize(("rights", "is_kept"), [("lr", False), ("lrsite", True)], ids=["closed", "no flags but seen"])
def test_what_a_folder_does_not_allow_is_told_or_done_without(desk: Desk, rights: str, is_kept: bool) -> None:
    assert isinstance(desk.box.server, Cyrus)
    user, _, domain = desk.box.account.username.partition("@")
    desk.uids("INBOX")  # the first sign-in makes the mailbox
    with administrator(desk.box.server) as session:
        answer = session.setacl(f"user/{user}/Drafts@{domain}", f"{user}@{domain}", rights)
        assert answer[0] == "OK", answer
    stored = put(desk.database)

    kept = desk.keep()
    assert kept.appended == int(is_kept)
    assert bool(kept.problems) != is_kept
    if kept.problems:
        assert "accounts.home.drafts_folder" in kept.problems[0]
    assert desk.keep().appended == 0
    assert state_of(desk.database, stored.id) is DraftState.PROPOSED


def test_the_own_folders_are_taken_and_not_those_another_person_shares(desk: Desk, cyrus: Cyrus) -> None:
    user = desk.box.account.username
    other = box_by(cyrus, Security.PLAIN)
    with other.observer() as program:
        for name in ("INBOX", "Drafts", "Sent"):
            assert program.setacl(name, user, "lrswipte")[0] == "OK"

    with desk.mailbox() as mailbox:
        listed = mailbox.folders()
        assert any(folder.name.endswith("/Drafts") for folder in listed)
        assert (find_drafts(listed, ""), find_sent(listed, "")) == ("Drafts", "Sent")


def test_a_message_marked_by_the_person_survives_the_removal_of_ours(desk: Desk) -> None:
    stored = put(desk.database)
    assert desk.keep().appended == 1
    theirs = mail_of(replace(DRAFT, message_id="<theirs@home.example>"), now=NOW)
    (uid,) = desk.box.put("Drafts", [(theirs, NOW)], [r"\Deleted"])
    desk.end(stored.id, DraftState.WITHDRAWN)

    assert desk.keep().removed == 1
    assert desk.uids() == [uid]


def edited_in(desk: Desk, change: Callable[[Draft], Draft]) -> Draft:
    """A draft that lies there, saved anew in the mail program."""
    stored = put(desk.database)
    desk.keep()
    desk.save(mail_of(change(stored), now=NOW))
    return stored


def test_a_draft_saved_anew_there_is_taken_over(desk: Desk) -> None:
    stored = edited_in(
        desk, lambda draft: replace(draft, body="Liebe Kim,\n\nmeine Worte.\n", message_id="<n@h.example>")
    )
    assert desk.keep().taken_over == 1
    assert desk.draft(stored.id).body == "Liebe Kim,\n\nmeine Worte.\n"
    assert desk.keep().removed == 0
