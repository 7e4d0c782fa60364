"""``backup``, ``restore``, ``erase`` and ``health``: keeping what heardback knows, and letting go of it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from heardback.options import house_of, refuse_now
from heardback.printing import say, show_text
from store.errors import HeardbackError, UserError

if TYPE_CHECKING:
    from heardback.erasing import Belongings
    from heardback.options import Options
    from heardback.wiring import House

PIPE = Path("-")
WORD = "erase"
SHOWN = 12
"""Files named one by one before the rest is counted."""


def backup(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="The tar file to write; '-' is standard output.")],
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
) -> None:
    """Everything to start anew from, in one file, also while the service runs; no password is in it."""
    from heardback.backup import backup_to, write_backup
    from store.clock import SystemClock

    refuse_now(context)
    data, config = _places(context)
    now = SystemClock().now()
    if file == PIPE:
        if sys.stdout.isatty():
            raise UserError("A backup is no text for a terminal: name a file, or send it on with a pipe.")
        manifest = write_backup(sys.stdout.buffer, data, config, now)
        sys.stdout.buffer.flush()
    else:
        manifest = backup_to(file, data, config, now, replace=force)
    where = "written" if file == PIPE else f"in {file}"
    say(f"The backup is {where}, with {len(manifest.files) - 1} files besides the store (schema {manifest.schema}).")
    say("It holds your mail: keep it where only you can read it, or encrypted. Passwords and sign-ins are not in it.")


def restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A backup; '-' is standard input.")],
    force: Annotated[bool, typer.Option("--force", help="Where a store is there: keep it aside.")] = False,
) -> None:
    """Puts a backup of your own into the data folder, once it is checked to its last byte."""
    from heardback.restoring import restore as put_back
    from store.clock import SystemClock

    refuse_now(context)
    data, config = _places(context)
    with _opened(file) as source, _nobody_else(data):
        done = put_back(source, data, config, SystemClock().now(), replace=force)
    made = done.manifest
    say(f"The backup of {made.made[:16].replace('T', ', ')} UTC (heardback {made.version}) is in {data}.")
    if done.former is not None:
        say(f"What was there lies in {done.former}; remove it once you no longer need it.")
    for path in done.beside:
        say(f"Another is in use already, so that of the backup lies in {path}.")
    if done.waiting_again:
        say(f"{done.waiting_again} approved replies wait for you again, as they may have gone out since.")
    say("Sign in again where that was by token or keyring: 'heardback login NAME'. Then 'heardback doctor'.")


def erase(
    context: typer.Context,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    drafts_too: Annotated[
        bool, typer.Option("--drafts-too", help="Also its drafts in your mailbox, where you have not changed them.")
    ] = False,
    keep_config: Annotated[bool, typer.Option("--keep-config", help="Leave the config and your own wordings.")] = False,
) -> None:
    """Removes all that heardback keeps on this computer: store, models, sign-ins, config, service."""
    from heardback import erasing, installing

    refuse_now(context)
    data, config = _places(context)
    # Another data folder than the usual one may share the usual config, and its passwords, with that one.
    is_whole = context.obj.data is None or context.obj.config is not None
    removed_config = config if is_whole and not keep_config else None
    with _accounts_if_readable(context) as house:
        accounts = house.accounts if house is not None and is_whole else ()
        found = erasing.belongings(data, removed_config, accounts)
        is_installed = installing.is_for(data)
        if not (found.files or found.folders or found.entries or is_installed):
            say(f"There is nothing of heardback in {data}.")
            return
        _list(found, is_installed, drafts_too)
        if not is_whole:
            say(f"Left alone, as another data folder may use it: {config}, and the passwords it names.")
        if not yes:
            _ask()
        if is_installed:
            for sentence in installing.uninstall():
                say(sentence)
        with _nobody_else(data):
            if drafts_too:
                _erase_drafts(house)
            if house is not None:
                house.close()
            for sentence in erasing.sign_out_everywhere(accounts, data):
                say(sentence)
            # Looked again: the sign-out may have left files, and the lock is one.
            found = erasing.belongings(data, removed_config, accounts)
            troubles = erasing.remove(found, data)
    _prove(found, troubles, is_installed)


def health(context: typer.Context) -> None:
    """Whether your mailboxes are looked after, in one line; exit code 1 if not. For monitors and containers."""
    from heardback.pulse import pulse

    with house_of(context) as house:
        is_well, line = pulse(house)
    show_text(line)
    if not is_well:
        raise typer.Exit(1)


def _places(context: typer.Context) -> tuple[Path, Path]:
    from heardback.config import default_config_path, default_data_folder

    options: Options = context.obj
    data, config = options.data or default_data_folder(), options.config or default_config_path()
    return data.expanduser().absolute(), config.expanduser().absolute()


@contextmanager
def _opened(file: Path) -> Iterator[IO[bytes]]:
    if file == PIPE:
        yield sys.stdin.buffer
        return
    try:
        opened = file.open("rb")
    except OSError as error:
        raise UserError(f"{file} cannot be read ({error.strerror}): name a backup.") from error
    with opened:
        yield opened


@contextmanager
def _nobody_else(data: Path) -> Iterator[None]:
    """Neither service nor page works on the data folder for the block."""
    from heardback.lock import only_service
    from heardback.web.presence import port_of_page

    with only_service(data):
        if port_of_page(data) is not None:
            raise UserError("The review page is open on this store: end 'heardback web' first.")
        yield


@contextmanager
def _accounts_if_readable(context: typer.Context) -> Iterator["House | None"]:
    """The house, or None where the config cannot be read: what lies on the disk can be erased all the same."""
    from heardback.config import read_settings

    try:
        read_settings(context.obj.config)
    except UserError as error:
        say(f"{error} What is in keyrings and mailboxes is not known without it, and stays.")
        yield None
        return
    with house_of(context) as house:
        yield house


def _list(found: "Belongings", is_installed: bool, drafts_too: bool) -> None:
    say("This is removed, for good:")
    for path in found.files[:SHOWN]:
        say(f"  {path}")
    if len(found.files) > SHOWN:
        say(f"  and {len(found.files) - SHOWN} files more")
    for entry in found.entries:
        say(f"  “{entry}” in the keyring")
    if is_installed:
        say("  the service that starts with your session")
    if drafts_too:
        say("  heardback's drafts in your mailbox, where you have not changed them")
    for path in found.strangers:
        say(f"Not heardback's, and left alone: {path}")


def _ask() -> None:
    if not sys.stdin.isatty():
        raise UserError("Nobody is there to ask: add --yes to erase all of this. Nothing was removed.")
    if typer.prompt(f"Type {WORD} to go on", default="", show_default=False, err=True).strip() != WORD:
        raise UserError("Nothing was removed.")


def _erase_drafts(house: "House | None") -> None:
    from heardback.erasing import remove_drafts
    from store.database import FILE_NAME

    if house is None or not (house.data / FILE_NAME).exists():
        return
    try:
        removed, stays = remove_drafts(house)
    except HeardbackError as error:
        say(f"The drafts in your mailbox stay: {error}")
        return
    say(f"{removed} {'draft is' if removed == 1 else 'drafts are'} removed from your mailbox.")
    for sentence in stays:
        say(sentence)


def _prove(found: "Belongings", troubles: tuple[str, ...], was_installed: bool) -> None:
    from heardback import erasing, installing

    left = [*erasing.still_there(found)]
    if was_installed and installing.place().exists():
        left.append(str(installing.place()))
    if left or troubles:
        raise UserError(*troubles, f"Still there: {', '.join(left)}. Remove it yourself.")
    parts = [f"{len(found.files)} files", f"{len(found.entries)} entries of the keyring"]
    say(f"Removed: {' and '.join(parts if found.entries else parts[:1])}. Looked again: nothing of it is left.")
    say(erasing.ON_SSDS)
    say(erasing.ELSEWHERE)
