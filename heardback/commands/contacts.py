"""``contacts``: the people you met, when to write to them, and what you noted about them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer
import typer.core

from heardback.options import house_of
from heardback.printing import as_json, say, show_text, table
from store.errors import UserError

if TYPE_CHECKING:
    from heardback.people import Known
    from heardback.wiring import House
    from store.noted import ContactNote

_VCARD = "--vcard"
_STDOUT = "-"


class _PersonOrCommand(typer.core.TyperGroup):
    """Lets ``contacts 12`` and ``contacts dana@…`` mean ``contacts show …``, and ``--vcard`` stand without a file."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if _VCARD in args:
            place = args.index(_VCARD)
            if place + 1 == len(args) or args[place + 1].startswith("--"):
                args = [*args[: place + 1], _STDOUT, *args[place + 1 :]]
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and (args[0].isdigit() or "@" in args[0]):
            return super().resolve_command(ctx, ["show", *args])
        return super().resolve_command(ctx, args)


app = typer.Typer(
    cls=_PersonOrCommand,
    invoke_without_command=True,
    help="The people you met on the way; with a number or address, one in full.",
)
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Who = Annotated[str, typer.Argument(help="The person's number or address.", metavar="NUMBER|ADDRESS")]


@app.callback()
def listing(
    context: typer.Context,
    json: Json = False,
    vcard: Annotated[
        str, typer.Option(_VCARD, help="Write everybody as vCards 4.0, to a file or to stdout.", metavar="[FILE]")
    ] = "",
) -> None:
    """The people you met on the way; with a number or address, one in full."""
    if context.invoked_subcommand is not None:
        return
    from heardback.people import person_row

    with house_of(context) as house:
        known = _known(house)
        if vcard:
            _write_cards(house, known, vcard)
        elif json:
            as_json([person_row(each, _today(house)) for each in known])
        elif not known:
            say("Nobody yet: people appear here once they write to you about an application.")
        else:
            _show_all(house, known)


@app.command(hidden=True)
def show(context: typer.Context, who: Who, json: Json = False) -> None:
    """One person in full: how you met, when you last heard of them, when to write next and why."""
    from heardback.people import one_of, person_row

    with house_of(context) as house:
        known = one_of(_known(house), who)
        if json or (context.parent and context.parent.params.get("json")):
            as_json([person_row(known, _today(house))])
        else:
            _show_one(house, known)


@app.command()
def note(
    context: typer.Context,
    who: Who,
    words: Annotated[str, typer.Argument(help="What you want to remember; '' takes it away.")],
) -> None:
    """Keeps a note about somebody."""
    _change(context, who, lambda kept: replace(kept, note=words.strip()))
    say("Noted.")


@app.command()
def write(
    context: typer.Context,
    who: Who,
    on: Annotated[str, typer.Option("--on", help="The day, as 2026-03-02; empty takes it away.", metavar="DATE")] = "",
    because: Annotated[str, typer.Option(help="Your reason to write.")] = "",
) -> None:
    """Sets a day of your own to write to somebody; it goes before what heardback would suggest."""
    day = _day(on, "--on") if on else None
    _change(context, who, lambda kept: replace(kept, next_on=day, reason=because.strip() if day else "", dropped=False))
    say(f"heardback reminds you on {day.day} {day:%B %Y}." if day else "The day of your own is taken away.")


@app.command()
def snooze(
    context: typer.Context,
    who: Who,
    until: Annotated[str, typer.Option(help="Until this day, as 2026-03-02.", metavar="DATE")] = "",
    weeks: Annotated[int, typer.Option(help="For so many weeks.", min=1, max=104)] = 4,
) -> None:
    """Puts off writing to somebody."""
    with house_of(context) as house:
        day = _day(until, "--until") if until else _today(house) + timedelta(weeks=weeks)
    _change(context, who, lambda kept: replace(kept, snoozed_until=day, dropped=False))
    say(f"Put off until {day.day} {day:%B %Y}.")


@app.command()
def drop(context: typer.Context, who: Who) -> None:
    """Stops reminding you of somebody; they stay in the list, and 'contacts keep' takes it back."""
    _change(context, who, lambda kept: replace(kept, dropped=True))
    say("heardback will not remind you of them any more; 'heardback contacts keep' takes this back.")


@app.command()
def keep(context: typer.Context, who: Who) -> None:
    """Takes 'drop' and 'snooze' back."""
    _change(context, who, lambda kept: replace(kept, dropped=False, snoozed_until=None))
    say("heardback reminds you of them again.")


def _change(context: typer.Context, who: str, change: "Callable[[ContactNote], ContactNote]") -> None:
    from heardback.people import one_of

    with house_of(context, writes=True) as house:
        person = one_of(_known(house), who).person
        with house.database.transaction() as transaction:
            transaction.contact_notes.keep(change(person.note))


def _known(house: "House") -> "tuple[Known, ...]":
    from heardback.people import people_known
    from respond.standings import standings

    with house.database.reading() as transaction:
        return people_known(transaction, standings(transaction, house.outlook), house.outlook)


def _today(house: "House") -> date:
    return house.clock.now().astimezone(house.zone).date()


def _day(text: str, option: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is not a day: write it as 2026-03-02.", param_hint=option) from error


def _write_cards(house: "House", known: "tuple[Known, ...]", target: str) -> None:
    from pathlib import Path

    from heardback.files import write_private
    from respond.vcard import vcards

    text = vcards((each.person for each in known), house.clock.now())
    if target == _STDOUT:
        typer.echo(text.encode("utf-8"), nl=False)
        return
    if not known:
        raise UserError("Nobody is known yet, so no file was written: import some mail first.")
    write_private(Path(target), text.encode("utf-8"))
    say(f"{len(known)} {'person is' if len(known) == 1 else 'people are'} in {target}.")


def _show_all(house: "House", known: "tuple[Known, ...]") -> None:
    from heardback.people import met_line

    table(
        "",
        ("#", "Name", "Address", "Company", "How you met", "Write"),
        (
            (
                each.person.ids[0],
                each.person.name,
                each.person.address,
                each.person.company or (f"via {each.person.agency}" if each.person.agency else ""),
                met_line(each),
                _when(house, each),
            )
            for each in known
        ),
        shrinking=("Address", "Company", "How you met"),
    )


def _when(house: "House", known: "Known") -> str:
    if known.person.note.dropped:
        return "dropped"
    time, today = known.next, _today(house)
    if time is None or (time.until is not None and time.until <= today):
        return ""
    return "now" if time.day <= today else f"{time.day.day} {time.day:%b %Y}"


def _show_one(house: "House", known: "Known") -> None:
    from respond.vcard import met_words

    person, time = known.person, known.next
    house_name = person.company or person.agency
    show_text(" · ".join(part for part in (person.name or person.address, person.title, house_name) if part))
    for address in person.addresses:
        show_text(address)
    if person.phone:
        show_text(person.phone)
    for one, words in zip(person.met, met_words(person), strict=True):
        show_text(f"Application {one.application}: {words}")
    zone = house.zone
    show_text(f"Last heard of on {person.last_seen.astimezone(zone):%d %b %Y}.")
    if person.last_written is not None:
        show_text(f"You last wrote on {person.last_written.astimezone(zone):%d %b %Y}.")
    if person.note.note:
        show_text(f"Your note: {person.note.note}")
    if person.note.dropped:
        show_text("You chose not to be reminded of them.")
    elif time is not None and (time.until is None or _today(house) < time.until):
        show_text(f"Write from {time.day.day} {time.day:%B %Y}: {time.why} ({time.rests_on})")
