"""The people met on the way: whom to write to next and why, everybody, one in full, and what is noted about them."""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date, timedelta
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from heardback.people import Known, people_in_some
from heardback.web.acquainted import (
    PersonRow,
    addresses_to_ask,
    noted_addresses,
    of_page,
    one_person,
    person_row,
    roll,
    span_of_warm_words,
    to_write,
)
from heardback.web.circles import Circles
from heardback.web.desk import Desk, desk_of
from heardback.web.glancing import Overview, overview_of
from heardback.web.rendering import page
from heardback.web.routing import Form, action, done, view
from respond.standings import Standing
from respond.vcard import met_words, vcards
from store.database import Transaction
from store.errors import UserError
from store.noted import ContactNote
from store.records import Contact
from store.vocabulary import Stage

MOST_TEXT = 200
MOST_NOTE = 4000
MOST_SNOOZED_WEEKS = 104
NEXT = 12
"""People to write to shown before "show all"."""


def show(request: Request) -> Response:
    """Whom to write to, and a page of everybody."""
    desk = desk_of(request)
    overview, today = overview_of(desk), _today(desk)
    text = request.query_params.get("q", "").strip()[:MOST_TEXT]
    number = request.query_params.get("page", "1")
    contacts = _contacts(desk, overview)
    asked = roll(contacts, text, int(number) if number.isascii() and number.isdigit() and len(number) < 6 else 1)
    with desk.house.database.reading() as transaction:
        near = _near(transaction, _circles(desk, overview), [each.address for each in asked.contacts])
        rows = of_page(people_in_some(transaction, overview.outlook, near, contacts), asked, today)
        waiting = _waiting(transaction, desk, overview)
    every = request.query_params.get("next") == "all"
    return page(
        request,
        "people.html.j2",
        rows=rows,
        roll=asked,
        text=text,
        known=len(contacts),
        to_write=waiting if every else waiting[:NEXT],
        more=0 if every else max(0, len(waiting) - NEXT),
        link=lambda to: "/people?" + urlencode({"q": text, "page": to} if text else {"page": to}),
    )


def one(request: Request) -> Response:
    """One person in full."""
    desk = desk_of(request)
    with desk.house.database.reading() as transaction:
        known = _known(transaction, desk, int(request.path_params["number"]))
    person, today = known.person, _today(desk)
    closed = [each for each in person.standings if each.state.history.rejection is not None]
    return page(
        request,
        "person.html.j2",
        known=known,
        row=person_row(known, today),
        met=tuple(zip(person.met, met_words(person), strict=True)),
        states={each.application.id: each.state for each in person.standings},
        write_to=_application_to_write_in(closed, known),
        today=today,
    )


def card(request: Request) -> Response:
    """One person as a vCard."""
    desk = desk_of(request)
    with desk.house.database.reading() as transaction:
        known = _known(transaction, desk, int(request.path_params["number"]))
    return _cards((known,), desk, "person.vcf")


def cards(request: Request) -> Response:
    """Everybody as vCards."""
    desk = desk_of(request)
    everywhere = [each.application.id for each in overview_of(desk).glances]
    with desk.house.database.reading() as transaction:
        known = people_in_some(transaction, desk.house.outlook, everywhere)
    return _cards(known, desk, "people.vcf")


def _cards(known: tuple[Known, ...], desk: Desk, name: str) -> Response:
    return Response(
        vcards((each.person for each in known), desk.now).encode("utf-8"),
        media_type="text/vcard; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def note(kept: ContactNote, form: Form, today: date) -> tuple[ContactNote, str]:
    """Keeps words about somebody; empty ones take the note away."""
    words = form.text("note").strip()[:MOST_NOTE]
    return replace(kept, note=words), "Noted." if words else "The note is taken away."


def write_on(kept: ContactNote, form: Form, today: date) -> tuple[ContactNote, str]:
    """Sets a day of one's own to write; it goes before what heardback would suggest."""
    text = form.text("day").strip()
    if not text:
        return replace(kept, next_on=None, reason=""), "The day of your own is taken away."
    day = _day(text)
    changed = replace(kept, next_on=day, reason=form.text("because").strip()[:MOST_TEXT], dropped=False)
    return changed, f"heardback reminds you on {day.day} {day:%B %Y}."


def snooze(kept: ContactNote, form: Form, today: date) -> tuple[ContactNote, str]:
    """Puts off writing to somebody for some weeks."""
    weeks = form.number("weeks")
    if weeks is None or not 1 <= weeks <= MOST_SNOOZED_WEEKS:
        raise UserError(f"Choose for how many weeks, from 1 to {MOST_SNOOZED_WEEKS}.")
    day = today + timedelta(weeks=weeks)
    return replace(kept, snoozed_until=day, dropped=False), f"Put off until {day.day} {day:%B %Y}."


def drop(kept: ContactNote, form: Form, today: date) -> tuple[ContactNote, str]:
    """Stops reminding of somebody."""
    return replace(kept, dropped=True), "You are not reminded of them any more; they stay in the list."


def keep(kept: ContactNote, form: Form, today: date) -> tuple[ContactNote, str]:
    """Takes ``drop`` and ``snooze`` back."""
    return replace(kept, dropped=False, snoozed_until=None), "You are reminded of them again."


def _act(change: Callable[[ContactNote, Form, date], tuple[ContactNote, str]]) -> Callable[[Request, Form], Response]:
    def act(request: Request, form: Form) -> Response:
        desk, number = desk_of(request), int(request.path_params["number"])
        with desk.house.database.transaction() as transaction:
            kept, sentence = change(_known(transaction, desk, number).person.note, form, _today(desk))
            transaction.contact_notes.keep(kept)
        # A word that waited may rest now, and the other way round.
        desk.house.rounds.draft()
        return done(request, sentence, to=f"/people/{number}")

    return act


def _known(transaction: Transaction, desk: Desk, number: int) -> Known:
    overview = overview_of(desk)
    contacts = _contacts(desk, overview)
    contact = next((each for each in contacts if each.id == number), None)
    if contact is not None:
        near = _near(transaction, _circles(desk, overview), (contact.address,))
        known = one_person(people_in_some(transaction, overview.outlook, near, contacts), number)
        if known is not None:
            return known
    raise HTTPException(404)


def _contacts(desk: Desk, overview: Overview) -> tuple[Contact, ...]:
    def read() -> tuple[Contact, ...]:
        with desk.house.database.reading() as transaction:
            return transaction.applications.contacts()

    return overview.reckoned("contacts", read)


def _circles(desk: Desk, overview: Overview) -> Circles:
    contacts = _contacts(desk, overview)
    return overview.reckoned("circles", lambda: Circles(overview.glances, contacts))


def _near(transaction: Transaction, circles: Circles, addresses: Collection[str]) -> frozenset[int]:
    """The applications that show one of these people, or in which they were written to."""
    return circles.applications(addresses) | transaction.weeks.touching(circles.members(addresses))


def _waiting(transaction: Transaction, desk: Desk, overview: Overview) -> tuple[PersonRow, ...]:
    """Whom to write to, reckoned anew once the store or a note about somebody has changed."""
    contacts, circles = _contacts(desk, overview), _circles(desk, overview)
    notes = tuple(transaction.contact_notes.all().values())

    def by_rule() -> frozenset[str]:
        around = span_of_warm_words(overview.outlook)
        lately, written_to = transaction.weeks.with_mail(*around), transaction.weeks.written_to(*around)
        return addresses_to_ask(overview.glances, overview.outlook, lately, written_to)

    ruled = overview.reckoned("whom to write to", by_rule)

    def asked() -> tuple[PersonRow, ...]:
        wanted = circles.members(ruled | noted_addresses(notes))
        known = people_in_some(transaction, overview.outlook, _near(transaction, circles, wanted), contacts)
        # Others in the same applications are not known whole: their further applications were not read.
        return to_write((each for each in known if wanted & set(each.person.addresses)), _today(desk))

    return overview.reckoned(f"whom to write to {_today(desk)} {hash(notes)}", asked)


def _application_to_write_in(closed: list[Standing], known: Known) -> int | None:
    """The application in which a word again would go to this person; None where it would go to nobody or another."""
    mine = [each for each in closed if each.reply_to in known.person.addresses and each.state.stage is Stage.CLOSED]
    return max((each.application.id for each in mine), default=None)


def _today(desk: Desk) -> date:
    return desk.now.astimezone(desk.zone).date()


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UserError("That is not a day such as 2026-03-02: choose it again.") from error


ROUTES: tuple[Route, ...] = (
    view("/people", show),
    view("/people.vcf", cards),
    view("/people/{number:int}", one),
    view("/people/{number:int}.vcf", card),
    *(
        action(f"/people/{{number:int}}/{name}", _act(change))
        for name, change in {"note": note, "day": write_on, "snooze": snooze, "drop": drop, "keep": keep}.items()
    ),
)
