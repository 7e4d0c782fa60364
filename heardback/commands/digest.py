"""``digest``: the week in words, shown, previewed or sent."""

import sys
import webbrowser
from typing import TYPE_CHECKING, Annotated

import typer

from heardback.options import house_of
from heardback.printing import as_json, say, show_text

if TYPE_CHECKING:
    from pathlib import Path

PREVIEW = "digest.html"
"""The name of the previewed page in the data folder; the next preview takes its place."""


def digest(
    context: typer.Context,
    preview: Annotated[bool, typer.Option("--preview", help="Open it in the browser, as the mail will look.")] = False,
    as_text: Annotated[bool, typer.Option("--print", help="Print the text, also with --preview.")] = False,
    send: Annotated[bool, typer.Option("--send", help="Send this week's digest now.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """The last seven days: what is owed, what you did, what came."""
    from heardback.weekly import rendered, this_week

    if send and (preview or as_text):
        raise typer.BadParameter("choose --preview, --print or --send, not two of them.")
    with house_of(context, writes=send, needs_account=send) as house:
        if send:
            said = house.digest_posting.send_digest(house.clock.now())
            say(said or "Today's digest went out before; nothing was sent again.")
            return
        text, html = rendered(house)
        shown = preview and _show(house.data / PREVIEW, html, in_browser=is_terminal() and not as_text and not json)
        if json:
            as_json([{"week_of": this_week(house), "text": text, "html": html}])
        elif not shown:
            show_text(text)


def _show(page: "Path", html: str, *, in_browser: bool) -> bool:
    """Writes the page for its owner's eyes alone and opens it; returns whether a browser took it."""
    from heardback.files import write_private

    write_private(page, html.encode("utf-8"))
    say(f"The digest lies in {page}.")
    return in_browser and webbrowser.open(page.as_uri())


def is_terminal() -> bool:
    """Whether somebody sits before this who can look at a browser."""
    return sys.stdout.isatty()
