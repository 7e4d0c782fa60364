"""``applications``: where every application stands, one in full, and changes by hand."""

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Annotated, Any

import typer
import typer.core

from heardback.options import house_of
from heardback.printing import as_csv, as_json, say, table

if TYPE_CHECKING:
    from heardback.wiring import House
    from respond.standings import Standing
    from store.records import StoredMessage


_STATUS = {"waiting_on_me": "your turn", "waiting_on_them": "waiting"}


class _NumberOrCommand(typer.core.TyperGroup):
    """Lets ``applications 12`` mean ``applications show 12``."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and args[0].isdigit():
            return super().resolve_command(ctx, ["show", *args])
        return super().resolve_command(ctx, args)


app = typer.Typer(
    cls=_NumberOrCommand,
    invoke_without_command=True,
    help="Where every application stands; with a number, one in full.",
)
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Number = Annotated[int, typer.Argument(help="The application's number.")]
Company = Annotated[str | None, typer.Option(help="The employer.")]
Role = Annotated[str | None, typer.Option(help="The role.")]
Agency = Annotated[str | None, typer.Option(help="The staffing agency in between.")]


@app.callback()
def listing(
    context: typer.Context,
    json: Json = False,
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
) -> None:
    """Where every application stands; with a number, one in full."""
    if context.invoked_subcommand is not None:
        return
    from heardback.views import APPLICATION_COLUMNS, application_row

    with house_of(context) as house:
        found = _standings(house)
        if json:
            as_json([application_row(each) for each in found])
        elif csv:
            as_csv((_flat(application_row(each)) for each in found), APPLICATION_COLUMNS)
        else:
            _show_all(found)


@app.command(hidden=True)
def show(context: typer.Context, number: Number, json: Json = False) -> None:
    """One application in full: its timeline, its mails, and why it stands where it stands."""
    from heardback.byhand import existing
    from heardback.views import application_row, message_row, timeline_rows

    with house_of(context) as house:
        found = [each for each in _standings(house) if each.application.id == number]
        if not found:
            with house.database.reading() as transaction:
                existing(transaction, number)
            say(f"Application {number} had not begun at that time.")
            return
        standing = found[0]
        if json or (context.parent and context.parent.params.get("json")):
            rows = {"timeline": timeline_rows(standing), "messages": [message_row(each) for each in standing.messages]}
            as_json([application_row(standing) | rows])
        else:
            _show_one(house, standing)


@app.command()
def add(
    context: typer.Context,
    company: Annotated[str, typer.Option(help="The employer.")],
    role: Annotated[str, typer.Option(help="The role.")] = "",
    agency: Annotated[str, typer.Option(help="The staffing agency in between.")] = "",
    applied: Annotated[str, typer.Option(help="The day you applied, as 2026-03-02.", metavar="DATE")] = "",
) -> None:
    """Enters an application that no mail shows, such as one made on a website."""
    from heardback import byhand

    with house_of(context, writes=True) as house:
        moment = _moment(house, applied)
        with house.database.transaction() as transaction:
            number = byhand.add(transaction, company, role, agency=agency, applied=moment)
        say(f"Application {number} at {company} is entered.")


@app.command()
def edit(
    context: typer.Context,
    number: Number,
    company: Company = None,
    role: Role = None,
    agency: Agency = None,
    country: Annotated[str | None, typer.Option(help="The employer's country, as DE or US.")] = None,
    stage: Annotated[str | None, typer.Option(help="applied, screening, interviewing, final or offer.")] = None,
) -> None:
    """Corrects what is known of an application."""
    from heardback import byhand
    from store.vocabulary import Stage

    if stage is not None and stage not in tuple(Stage):
        raise typer.BadParameter(f"{stage!r} is none of {', '.join(Stage)}.", param_hint="--stage")
    with house_of(context, writes=True) as house, house.database.transaction() as transaction:
        byhand.edit(
            transaction,
            number,
            company=company,
            role=role,
            agency=agency,
            country=country,
            stage=Stage(stage) if stage else None,
            now=house.clock.now(),
        )
    say(f"Application {number} is changed; mails no longer change what you set.")


@app.command()
def merge(context: typer.Context, number: Number, other: Annotated[int, typer.Argument(help="The other one.")]) -> None:
    """Makes one application of two."""
    from heardback import byhand

    with house_of(context, writes=True) as house, house.database.transaction() as transaction:
        byhand.merge(transaction, number, other, house.own_addresses)
    say(f"Application {other} is now part of {number}.")


@app.command()
def split(
    context: typer.Context,
    number: Number,
    messages: Annotated[list[int], typer.Argument(help="The mails that belong to another application.")],
    role: Annotated[str, typer.Option(help="The role of the new application.")] = "",
) -> None:
    """Makes two applications of one: the named mails get their own."""
    from heardback import byhand

    with house_of(context, writes=True) as house, house.database.transaction() as transaction:
        new = byhand.split(transaction, number, messages, role, house.own_addresses)
    say(f"Application {new} holds these mails now.")


@app.command()
def close(context: typer.Context, number: Number) -> None:
    """Closes an application from your side; a new invitation or offer would reopen it."""
    from heardback import byhand

    with house_of(context, writes=True) as house, house.database.transaction() as transaction:
        byhand.close(transaction, number, now=house.clock.now())
    say(f"Application {number} is closed.")


def _standings(house: "House") -> tuple["Standing", ...]:
    from respond.standings import standings

    with house.database.reading() as transaction:
        return standings(transaction, house.outlook)


def _moment(house: "House", day: str) -> datetime:
    if not day:
        return house.clock.now()
    try:
        chosen = date.fromisoformat(day)
    except ValueError as error:
        raise typer.BadParameter(f"{day!r} is not a day such as 2026-03-02.", param_hint="--applied") from error
    return datetime.combine(chosen, time(12), house.zone).astimezone(UTC)


def _flat(row: dict[str, object]) -> dict[str, object]:
    chance = row["chance_of_answer"]
    return row | {"chance_of_answer": chance["p"] if isinstance(chance, dict) else None}


def _show_all(found: tuple["Standing", ...]) -> None:
    if not found:
        say("No application is known yet: run 'heardback poll', or 'heardback import' some mail.")
        return
    table(
        "",
        ("#", "Company", "Role", "Stage", "Status", "Date", "Next step"),
        (
            (
                each.application.id,
                each.application.company or f"via {each.application.agency}",
                each.application.role,
                each.state.stage,
                "ghosted" if each.state.ghosted else _STATUS.get(each.state.status, each.state.status),
                each.state.silent_since or each.state.deadline,
                "" if each.state.next_action == "none" else each.state.next_action.replace("_", " "),
            )
            for each in sorted(found, key=_urgency)
        ),
        shrinking=("Company", "Role"),
    )


def _tag_words(stored: "StoredMessage") -> str:
    verdict = stored.reading.verdict
    if stored.direction == "sent":
        return "from you"
    return verdict.tag + (" (unsure)" if verdict.unsure else "")


def _urgency(standing: "Standing") -> tuple[bool, bool, int]:
    """What needs the person first, then what is open, then what is over; by number within each."""
    state = standing.state
    return (state.next_action == "none" or state.ghosted, state.stage == "closed", standing.application.id)


def _show_one(house: "House", standing: "Standing") -> None:
    application, state = standing.application, standing.state
    typer.echo(f"{application.role or 'A role not named'} at {application.company or application.agency}")
    typer.echo(f"{state.stage}, {state.status.replace('_', ' ')}. {state.why}")
    if state.chance:
        typer.echo(f"Chance of an answer: {state.chance.words}.")
    with house.database.reading() as transaction:
        refusals = [each for each in transaction.drafts.refusals() if each.application_id == application.id]
    for refusal in refusals:
        typer.echo(f"No {refusal.kind.replace('_', ' ')} was drafted: {refusal.reason}")
    typer.echo()
    table(
        "What happened",
        ("When", "What", "In their words"),
        ((f"{each.at.astimezone(house.zone):%d %b %Y %H:%M}", each.kind, each.sentence) for each in standing.events),
        shrinking=("In their words",),
    )
    typer.echo()
    table(
        "Mails",
        ("#", "When", "From", "Subject", "Tag"),
        (
            (
                each.id,
                f"{each.message.date.astimezone(house.zone):%d %b %Y}",
                each.message.sender.name or each.message.sender.address,
                each.message.subject,
                _tag_words(each),
            )
            for each in standing.messages
        ),
        shrinking=("From", "Subject"),
    )
