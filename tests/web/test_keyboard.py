"""The page by keyboard alone: every act has a key, none fires while one types, and they can be switched off."""

from typing import TYPE_CHECKING

from heardback.web.draftcards import draft_card
from respond.gaps import open_gaps
from store.noted import Draft
from store.vocabulary import DraftKind, DraftState
from tests.web.arriving import REJECTION, arrive, mail
from tests.web.conftest import Served
from tests.web.drafts import now, of_kind, state_of, waiting, with_gap

if TYPE_CHECKING:
    from playwright.sync_api import Page


def _at(tab: "Page") -> str:
    """The item one is at."""
    return str(tab.evaluate("document.activeElement.closest('[data-item]')?.id ?? ''"))


def _press(tab: "Page", *keys: str) -> None:
    """One key after the other; what a key sends is waited for."""
    for key in keys:
        tab.keyboard.press(key)
        tab.locator("form[data-busy]").wait_for(state="detached")


def _go_to(tab: "Page", name: str) -> None:
    """Steps down, then up, until one is at the item."""
    for key in "j" * 40 + "k" * 40:
        if _at(tab) == name:
            return
        tab.keyboard.press(key)
    raise AssertionError(f"no way to {name}")


def _place(served: Served, draft: Draft) -> str:
    theirs = draft.kind in (DraftKind.INVITATION_REPLY, DraftKind.OFFER_REPLY)
    return f"application-{draft.application_id}" if theirs else f"draft-{draft.id}"


def test_ten_drafts_are_gone_through_without_a_mouse(tab: "Page", served: Served) -> None:
    drafts = sorted(waiting(served.house), key=lambda each: each.id)
    ready = [each for each in drafts if draft_card(each, now=served.house.clock.now()).is_ready]
    with_gaps = [each for each in drafts if open_gaps(each)]
    assert len(drafts) >= 10
    assert len(ready) + len(with_gaps) == len(drafts)

    approved: list[Draft] = []
    for each in ready[:4]:
        _go_to(tab, _place(served, each))
        _press(tab, "a")
        if "One mail a day" in tab.locator(".notices").inner_text():
            _press(tab, "x")
        else:
            approved.append(each)
    for each in ready[4:6]:
        _go_to(tab, _place(served, each))
        _press(tab, "x")
    for each in ready[6:7]:
        _go_to(tab, _place(served, each))
        _press(tab, "l", "2")
    for each in [*ready[7:], *with_gaps]:
        tab.goto("/")
        _go_to(tab, _place(served, each))
        tab.keyboard.press("e")
        tab.wait_for_url("**/conversation/*")
        tab.keyboard.press("e")
        tab.keyboard.press("Control+Home")
        tab.keyboard.type("Hello again. a x j")
        for gap in open_gaps(each):
            tab.evaluate(
                "gap => { const box = document.querySelector('[data-body]'); "
                "box.value = box.value.replace(gap, 'my own words') }",
                gap,
            )
        _press(tab, "Control+Enter")
        tab.get_by_text("Your words are kept").wait_for()
        _press(tab, "a")

    states = {each.id: state_of(served.house, each) for each in drafts}
    assert DraftState.PROPOSED not in [states[each.id] for each in drafts if each is not ready[6]]
    assert all(states[each.id] is DraftState.APPROVED for each in approved)
    assert approved
    assert [states[each.id] for each in ready[4:6]] == [DraftState.DISCARDED] * 2
    assert now(served.house, ready[6]).later_until is not None
    assert all("Hello again. a x j" in now(served.house, each).body for each in ready[7:])


def test_an_approval_is_taken_back_by_the_next_key(tab: "Page", served: Served) -> None:
    draft = of_kind(served.house, DraftKind.INVITATION_REPLY)
    _go_to(tab, f"application-{draft.application_id}")

    _press(tab, "a")
    assert state_of(served.house, draft) is DraftState.APPROVED
    assert tab.locator(".leaving").is_visible()

    _press(tab, "u")
    assert state_of(served.house, draft) is DraftState.EDITED


def test_a_tag_is_corrected_by_two_keys_and_the_application_moves(tab: "Page", served: Served) -> None:
    number = arrive(served.house, mail(REJECTION))
    with served.house.database.reading() as transaction:
        stored = transaction.mail.get(number)
    assert stored is not None
    tab.goto(f"/conversation/{stored.application_id}")
    assert "Declined" in tab.locator(".place").inner_text()

    _go_to(tab, f"mail-{number}")
    _press(tab, "c", "1")

    assert "Your turn" in tab.locator(".place").inner_text()
    assert "you said so" in tab.locator(f"#mail-{number}").inner_text()
    _press(tab, "u")
    assert "Declined" in tab.locator(".place").inner_text()


def test_keys_do_nothing_while_one_types(tab: "Page", served: Served) -> None:
    draft = of_kind(served.house, DraftKind.INVITATION_REPLY)
    tab.goto(f"/conversation/{draft.application_id}")

    tab.keyboard.press("e")
    for key in "axulc?/gj1":
        tab.keyboard.press(key)

    assert state_of(served.house, draft) is DraftState.PROPOSED
    assert tab.locator("[data-body]").input_value().startswith("axulc?/gj1")
    assert tab.locator("dialog").count() == 0
    tab.keyboard.press("Escape")
    assert _at(tab) == "reply"
    tab.on("dialog", lambda dialog: dialog.accept())


def test_enter_in_the_subject_saves_and_never_approves(tab: "Page", served: Served) -> None:
    draft = of_kind(served.house, DraftKind.INVITATION_REPLY)
    tab.goto(f"/conversation/{draft.application_id}")

    tab.get_by_role("textbox", name="Subject").fill("Another subject")
    _press(tab, "Enter")

    tab.get_by_text("Your words are kept").wait_for()
    assert (now(served.house, draft).subject, state_of(served.house, draft)) == ("Another subject", DraftState.EDITED)


def test_the_keys_are_listed_and_can_be_switched_off_for_good(tab: "Page", served: Served) -> None:
    tab.keyboard.press("?")
    dialog = tab.get_by_role("dialog", name="Keys")
    assert "approve" in dialog.inner_text()
    dialog.get_by_role("button", name="Switch single keys off").click()
    dialog.get_by_role("button", name="Close").click()

    tab.keyboard.press("j")
    assert _at(tab) == ""
    tab.reload()
    tab.keyboard.press("j")
    assert _at(tab) == ""

    tab.get_by_role("button", name="Keyboard").click()
    tab.get_by_role("button", name="Switch single keys on").click()
    tab.keyboard.press("Escape")
    tab.keyboard.press("j")
    assert _at(tab) != ""


def test_two_keys_lead_to_each_page(tab: "Page", served: Served) -> None:
    for key, path in (("h", "/health"), ("s", "/settings"), ("t", "/")):
        tab.keyboard.press("g")
        tab.keyboard.press(key)
        tab.wait_for_url(f"{served.url}{path}")


def test_a_gap_is_chosen_ready_to_be_typed_over(tab: "Page", served: Served) -> None:
    draft = with_gap(served.house)
    tab.goto(f"/conversation/{draft.application_id}")

    tab.locator("[data-gap]").first.click()
    tab.keyboard.type("the harbour office")

    assert open_gaps(draft)[0] not in tab.locator("[data-body]").input_value()
    assert "the harbour office" in tab.locator("[data-body]").input_value()
    _press(tab, "Control+Enter")
    assert "the harbour office" in now(served.house, draft).body


def test_words_in_the_box_outlast_another_act_on_the_page(tab: "Page", served: Served) -> None:
    draft = of_kind(served.house, DraftKind.INVITATION_REPLY)
    tab.goto(f"/conversation/{draft.application_id}")
    tab.locator("[data-body]").fill("Dear Sunniva, half a tho")
    tab.keyboard.press("Escape")

    with served.house.database.reading() as transaction:
        newest = transaction.mail.of_application(draft.application_id or 0)[-1]
    _go_to(tab, f"mail-{newest.id}")
    _press(tab, "c", "1")

    tab.get_by_text("Noted: this mail says").wait_for()
    assert tab.locator("[data-body]").input_value() == "Dear Sunniva, half a tho"
    tab.on("dialog", lambda dialog: dialog.accept())
