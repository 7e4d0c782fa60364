"""``init``: sets up a mailbox in one conversation, or by options alone."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from heardback.commands.dialogue import first_line_of_stdin, whoever_is_there
from heardback.options import Options
from heardback.printing import say
from heardback.signin import Way
from ingest.accounts import Security
from store.errors import UserError

if TYPE_CHECKING:
    from heardback.wayin import Wanted


def init(  # an empty answer  # nosec B107
    context: typer.Context,
    address: Annotated[str, typer.Option(help="The mailbox's address.", show_default=False)] = "",
    name: Annotated[str | None, typer.Option(help="Your name, as replies are signed.")] = None,
    other_address: Annotated[list[str] | None, typer.Option(help="A further address of yours.")] = None,
    country: Annotated[str | None, typer.Option(help="As in DE or US: its public holidays count.")] = None,
    timezone: Annotated[str | None, typer.Option(help="As in Europe/Berlin.")] = None,
    account: Annotated[str, typer.Option(help="What to call the mailbox.", show_default=False)] = "",
    username: Annotated[str, typer.Option(help="If it is not the address.", show_default=False)] = "",
    imap_host: Annotated[str, typer.Option(help="Where mail is read.", show_default=False)] = "",
    imap_port: Annotated[int, typer.Option(min=0, max=65535, show_default=False)] = 0,
    imap_security: Annotated[Security | None, typer.Option()] = None,
    smtp_host: Annotated[str, typer.Option(help="Where mail is sent.", show_default=False)] = "",
    smtp_port: Annotated[int, typer.Option(min=0, max=65535, show_default=False)] = 0,
    smtp_security: Annotated[Security | None, typer.Option()] = None,
    sending: Annotated[bool, typer.Option("--sending/--no-sending", help="Whether to send from here at all.")] = True,
    ca_file: Annotated[Path | None, typer.Option(help="A certificate authority of your own.")] = None,
    password_command: Annotated[str, typer.Option(help="A command that prints it.", show_default=False)] = "",
    password_file: Annotated[Path | None, typer.Option(help="A file that holds it, or is to.")] = None,
    password_env: Annotated[str, typer.Option(help="An environment variable.", show_default=False)] = "",
    password_stdin: Annotated[bool, typer.Option("--password-stdin", help="Read it from standard input.")] = False,
    keyring: Annotated[bool, typer.Option("--keyring", help="Keep it in the system's keyring.")] = False,
    oauth: Annotated[str, typer.Option(help="google or microsoft: sign in by token.", show_default=False)] = "",
    client_id: Annotated[str, typer.Option(help="Of the program you registered.", show_default=False)] = "",
    client_secret_command: Annotated[str, typer.Option(show_default=False)] = "",
    client_secret_file: Annotated[Path | None, typer.Option()] = None,
    tenant: Annotated[str, typer.Option(help="Microsoft: your organisation.", show_default=False)] = "",
    device: Annotated[bool, typer.Option("--device", help="Sign in with a code on another device.")] = False,
    paste: Annotated[bool, typer.Option("--paste", help="Sign in with a browser on another computer.")] = False,
    untested: Annotated[bool, typer.Option("--untested", help="Write it down without trying it out.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Write a mailbox anew without asking.")] = False,
) -> None:
    """Sets up a mailbox: finds its servers, tries the sign-in, writes the config. Run it again for another one."""
    from heardback.wayin import Wanted

    options: Options = context.obj
    if options.now is not None:
        raise UserError("--now only looks at things as they were; this command changes them: leave --now out.")
    if device and paste:
        raise typer.BadParameter("Give only one of --device and --paste.")
    wanted = Wanted(
        name=name,
        address=address,
        others=tuple(each.lower() for each in other_address) if other_address else None,
        country=country,
        timezone=timezone,
        account=account,
        username=username,
        imap_host=imap_host,
        imap_port=imap_port,
        imap_security=imap_security,
        smtp_host=smtp_host,
        smtp_port=smtp_port,
        smtp_security=smtp_security,
        sends=sending,
        ca_file=ca_file,
        password_command=password_command,
        password_file=password_file,
        password_env=password_env,
        keyring=keyring,
        password=first_line_of_stdin() if password_stdin else "",
        oauth=oauth,
        client_id=client_id,
        client_secret_command=client_secret_command,
        client_secret_file=client_secret_file.expanduser().absolute() if client_secret_file else None,
        tenant=tenant,
        way=Way.DEVICE if device else Way.PASTE if paste else Way.BROWSER,
        untested=untested,
        force=force,
    )
    _start(options, wanted)


def _start(options: Options, wanted: "Wanted") -> None:
    import webbrowser
    from functools import partial

    from heardback.config import default_config_path, default_data_folder
    from heardback.starting import Start, Surroundings
    from ingest.discovery import Dns
    from ingest.probing import answers
    from store.clock import SystemClock

    around = Surroundings(
        config=options.config or default_config_path(),
        data=options.data or default_data_folder(),
        clock=SystemClock(),
        directory=Dns(),
        answers=partial(answers, ca_file=wanted.ca_file),
        open_link=webbrowser.open,
    )
    name = Start(wanted, whoever_is_there(), around).run()
    named = f" --config {options.config}" if options.config else ""
    named += f" --data {options.data}" if options.data else ""
    say(
        f"\nMailbox {name} is set up. What comes next:\n"
        f"  heardback{named} poll             reads your mail once, tags it, and drafts what is due\n"
        f"  heardback{named} run              does so all day, with the review page, until you stop it\n"
        f"  heardback{named} service install  lets that start by itself"
    )
