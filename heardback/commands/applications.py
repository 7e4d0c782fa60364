"""``applications``: where every application stands, and one in full. The changes by hand hang in here too."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated, Any

import typer
import typer.core

from heardback.commands import byhand, searching, undoing
from heardback.options import house_of
from heardback.printing import as_csv, as_json, say, show_text, table

if TYPE_CHECKING:
    from datetime import date

    from heardback.wiring import House
    from respond.outlook import Outlook
    from respond.standings import Standing
    from store.records import Event, StoredMessage


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


@app.callback()
def listing(
    context: typer.Context,
    json: Json = False,
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
) -> None:
    """Where every application stands; with a number, one in full."""
    if context.invoked_subcommand is not None:
        return
    from heardback.views import APPLICATION_COLUMNS, flat

    with house_of(context) as house:
        rows = _rows(house, keeps=context.obj.now is None)
        if json:
            as_json(rows)
        elif csv:
            as_csv(map(flat, rows), APPLICATION_COLUMNS)
        else:
            _show_all(rows, house.clock.now().astimezone(house.zone).date())
            searching.show_search(house, _whole(house))


@app.command(hidden=True)
def show(context: typer.Context, number: Number, json: Json = False) -> None:
    """One application in full: its timeline, its mails, and why it stands where it stands."""
    from heardback.byhand import existing
    from heardback.views import application_row, employer_row, event_row, message_row, timeline_rows

    with house_of(context) as house:
        found = _standings(house, [number])
        if not found:
            with house.database.reading() as transaction:
                existing(transaction, number)
            say(f"Application {number} had not begun at that time.")
            return
        standing = found[0]
        if json or (context.parent and context.parent.params.get("json")):
            rows = {"timeline": timeline_rows(standing), "messages": [message_row(each) for each in standing.messages]}
            before = {"taken_back": [event_row(each) for each in _taken_back(house, standing)]}
            as_json([application_row(standing) | employer_row(standing) | rows | before])
        else:
            _show_one(house, standing)


def _rows(house: "House", *, keeps: bool) -> list[dict[str, Any]]:
    """Every application, from the last looks alone where that is all it takes.

    ``keeps`` says whether chances that had to be reckoned may be kept for the next time.
    """
    from heardback.listed import listed

    outlook = house.outlook
    with house.database.reading() as transaction:
        rows = listed(transaction, outlook)
    return _derived(house, outlook, keeps=keeps) if rows is None else rows


def _derived(house: "House", outlook: "Outlook", *, keeps: bool) -> list[dict[str, Any]]:
    # What decides where applications stand takes longer to import than all the rest of a listing.
    from heardback.views import application_row
    from respond.glances import glances
    from store.errors import HeardbackError

    with house.database.reading() as transaction:
        rows = [application_row(each) for each in glances(transaction, outlook)]
    if keeps:
        # A store that cannot be written to at this moment can be listed all the same.
        with suppress(HeardbackError):
            house.keep_chances()
    return rows


def _standings(house: "House", only: Sequence[int] | None = None) -> tuple["Standing", ...]:
    from respond.standings import standings

    with house.database.reading() as transaction:
        return standings(transaction, house.outlook, only)


def _whole(house: "House") -> Iterator["Standing"]:
    """Every application with its mails, read only if somebody asks for the first one."""
    yield from _standings(house)


def _taken_back(house: "House", standing: "Standing") -> list["Event"]:
    from heardback.views import taken_back

    with house.database.reading() as transaction:
        before = transaction.applications.taken_back(standing.application.id)
    return taken_back(standing.events, [event for event in before if event.at <= house.clock.now()])


def _show_all(rows: list[dict[str, Any]], today: "date") -> None:
    from heardback.views import row_urgency
    from respond.actionwords import action_words

    if not rows:
        say("No application is known yet: run 'heardback poll', or 'heardback import' some mail.")
        return
    table(
        "",
        ("#", "Company", "Role", "Stage", "Status", "When", "Next step"),
        (
            (
                row["id"],
                row["company"] or f"via {row['agency']}",
                row["role"],
                row["stage"],
                "ghosted" if row["ghosted"] else _STATUS.get(row["status"], row["status"]),
                _when(row, today),
                "" if row["next_action"] == "none" else action_words(row["next_action"]),
            )
            for row in sorted(rows, key=row_urgency)
        ),
        shrinking=("Company", "Role"),
    )


def _when(row: dict[str, Any], today: "date") -> str:
    """Since when it is quiet, by when something is due, or until when to wait; a day of another year with its year."""
    since, by = row["silent_since"], row["deadline"]
    day = since or by
    if day is None:
        return ""
    year = "" if day.year == today.year else f" {day.year}"
    waits = row["status"] == "waiting_on_them" and row["next_action"] == "none"
    from_then = row["next_action"] == "reconnect"
    return f"{'since' if since else 'until' if waits else 'from' if from_then else 'by'} {day.day} {day:%b}{year}"


def _tag_words(stored: "StoredMessage") -> str:
    verdict = stored.reading.verdict
    if stored.direction == "sent":
        return "from you"
    return verdict.tag + (" (unsure)" if verdict.unsure else "")


def _show_one(house: "House", standing: "Standing") -> None:
    from respond.kindwords import KIND_WORDS

    application, state = standing.application, standing.state
    show_text(f"{application.role or 'A role not named'} at {application.company or application.agency}")
    show_text(f"{state.stage}, {_STATUS.get(state.status, state.status)}. {state.why}")
    if state.chance:
        show_text(f"Chance of an answer: {state.chance.words}.")
    for words in _lessons(house, standing):
        show_text(f"Before the next talk: {words}")
    with house.database.reading() as transaction:
        refusals = [each for each in transaction.drafts.refusals() if each.application_id == application.id]
    for refusal in refusals:
        show_text(f"Not drafted ({KIND_WORDS[refusal.kind]}): {refusal.reason}")
    show_text()
    table(
        "What happened",
        ("When", "What", "In their words"),
        ((f"{each.at.astimezone(house.zone):%d %b %Y %H:%M}", each.kind, each.sentence) for each in standing.events),
        shrinking=("In their words",),
    )
    if before := _taken_back(house, standing):
        show_text()
        table(
            "Read differently before (a later mail, a correction or a move by hand changed it)",
            ("When", "What", "In their words"),
            ((f"{each.at.astimezone(house.zone):%d %b %Y %H:%M}", each.kind, each.sentence) for each in before),
            shrinking=("In their words",),
        )
    show_text()
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


def _lessons(house: "House", standing: "Standing") -> list[str]:
    """What the person noted from talks of the kind that is next."""
    from heardback.remembering import lessons_before

    with house.database.reading() as transaction:
        return lessons_before(transaction, standing)


for _group in (byhand, undoing, searching):
    _group.register(app)
