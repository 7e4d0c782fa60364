"""What a person does to a draft on the page: each of it once, with a way back, and never blind."""

from dataclasses import replace

from heardback.web.desk import Desk
from heardback.web.draftcards import mark_of
from store.vocabulary import DraftKind, DraftState
from tests.web.drafts import beside, changed_elsewhere, left_as, now, of_kind, ready, state_of, waiting, with_gap
from tests.web.person import Person


def test_an_approval_says_what_becomes_of_it_and_can_be_taken_back(desk: Desk, client: Person) -> None:
    draft = of_kind(desk.house, DraftKind.INVITATION_REPLY)

    page = client.after(client.press(f"/drafts/{draft.id}/approve", {"mark": mark_of(draft)}))

    assert state_of(desk.house, draft) is DraftState.APPROVED
    assert "Approved: your reply to" in page
    assert "On its way" in page
    assert f'action="/drafts/{draft.id}/undo"' in page
    assert "It cannot go out from here, because its account has no smtp_host" in page
    assert "goes out after" not in page

    page = client.after(client.press(f"/drafts/{draft.id}/undo"))
    assert "Taken back" in page
    assert state_of(desk.house, draft) is DraftState.EDITED


def test_a_text_that_changed_since_is_not_approved_unseen(desk: Desk, client: Person) -> None:
    draft = ready(desk.house)
    changed_elsewhere(desk.house, draft, "Other words.\n")

    page = client.after(client.press(f"/drafts/{draft.id}/approve", {"mark": mark_of(draft)}))

    assert "has changed since you opened the page" in page
    assert "Other words." in page
    assert state_of(desk.house, draft) is DraftState.EDITED


def test_words_typed_meanwhile_are_kept_in_the_box(desk: Desk, client: Person) -> None:
    draft = ready(desk.house)
    changed_elsewhere(desk.house, draft, "Other words.\n")
    typed = {"mark": mark_of(draft), "subject": "Mine", "body": "My own words.\r\n", "next": "/"}

    answer = client.press(f"/drafts/{draft.id}/edit", typed)

    assert answer.status_code == 409
    assert "My own words." in answer.text
    assert "nothing is lost" in answer.text
    assert now(desk.house, draft).body == "Other words.\n"

    fresh = {**typed, "mark": mark_of(now(desk.house, draft))}
    assert client.press(f"/drafts/{draft.id}/edit", fresh).status_code == 303
    assert now(desk.house, draft).body == "My own words.\n"


def test_words_typed_meanwhile_stand_in_the_box_of_their_own_draft(desk: Desk, client: Person) -> None:
    for draft in beside(desk.house):
        changed_elsewhere(desk.house, draft, "Other words.\n")
        typed = {"mark": mark_of(draft), "subject": "Mine", "body": "My own words.\r\n", "next": "/"}

        shown = client.press(f"/drafts/{draft.id}/edit", typed).text

        assert shown.count("My own words.") == 1
        assert "My own words." in shown.split(f'id="body-{draft.id}"')[1].split("</textarea>")[0]


def test_edited_words_are_kept_and_approving_saves_them_first(desk: Desk, client: Person) -> None:
    draft = of_kind(desk.house, DraftKind.INVITATION_REPLY)
    fields = {"mark": mark_of(draft), "subject": "A new subject", "body": "Dear Sunniva,\r\n\r\nyes.\r\n"}

    client.press(f"/drafts/{draft.id}/approve", fields)

    after = now(desk.house, draft)
    assert (after.state, after.subject, after.body) == (
        DraftState.APPROVED,
        "A new subject",
        "Dear Sunniva,\n\nyes.\n",
    )


def test_a_gap_stops_the_approval_and_is_named(desk: Desk, client: Person) -> None:
    draft = with_gap(desk.house)

    page = client.after(client.press(f"/drafts/{draft.id}/approve"))

    assert "There is still a place only you can fill" in page
    assert state_of(desk.house, draft) is DraftState.PROPOSED


def test_saving_says_what_is_left_to_fill(desk: Desk, client: Person) -> None:
    draft = with_gap(desk.house)
    fields = {"mark": mark_of(draft), "subject": draft.subject, "body": f"{draft.body}\nAnd more.\n"}

    assert "one place left to fill" in client.after(client.press(f"/drafts/{draft.id}/edit", fields))


def test_an_empty_text_is_no_draft(desk: Desk, client: Person) -> None:
    draft = ready(desk.house)

    page = client.after(client.press(f"/drafts/{draft.id}/edit", {"mark": mark_of(draft), "body": " \n"}))

    assert "came back empty" in page
    assert now(desk.house, draft).body == draft.body


def test_a_discarded_draft_can_be_taken_up_again(desk: Desk, client: Person) -> None:
    draft = ready(desk.house)

    page = client.after(client.press(f"/drafts/{draft.id}/discard"))
    assert state_of(desk.house, draft) is DraftState.DISCARDED
    assert f'action="/drafts/{draft.id}/undo"' in page

    client.press(f"/drafts/{draft.id}/undo")
    assert state_of(desk.house, draft) is DraftState.EDITED


def test_two_people_of_one_team_on_one_day_are_asked_about(desk: Desk, client: Person) -> None:
    first = of_kind(desk.house, DraftKind.INVITATION_REPLY)
    client.press(f"/drafts/{first.id}/approve", {"mark": mark_of(first)})
    second = next(each for each in waiting(desk.house) if each.kind is DraftKind.STAY_CONNECTED)
    other = f"someone.else@{first.to.domain}"
    with desk.house.database.transaction() as transaction:
        changed = replace(second, to=replace(second.to, address=other))
        transaction.drafts.rewrite(changed, state=DraftState.EDITED, at=desk.now)

    page = client.after(client.press(f"/drafts/{second.id}/approve"))
    assert "One mail a day to a team reads better" in page
    assert "heardback review" not in page.partition("</main>")[0].partition('class="notices"')[2].partition("<main")[0]
    assert "Send both all the same" in page
    assert state_of(desk.house, second) is DraftState.EDITED

    client.press(f"/drafts/{second.id}/approve-anyway")
    assert state_of(desk.house, second) is DraftState.APPROVED


def test_what_was_not_sent_can_be_brought_back(desk: Desk, client: Person) -> None:
    draft = ready(desk.house)
    left_as(desk.house, draft, DraftState.FAILED, "It was not sent: the server said no such address.")

    page = client.get("/").text
    assert "Not sent, or perhaps not" in page
    assert "the server said no such address" in page

    client.press(f"/drafts/{draft.id}/undo")
    assert state_of(desk.house, draft) is DraftState.EDITED


def test_what_is_perhaps_sent_says_where_to_look(desk: Desk, client: Person) -> None:
    draft = ready(desk.house)
    left_as(desk.house, draft, DraftState.UNKNOWN, "It may or may not have been sent.")

    page = client.get(f"/conversation/{draft.application_id}").text

    assert "Look into your Sent folder" in page
    assert "Bring it back" in page


def test_another_reply_is_written_in_its_place(desk: Desk, client: Person) -> None:
    draft = of_kind(desk.house, DraftKind.INVITATION_REPLY)
    home = f"/conversation/{draft.application_id}"
    assert "Another reply instead" in client.get(home).text

    answer = client.press(f"/drafts/{draft.id}/instead", {"kind": "decline_invitation"}, came_from=home)

    assert "Written: declining an invitation" in client.after(answer)
    assert state_of(desk.house, draft) is DraftState.DISCARDED
    assert of_kind(desk.house, DraftKind.DECLINE_INVITATION).application_id == draft.application_id


def test_a_reply_is_written_where_none_was_due(desk: Desk, client: Person) -> None:
    draft = ready(desk.house)
    client.press(f"/drafts/{draft.id}/discard")
    home = f"/conversation/{draft.application_id}"

    answer = client.press(f"{home}/reply", {"kind": "withdrawal"}, came_from=home)

    assert "Written: withdrawing" in client.after(answer)
    assert "Choose one of the replies" in client.after(client.press(f"{home}/reply", {"kind": "x"}, came_from=home))


def test_a_draft_that_is_not_there_is_told_calmly(client: Person) -> None:
    for what in ("approve", "edit", "undo", "discard", "now"):
        assert "no such draft any more" in client.after(client.press(f"/drafts/4711/{what}"))
    assert client.get("/drafts/4711").status_code == 404


def test_a_view_of_an_earlier_moment_changes_nothing(desk: Desk) -> None:
    reader = Person(Desk(desk.house, read_only=True))
    draft = ready(desk.house)

    reader.press(f"/drafts/{draft.id}/discard")

    assert state_of(desk.house, draft) is DraftState.PROPOSED
