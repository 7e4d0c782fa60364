"""``digest``: the week in words, shown, previewed or sent."""

import tempfile
import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from heardback.options import house_of
from heardback.printing import as_json, say


def digest(
    context: typer.Context,
    preview: Annotated[bool, typer.Option("--preview", help="Open it in the browser.")] = False,
    send: Annotated[bool, typer.Option("--send", help="Send this week's digest now.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """The last seven days: what is owed, what you did, what came."""
    from heardback.weekly import rendered, this_week

    if preview and send:
        raise typer.BadParameter("choose --preview or --send, not both.")
    with house_of(context, writes=send, needs_account=send) as house:
        if send:
            said = house.posting.send_digest(house.clock.now())
            say(said or "Today's digest went out before; nothing was sent again.")
            return
        text, html = rendered(house)
        if preview:
            page = Path(tempfile.mkdtemp(prefix="heardback-")) / "digest.html"
            page.touch(mode=0o600)
            page.write_text(html, encoding="utf-8")
            say(f"The digest lies in {page}.")
            webbrowser.open(page.as_uri())
        elif json:
            as_json([{"week_of": this_week(house), "text": text, "html": html}])
        else:
            typer.echo(text)
