"""What a person changes by hand about one application; each change can be taken back."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from heardback import byhand, joining, searching, undoing
from heardback.web.applications import MOST_TEXT
from heardback.web.course import ENDINGS, STAGES
from heardback.web.desk import Desk, desk_of
from heardback.web.routing import Form, action, done
from heardback.web.tellings import told
from store.changes import Entry
from store.database import Transaction
from store.errors import UserError
from store.vocabulary import Stage

MOST_COUNTRY_LETTERS = 5
Change = Callable[[Transaction, int, Form, Desk], Entry]


def _edit(transaction: Transaction, number: int, form: Form, desk: Desk) -> Entry:
    """Takes only what differs from what is known, so that the journal names what was really changed."""
    known = byhand.existing(transaction, number)
    before = {"company": known.company, "role": known.role, "agency": known.agency, "country": known.country}
    given = {name: form.text(name).strip()[:MOST_TEXT] for name in before}
    given["country"] = given["country"].upper()
    if len(given["country"]) > MOST_COUNTRY_LETTERS:
        raise UserError("The country is a code of two letters, such as DE or GB: choose one, or leave it empty.")
    changed = {name: value for name, value in given.items() if value != before[name]}
    if not changed:
        raise UserError("Nothing was changed: alter a field first, or leave it as it is.")
    return byhand.edit(transaction, number, byhand.Edits(**changed), stage=None, now=desk.now)


def _move(transaction: Transaction, number: int, form: Form, desk: Desk) -> Entry:
    stage = next((each for each in STAGES if each.value == form.text("stage")), None)
    if stage is None:
        raise UserError("Choose the stage it has reached; to end an application, close it.")
    return byhand.move(transaction, number, Stage(stage), now=desk.now)


def _close(transaction: Transaction, number: int, form: Form, desk: Desk) -> Entry:
    because = ENDINGS.get(form.text("because"), "")
    return byhand.close(transaction, number, now=desk.now, because=because)


def _reopen(transaction: Transaction, number: int, form: Form, desk: Desk) -> Entry:
    return byhand.reopen(transaction, number, now=desk.now)


def _merge(transaction: Transaction, number: int, form: Form, desk: Desk) -> Entry:
    other = form.number("other")
    if other is None:
        raise UserError("Choose the application that is to become part of this one.")
    return joining.merge(transaction, number, other, desk.house.own_addresses, now=desk.now)


def _split(transaction: Transaction, number: int, form: Form, desk: Desk) -> Entry:
    mails = [int(each) for each in form.all("mail") if each.isascii() and each.isdigit()]
    if not mails:
        raise UserError("Tick the mails that belong to another application first.")
    if len(set(mails)) >= len(transaction.mail.of_application(number)):
        raise UserError("All mails are ticked: leave at least one here, or change what the application is called.")
    company, role = (form.text(name).strip()[:MOST_TEXT] for name in ("company", "role"))
    own = desk.house.own_addresses
    return joining.split(transaction, number, mails, own, company=company, role=role, now=desk.now)


def _hired(transaction: Transaction, number: int, form: Form, desk: Desk) -> Entry:
    return searching.hired(transaction, number, now=desk.now, today=desk.now.astimezone(desk.zone).date())


def _act(change: Change) -> Callable[[Request, Form], Response]:
    """A form's target that makes one change and shows the application afterwards."""

    def act(request: Request, form: Form) -> Response:
        desk, number = desk_of(request), int(request.path_params["number"])
        with desk.house.database.transaction() as transaction:
            entry = change(transaction, number, form, desk)
        return told(request, entry, to=f"/applications/{entry.application or number}")

    return act


def undo(request: Request, form: Form) -> Response:
    """Takes back one change, whichever page it is asked for on."""
    desk = desk_of(request)
    with desk.house.database.transaction() as transaction:
        change = undoing.undo(transaction, int(request.path_params["change"]), desk.house.own_addresses, now=desk.now)
        gone = change.application is not None and transaction.applications.get(change.application) is None
    # What the change had withdrawn may be due again, and the other way round.
    desk.house.rounds.draft()
    stood_on = form.text("came_from").partition("?")[0] == f"/applications/{change.application}"
    return done(request, f"Taken back: {change.words}", to="/applications" if gone and stood_on else "")


ROUTES: tuple[Route, ...] = (
    *(
        action(f"/applications/{{number:int}}/{name}", _act(change))
        for name, change in {
            "edit": _edit,
            "move": _move,
            "close": _close,
            "reopen": _reopen,
            "merge": _merge,
            "split": _split,
            "hired": _hired,
        }.items()
    ),
    action("/changes/{change:int}/undo", undo),
)
