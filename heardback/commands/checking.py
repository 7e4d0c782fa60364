"""``doctor``: is all well? ``canary``: does anything lie where nobody reads?"""

from typing import TYPE_CHECKING, Annotated

import typer

from heardback.options import house_of
from heardback.printing import as_json, say, show_text, table

if TYPE_CHECKING:
    from heardback.overlooked import Overlooked, Result
    from heardback.wiring import House

MARKS = {"ok": "ok  ", "look": "look", "not": "NOT "}
app = typer.Typer(help="Looks through all folders, Junk and Trash too, for job mail that was not taken in.")


def doctor(context: typer.Context, json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """Checks config, sign-in, folders, service, model, clock, disk and permissions, and says what to do."""
    from heardback.doctor import examine

    with house_of(context) as house:
        findings = []
        for finding in examine(house):
            findings.append(finding)
            if not json:
                show_text(f"{MARKS[finding.grade]} {finding.what}: {finding.sentence}")
        if json:
            as_json(
                [
                    {"what": each.what, "ok": each.is_well, "grade": each.grade, "sentence": each.sentence}
                    for each in findings
                ]
            )
    if not all(finding.is_well for finding in findings):
        raise typer.Exit(1)


@app.callback(invoke_without_command=True)
def canary(
    context: typer.Context,
    now: Annotated[bool, typer.Option("--now", help="Look through the folders now; nothing is marked read.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Shows what the last look through all folders found, or looks again."""
    if context.invoked_subcommand is not None:
        return
    with house_of(context, writes=now, needs_account=now) as house:
        kept_from = _look_now(house) if now else {}
        _show(house, json=json)
    if kept_from:
        raise typer.Exit(1)


@app.command()
def take(context: typer.Context, number: Annotated[int, typer.Argument(help="Its number in the list.")]) -> None:
    """Takes a mail in as if it had arrived."""
    from heardback.taking import take_in

    with house_of(context, writes=True) as house:
        say(take_in(house, number))


@app.command(name="pass-over")
def pass_over(context: typer.Context, number: Annotated[int, typer.Argument(help="Its number in the list.")]) -> None:
    """Leaves a mail where it lies; it is not named again."""
    from heardback.taking import pass_over as leave

    with house_of(context, writes=True) as house:
        say(leave(house, number))


def _look_now(house: "House") -> dict[str, str]:
    """Looks through every mailbox to the end, in as many goes as that takes."""
    from heardback.canary import Canary
    from heardback.lookthrough import GOES_ON

    kept_from: dict[str, str] = {}
    for account in house.accounts:
        sentence = GOES_ON
        while sentence == GOES_ON:
            say(f"Looking through all folders of {account.name} …")
            sentence = Canary(house).look([account]).get(account.name, "")
        if sentence:
            kept_from[account.name] = sentence
            say(f"{account.name}: {sentence}")
    return kept_from


def _show(house: "House", *, json: bool) -> None:
    from heardback.overlooked import results, still_open

    with house.database.reading() as transaction:
        looks = results(transaction, [account.name for account in house.accounts])
        found = still_open(transaction)
    if json:
        as_json(
            [
                {**_look_row(each), "found": [_row(one) for one in found if one.account == each.account]}
                for each in looks
            ]
        )
        return
    for each in looks:
        total = each.stored + each.missed
        share = f"{each.stored} of {total} job mails in the store" if total else "no job mail"
        day = f"{each.finished.astimezone(house.zone):%d %B %Y}"
        say(f"{each.account}: {each.folders} folders looked through on {day}, from {each.since:%d %B} on: {share}.")
    if not looks:
        say("No look through all folders has come to its end yet: 'heardback canary --now' makes one.")
    if found:
        rows = [
            (one.number, one.account, one.folder, one.tag, one.sender_name or one.sender, one.subject) for one in found
        ]
        table("", ("No.", "Mailbox", "Folder", "Looks like", "From", "Subject"), rows, shrinking=("From", "Subject"))
        say("'heardback canary take NUMBER' takes one in, 'heardback canary pass-over NUMBER' leaves it where it lies.")
    elif looks:
        say("Nothing that looks like job mail lies outside the folders that are read.")


def _look_row(each: "Result") -> dict[str, object]:
    return {
        "account": each.account,
        "since": each.since,
        "finished": each.finished,
        "folders": each.folders,
        "looked": each.looked,
        "stored": each.stored,
        "missed": each.missed,
        "recall": each.recall,
        "doubtful": each.doubtful,
        "gone": each.gone,
        "refused": each.refused,
    }


def _row(one: "Overlooked") -> dict[str, object]:
    return {
        "number": one.number,
        "folder": one.folder,
        "tag": one.tag,
        "unsure": one.unsure,
        "from": one.sender,
        "subject": one.subject,
        "date": one.date,
    }
