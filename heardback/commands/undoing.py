"""``applications undo|changes``: what you changed by hand, and taking it back."""

from typing import Annotated, Any

import typer

from heardback.options import house_of
from heardback.printing import as_json, say, table

Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def register(app: typer.Typer) -> None:
    """Hangs these commands into ``applications``."""
    app.command()(undo)
    app.command()(changes)


def undo(
    context: typer.Context,
    change: Annotated[int | None, typer.Argument(help="The change's number; without it the newest.")] = None,
) -> None:
    """Takes back a change you made by hand, corrected tags and placed mails included."""
    from heardback import undoing

    with house_of(context, writes=True) as house:
        with house.database.transaction() as transaction:
            done = undoing.undo(transaction, change, house.own_addresses, now=house.clock.now())
        # What the change had withdrawn may be due again, and the other way round.
        house.rounds.draft()
    say(f"Undone: {done.words}")


def changes(
    context: typer.Context,
    everything: Annotated[bool, typer.Option("--all", help="Also those that are undone.")] = False,
    json: Json = False,
) -> None:
    """Lists what you changed by hand, newest first."""
    with house_of(context) as house:
        now, zone = house.clock.now(), house.zone
        with house.database.reading() as transaction:
            known = [each for each in transaction.changes.all() if each.at <= now]
        shown = [each for each in known if everything or each.undone_at is None]
        rows: list[dict[str, Any]] = [
            {
                "id": each.id,
                "at": each.at,
                "kind": each.kind,
                "application": each.application,
                "words": each.words,
                "undone_at": each.undone_at,
            }
            for each in shown
        ]
        if json:
            as_json(rows)
        elif not rows:
            say("You have changed nothing by hand yet.")
        else:
            table(
                "",
                ("#", "When", "Change", ""),
                (
                    (
                        row["id"],
                        f"{row['at'].astimezone(zone):%d %b %Y %H:%M}",
                        row["words"],
                        "undone" if row["undone_at"] else "",
                    )
                    for row in rows
                ),
                shrinking=("Change",),
            )
