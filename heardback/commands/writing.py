"""``review write``: a reply you ask for yourself, in place of the one that waits."""

from typing import TYPE_CHECKING, Annotated

import typer

from heardback.options import house_of
from heardback.printing import say

if TYPE_CHECKING:
    from store.vocabulary import DraftKind


def register(app: typer.Typer) -> None:
    """Hangs this command into ``review``."""
    app.command()(write)


def write(
    context: typer.Context,
    number: Annotated[int, typer.Argument(help="The application's number; with --mail the mail's.", metavar="NUMBER")],
    kind: Annotated[str, typer.Argument(help="The kind of reply, such as other_times; 'replies' names them.")],
    instead: Annotated[
        int | None, typer.Option(help="The waiting draft it stands in place of.", metavar="DRAFT")
    ] = None,
    mail: Annotated[bool, typer.Option("--mail", help="Answer a recruiter's mail of no application.")] = False,
) -> None:
    """Writes a reply you ask for: other times, a no, a withdrawal, more time for a task, an early follow-up."""
    from heardback.asking import reply_on_demand, reply_to_mail

    chosen = kind_named(kind)
    with house_of(context, writes=True) as house:
        ask = reply_to_mail if mail else reply_on_demand
        draft = ask(house, number, chosen, instead_of=instead)
    say(f"Draft {draft.id} to {draft.to.address} waits: 'heardback review show {draft.id}' shows it.")


def kind_named(name: str) -> "DraftKind":
    """The kind of that name; spaces and hyphens are as good as underscores. Raises a usage error."""
    from store.vocabulary import DraftKind

    plain = name.lower().replace("-", "_").replace(" ", "_")
    if plain not in tuple(DraftKind):
        told = f"{name!r} is no kind of reply: choose one of {', '.join(DraftKind)}."
        raise typer.BadParameter(told, param_hint="KIND")
    return DraftKind(plain)
