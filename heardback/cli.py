"""The command line: global options, and the one place where errors become sentences and exit codes.

Exit 0 done, 1 a problem that is said in one sentence with what to do, 2 wrong usage. Data goes to stdout, words and
progress to stderr.
"""

import gc
import sys
import threading
from typing import TYPE_CHECKING, Annotated

import typer

from heardback.commands import Program

if TYPE_CHECKING:
    from threading import ExceptHookArgs

# Whatever only some commands need is imported where it is needed: everybody waits for what stands up here.

app = typer.Typer(
    name="heardback",
    cls=Program,
    help="Reads your recruiter mail, tags it, drafts the replies, and says once a week where things stand.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _version(value: bool) -> None:
    if value:
        from importlib.metadata import version

        from classify.shipped import shipped_model_name
        from store.schema import SCHEMA_VERSION

        typer.echo(f"heardback {version('heardback')}, schema {SCHEMA_VERSION}, model {shipped_model_name()}")
        raise typer.Exit


@app.callback()
def options(
    context: typer.Context,
    config: Annotated[str | None, typer.Option(help="The config file.", metavar="FILE")] = None,
    data: Annotated[str | None, typer.Option(help="The folder the store lies in.", metavar="DIR")] = None,
    now: Annotated[
        str | None, typer.Option(help="Show things as of this moment; later events are ignored.", metavar="ISO-TIME")
    ] = None,
    debug: Annotated[bool, typer.Option("--debug", help="Show tracebacks and more log lines.")] = False,
    _show_version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help="Show the version of program, store and model, and end."
        ),
    ] = False,
) -> None:
    """Options that stand before the command."""
    from heardback.options import options_of

    context.obj = options_of(config, data, now, debug=debug)


def main() -> None:
    """Runs a command and ends the process with its exit code; typer itself ends wrong usage with 2."""
    threading.excepthook = _tell_of_thread
    # Looking for cycles among what was imported takes a tenth of a listing's time and finds nothing; a command that
    # stays longer takes it up again (``commands.Program``).
    gc.disable()
    try:
        app(prog_name="heardback")
    except Exception as error:  # noqa: BLE001 - the one place where whatever it is becomes words
        sys.exit(_say(error))
    finally:
        if not gc.isenabled():
            gc.freeze()  # nor is it searched at the end, when all of it is let go


def _tell_of_thread(ended: "ExceptHookArgs") -> None:
    from heardback.tracebacks import tell_of_thread

    tell_of_thread(ended)


def _say(error: Exception) -> int:
    from heardback.printing import say
    from heardback.tracebacks import traced
    from store.errors import HeardbackError, UserError

    if "--debug" in sys.argv:
        say(traced(error))
    if isinstance(error, UserError):
        problems = error.problems
    elif isinstance(error, HeardbackError):
        problems = (str(error),)
    elif isinstance(error, OSError):
        problems = (f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}.",)
    else:
        kind = type(error).__name__
        problems = (f"Something unforeseen happened ({kind}): run the command again with --debug and report it.",)
    for problem in problems:
        say(f"heardback: {problem}")
    return 1
