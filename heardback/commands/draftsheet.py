"""Drafts in the terminal: the list of what waits, one draft in full, and when each approved one goes out."""

from typing import TYPE_CHECKING

from heardback.commands import placing
from heardback.printing import as_json, say, show_text, table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from heardback.wiring import House
    from respond.departures import Departure
    from store.noted import Draft

MOST_IN_DOUBT = 20
"""How many doubtful mails a list shows."""


def show_list(house: "House", *, everything: bool, json: bool) -> None:
    """What waits: drafts, doubtful tags, and mails that fit two applications."""
    from heardback.questions import asked
    from heardback.views import draft_row, message_row
    from store.vocabulary import DraftState

    ended = (DraftState.SENT, DraftState.DISCARDED, DraftState.WITHDRAWN)
    with house.database.reading() as transaction:
        shown_states = [each for each in DraftState if everything or each not in ended]
        drafts = transaction.drafts.in_state(*shown_states)
        homes = {each.application_id for each in drafts if each.application_id is not None}
        names = {each.id: each.company or each.agency for each in transaction.applications.some(homes)}
        unsure = transaction.mail.unsure(at_most=MOST_IN_DOUBT)
        questions = asked(transaction, house.clock.now())
    if json:
        goes = _departures(house) if _are_approved(drafts) else {}
        as_json([draft_row(each) | {"goes_out": goes[each.id].at if each.id in goes else None} for each in drafts])
        return
    goes_out = waits(house) if _are_approved(drafts) else {}
    if not drafts:
        say("No draft waits for you.")
    else:
        rows = (
            (
                each.id,
                each.state,
                names.get(each.application_id or 0, ""),
                _kind(each),
                each.to.address,
                " – ".join(filter(None, (goes_out.get(each.id), _mark(each)))),
            )
            for each in drafts
        )
        columns = ("#", "State", "Employer", "Kind", "To", "Note")
        table("Drafts", columns, rows, shrinking=("Employer", "To", "Note"))
    if unsure:
        show_text()
        shown = [message_row(each) for each in unsure]
        table(
            "In doubt ('review correct # TAG' settles it)",
            ("#", "When", "From", "Subject", "Perhaps"),
            ((row["id"], f"{row['date']:%d %b}", row["from"], row["subject"], row["tag"]) for row in shown),
            shrinking=("From", "Subject"),
        )
    if questions:
        show_text()
        placing.show_questions(house, questions)


def show_draft(house: "House", draft: "Draft") -> None:
    """One draft: why it was written, on what each fact of it rests, what is still to fill in, and its text."""
    from respond.gaps import open_gaps

    show_text(f"Draft {draft.id}: {_kind(draft)}, {draft.state}")
    for reason in draft.why:
        show_text(f"  because: {reason}")
    for fact in draft.facts:
        show_text(f"  fact: {fact.slot} = {fact.value}   ({fact.source})")
    for gap in open_gaps(draft):
        show_text(f"  to fill: {gap}")
    if draft.only_by_hand:
        show_text(f"  You gave it {draft.only_by_hand} in your mail program; heardback would not send that along.")
    if draft.failure:
        show_text(f"  {draft.failure}")
    for words in _lessons(house, draft):
        show_text(f"  before this talk: {words}")
    show_text(f"\nFrom: {draft.sender.address}\nTo: {draft.to.name} <{draft.to.address}>\nSubject: {draft.subject}\n")
    show_text(draft.body)


def waits(house: "House") -> dict[int, str]:
    """When each approved draft goes out, in words."""
    from heardback.approving import waiting_words
    from heardback.redrafting import existing_draft

    goes = _departures(house)
    return {
        number: waiting_words(house, existing_draft(house, number), departure) for number, departure in goes.items()
    }


def _lessons(house: "House", draft: "Draft") -> list[str]:
    """What the person noted from talks of the kind that this draft says yes to."""
    from heardback.remembering import lessons_before
    from respond.standings import standings
    from store.vocabulary import DraftKind

    if draft.kind is not DraftKind.INVITATION_REPLY or draft.application_id is None:
        return []
    with house.database.reading() as transaction:
        found = standings(transaction, house.outlook, only=[draft.application_id])
        return [words for standing in found for words in lessons_before(transaction, standing)]


def _are_approved(drafts: "Iterable[Draft]") -> bool:
    """Whether there is anything to say of when drafts go out; a list without any does not load what sends."""
    from store.vocabulary import DraftState

    return any(draft.state is DraftState.APPROVED for draft in drafts)


def _departures(house: "House") -> "dict[int, Departure]":
    # What decides that takes longer to import than all the rest of a list in which nothing is approved.
    from heardback.approving import outgoing

    return outgoing(house)


def _kind(draft: "Draft") -> str:
    from respond.kindwords import KIND_WORDS

    return KIND_WORDS[draft.kind]


def _mark(draft: "Draft") -> str:
    from respond.gaps import open_gaps

    if draft.failure:
        return draft.failure
    if draft.only_by_hand:
        return f"has {draft.only_by_hand}: send it from your mail program"
    gaps = len(open_gaps(draft))
    return f"{gaps} place{'s' if gaps > 1 else ''} to fill" if gaps else ""
