"""``export``: what the store knows, to take along."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from heardback.options import house_of
from heardback.printing import as_json, say

if TYPE_CHECKING:
    from heardback.wiring import House


def export(
    context: typer.Context,
    target: Annotated[
        Path | None,
        typer.Argument(help="A new folder, or a file ending in .zip, for everything; without it, JSON on stdout."),
    ] = None,
    json: Annotated[
        bool, typer.Option("--json", help="Print JSON (the only form on stdout, so this may be left out).")
    ] = False,
) -> None:
    """Everything heardback knows: all tables, mails, people and dates in a folder or zip file.

    Without a place, the applications with their mails and drafts as JSON.
    """
    if target is not None and json:
        raise typer.BadParameter("name a place or choose --json, not both.")
    with house_of(context) as house:
        if target is None:
            as_json(_applications(house))
            return
        from heardback.exporting import export_to

        count = export_to(house, target)
    say(f"Everything is in {target}, {count} files; README.txt says what each is.")


def _applications(house: "House") -> list[dict[str, Any]]:
    """One object for each application, with its mails and drafts."""
    from heardback.views import application_row, draft_row, message_row, timeline_rows
    from respond.standings import standings

    with house.database.reading() as transaction:
        found = standings(transaction, house.outlook)
        drafts = transaction.drafts.all()
    rows: list[dict[str, Any]] = []
    for standing in found:
        own = [draft_row(each) for each in drafts if each.application_id == standing.application.id]
        messages = [message_row(each) | {"text": each.message.text} for each in standing.messages]
        rows.append(
            application_row(standing) | {"timeline": timeline_rows(standing), "messages": messages, "drafts": own}
        )
    return rows
