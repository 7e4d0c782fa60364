"""``demo``: the whole job on a simulated mailbox."""

import os
import sys
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from heardback.printing import as_json, say, show_text, table

if TYPE_CHECKING:
    from heardback.demo.play import Outcome
    from heardback.options import Options


def demo(
    context: typer.Context,
    once: Annotated[bool, typer.Option("--once", help="End after the run.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
) -> None:
    """Ten weeks of a job search in under a minute: a simulated mailbox, read, tagged and answered, then its page."""
    from heardback.demo.play import play, temporary_data

    options: Options = context.obj
    data: Path = options.data or temporary_data()
    outcome = play(data, until=options.now)
    if json:
        as_json(outcome.figures())
        return
    _tell(outcome, data)
    if once:
        return
    if _somebody_is_there():
        _open_page(outcome, data)
    else:
        say(f"Its review page: {_looking(outcome, data)} web --print-link")


def _somebody_is_there() -> bool:
    """Whether a person sits at this terminal and could close a page again."""
    return sys.stdin.isatty() and sys.stdout.isatty() and not os.environ.get("CI")


def _open_page(outcome: "Outcome", data: Path) -> None:
    """Serves the page of the story until Ctrl-C; its clock stands at the story's end."""
    from contextlib import closing

    from heardback.demo.play import house_after
    from heardback.web.serving import serving_somewhere, until_told

    with closing(house_after(data, outcome.end)) as house, until_told() as wait, serving_somewhere(house) as serving:
        link = serving.desk.link()
        opened = webbrowser.open(link)
        show_text(f"\nThe review page is at {serving.desk.address}/; Ctrl-C ends it.")
        show_text("It opens in your browser." if opened else f"Open it, once and within ten minutes: {link}")
        wait()


def _looking(outcome: "Outcome", data: Path) -> str:
    """How a command is begun that looks at the story's end, as its person."""
    return f"heardback --config {outcome.config} --data {data} --now {outcome.end.isoformat()}"


def _by_number(tags: dict[str, int]) -> list[tuple[str, int]]:
    return sorted(tags.items(), key=lambda each: -each[1])


def _tell(outcome: "Outcome", data: Path) -> None:
    show_text(f"Ten weeks of {outcome.person}'s mailbox, up to {outcome.end:%A, %d %B %Y}:")
    show_text(f"{outcome.messages} mails read, {outcome.unreadable} set aside because nobody could read them.\n")
    table("What they say", ("Tag", "Mails"), _by_number(outcome.tags))
    show_text(f"\n{outcome.applications} applications were found in them. {len(outcome.silent)} have gone silent:\n")
    table("", ("Employer", "Role", "Stage", "No answer since"), outcome.silent, shrinking=("Employer", "Role"))
    show_text(f"\n{outcome.drafts} replies wait to be read. Three of them in full:")
    for draft in outcome.shown:
        show_text(f"\n{'─' * 78}\nTo: {draft.to.name} <{draft.to.address}>\nSubject: {draft.subject}")
        for reason in draft.why[:2]:
            show_text(f"Why: {reason}")
        show_text(f"\n{draft.body.rstrip()}")
    show_text("─" * 78)
    show_text(f"\nThe weekly digest lies in {outcome.digest}: open it in a browser.")
    show_text(f"Look around: {_looking(outcome, data)} applications")
    show_text("Nothing was sent, and no mail has left this computer.")
