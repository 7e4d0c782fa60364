"""A single mail: its page, its own shape in a frame that can do nothing, and what a person says about it."""

from html import escape
from typing import Literal

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from heardback import joining
from heardback.correcting import correct_tag
from heardback.questions import asked
from heardback.web.cleaning import cleaned
from heardback.web.desk import desk_of
from heardback.web.mailcards import LONGEST_ALONE, mail_card
from heardback.web.needs import named
from heardback.web.rendering import page
from heardback.web.routing import Form, Refused, Undo, action, done, view
from heardback.web.words import words
from respond.choices import choices_for_mail
from store.errors import UserError
from store.records import StoredMessage
from store.vocabulary import MESSAGE_TAGS, Tag

FRAME_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; "
    "sandbox allow-popups allow-popups-to-escape-sandbox"
)
"""No script, no picture, no request of its own; a link opens in a new tab, where it is an ordinary page."""
_STYLE = (
    "html{color-scheme:light;background:#fff}body{margin:0;padding:1rem;color:#222;background:#fff;"
    "font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}table{max-width:100%}"
    ".picture{display:inline-block;padding:.2em .6em;border:1px dashed #767676;border-radius:4px;background:#eee;"
    "color:#444;font:14px/1.4 system-ui,sans-serif}.whereto{color:#555;font-size:13px}"
    "blockquote{margin:.5em 0 .5em .5em;padding-left:.8em;border-left:2px solid #bbb}"
)
_EMPTY = "This mail is not shown in its own shape: it has none, or it is too large. Its text is on the page around."


def show(request: Request) -> Response:
    """The page of one mail, and the question about it where one is open."""
    desk, number = desk_of(request), request.path_params["number"]
    with desk.house.database.reading() as transaction:
        stored = transaction.mail.get(number)
        if stored is None or stored.message.date > desk.now:
            raise Refused(404, "There is no such mail: see Applications for those there are.")
        has_html = bool(transaction.bodies.which([number]))
        application = transaction.applications.get(stored.application_id) if stored.application_id else None
        is_asked = any(each == number for each, _, _ in transaction.mail.questions())
        question = (
            next((each for each in asked(transaction, desk.now) if each.mail.id == number), None) if is_asked else None
        )
    return page(
        request,
        "mail.html.j2",
        mail=mail_card(stored, has_html=has_html, is_open=True, longest=LONGEST_ALONE),
        application=application,
        who=named(application),
        question=question,
        choices=choices_for_mail(stored),
        tags=MESSAGE_TAGS,
    )


def show_body(request: Request) -> Response:
    """The mail in its own shape, cleaned: a document of its own, for a frame."""
    desk, number = desk_of(request), request.path_params["number"]
    with desk.house.database.reading() as transaction:
        stored = transaction.mail.get(number)
        html = transaction.bodies.html_of(number) if stored is not None and stored.message.date <= desk.now else ""
    body = cleaned(html) or f"<p>{_EMPTY}</p>"
    subject = escape(stored.message.subject if stored else "")
    document = (
        f'<!doctype html><html lang="und"><head><meta charset="utf-8"><title>{subject or "Mail"}</title>'
        f'<meta name="referrer" content="no-referrer"><style>{_STYLE}</style></head>'
        f"<body><main>{body}</main></body></html>"
    )
    headers = {
        "Content-Security-Policy": FRAME_POLICY,
        "Referrer-Policy": "no-referrer",
        "X-DNS-Prefetch-Control": "off",
    }
    return HTMLResponse(document, headers=headers)


def correct(request: Request, form: Form) -> Response:
    """Sets a mail's tag for good."""
    desk, number = desk_of(request), request.path_params["number"]
    tag = form.text("tag")
    if tag not in MESSAGE_TAGS:
        raise UserError("That is none of the tags a mail can have: choose one of the buttons.")
    entry = correct_tag(desk.house, number, Tag(tag))
    undo = Undo(f"/changes/{entry.id}/undo", "Undo") if entry.id else None
    return done(request, f"Noted: this mail says “{words(Tag(tag))}”. That holds from now on.", undo=undo)


def place(request: Request, form: Form) -> Response:
    """Puts a mail to the application the person names, to one of its own, or to none."""
    desk, number = desk_of(request), request.path_params["number"]
    target: int | Literal["new", "none"] | None = form.number("where")
    if target is None:
        match form.text("where"):
            case "new":
                target = "new"
            case "none":
                target = "none"
            case _:
                raise UserError("Choose where the mail belongs: one of the applications, a new one, or none.")
    with desk.house.database.transaction() as transaction:
        _refuse_nameless(transaction.mail.get(number), target)
        entry = joining.place(transaction, number, target, desk.house.own_addresses, now=desk.now)
    undo = Undo(f"/changes/{entry.id}/undo", "Undo") if entry.id else None
    return done(request, entry.words, undo=undo)


def _refuse_nameless(stored: StoredMessage | None, target: object) -> None:
    if target == "new" and stored is not None and not (stored.reading.company or stored.reading.agency):
        raise UserError(
            "This mail names no employer: enter the application under Applications first, then put the mail there."
        )


ROUTES: tuple[Route, ...] = (
    view("/mail/{number:int}", show),
    view("/mail/{number:int}/body", show_body),
    action("/mail/{number:int}/correct", correct),
    action("/mail/{number:int}/place", place),
)
