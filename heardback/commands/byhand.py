"""``applications add|edit|move|merge|split|close|reopen``: what a person knows better than their mail."""

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Annotated

import typer

from heardback.options import house_of
from heardback.printing import say

if TYPE_CHECKING:
    from heardback.wiring import House
    from store.changes import Entry
    from store.vocabulary import Stage

Number = Annotated[int, typer.Argument(help="The application's number.")]
StageName = Annotated[str, typer.Argument(help="applied, screening, interviewing, final or offer.", metavar="STAGE")]


def register(app: typer.Typer) -> None:
    """Hangs these commands into ``applications``, in the order ``--help`` shows them."""
    for command in (add, edit, move, merge, split, close, reopen):
        app.command()(command)


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
        now = house.clock.now()
        moment = _noon(house, day_of(applied, "--applied")) if applied else now
        with house.database.transaction() as transaction:
            done = byhand.add(transaction, company, role, agency=agency, applied=moment, now=now)
    tell(done)


def edit(
    context: typer.Context,
    number: Number,
    company: Annotated[str | None, typer.Option(help="The employer.")] = None,
    role: Annotated[str | None, typer.Option(help="The role.")] = None,
    agency: Annotated[str | None, typer.Option(help="The staffing agency in between.")] = None,
    country: Annotated[str | None, typer.Option(help="The employer's country, as DE or US.")] = None,
    stage: Annotated[str | None, typer.Option(help="applied, screening, interviewing, final or offer.")] = None,
) -> None:
    """Corrects what is known of an application; mails no longer change what you set."""
    from heardback import byhand

    edits = byhand.Edits(company, role, agency, country)
    chosen = _stage(stage, "--stage") if stage is not None else None
    if not edits.given and chosen is None:
        raise typer.BadParameter("name what is to be changed: --company, --role, --agency, --country or --stage.")
    with house_of(context, writes=True) as house, house.database.transaction() as transaction:
        done = byhand.edit(transaction, number, edits, stage=chosen, now=house.clock.now())
    tell(done)


def move(context: typer.Context, number: Number, stage: StageName) -> None:
    """Sets the stage an application has reached, where no mail tells."""
    from heardback import byhand

    chosen = _stage(stage, "STAGE")
    with house_of(context, writes=True) as house, house.database.transaction() as transaction:
        done = byhand.move(transaction, number, chosen, now=house.clock.now())
    tell(done)


def merge(
    context: typer.Context,
    number: Number,
    other: Annotated[int, typer.Argument(help="The one that becomes part of it.")],
) -> None:
    """Makes one application of two."""
    from heardback import joining

    with house_of(context, writes=True) as house, house.database.transaction() as transaction:
        done = joining.merge(transaction, number, other, house.own_addresses, now=house.clock.now())
    tell(done)


def split(
    context: typer.Context,
    number: Number,
    messages: Annotated[list[int], typer.Argument(help="The mails that belong to another application.")],
    role: Annotated[str, typer.Option(help="The role of the new application.")] = "",
    company: Annotated[str, typer.Option(help="Its employer, where that is another one.")] = "",
) -> None:
    """Makes two applications of one: the named mails get their own."""
    from heardback import joining

    with house_of(context, writes=True) as house, house.database.transaction() as transaction:
        done = joining.split(
            transaction, number, messages, house.own_addresses, company=company, role=role, now=house.clock.now()
        )
    tell(done)


def close(context: typer.Context, number: Number) -> None:
    """Closes an application from your side; a new invitation or offer would reopen it."""
    from heardback import byhand

    with house_of(context, writes=True) as house, house.database.transaction() as transaction:
        done = byhand.close(transaction, number, now=house.clock.now())
    tell(done)


def reopen(context: typer.Context, number: Number) -> None:
    """Takes a closed application up again, at the furthest stage it had reached."""
    from heardback import byhand

    with house_of(context, writes=True) as house, house.database.transaction() as transaction:
        done = byhand.reopen(transaction, number, now=house.clock.now())
    tell(done)


def tell(done: "Entry") -> None:
    """Says what was changed, and how to take it back."""
    if done.id is None:
        say("Nothing has changed: it was so already.")
    else:
        say(f"{done.words} 'heardback applications undo {done.id}' takes it back.")


def day_of(text: str, option: str) -> date:
    """A day such as 2026-03-02. Raises a usage error otherwise."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is not a day: write it as 2026-03-02.", param_hint=option) from error


def _noon(house: "House", day: date) -> datetime:
    return datetime.combine(day, time(12), house.zone).astimezone(UTC)


def _stage(name: str, hint: str) -> "Stage":
    from store.vocabulary import Stage

    open_stages = [each for each in Stage if each is not Stage.CLOSED]
    if name not in open_stages:
        raise typer.BadParameter(f"{name!r} is no stage: choose one of {', '.join(open_stages)}.", param_hint=hint)
    return Stage(name)
