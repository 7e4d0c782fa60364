"""``replies``: the kinds of reply, your own wordings of them, and the document of all."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from heardback.commands.writing import kind_named
from heardback.options import house_of
from heardback.printing import as_json, say, show_text, table
from store.errors import UserError

app = typer.Typer(invoke_without_command=True, help="The kinds of reply, and your own wordings of them.")
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.callback()
def kinds(context: typer.Context, json: Json = False) -> None:
    """Lists the kinds of reply, and when each is written."""
    from respond.kindwords import COMES_WHEN, KIND_WORDS
    from store.vocabulary import DraftKind

    if context.invoked_subcommand is not None:
        return
    if json:
        as_json([{"kind": each, "name": KIND_WORDS[each], "written": COMES_WHEN[each]} for each in DraftKind])
    else:
        rows = ((each, KIND_WORDS[each], COMES_WHEN[each]) for each in DraftKind)
        table("", ("Kind", "What it is", "Written"), rows, shrinking=("Written",))


@app.command()
def check(
    context: typer.Context,
    templates: Annotated[
        Path | None, typer.Option(help="The folder, if not the one beside your config.", metavar="DIR")
    ] = None,
    json: Json = False,
) -> None:
    """Tries your own wordings on every case, and says which file breaks which rule."""
    from respond.templatecheck import check_templates
    from respond.templatefolder import read_templates

    with house_of(context) as house:
        folder = templates or house.templates
    if templates is not None and not templates.is_dir():
        raise UserError(f"There is no folder {templates}: name the one your wordings lie in.")
    remarks = check_templates(folder)
    if json:
        as_json([asdict(each) for each in remarks])
    else:
        for each in remarks:
            show_text(f"{each.file}: {each.sentence}" if each.file else each.sentence)
        usable = len(read_templates(folder).files)
        say(_summary(folder, usable, len(remarks)))
    if remarks:
        raise typer.Exit(1)


@app.command()
def preview(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(help="The kind of reply, such as withdrawal.")],
    language: Annotated[str, typer.Option(help="en, de, fr or es.")] = "en",
    informal: Annotated[bool, typer.Option("--informal", help="To somebody on first-name terms.")] = False,
    json: Json = False,
) -> None:
    """Shows how a reply reads, in every case and wording; yours where you have written some."""
    from respond.preview import previews
    from respond.templatefolder import read_templates

    chosen = kind_named(kind)
    with house_of(context) as house:
        own = read_templates(house.templates)
    shown = previews(chosen, language, informal=informal, own=own)
    if json:
        as_json([asdict(each) for each in shown])
        return
    for each in shown:
        show_text(f"--- {each.stage}, {each.case} ({each.wording})\nSubject: {each.subject}\n\n{each.body}")


@app.command(name="table")
def write_table(
    to: Annotated[Path, typer.Option(help="The file to write.", metavar="FILE")] = Path("docs/replies.md"),
) -> None:
    """Writes the document of all replies: every kind, stage and language with an example."""
    from respond.replytable import replies_document

    if not to.parent.is_dir():
        raise UserError(f"There is no folder {to.parent} here: name the file with --to.")
    to.write_text(replies_document(), encoding="utf-8")
    say(f"Wrote {to}.")


def _summary(folder: Path, usable: int, remarks: int) -> str:
    if not usable and not remarks:
        return f"No wordings of your own lie in {folder}; ours serve."
    files = f"{usable} wording{'' if usable == 1 else 's'} of your own in {folder} can be used"
    return f"{files}; nothing is to be said of them." if not remarks else f"{files}; remarks: {remarks}."
