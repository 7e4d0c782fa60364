"""What a person does to a draft on the page; the same code as the terminal's does it."""

from datetime import datetime, time, timedelta

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from heardback import approving
from heardback.redrafting import put_off, restore, rewrite
from heardback.web.conversation import Typed, render
from heardback.web.desk import Desk, desk_of
from heardback.web.draftcards import mark_of
from heardback.web.notices import Notice, Tone
from heardback.web.routing import Form, Undo, action, done, refuse
from heardback.web.words import moment_words
from respond.gaps import open_gaps
from store.errors import UserError
from store.noted import Draft
from store.vocabulary import DraftState

MORNING = time(8)
"""When what was put off comes back."""
CHANGED = (
    "This draft has changed since you opened the page, perhaps in your mail program. Your words are in the box below, "
    "nothing is lost: saving them replaces the other text."
)


def approve(request: Request, form: Form) -> Response:
    """Approves the text that was on the page, saving what was typed there first."""
    conflict = _taken_over(request, form)
    return conflict if conflict is not None else _approved(request, anyway=False)


def approve_anyway(request: Request, form: Form) -> Response:
    """Approves although somebody else at that employer is written to on the same day."""
    return _approved(request, anyway=True)


def _approved(request: Request, *, anyway: bool) -> Response:
    desk, draft = _asked_for(request)
    _refuse_gaps(draft)
    if draft.state.is_open and not desk.house.outbox_fits(draft):
        raise UserError("Something has happened in this conversation since, so this reply no longer fits. Look again.")
    try:
        approval = approving.approve(desk.house, draft.id, anyway=anyway)
    except approving.SameDay as error:
        told = str(error).partition(", so draft")[0]
        sentence = f"{told}. One mail a day to a team reads better, so this one was not approved: put it off instead."
        return refuse(request, sentence, undo=Undo(f"/drafts/{draft.id}/approve-anyway", "Send both all the same"))
    when = f" goes out after {approving.moment_words(desk.house, approval.goes_out)}"
    way = desk.house.posting.sender_of(draft.account)
    approved = f"Approved: your reply to {draft.to.name or draft.to.address}{when if way else ''}."
    words = " ".join((approved, *approval.notices))
    return done(request, words, undo=Undo(f"/drafts/{draft.id}/undo", "Take it back"))


def edit(request: Request, form: Form) -> Response:
    """Keeps the person's words."""
    if (conflict := _taken_over(request, form)) is not None:
        return conflict
    _, draft = _asked_for(request)
    gaps = open_gaps(draft)
    left = f" There {'is one place' if len(gaps) == 1 else f'are {len(gaps)} places'} left to fill." if gaps else ""
    return done(request, f"Your words are kept.{left}")


def undo(request: Request, form: Form) -> Response:
    """Takes an approval back while nothing was sent; a failed or discarded draft waits again."""
    desk, draft = _asked_for(request)
    if draft.state is DraftState.DISCARDED:
        restore(desk.house, draft.id)
    else:
        try:
            desk.house.outbox.withdraw_approval(draft.id)
        except UserError as error:
            raise UserError(
                "This reply is no longer waiting to be sent, so it cannot be taken back: see below what became of it."
            ) from error
    return done(request, "Taken back: the draft waits for you again.")


def discard(request: Request, form: Form) -> Response:
    """Drops a draft; it is not written again."""
    desk, draft = _asked_for(request)
    desk.house.outbox.discard(draft.id)
    way_back = None if draft.state is DraftState.UNKNOWN else Undo(f"/drafts/{draft.id}/undo", "Take it back")
    return done(request, "Dropped. It will not be written again.", undo=way_back)


def later(request: Request, form: Form) -> Response:
    """Leaves a draft for another day."""
    desk, draft = _asked_for(request)
    until = later_moment(form.text("when"), desk.now.astimezone(desk.zone))
    put_off(desk.house, draft.id, until)
    shown = moment_words(until, desk.now, desk.zone)
    return done(
        request,
        f"Put off until {shown}. It rests until then.",
        undo=Undo(f"/drafts/{draft.id}/now", "Bring it back"),
    )


def now(request: Request, form: Form) -> Response:
    """Takes up again what was put off."""
    desk, draft = _asked_for(request)
    put_off(desk.house, draft.id, None)
    return done(request, "It is back among what needs you.")


def later_moment(when: str, local: datetime) -> datetime:
    """The morning that "tomorrow", "three-days" or "next-week" (its Monday) names. Raises ``UserError``."""
    days = {"tomorrow": 1, "three-days": 3, "next-week": 7 - local.weekday()}.get(when)
    if days is None:
        raise UserError("Choose until when: tomorrow, in three days, or next week.")
    return datetime.combine(local.date() + timedelta(days=days), MORNING, local.tzinfo)


def _asked_for(request: Request) -> tuple[Desk, Draft]:
    """The draft whose number stands in the path. Raises ``UserError``."""
    desk = desk_of(request)
    with desk.house.database.reading() as transaction:
        draft = transaction.drafts.get(request.path_params["number"])
    if draft is None:
        raise UserError("There is no such draft any more. Today shows those that wait.")
    return desk, draft


def _taken_over(request: Request, form: Form) -> Response | None:
    """Saves what was typed; a page with those words where the draft has become another one meanwhile."""
    desk, draft = _asked_for(request)
    if form.text("mark") and form.text("mark") != mark_of(draft) and draft.state.is_open:
        if form.all("body") and draft.application_id is not None:
            typed = Typed(draft.id, form.text("subject"), form.text("body"))
            _tell(request, desk, CHANGED)
            return render(request, draft.application_id, typed=typed, status=409)
        raise UserError("This draft has changed since you opened the page: read it once more, it is shown below.")
    if form.all("body"):
        rewrite(desk.house, draft.id, subject=form.text("subject"), body=form.text("body"))
    return None


def _tell(request: Request, desk: Desk, sentence: str) -> None:
    desk.notices.leave(request.state.session, Notice(sentence, Tone.PROBLEM))


def _refuse_gaps(draft: Draft) -> None:
    gaps = open_gaps(draft)
    if gaps:
        raise UserError(f"There is still a place only you can fill: {gaps[0]}. Fill it, then approve.")
    if not draft.account:
        raise UserError("This draft belongs to no mail account: copy its text into your mail program instead.")
    if draft.only_by_hand:
        raise UserError(
            f"You added {draft.only_by_hand} in your mail program: send it from there, it would be lost here."
        )


ROUTES: tuple[Route, ...] = (
    action("/drafts/{number:int}/approve", approve),
    action("/drafts/{number:int}/approve-anyway", approve_anyway),
    action("/drafts/{number:int}/edit", edit),
    action("/drafts/{number:int}/undo", undo),
    action("/drafts/{number:int}/discard", discard),
    action("/drafts/{number:int}/later", later),
    action("/drafts/{number:int}/now", now),
)
