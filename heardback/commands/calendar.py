"""``calendar``: interviews, dues, follow-up days and people to write to, for the person's own calendar program."""

from pathlib import Path
from typing import Annotated

import typer

from heardback.options import house_of
from heardback.printing import as_json, say


def calendar(
    context: typer.Context,
    file: Annotated[Path | None, typer.Argument(help="The .ics file; without it, stdout.")] = None,
    places: Annotated[
        bool, typer.Option("--places", help="Also write where interviews take place, meeting links included.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Your interviews, what is due when, and whom to write to, as a calendar file (.ics)."""
    from heardback.files import write_private
    from heardback.people import people_known
    from respond.agenda import agenda
    from respond.calendarfile import calendar_file
    from respond.standings import standings

    with house_of(context) as house:
        with house.database.reading() as transaction:
            found = standings(transaction, house.outlook)
            people = [each.person for each in people_known(transaction, found, house.outlook)]
        entries = agenda(found, people, house.outlook, places=places)
    if json:
        as_json(
            [
                {
                    "uid": each.uid,
                    "summary": each.summary,
                    "start": each.start,
                    "end": each.end,
                    "cancelled": each.cancelled,
                    "place": each.place,
                }
                for each in entries
            ]
        )
        return
    made = calendar_file(entries, "heardback")
    if file is None:
        typer.echo(made, nl=False)
        return
    write_private(file, made)
    say(f"{len(entries)} {'entry is' if len(entries) == 1 else 'entries are'} in {file}.")
