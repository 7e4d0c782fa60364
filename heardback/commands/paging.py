"""``web`` and ``open``: the review page alone, and a fresh sign-in link to the one that runs."""

import sys
import webbrowser
from typing import TYPE_CHECKING, Annotated

import typer

from heardback.options import house_of
from heardback.printing import say, show_text
from store.errors import UserError

if TYPE_CHECKING:
    from heardback.options import Options

PrintLink = Annotated[bool, typer.Option("--print-link", help="Print the one-time sign-in link.")]
NO_PAGE = "No page is served on this store: start one with 'heardback run', or with 'heardback web' for the page alone."


def web(context: typer.Context, print_link: PrintLink = False) -> None:
    """Serves the review page alone, on 127.0.0.1, until stopped; with --now a view that changes nothing."""
    from heardback.web.serving import serving_if_free, serving_somewhere, until_told

    options: Options = context.obj
    with house_of(context) as house:
        is_view = options.now is not None
        # A view is looked at for a moment beside a page that may run; the page itself stays where its bookmarks point.
        made = serving_somewhere(house, read_only=True) if is_view else serving_if_free(house)
        with until_told() as wait, made as serving:
            say(f"The review page is at {serving.desk.address}/; Ctrl-C stops it.")
            if print_link or sys.stdout.isatty():
                say("This link signs one browser in, once, within ten minutes:")
                show_text(f"{serving.desk.link()}")
            else:
                say("For a sign-in link run 'heardback open', or this with --print-link.")
            sys.stdout.flush()
            wait()
        say("The page has ended.")


def open_page(context: typer.Context, print_link: PrintLink = False) -> None:
    """Opens the review page that runs, signed in by a fresh one-time link."""
    from heardback.web.presence import port_of_page
    from heardback.web.signin import Keys, link_to
    from store.clock import SystemClock

    with house_of(context, writes=True) as house:
        port = port_of_page(house.data)
        if port is None:
            raise UserError(NO_PAGE)
        link = link_to(port, Keys(house.database, SystemClock()).new_link())
    if print_link:
        show_text(link)
    elif webbrowser.open(link):
        say("The page opens in your browser.")
    elif sys.stdout.isatty():
        say("No browser could be started here. This link signs one in, once, within ten minutes:")
        show_text(link)
    else:
        raise UserError(
            "No browser could be started here: run 'heardback open --print-link' and open the link yourself."
        )
