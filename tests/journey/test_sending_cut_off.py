"""A program that dies at any moment around a sending: the mail goes out at most once, and nothing is pretended."""

from collections.abc import Callable

import pytest

from heardback.posting import Posting
from ingest.imap import ImapMailbox
from respond import outbox
from respond.draftmail import mail_of
from respond.outbox import Outbox
from respond.smtp.sender import SmtpSender
from store.drafts import DraftLedger
from store.noted import Draft
from store.vocabulary import DraftState
from tests.journey.drafting import approve_and_wait, drafted, numbers, only, taken
from tests.journey.world import World


class Killed(BaseException):
    """The process ends here."""


def dying(monkeypatch: pytest.MonkeyPatch, owner: object, name: str, *, after: bool) -> None:
    """Makes the process die before a method, or after it has done its work."""
    works: Callable[..., object] = getattr(owner, name)

    def dies(*arguments: object, **named: object) -> object:
        if after:
            works(*arguments, **named)
        raise Killed

    monkeypatch.setattr(owner, name, dies)


def killed_while_sending(world: World, monkeypatch: pytest.MonkeyPatch, owner: object, name: str, after: bool) -> Draft:
    with world.house() as house:
        draft = drafted(world, house)
        approve_and_wait(world, house, draft)
        dying(monkeypatch, owner, name, after=after)
        with pytest.raises(Killed):
            house.posting.send_due()
    monkeypatch.undo()
    return draft


def started_again(world: World) -> Draft:
    """The service starts, and works for a while."""
    with world.house() as house:
        house.posting.recover()
        for _ in range(3):
            house.posting.send_due()
            house.rounds.run_once()
            world.later(minutes=10)
        return only(house)


@pytest.mark.parametrize(
    ("owner", "name", "after", "state", "times"),
    [
        (Posting, "_last_looks", False, DraftState.SENT, 1),
        (ImapMailbox, "search_header", True, DraftState.SENT, 1),
        (outbox, "mail_of", False, DraftState.UNKNOWN, 0),
        (SmtpSender, "send", False, DraftState.UNKNOWN, 0),
        (SmtpSender, "send", True, DraftState.UNKNOWN, 1),
        (Outbox, "_settle", True, DraftState.SENT, 1),
        (Posting, "copy_into_sent", False, DraftState.SENT, 1),
        (ImapMailbox, "append", True, DraftState.SENT, 1),
        (DraftLedger, "note_in_sent", False, DraftState.SENT, 1),
    ],
)
def test_it_goes_out_at_most_once_wherever_it_dies(
    world: World,
    monkeypatch: pytest.MonkeyPatch,
    owner: object,
    name: str,
    after: bool,
    state: DraftState,
    times: int,
) -> None:
    killed_while_sending(world, monkeypatch, owner, name, after)

    assert started_again(world).state is state
    assert len(taken(world)) == times
    assert len(numbers(world, "Sent")) == (1 if state is DraftState.SENT else 0)


def test_what_the_server_put_into_sent_itself_is_found_there_after_a_crash(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = killed_while_sending(world, monkeypatch, SmtpSender, "send", True)
    world.box.put("Sent", [(mail_of(draft, now=world.clock.now()), world.clock.now())])

    assert started_again(world).state is DraftState.SENT
    assert (len(taken(world)), len(numbers(world, "Sent"))) == (1, 1)


def test_what_turns_up_in_sent_later_settles_what_was_unknown(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = killed_while_sending(world, monkeypatch, SmtpSender, "send", True)
    assert started_again(world).state is DraftState.UNKNOWN
    world.box.put("Sent", [(mail_of(draft, now=world.clock.now()), world.clock.now())])

    with world.house() as house:
        house.rounds.run_once()
        assert only(house).state is DraftState.SENT
    assert len(taken(world)) == 1


def test_the_person_may_send_again_what_did_not_go_out(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    killed_while_sending(world, monkeypatch, SmtpSender, "send", False)
    draft = started_again(world)

    with world.house() as house:
        house.outbox.withdraw_approval(draft.id)
        approve_and_wait(world, house, draft)
        (sending,) = house.posting.send_due()
        assert sending.state is DraftState.SENT
    assert len(taken(world)) == 1


@pytest.mark.parametrize("step", ["mail", "recipient", "data"])
def test_a_server_that_asks_to_come_back_gets_it_once_in_the_end(world: World, step: str) -> None:
    assert world.sink is not None
    with world.house() as house:
        draft = drafted(world, house)
        approve_and_wait(world, house, draft)
        _refuse(world, step, draft, "451 4.7.1 greylisted, try again later")
        (sending,) = house.posting.send_due()
        assert (sending.state, "greylisted" in sending.sentence) == (DraftState.APPROVED, True)
        _refuse(world, step, draft, "")
        assert house.posting.send_due() == ()
        world.later(minutes=5)
        (sending,) = house.posting.send_due()
        assert sending.state is DraftState.SENT
    assert len(taken(world)) == 1


def test_a_wrong_password_is_told_and_the_draft_can_be_approved_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WRONG", "not the password")
    world.write_config(smtp_password_env="WRONG")
    with world.house() as house:
        draft = drafted(world, house)
        approve_and_wait(world, house, draft)
        (sending,) = house.posting.send_due()
        assert sending.state is DraftState.FAILED
        assert "user name and password" in sending.sentence
    world.write_config()
    with world.house() as house:
        house.rounds.run_once()
        assert len(numbers(world, "Drafts")) == 1
        approve_and_wait(world, house, only(house))
        (sending,) = house.posting.send_due()
        assert sending.state is DraftState.SENT
    assert len(taken(world)) == 1


def _refuse(world: World, step: str, draft: Draft, answer: str) -> None:
    assert world.sink is not None
    if step != "recipient":
        setattr(world.sink.script, step, answer)
    elif answer:
        world.sink.script.recipients[draft.to.address] = answer
    else:
        world.sink.script.recipients.clear()
