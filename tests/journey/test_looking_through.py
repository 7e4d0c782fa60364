"""The weekly look through all folders: what lies where nobody reads is found, counted, and taken in when asked."""

import threading
from dataclasses import replace
from datetime import timedelta

import pytest

from heardback import lookthrough
from heardback.canary import Canary
from heardback.canarywatch import CanaryWatch
from heardback.lookthrough import GOES_ON, STILL_READ_IN
from heardback.overlooked import progress_of
from heardback.taking import pass_over, take_in
from heardback.weekly import rendered
from store.errors import UserError
from store.records import Verdict
from store.vocabulary import MESSAGE_TAGS, Tag
from tests.journey.overlooked import invitation, look, outcome, receipt, rejection, wine
from tests.journey.world import World

DAY = timedelta(days=1)


def _mailbox(world: World) -> None:
    """Two job mails where they are read, one in Junk among adverts, and one of long ago in the archive."""
    now = world.clock.now()
    world.deliver(receipt(world, now - 3 * DAY))
    world.deliver(rejection(world, now - 2 * DAY))
    world.deliver(wine(world, now - DAY))
    world.deliver(wine(world, now - DAY), "Junk")
    world.deliver(invitation(world, now - DAY), "Junk")
    world.deliver(invitation(world, now - 90 * DAY), "Archive")
    world.deliver(wine(world, now - DAY), "Trash")


def test_an_invitation_in_junk_is_found_counted_and_marked_by_nobody(world: World) -> None:
    _mailbox(world)
    before = {folder: world.box.flags(folder) for folder in ("INBOX", "Junk", "Trash", "Archive")}

    with world.house() as house:
        house.rounds.run_once()
        assert look(house) == {}
        result, found = outcome(house)
        text = rendered(house)[0]

    assert result is not None
    assert (result.stored, result.missed, result.recall) == (2, 1, 2 / 3)
    assert [(each.folder, each.tag, each.number) for each in found] == [("Junk", Tag.INVITATION, 1)]
    assert {folder: world.box.flags(folder) for folder in before} == before
    assert "PERHAPS OVERLOOKED" in text
    assert "One invitation lies in “Junk”" in text
    assert "of the job mail in them, 2 of 3 had been taken in" in " ".join(text.split())
    assert "Ada" not in text


def test_it_is_taken_in_as_if_it_had_arrived(world: World) -> None:
    _mailbox(world)
    with world.house() as house:
        house.rounds.run_once()
        look(house)

        said = take_in(house, 1)
        with house.database.reading() as transaction:
            stored = transaction.mail.between(world.clock.now() - 2 * DAY, world.clock.now())
            drafts = transaction.drafts.all()
        assert "add it to accounts.home.folders" in said
        assert Tag.INVITATION in [each.reading.verdict.tag for each in stored]
        assert [draft.to.address for draft in drafts if "brightmoor" in draft.to.address]
        assert outcome(house)[1] == ()
        with pytest.raises(UserError, match="already"):
            take_in(house, 1)
    assert not any(b"Seen" in line for line in world.box.flags("Junk"))


def test_what_was_passed_over_is_not_named_again(world: World) -> None:
    _mailbox(world)
    with world.house() as house:
        house.rounds.run_once()
        look(house)
        pass_over(house, 1)
        world.later(days=7)
        house.rounds.run_once()
        look(house)

        assert outcome(house)[1] == ()


def test_one_that_was_moved_back_in_time_is_no_longer_named(world: World) -> None:
    _mailbox(world)
    with world.house() as house:
        house.rounds.run_once()
        look(house)
        with world.box.observer() as session:
            session.select("Junk")
            session.uid("MOVE", "1:*", "INBOX")
        house.rounds.run_once()

        assert outcome(house)[1] == ()
        with pytest.raises(UserError, match="in the store already"):
            take_in(house, 1)


def test_mail_in_a_watched_folder_that_was_renamed_is_found(world: World) -> None:
    now = world.clock.now()
    world.write_config()
    text = world.config.read_text(encoding="utf-8")
    world.config.write_text(text.replace("[replies]", 'folders = ["INBOX", "Jobs"]\n[replies]'), encoding="utf-8")
    world.deliver(receipt(world, now - 3 * DAY), "Jobs")
    with world.house() as house:
        house.rounds.run_once()
        with world.box.observer() as session:
            session.rename("Jobs", "Work")
        world.deliver(invitation(world, now - DAY), "Work")
        report = house.rounds.run_once()
        look(house)
        result, found = outcome(house)

    assert report.failures
    assert result is not None
    assert result.gone == ("Jobs",)
    assert (result.stored, result.missed) == (1, 1)
    assert [each.folder for each in found] == ["Work"]


def test_ordinary_mail_in_doubt_is_named_when_it_looks_like_job_mail(world: World) -> None:
    world.deliver(rejection(world, world.clock.now() - DAY))
    with world.house() as house:
        house.rounds.run_once()
        with house.database.transaction() as transaction:
            (stored,) = transaction.mail.between(world.clock.now() - 2 * DAY, world.clock.now())
            verdict = Verdict(Tag.OTHER, (1 / len(MESSAGE_TAGS),) * len(MESSAGE_TAGS), True, (), "test")
            transaction.mail.judge(stored.id, replace(stored.reading, verdict=verdict), at=world.clock.now())
        look(house)
        result, _ = outcome(house)

    assert result is not None
    assert result.doubtful == (stored.id,)
    assert (result.stored, result.missed) == (1, 0)


def test_a_go_is_bounded_and_the_next_one_goes_on(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    now = world.clock.now()
    world.deliver(receipt(world, now - 3 * DAY))
    for days in range(1, 7):
        world.deliver(invitation(world, now - days * DAY), "Junk")
    monkeypatch.setattr(lookthrough, "BATCH", 2)
    monkeypatch.setattr(lookthrough, "MOST_READ", 2)
    with world.house() as house:
        house.rounds.run_once()
        goes = 0
        while look(house) == {"home": GOES_ON}:
            goes += 1
            with house.database.reading() as transaction:
                assert progress_of(transaction, "home") is not None
        result, found = outcome(house)

    assert goes == 3
    assert result is not None
    assert (result.stored, result.missed, len(found)) == (1, 6, 6)


def test_a_first_run_that_goes_on_is_left_alone(world: World) -> None:
    now = world.clock.now()
    for days in range(1, 4):
        world.deliver(receipt(world, now - days * DAY))
    with world.house() as house:
        house.settings.poll.__dict__["batch_size"] = 1
        house.rounds.run_once(enough=lambda: lambda: True)

        assert look(house) == {"home": STILL_READ_IN}
        assert outcome(house)[0] is None


def test_it_is_due_once_a_week_before_the_digest(world: World) -> None:
    world.deliver(receipt(world, world.clock.now() - DAY))
    with world.house() as house:
        assert Canary(house).due() == ()
        house.rounds.run_once()
        assert [account.name for account in Canary(house).due()] == ["home"]
        look(house)
        assert Canary(house).due() == ()
        world.later(days=6, hours=10)  # Sunday evening, half a day before Monday's digest
        assert Canary(house).due() == ()
        world.later(hours=2)
        assert [account.name for account in Canary(house).due()] == ["home"]


def test_the_service_looks_in_a_thread_of_its_own(world: World) -> None:
    _mailbox(world)
    with world.house() as house:
        house.rounds.run_once()
        watch = CanaryWatch(house, threading.Event())
        watch.look_if_due()

        assert watch.join(20.0)
        assert [each.folder for each in outcome(house)[1]] == ["Junk"]
        watch.look_if_due()  # not due again
        assert watch.join(0.0)
