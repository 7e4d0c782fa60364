"""``review``: the drafts and doubtful tags, in the terminal."""

import os
from typing import TYPE_CHECKING, Annotated

import typer

from heardback.commands import draftsheet, placing, writing
from heardback.commands.byhand import tell
from heardback.options import house_of
from heardback.printing import as_json, say
from store.errors import UserError

if TYPE_CHECKING:
    from heardback.wiring import House
    from store.noted import Draft

app = typer.Typer(invoke_without_command=True, help="The drafts that wait for you, and the tags that are in doubt.")
Number = Annotated[int, typer.Argument(help="The draft's number.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
placing.register(app)
writing.register(app)


@app.callback()
def default(context: typer.Context) -> None:
    """The drafts that wait for you, and the tags that are in doubt."""
    if context.invoked_subcommand is None:
        with house_of(context) as house:
            draftsheet.show_list(house, everything=False, json=False)


@app.command(name="list")
def list_drafts(
    context: typer.Context,
    everything: Annotated[bool, typer.Option("--all", help="Also drafts that are sent or done with.")] = False,
    json: Json = False,
) -> None:
    """Lists what waits: drafts, doubtful tags, and mails that fit two applications."""
    with house_of(context) as house:
        draftsheet.show_list(house, everything=everything, json=json)


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
            draftsheet.show_draft(house, draft)


@app.command()
def edit(context: typer.Context, number: Number) -> None:
    """Opens a draft in your editor ($VISUAL or $EDITOR)."""
    from heardback.redrafting import rewrite

    with house_of(context, writes=True) as house:
        draft = _existing(house, number)
        if not draft.state.is_open:
            raise UserError(
                f"Draft {number} is {draft.state}; only a waiting draft can be changed: 'heardback review list' shows "
                "those."
            )
        text = _in_editor(f"Subject: {draft.subject}\n\n{draft.body}")
        first, _, body = text.partition("\n")
        has_subject = first.startswith("Subject:")
        subject = first.removeprefix("Subject:") if has_subject else draft.subject
        if not rewrite(house, number, subject=subject, body=body if has_subject else text):
            say("Nothing was changed.")
            return
    say(f"Draft {number} is changed; approve it with 'heardback review approve {number}'.")


@app.command()
def approve(
    context: typer.Context,
    numbers: Annotated[list[int], typer.Argument(help="The drafts.")],
    anyway: Annotated[
        bool, typer.Option("--anyway", help="Also where somebody else at this employer is written to that day.")
    ] = False,
) -> None:
    """Approves drafts for sending; they go out once the undo window is over."""
    from heardback import approving

    with house_of(context, writes=True) as house:
        for number in numbers:
            approval = approving.approve(house, number, anyway=anyway)
            draft = _existing(house, number)
            when = approving.moment_words(house, approval.goes_out)
            say(f"Draft {number} to {draft.to.address} goes out after {when}; 'review undo {number}' stops it.")
            for notice in approval.notices:
                say(f"  {notice}")


@app.command()
def undo(context: typer.Context, number: Number) -> None:
    """Takes an approval back while nothing was sent; a draft that failed waits again, to be edited."""
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
        for number, words in draftsheet.waits(house).items():
            say(f"Draft {number} {words}.")
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
        raise typer.BadParameter(f"{tag!r} is no tag: choose one of {', '.join(MESSAGE_TAGS)}.", param_hint="TAG")
    with house_of(context, writes=True) as house:
        tell(correct_tag(house, message, Tag(tag)))


def _existing(house: "House", number: int) -> "Draft":
    from heardback.redrafting import existing_draft

    return existing_draft(house, number)


def _in_editor(text: str) -> str:
    # Whoever only looks at the list does not wait for what starts programs.
    import shlex
    import subprocess
    import tempfile
    from pathlib import Path

    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        raise UserError("No editor is set: name one in EDITOR, as in EDITOR=nano heardback review edit 1.")
    with tempfile.TemporaryDirectory(prefix="heardback-") as folder:
        file = Path(folder) / "draft.txt"
        file.touch(mode=0o600)
        file.write_text(text, encoding="utf-8")
        try:
            subprocess.run([*shlex.split(editor), str(file)], check=True)  # noqa: S603 - the person's own editor  # nosec B603
        except (OSError, subprocess.CalledProcessError) as error:
            raise UserError(f"The editor {editor!r} did not end well, so nothing was changed: set EDITOR.") from error
        return file.read_text(encoding="utf-8")
