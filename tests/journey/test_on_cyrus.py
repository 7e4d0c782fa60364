"""The whole way on a mail server of another family: as it comes, and with every folder under ``INBOX.``, unmarked."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from pathlib import Path

import pytest

from ingest.accounts import Security
from ingest.folders import find_drafts, find_sent
from ingest.imap import open_mailbox
from store.clock import SetClock
from store.errors import SignInRefused
from store.vocabulary import DraftState
from tests.journey.drafting import AT, approve_and_wait, drafted, numbers, only, rejection, taken
from tests.journey.watched import drafts_in, settings_for, wait, watched
from tests.journey.watched import rejection as raw_rejection
from tests.journey.world import World, mail
from tests.servers.boxes import PASSWORD, Box, modified_utf7
from tests.servers.certificates import Certificates
from tests.servers.cyrus import Cyrus
from tests.servers.cyrus_conf import TRADITIONAL
from tests.servers.fixtures import box_by, need_cyrus
from tests.servers.smtpsink import SmtpSink

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
WorldIn = Callable[[Box], World]


@pytest.fixture(scope="module")
def old_cyrus() -> Iterator[Cyrus]:
    """One as version 2 came."""
    need_cyrus()
    with Cyrus(TRADITIONAL) as server:
        yield server


@pytest.fixture
def world_in(tmp_path: Path, certificates: Certificates) -> Iterator[WorldIn]:
    """A world around a mailbox."""
    with ExitStack() as stack:

        def made(box: Box) -> World:
            users = {box.account.username: PASSWORD}
            sink = stack.enter_context(SmtpSink(users=users, certificates=certificates))
            return World(box, sink, tmp_path, SetClock(NOW), certificates.authority)

        yield made


def make_folders(box: Box, *names: str) -> None:
    """As the person's mail program made them."""
    with box.observer() as program:
        for name in names:
            assert program.create(f'"{modified_utf7(name)}"')[0] == "OK"


def test_a_mail_is_drafted_for_approved_sent_and_kept_in_sent(cyrus_box: Box, world_in: WorldIn) -> None:
    world = world_in(cyrus_box)
    with world.house() as house:
        draft = drafted(world, house)
        assert len(numbers(world, "Drafts")) == 1
        assert b"\\Draft" in cyrus_box.flags("Drafts")[0]
        approve_and_wait(world, house, draft)
        (sending,) = house.posting.send_due()
        house.rounds.run_once()
        house.posting.send_due()
        assert (sending.state, only(house).state) == (DraftState.SENT, DraftState.SENT)
    (raw,) = taken(world)
    assert message_from_bytes(raw)["Message-ID"] == draft.message_id
    assert (len(numbers(world, "Drafts")), len(numbers(world, "Sent"))) == (0, 1)
    assert not any(b"\\Seen" in line for line in cyrus_box.flags("INBOX"))


@pytest.mark.parametrize(
    ("drafts", "sent"),
    [("Entwürfe", "Gesendete Objekte"), ("Brouillons", "Éléments envoyés"), ("Черновики", "Отправленные")],
)
def test_it_works_where_every_folder_lies_under_the_inbox(
    old_cyrus: Cyrus, world_in: WorldIn, drafts: str, sent: str
) -> None:
    box = box_by(old_cyrus, Security.PLAIN)
    make_folders(box, f"INBOX.{drafts}", f"INBOX.{sent}", "INBOX.Papierkorb")
    world = world_in(box)
    with open_mailbox(box.account, PASSWORD) as mailbox:
        listed = mailbox.folders()
    assert (find_drafts(listed, ""), find_sent(listed, "")) == (f"INBOX.{drafts}", f"INBOX.{sent}")

    with world.house() as house:
        draft = drafted(world, house)
        assert len(numbers(world, f"INBOX.{drafts}")) == 1
        approve_and_wait(world, house, draft)
        house.posting.send_due()
        house.rounds.run_once()
        house.posting.send_due()
        assert only(house).state is DraftState.SENT
    assert len(taken(world)) == 1
    assert numbers(world, f"INBOX.{drafts}") == []
    assert len(numbers(world, f"INBOX.{sent}")) == 1


def test_what_the_person_sent_there_counts_as_sent(cyrus_box: Box, world_in: WorldIn) -> None:
    world = world_in(cyrus_box)
    asked = rejection(world)
    world.deliver(asked)
    at = AT + timedelta(minutes=20)
    answer = mail(world.me, "kim.alder@calder-trust.example", "Re: Your application", "Dear Kim,\n\nthank you.\n", at)
    answer["In-Reply-To"] = answer["References"] = asked["Message-ID"]
    world.deliver(answer, "Sent")
    with world.house() as house:
        house.rounds.run_once()
        with house.database.reading() as transaction:
            assert transaction.mail.counts()[0] == 2
            assert transaction.drafts.all() == ()
    assert numbers(world, "Drafts") == []


def test_delivered_mail_wakes_the_service_there_and_it_outlives_a_restart(tmp_path: Path) -> None:
    need_cyrus()
    with Cyrus() as server:
        box = box_by(server, Security.PLAIN)
        me = box.account.username
        with watched(settings_for({"home": (me, box.plain_port)}), tmp_path) as running:
            assert wait(lambda: running.rounds["home"] >= 1)
            server.deliver(me, raw_rejection(me, 1))
            assert wait(lambda: drafts_in(box) == 1)
            server.stop()
            server.start()
            server.deliver(me, raw_rejection(me, 2))
            assert wait(lambda: drafts_in(box) == 2)
            assert running.stored() == 2


def test_a_wrong_password_is_told_from_a_broken_line(cyrus_box: Box) -> None:
    with pytest.raises(SignInRefused):
        open_mailbox(cyrus_box.account, "wrong")
