"""``review questions|place``: the mails that fit several applications, and where you say they belong."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from heardback.commands.byhand import tell
from heardback.options import house_of
from heardback.printing import as_json, say, show_text, table

if TYPE_CHECKING:
    from heardback.joining import Target
    from heardback.questions import Asked
    from heardback.wiring import House

Mail = Annotated[int, typer.Argument(help="The mail's number, as 'review list' or 'applications N' show it.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def register(app: typer.Typer) -> None:
    """Hangs these commands into ``review``."""
    app.command()(questions)
    app.command()(place)


def questions(context: typer.Context, json: Json = False) -> None:
    """Lists the mails that fit several applications, and which."""
    from heardback.questions import asked

    with house_of(context) as house:
        with house.database.reading() as transaction:
            found = asked(transaction, house.clock.now())
        if json:
            as_json([_row(each) for each in found])
        elif not found:
            say("No mail fits several applications.")
        else:
            show_questions(house, found)


def place(
    context: typer.Context,
    mail: Mail,
    where: Annotated[str, typer.Argument(help="An application's number, 'new' or 'none'.", metavar="NUMBER|new|none")],
) -> None:
    """Says which application a mail belongs to; that holds for good."""
    from heardback import joining

    target = _target(where)
    with house_of(context, writes=True) as house, house.database.transaction() as transaction:
        done = joining.place(transaction, mail, target, house.own_addresses, now=house.clock.now())
    tell(done)


def show_questions(house: "House", found: tuple["Asked", ...]) -> None:
    """The open questions as a table."""
    table(
        "Which application? ('review place # NUMBER|new|none' answers)",
        ("#", "When", "From", "Subject", "Fits"),
        (
            (
                each.mail.id,
                f"{each.mail.message.date.astimezone(house.zone):%d %b}",
                each.mail.message.sender.name or each.mail.message.sender.address,
                each.mail.message.subject,
                " or ".join(f"{one.id} ({one.role or one.company or one.agency})" for one in each.candidates),
            )
            for each in found
        ),
        shrinking=("From", "Subject", "Fits"),
    )


def show_mail(house: "House", number: int) -> None:
    """A mail with what was made of it, and the question about it where one is open."""
    from heardback.questions import asked, existing_mail

    with house.database.reading() as transaction:
        stored = existing_mail(transaction, number)
        question = next((each for each in asked(transaction, house.clock.now()) if each.mail.id == number), None)
    message, verdict = stored.message, stored.reading.verdict
    show_text(f"Mail {number}: {verdict.tag}{' (unsure)' if verdict.unsure else ''}")
    for reason in verdict.reasons:
        show_text(f"  because: {reason}")
    if question is not None:
        show_text(f"  which application? {question.reason}")
        for each in question.candidates:
            show_text(f"    {each.id}: {each.role or 'a role not named'} at {each.company or each.agency}")
        show_text(f"  answer with: heardback review place {number} NUMBER (or new, or none)")
    elif stored.application_id is not None:
        show_text(f"  it belongs to application {stored.application_id}")
    when = message.date.astimezone(house.zone)
    show_text(f"\nFrom: {message.sender.name} <{message.sender.address}>\nDate: {when:%d %b %Y %H:%M}")
    show_text(f"Subject: {message.subject}\n\n{message.text}")


def mail_row(house: "House", number: int) -> dict[str, Any]:
    """A mail in full for programs, with the question about it or null."""
    from heardback.questions import asked, existing_mail
    from heardback.views import message_row

    with house.database.reading() as transaction:
        stored = existing_mail(transaction, number)
        question = next((each for each in asked(transaction, house.clock.now()) if each.mail.id == number), None)
    whole = {"text": stored.message.text, "application": stored.application_id}
    return message_row(stored) | whole | {"question": None if question is None else _row(question)}


def _row(asked: "Asked") -> dict[str, Any]:
    message = asked.mail.message
    return {
        "mail": asked.mail.id,
        "date": message.date,
        "from": message.sender.address,
        "subject": message.subject,
        "why": asked.reason,
        "candidates": [
            {"id": each.id, "company": each.company, "agency": each.agency, "role": each.role}
            for each in asked.candidates
        ],
    }


def _target(where: str) -> "Target":
    match where:
        case "new":
            return "new"
        case "none":
            return "none"
        case number if number.isdigit():
            return int(number)
        case _:
            raise typer.BadParameter(
                f"{where!r} is no place for a mail: give an application's number, 'new' or 'none'.", param_hint="WHERE"
            )
