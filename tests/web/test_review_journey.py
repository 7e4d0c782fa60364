"""From the mailbox over the page to the recruiter, on real servers: read, reviewed, taken back, approved, sent once."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from heardback.web.serving import Serving
from heardback.wiring import House
from store.clock import SetClock
from store.noted import Draft
from store.vocabulary import DraftState
from tests.journey.world import World, mail
from tests.servers.boxes import PASSWORD, Box
from tests.servers.certificates import Certificates
from tests.servers.smtpsink import SmtpSink

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
KIM = "Kim Alder <kim.alder@calder-trust.example>"


@pytest.fixture
def world(dovecot_box: Box, certificates: Certificates, tmp_path: Path) -> Iterator[World]:
    """Sam, with a real mailbox and a real way out, and one rejection in it."""
    assert dovecot_box.is_dovecot
    lmtp_port = dovecot_box.server.lmtp_port  # type: ignore[union-attr]
    users = {dovecot_box.account.username: PASSWORD}
    with SmtpSink(users=users, certificates=certificates, lmtp_port=lmtp_port) as sink:
        world = World(dovecot_box, sink, tmp_path, SetClock(START), certificates.authority)
        world.deliver(
            mail(
                KIM,
                world.me,
                "Your application as Museum Coordinator",
                "Dear Sam,\n\nThank you for coming to talk to us about the Museum Coordinator role at Calder Trust. We "
                "have decided to go with another candidate whose experience was closer to what we need. It was a close "
                "call.\n\nBest wishes,\nKim Alder\nHead of Operations, Calder Trust\n",
                datetime(2026, 3, 2, 8, tzinfo=UTC),
            )
        )
        yield world


def _lying_in(world: World, folder: str) -> list[bytes]:
    """What another mail program sees in a folder."""
    with world.box.observer() as observer:
        observer.select(folder, readonly=True)
        numbers = observer.search(None, "ALL")[1][0].split()
        fetched = [observer.fetch(number, "(BODY.PEEK[])")[1][0] for number in numbers]
    return [each[1] for each in fetched if isinstance(each, tuple)]


def _the_draft(house: House) -> Draft:
    with house.database.reading() as transaction:
        (draft,) = transaction.drafts.all()
    return draft


def _signed_in(browser: "Browser", serving: Serving, *, scripts: bool) -> "Page":
    context = browser.new_context(base_url=serving.desk.address, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"{serving.desk.address}/sign-in?key={serving.desk.keys.new_link()}")
    if not scripts:
        page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"{serving.desk.address}/")
    return page


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_an_approved_reply_is_taken_back_changed_and_sent_once(world: World, browser: "Browser", scripts: bool) -> None:
    flags = world.box.flags("INBOX")
    with world.house() as house:
        house.rounds.run_once()
        draft = _the_draft(house)
        with Serving(house, 0) as serving:
            page = _signed_in(browser, serving, scripts=scripts)
            _review(page, house, draft, world, scripts=scripts)
            page.context.close()
        house.posting.send_due()
        house.posting.send_due()
        assert _the_draft(house).state is DraftState.SENT
    assert world.sink is not None
    (taken,) = world.sink.taken
    assert taken.recipients == ("kim.alder@calder-trust.example",)
    assert b"I learned a lot." in taken.raw
    (sent,) = _lying_in(world, "Sent")
    assert b"I learned a lot." in sent
    assert draft.message_id.encode() in sent
    assert _lying_in(world, "Drafts") == []
    assert world.box.flags("INBOX") == flags  # reading on the page marks nothing as read


def _review(page: "Page", house: House, draft: Draft, world: World, *, scripts: bool) -> None:
    page.get_by_role("button", name="Approve").click()
    page.get_by_text("Approved: your reply to Kim Alder").wait_for()
    assert _the_draft(house).state is DraftState.APPROVED
    assert house.posting.send_due() == ()  # the undo window is still open
    leaving = page.locator(".leaving").inner_text()
    assert "It goes out after today, 09:01" in leaving
    assert ("s left to take it back" in leaving) is scripts

    page.get_by_role("button", name="Take it back").first.click()
    page.get_by_text("Taken back").wait_for()
    assert _the_draft(house).state is DraftState.EDITED

    page.get_by_role("link", name="Change it").click()
    page.wait_for_url("**/conversation/*")
    box = page.get_by_role("textbox", name="Your reply")
    box.fill(draft.body.replace("Kim,", "Kim,\n\nI learned a lot.", 1))
    page.get_by_role("button", name="Save").click()
    page.get_by_text("Your words are kept").wait_for()
    assert "I learned a lot." in _the_draft(house).body
    house.rounds.run_once()
    (lying,) = _lying_in(world, "Drafts")
    assert b"I learned a lot." in lying

    page.get_by_role("button", name="Approve").click()
    page.get_by_text("Approved: your reply to Kim Alder").wait_for()
    world.later(minutes=2)


def test_what_was_approved_on_the_page_stands_in_drafts_until_it_is_sent(world: World, browser: "Browser") -> None:
    with world.house() as house:
        house.rounds.run_once()
        with Serving(house, 0) as serving:
            page = _signed_in(browser, serving, scripts=True)
            page.get_by_role("button", name="Approve").click()
            page.get_by_text("Approved: your reply").wait_for()
            page.context.close()
        assert len(_lying_in(world, "Drafts")) == 1
        world.later(minutes=2)
        (sending,) = house.posting.send_due()

    assert sending.state is DraftState.SENT
    assert len(_lying_in(world, "Sent")) == 1
    assert _lying_in(world, "Drafts") == []
