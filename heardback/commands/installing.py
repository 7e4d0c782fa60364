"""``service``: heardback starts with your session, or no longer does."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from heardback.options import refuse_now
from heardback.printing import say, show_text

if TYPE_CHECKING:
    from heardback.installing import Wanted
    from heardback.options import Options
    from heardback.settings import Settings

app = typer.Typer(no_args_is_help=True, help="Lets heardback run in the background, from your next log-in on too.")


@app.command()
def install(
    context: typer.Context,
    show: Annotated[bool, typer.Option("--print", help="Print what would be written, and change nothing.")] = False,
    without_sandbox: Annotated[
        bool, typer.Option("--without-sandbox", help="For systems that refuse a service of yours its sandbox.")
    ] = False,
    writes: Annotated[
        list[Path] | None,
        typer.Option(help="A further folder that may be written to, as for a password command.", metavar="DIR"),
    ] = None,
) -> None:
    """Writes the service for systemd, or launchd on a Mac, and starts it; safe to repeat."""
    from heardback import installing

    wanted = _wanted(context.obj, tuple(each.expanduser().absolute() for each in writes or ()), not without_sandbox)
    if show:
        typer.echo(installing.content_for(wanted).decode(), nl=False)
        return
    refuse_now(context)
    settings = _settings(wanted.config)
    for sentence in installing.install(wanted):
        say(sentence)
    for sentence in _from_environment(settings):
        say(sentence)


@app.command()
def uninstall(context: typer.Context) -> None:
    """Ends the service and takes away what starts it; what heardback knows stays."""
    from heardback.installing import uninstall as take_away

    refuse_now(context)
    for sentence in take_away():
        say(sentence)


@app.command()
def status(context: typer.Context) -> None:
    """Whether the service is installed and runs."""
    from heardback.installing import status as look

    runs, sentence = look(_wanted(context.obj, (), True).data)
    show_text(sentence)
    if not runs:
        raise typer.Exit(1)


def _wanted(options: "Options", writes: tuple[Path, ...], has_sandbox: bool) -> "Wanted":
    from heardback.config import default_config_path, default_data_folder
    from heardback.installing import Wanted

    config = (options.config or default_config_path()).expanduser().absolute()
    data = (options.data or default_data_folder()).expanduser().absolute()
    return Wanted(config, data, writes, has_sandbox)


def _settings(config: Path) -> "Settings":
    """The settings the service will find; a service that would end at once is not installed."""
    from heardback.config import read_settings
    from store.errors import UserError

    settings = read_settings(config)
    if not settings.accounts:
        raise UserError(f"No mailbox is configured in {config}: 'heardback init' asks for what is needed.")
    return settings


def _from_environment(settings: "Settings") -> list[str]:
    """A service does not see what a terminal's shell has set."""
    names = {
        name for each in settings.accounts.values() for name in (each.password_env, each.smtp_password_env) if name
    }
    return [
        f"The service does not see the variable {name} of your terminal: set it in ~/.config/environment.d/ "
        "(environment.d(5)), or take password_file, password_command or password_keyring."
        for name in sorted(names)
    ]
