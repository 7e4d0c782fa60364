"""``digest``: the week in words, shown, previewed or sent."""

import tempfile
import webbrowser
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from heardback.options import house_of
from heardback.printing import as_json, say

if TYPE_CHECKING:
    from heardback.wiring import House


def digest(
    context: typer.Context,
    preview: Annotated[bool, typer.Option("--preview", help="Open it in the browser.")] = False,
    send: Annotated[bool, typer.Option("--send", help="Send this week's digest now.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """The last seven days: what is owed, what you did, what came."""
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
            as_json([{"week_of": _week_of(house), "text": text, "html": html}])
        else:
            typer.echo(text)


def rendered(house: "House") -> tuple[str, str]:
    """The digest of the seven days up to now, as text and HTML."""
    from heardback.weekly import digest_facts
    from respond.digest import digest_of
    from respond.digestmail import digest_html, digest_text

    made = digest_of(digest_facts(house, _week_of(house)))
    return digest_text(made), digest_html(made)


def _week_of(house: "House") -> date:
    return (house.clock.now().astimezone(house.zone) + timedelta(days=1)).date()
