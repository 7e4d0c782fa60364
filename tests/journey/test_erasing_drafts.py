"""Erased with its drafts in the mailbox: its own go, what the person changed and all else in the mailbox stays."""

from dataclasses import replace

from heardback.erasing import remove_drafts
from respond.draftmail import mail_of
from tests.journey.drafting import AT, drafted, numbers
from tests.journey.world import World


def test_its_own_drafts_go_and_nothing_else(world: World) -> None:
    world.box.put("Drafts", [(b"Subject: mine\r\n\r\nTo be finished.\r\n", AT)])
    with world.house() as house:
        drafted(world, house)
        assert len(numbers(world, "Drafts")) == 2
        (mail,) = numbers(world, "INBOX")

        assert remove_drafts(house) == (1, ())

        assert len(numbers(world, "Drafts")) == 1
        assert numbers(world, "INBOX") == [mail]


def test_a_draft_the_person_changed_stays(world: World) -> None:
    with world.house() as house:
        draft = drafted(world, house)
        (uid,) = numbers(world, "Drafts")
        world.box.put("Drafts", [(mail_of(replace(draft, body="Dear Kim,\n\nMy own words.\n\nSam\n"), now=AT), AT)])
        with world.box.observer() as observer:
            observer.select("Drafts")
            observer.uid("STORE", str(uid), "+FLAGS", r"(\Deleted)")
            observer.expunge()

        removed, stays = remove_drafts(house)

        assert removed == 0
        assert len(stays) == 1
        assert "you changed them" in stays[0]
        assert len(numbers(world, "Drafts")) == 1


def test_the_command_erases_both_here_and_there(world: World) -> None:
    with world.house() as house:
        drafted(world, house)
    done = world.command("erase", "--yes", "--drafts-too")
    assert done.returncode == 0, done.stderr
    assert "1 draft is removed" in done.stderr
    assert numbers(world, "Drafts") == []
    assert not world.data.exists()
    assert not world.config.exists()


def test_a_mailbox_out_of_reach_is_told_and_the_rest_goes(world: World) -> None:
    with world.house() as house:
        drafted(world, house)
    world.write_config(imap_port=1)
    done = world.command("erase", "--yes", "--drafts-too")
    assert done.returncode == 0, done.stderr
    assert "what it holds in Drafts stays" in done.stderr
    assert not world.data.exists()
