"""``applications pause|resume|hired|thanks``: the search as a whole."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from heardback.commands.byhand import day_of, tell
from heardback.options import house_of
from heardback.printing import as_json, say, show_text, table

if TYPE_CHECKING:
    from heardback.farewell import Farewell
    from heardback.wiring import House
    from respond.standings import Standing
    from respond.thanks import Thanks, Withdrawal

Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def register(app: typer.Typer) -> None:
    """Hangs these commands into ``applications``."""
    for command in (pause, resume, hired, thanks):
        app.command()(command)


def pause(
    context: typer.Context,
    until: Annotated[str, typer.Option(help="The day on which the search goes on.", metavar="DATE")] = "",
) -> None:
    """Rests the search: no follow-ups meanwhile; what others ask of you is still shown."""
    from heardback import searching

    chosen = day_of(until, "--until") if until else None
    with house_of(context, writes=True) as house:
        with house.database.transaction() as transaction:
            done = searching.pause(transaction, until=chosen, now=house.clock.now(), today=_today(house))
        house.rounds.draft()
    tell(done)


def resume(context: typer.Context) -> None:
    """Goes on with the search, after a pause or after all."""
    from heardback import searching

    with house_of(context, writes=True) as house:
        with house.database.transaction() as transaction:
            done = searching.resume(transaction, now=house.clock.now(), today=_today(house))
        house.rounds.draft()
    tell(done)


def hired(
    context: typer.Context, number: Annotated[int, typer.Argument(help="The application that became your job.")]
) -> None:
    """Ends the search: nobody is chased any more, and those who helped are named to be thanked."""
    from heardback import searching

    with house_of(context, writes=True) as house:
        with house.database.transaction() as transaction:
            done = searching.hired(transaction, number, now=house.clock.now(), today=_today(house))
        house.rounds.draft()
    tell(done)
    say("Congratulations! 'heardback applications thanks' names whom to thank, and what is still open.")


def thanks(context: typer.Context, json: Json = False) -> None:
    """After you were hired: whom to thank and why, and which applications to withdraw."""
    from heardback.farewell import farewell_of
    from respond.standings import standings

    with house_of(context) as house, house.database.reading() as transaction:
        owed = farewell_of(transaction, standings(transaction, house.outlook), house.outlook)
    if json:
        as_json([*map(_thanks_row, owed.thanks), *map(_withdrawal_row, owed.withdrawals)])
    elif not (owed.thanks or owed.withdrawals):
        say("Nobody is waiting for a word from you; this fills once you are hired ('heardback applications hired N').")
    else:
        _show_farewell(owed)


def show_search(house: "House", found: Iterable["Standing"]) -> None:
    """Under the list of applications: that the search rests or is over, and what is owed then."""
    with house.database.reading() as transaction:
        if not transaction.facts.search_was_changed:
            # It simply goes on, as nearly always; what follows takes longer to import than the list takes.
            return
    from heardback.farewell import farewell_of
    from respond.resting import search_words
    from respond.standings import search_of

    with house.database.reading() as transaction:
        words = search_words(search_of(transaction, house.outlook))
        owed = farewell_of(transaction, found, house.outlook)
    if words:
        say(words)
    if owed.thanks or owed.withdrawals:
        show_text()
        _show_farewell(owed)


def _show_farewell(owed: "Farewell") -> None:
    if owed.thanks:
        table(
            "To thank",
            ("Name", "Address", "At", "Why"),
            ((each.name, each.address, each.company, each.why) for each in owed.thanks),
            shrinking=("Why",),
        )
    if owed.thanks and owed.withdrawals:
        show_text()
    if owed.withdrawals:
        table(
            "Still open: a short withdrawal is kind ('applications close #' if none is needed)",
            ("#", "Company", "Role", "To"),
            ((each.application, each.company, each.role, each.to) for each in owed.withdrawals),
            shrinking=("Company", "Role"),
        )


def _thanks_row(each: "Thanks") -> dict[str, Any]:
    return {
        "do": "thank",
        "application": each.application,
        "name": each.name,
        "address": each.address,
        "company": each.company,
        "role": "",
        "help": each.help.name.lower(),
        "why": each.why,
    }


def _withdrawal_row(each: "Withdrawal") -> dict[str, Any]:
    return {
        "do": "withdraw",
        "application": each.application,
        "name": "",
        "address": each.to,
        "company": each.company,
        "role": each.role,
        "help": "",
        "why": "This application is still open, and somebody may be waiting for you.",
    }


def _today(house: "House") -> date:
    return house.clock.now().astimezone(house.zone).date()
