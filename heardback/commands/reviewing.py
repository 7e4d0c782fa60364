"""``review``: the drafts and doubtful tags, in the terminal."""

import os
import shlex
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from heardback.commands import placing
from heardback.commands.byhand import tell
from heardback.options import house_of
from heardback.printing import as_json, say, table
from store.errors import UserError

if TYPE_CHECKING:
    from heardback.wiring import House
    from store.noted import Draft

app = typer.Typer(invoke_without_command=True, help="The drafts that wait for you, and the tags that are in doubt.")
MOST_IN_DOUBT = 20
"""How many doubtful mails a list shows."""
Number = Annotated[int, typer.Argument(help="The draft's number.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
placing.register(app)


@app.callback()
def default(context: typer.Context) -> None:
    """The drafts that wait for you, and the tags that are in doubt."""
    if context.invoked_subcommand is None:
        _list(context, everything=False, json=False)


@app.command(name="list")
def list_drafts(
    context: typer.Context,
    everything: Annotated[bool, typer.Option("--all", help="Also drafts that are sent or done with.")] = False,
    json: Json = False,
) -> None:
    """Lists what waits: drafts, doubtful tags, and mails that fit two applications."""
    _list(context, everything=everything, json=json)


@app.command()
def show(
    context: typer.Context,
    number: Annotated[int, typer.Argument(help="The draft's number; with --mail the mail's.")],
    mail: Annotated[bool, typer.Option("--mail", help="Show a mail instead, and what is asked about it.")] = False,
    json: Json = False,
) -> None:
    """Shows a draft, why it was written, and where each fact comes from; or a mail, and what was made of it."""
    from heardback.views import draft_row

    with house_of(context) as house:
        if mail:
            as_json([placing.mail_row(house, number)]) if json else placing.show_mail(house, number)
            return
        draft = _existing(house, number)
        if json:
            as_json([draft_row(draft)])
        else:
            _show(house, draft)


@app.command()
def edit(context: typer.Context, number: Number) -> None:
    """Opens a draft in your editor ($VISUAL or $EDITOR)."""
    from store.vocabulary import DraftState

    with house_of(context, writes=True) as house:
        draft = _existing(house, number)
        if not draft.state.is_open:
            raise UserError(f"Draft {number} is {draft.state}; only a waiting draft can be changed.")
        text = _in_editor(f"Subject: {draft.subject}\n\n{draft.body}")
        first, _, body = text.partition("\n")
        subject = first.removeprefix("Subject:").strip() if first.startswith("Subject:") else draft.subject
        body = (body if first.startswith("Subject:") else text).strip("\n") + "\n"
        if not body.strip():
            raise UserError("The draft came back empty, so nothing was changed; 'review discard' drops it.")
        changed = replace(draft, subject=subject, body=body)
        if changed == draft:
            say("Nothing was changed.")
            return
        with house.database.transaction() as transaction:
            if not transaction.drafts.rewrite(changed, state=DraftState.EDITED, at=house.clock.now()):
                raise UserError(f"Draft {number} has changed meanwhile: look at it again and edit once more.")
    say(f"Draft {number} is changed; approve it with 'heardback review approve {number}'.")


@app.command()
def approve(context: typer.Context, numbers: Annotated[list[int], typer.Argument(help="The drafts.")]) -> None:
    """Approves drafts for sending; they go out once the undo window is over."""
    with house_of(context, writes=True) as house:
        for number in numbers:
            draft = _existing(house, number)
            if not house.outbox_fits(draft):
                raise UserError(
                    f"Draft {number} no longer fits: something has happened in this conversation since. "
                    f"Look at 'heardback applications {draft.application_id}'."
                )
            when = house.outbox.approve(number).astimezone(house.zone)
            way = "" if house.posting.sender_of(draft.account) else ", once the account has an smtp_host"
            at = "on the next business day" if house.outbox_rests(draft) else f"after {when:%H:%M}"
            say(f"Draft {number} to {draft.to.address} goes out {at}{way}; 'review undo' stops it.")


@app.command()
def undo(context: typer.Context, number: Number) -> None:
    """Takes an approval back while nothing was sent."""
    with house_of(context, writes=True) as house:
        house.outbox.withdraw_approval(number)
    say(f"Draft {number} waits again.")


@app.command()
def discard(context: typer.Context, numbers: Annotated[list[int], typer.Argument(help="The drafts.")]) -> None:
    """Drops drafts; they are not written again."""
    with house_of(context, writes=True) as house:
        for number in numbers:
            house.outbox.discard(number)
            say(f"Draft {number} is dropped.")


@app.command()
def send(context: typer.Context) -> None:
    """Sends what is approved and past its undo window, now instead of with the service."""
    with house_of(context, writes=True, needs_account=True) as house:
        house.posting.recover_when_alone(house.data)
        done = house.posting.send_due()
        for sending in done:
            say(f"Draft {sending.draft.id} to {sending.draft.to.address}: {sending.sentence}")
        if not done:
            say("Nothing approved is due yet.")
        for note in house.notes:
            say(note)


@app.command()
def correct(
    context: typer.Context,
    message: Annotated[int, typer.Argument(help="The mail's number, as 'review list' or 'applications N' show it.")],
    tag: Annotated[str, typer.Argument(help="The right tag.")],
) -> None:
    """Corrects the tag of a mail; that holds at once and teaches the tagger."""
    from heardback.correcting import correct_tag
    from store.vocabulary import MESSAGE_TAGS, Tag

    if tag not in MESSAGE_TAGS:
        raise typer.BadParameter(f"{tag!r} is none of {', '.join(MESSAGE_TAGS)}.", param_hint="TAG")
    with house_of(context, writes=True) as house:
        tell(correct_tag(house, message, Tag(tag)))


def _list(context: typer.Context, *, everything: bool, json: bool) -> None:
    from heardback.questions import asked
    from heardback.views import draft_row, message_row
    from store.vocabulary import DraftState

    ended = (DraftState.SENT, DraftState.DISCARDED, DraftState.WITHDRAWN)
    with house_of(context) as house:
        with house.database.reading() as transaction:
            shown_states = [each for each in DraftState if everything or each not in ended]
            drafts = transaction.drafts.in_state(*shown_states)
            homes = {each.application_id for each in drafts if each.application_id is not None}
            names = {each.id: each.company or each.agency for each in transaction.applications.some(homes)}
            unsure = transaction.mail.unsure(at_most=MOST_IN_DOUBT)
            questions = asked(transaction, house.clock.now())
        if json:
            as_json([draft_row(each) for each in drafts])
            return
        if not drafts:
            say("No draft waits for you.")
        else:
            rows = (
                (
                    each.id,
                    each.state,
                    names.get(each.application_id or 0, ""),
                    _kind(each),
                    each.to.address,
                    _mark(each),
                )
                for each in drafts
            )
            columns = ("#", "State", "Employer", "Kind", "To", "Note")
            table("Drafts", columns, rows, shrinking=("Employer", "To", "Note"))
        if unsure:
            typer.echo()
            shown = [message_row(each) for each in unsure]
            table(
                "In doubt ('review correct # TAG' settles it)",
                ("#", "When", "From", "Subject", "Perhaps"),
                ((row["id"], f"{row['date']:%d %b}", row["from"], row["subject"], row["tag"]) for row in shown),
                shrinking=("From", "Subject"),
            )
        if questions:
            typer.echo()
            placing.show_questions(house, questions)


def _kind(draft: "Draft") -> str:
    return draft.kind.replace("_", " ")


def _mark(draft: "Draft") -> str:
    if draft.failure:
        return draft.failure
    gaps = sum(gap in draft.body for gap in draft.gaps)
    return f"{gaps} place{'s' if gaps > 1 else ''} to fill" if gaps else ""


def _show(house: "House", draft: "Draft") -> None:
    typer.echo(f"Draft {draft.id}: {_kind(draft)}, {draft.state}")
    for reason in draft.why:
        typer.echo(f"  because: {reason}")
    for fact in draft.facts:
        typer.echo(f"  fact: {fact.slot} = {fact.value}   ({fact.source})")
    for gap in draft.gaps:
        if gap in draft.body:
            typer.echo(f"  to fill: {gap}")
    if draft.failure:
        typer.echo(f"  {draft.failure}")
    for words in _lessons(house, draft):
        typer.echo(f"  before this talk: {words}")
    typer.echo(f"\nFrom: {draft.sender.address}\nTo: {draft.to.name} <{draft.to.address}>\nSubject: {draft.subject}\n")
    typer.echo(draft.body)


def _lessons(house: "House", draft: "Draft") -> list[str]:
    """What the person noted from talks of the kind that this draft says yes to."""
    from heardback.remembering import lessons_before
    from respond.standings import standings
    from store.vocabulary import DraftKind

    if draft.kind is not DraftKind.INVITATION_REPLY or draft.application_id is None:
        return []
    with house.database.reading() as transaction:
        found = standings(transaction, house.outlook, only=[draft.application_id])
        return [words for standing in found for words in lessons_before(transaction, standing)]


def _existing(house: "House", number: int) -> "Draft":
    with house.database.reading() as transaction:
        draft = transaction.drafts.get(number)
    if draft is None:
        raise UserError(f"There is no draft {number}: 'heardback review list' shows those that wait.")
    return draft


def _in_editor(text: str) -> str:
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        raise UserError("No editor is set: name one in EDITOR, as in EDITOR=nano heardback review edit 1.")
    with tempfile.TemporaryDirectory(prefix="heardback-") as folder:
        file = Path(folder) / "draft.txt"
        file.touch(mode=0o600)
        file.write_text(text, encoding="utf-8")
        try:
            subprocess.run([*shlex.split(editor), str(file)], check=True)  # noqa: S603 - the person's own editor
        except (OSError, subprocess.CalledProcessError) as error:
            raise UserError(f"The editor {editor!r} did not end well, so nothing was changed: set EDITOR.") from error
        return file.read_text(encoding="utf-8")
