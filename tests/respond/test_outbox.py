"""Sending what was approved: at most once, and honest about what is not known."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from ingest.accounts import Security, Server
from respond.outbox import MOST_TRIES, Outbox
from respond.smtp.sender import SmtpSender
from store.clock import SetClock
from store.database import Database
from store.errors import UserError
from store.noted import Draft
from store.vocabulary import DraftState
from tests.respond.drafts import DRAFT, NOW, put, state_of
from tests.servers.smtpsink import SmtpSink


class Post:
    """An outbox over a fresh store, on a clock of its own."""

    def __init__(self, folder: Path, sink: SmtpSink) -> None:
        self.database = Database.open(folder)
        self.clock = SetClock(NOW)
        self.sink = sink
        self.fits = True
        self.rests = False
        self.most = 20
        self.sender = SmtpSender(Server("127.0.0.1", sink.port, Security.PLAIN, connect_timeout=30, read_timeout=30))

    @property
    def outbox(self) -> Outbox:
        undo = timedelta(minutes=2)
        return Outbox(
            self.database,
            self.clock,
            undo=undo,
            most_per_day=self.most,
            fits=lambda _draft: self.fits,
            rests=lambda _draft: self.rests,
        )

    def approved(self, draft: Draft = DRAFT, number: int = 1) -> int:
        stored = put(self.database, draft, number)
        self.outbox.approve(stored.id)
        return stored.id

    def send(self) -> list[DraftState]:
        return [sending.state for sending in self.outbox.send_due(lambda _account: self.sender)]


@pytest.fixture
def post(tmp_path: Path, smtp_sink: SmtpSink) -> Iterator[Post]:
    made = Post(tmp_path, smtp_sink)
    yield made
    made.database.close()


def test_nothing_goes_out_unapproved(post: Post) -> None:
    put(post.database)
    post.clock.at += timedelta(days=1)

    assert post.send() == []
    assert post.sink.taken == []


def test_an_approval_can_be_taken_back_within_its_window(post: Post) -> None:
    number = post.approved()

    assert post.send() == []
    post.outbox.withdraw_approval(number)
    post.clock.at += timedelta(hours=1)
    assert post.send() == []
    assert state_of(post.database, number) is DraftState.EDITED


def test_an_approved_draft_goes_out_once(post: Post) -> None:
    number = post.approved()
    post.clock.at += timedelta(minutes=2)

    assert post.send() == [DraftState.SENT]
    assert post.send() == []
    assert state_of(post.database, number) is DraftState.SENT
    assert len(post.sink.taken) == 1


def test_a_busy_server_is_tried_again_later_and_not_for_ever(post: Post) -> None:
    number = post.approved()
    post.sink.script.recipients["kim@calder.example"] = "451 4.7.1 try later"
    post.clock.at += timedelta(minutes=2)

    assert post.send() == [DraftState.APPROVED]
    assert post.send() == []
    for _ in range(MOST_TRIES):
        post.clock.at += timedelta(hours=2)
        post.send()
    assert state_of(post.database, number) is DraftState.FAILED
    assert post.sink.taken == []


def test_a_permanent_refusal_fails_with_the_servers_words(post: Post) -> None:
    number = post.approved()
    post.sink.script.recipients["kim@calder.example"] = "550 5.1.1 no such mailbox"
    post.clock.at += timedelta(minutes=2)

    assert post.send() == [DraftState.FAILED]
    with post.database.reading() as transaction:
        draft = transaction.drafts.get(number)
    assert draft is not None
    assert "no such mailbox" in draft.failure


def test_a_connection_that_ends_after_the_text_leaves_it_unknown_and_never_repeats(post: Post) -> None:
    number = post.approved()
    post.sink.script.drop_after_data = True
    post.clock.at += timedelta(minutes=2)

    assert post.send() == [DraftState.UNKNOWN]
    post.sink.script.drop_after_data = False
    post.clock.at += timedelta(days=1)
    assert post.send() == []
    assert len(post.sink.taken) == 1
    assert state_of(post.database, number) is DraftState.UNKNOWN


@pytest.mark.parametrize(("lies_there", "state"), [(True, DraftState.SENT), (False, DraftState.UNKNOWN)])
def test_what_a_crash_left_half_sent_is_looked_up_and_never_sent_again(
    post: Post, lies_there: bool, state: DraftState
) -> None:
    number = post.approved()
    with post.database.transaction() as transaction:
        transaction.drafts.move(number, from_states=(DraftState.APPROVED,), to=DraftState.SENDING, at=NOW)

    post.outbox.recover(lambda _draft: lies_there)
    post.clock.at += timedelta(days=1)
    assert post.send() == []
    assert state_of(post.database, number) is state
    assert post.sink.taken == []


def test_a_draft_that_no_longer_fits_is_withdrawn_at_the_last_moment(post: Post) -> None:
    number = post.approved()
    post.fits = False
    post.clock.at += timedelta(minutes=2)

    assert post.send() == [DraftState.WITHDRAWN]
    assert state_of(post.database, number) is DraftState.WITHDRAWN


def test_what_has_to_rest_stays_approved_until_it_may_go(post: Post) -> None:
    number = post.approved()
    post.clock.at += timedelta(minutes=3)
    post.rests = True

    assert post.send() == []
    assert state_of(post.database, number) is DraftState.APPROVED
    post.rests = False
    assert post.send() == [DraftState.SENT]


def test_there_is_a_most_for_each_day(post: Post) -> None:
    post.most = 2
    for number in range(3):
        post.approved(number=number)
    post.clock.at += timedelta(minutes=2)

    assert post.send() == [DraftState.SENT] * 2
    post.clock.at += timedelta(days=2)
    assert post.send() == [DraftState.SENT]


def test_a_draft_with_a_gap_cannot_be_approved(post: Post) -> None:
    gap = "[your sentence: what stayed with you]"
    stored = put(post.database, replace(DRAFT, gaps=(gap,), body=f"Dear Kim,\n\n{gap}\n"))

    with pytest.raises(UserError, match="only you can fill"):
        post.outbox.approve(stored.id)


def test_a_draft_without_an_account_says_what_to_do(post: Post) -> None:
    stored = put(post.database, replace(DRAFT, account=""))

    with pytest.raises(UserError, match="mail program"):
        post.outbox.approve(stored.id)


def test_a_discarded_draft_is_gone_for_good(post: Post) -> None:
    stored = put(post.database)
    post.outbox.discard(stored.id)

    with pytest.raises(UserError, match="only a waiting draft"):
        post.outbox.approve(stored.id)
    with pytest.raises(UserError, match="no draft"):
        post.outbox.discard(stored.id)
