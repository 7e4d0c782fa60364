"""``contacts`` and ``export``: what the store knows, for people and programs."""

from typing import Annotated, Any

import typer

from heardback.options import house_of
from heardback.printing import as_json, say, table


def contacts(context: typer.Context, json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """The people you met on the way."""
    with house_of(context) as house:
        now = house.clock.now()
        with house.database.reading() as transaction:
            known = [each for each in transaction.applications.contacts() if not each.met_on or each.met_on <= now]
        rows = [
            {
                "id": each.id,
                "name": each.name,
                "address": each.address,
                "company": each.company,
                "role": each.role,
                "met_on": each.met_on,
                "application": each.met_through,
                "write_next": each.write_next,
                "why": each.why,
            }
            for each in known
        ]
        if json:
            as_json(rows)
        elif not rows:
            say("Nobody yet: people appear here once they write to you about an application.")
        else:
            columns = ("Name", "Address", "Company", "Met")
            table("", columns, ((row["name"], row["address"], row["company"], _day(row)) for row in rows))


def export(
    context: typer.Context,
    json: Annotated[bool, typer.Option("--json", help="Print JSON (the only form, so this may be left out).")] = True,
) -> None:
    """Everything heardback knows, as JSON: one object for each application, with its mails and drafts."""
    from heardback.views import application_row, draft_row, message_row, timeline_rows
    from respond.standings import standings

    with house_of(context) as house:
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
        as_json(rows)


def _day(row: dict[str, Any]) -> str:
    return f"{row['met_on']:%d %b %Y}" if row["met_on"] else ""
