"""One module a group of commands; each reads its options, asks the house, and prints. Deciding is done elsewhere.

A module is imported when its command is asked for: ``--help`` shows what stands in the table here, and a listing does
not wait for what signing in needs.
"""

import gc
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

import typer
import typer.core
import typer.main

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True)
class Command:
    """One command: where its function lies, or its group under the name ``app``, and the words of ``--help``."""

    name: str
    module: str
    words: str
    function: str = "app"
    is_short: bool = False
    """Whether it is over so soon that no memory has to be found again."""

    def hang_into(self, program: typer.Typer) -> None:
        """Adds it to a program; imports its module."""
        found: Any = getattr(import_module(f"heardback.commands.{self.module}"), self.function)
        if isinstance(found, typer.Typer):
            program.add_typer(found, name=self.name)
        else:
            program.command(name=self.name)(found)


def _one(name: str, module: str, words: str) -> Command:
    """A command that is one function of its name; Python keeps some names to itself."""
    return Command(name, module, words, {"open": "open_page", "import": "import_mails"}.get(name, name))


def _short(name: str, module: str, words: str) -> Command:
    """A group of commands that list or change a few things."""
    return Command(name, module, words, is_short=True)


COMMANDS = (
    _one("demo", "playing", "Ten weeks of a job search in under a minute: a simulated mailbox, read, tagged and "
         "answered, then its page."),
    _one("init", "starting", "Sets up a mailbox: finds its servers, tries the sign-in, writes the config. Run it again "
         "for another one."),
    _one("login", "signing", "Signs an account in: in the browser, or by a password that is typed unseen and kept "
         "privately."),
    _one("logout", "signing", "Takes away what signs an account in; your mail and what heardback knows stay."),
    _one("doctor", "checking", "Checks config, sign-in, folders, service, model, clock, disk and permissions, and says "
         "what to do."),
    Command("canary", "checking", "Looks through all folders, Junk and Trash too, for job mail that was not taken in."),
    _one("health", "keeping", "Whether your mailboxes are looked after, in one line; exit code 1 if not. For monitors "
         "and containers."),
    _one("poll", "polling", "One round: fetch, tag, track, draft."),
    _one("run", "polling", "The service: rounds, silence, outbox and digest, until stopped."),
    Command("service", "installing", "Lets heardback run in the background, from your next log-in on too."),
    _one("web", "paging", "Serves the review page alone, on 127.0.0.1, until stopped; with --now a view that changes "
         "nothing."),
    _one("open", "paging", "Opens the review page that runs, signed in by a fresh one-time link."),
    _one("tag", "tagging", "Tags mails without storing anything."),
    _one("import", "tagging", "Puts mails from files into the store, then tracks and drafts."),
    _short("applications", "applications", "Where every application stands; with a number, one in full."),
    _short("review", "reviewing", "The drafts that wait for you, and the tags that are in doubt."),
    Command("replies", "replies", "The kinds of reply, and your own wordings of them."),
    Command("contacts", "contacts", "The people you met on the way; with a number or address, one in full."),
    Command("lessons", "lessons", "What you took from rejections: short, optional, and for your eyes alone."),
    _one("calendar", "calendar", "Your interviews, what is due when, and whom to write to, as a calendar file (.ics)."),
    _one("digest", "digest", "The last seven days: what is owed, what you did, what came."),
    _one("export", "exporting", "Everything heardback knows: all tables, mails, people and dates in a folder or zip "
         "file."),
    _one("backup", "keeping", "Everything to start anew from, in one file, also while the service runs; no password is "
         "in it."),
    _one("restore", "keeping", "Puts a backup of your own into the data folder, once it is checked to its last byte."),
    _one("erase", "keeping", "Removes all that heardback keeps on this computer: store, models, sign-ins, config, "
         "service."),
    _one("train", "training", "Learns from your corrections; the new model is used only if it proves better on mail it "
         "has not seen."),
    Command("model", "models", "The models taught by your corrections, and the shipped one."),
    _one("evaluate", "training", "Measures the tagger on mails whose tag is known."),
)  # fmt: skip
"""Every command, in the order ``--help`` shows them."""


def register(program: typer.Typer) -> None:
    """Hangs every command into a program at once, for whoever looks through all of them."""
    for command in COMMANDS:
        command.hang_into(program)


class Program(typer.core.TyperGroup):
    """The program itself: a command is loaded once it is asked for."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        # What stands before the command is text, whatever it means.
        _spare(self.params, _Text)

    def list_commands(self, ctx: Any) -> list[str]:
        """The names, in order."""
        return [each.name for each in COMMANDS]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name; where there is none, all are loaded, so that one that is near can be named."""
        wanted = [each for each in COMMANDS if each.name == cmd_name] or COMMANDS
        if missing := [each for each in wanted if each.name not in self.commands]:
            # The settings of the program itself, which its parts would take over from it.
            part = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
            for each in missing:
                each.hang_into(part)
            self.commands.update(typer.main.get_group(part).commands)
        if not all(each.is_short for each in wanted):
            gc.enable()
        command = self.commands.get(cmd_name)
        _spare_all(command, ctx)
        return command

    def get_help_option(self, ctx: Any) -> Any:
        """``--help``, which is hardly ever given."""
        option = super().get_help_option(ctx)
        _spare([option], _Option)
        return option

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The list in ``--help``, from the table: not one of them has to be loaded for it."""
        named = {each.name: typer.core.TyperCommand(each.name, help=each.words) for each in COMMANDS}
        typer.core.TyperGroup(name=self.name, commands=dict(named)).format_commands(ctx, formatter)


class _Option(typer.core.TyperOption):
    """An option that is not read where it was not given.

    Typer reads every option by a pydantic adapter, ``--help`` too, and importing that costs each command 40 ms.
    """

    def process_value(self, ctx: Any, value: Any) -> Any:
        if value is not None or self.required or self.multiple:
            return super().process_value(ctx, value)
        return value if self.callback is None else self.callback(ctx, self, value)


class _Text(_Option):
    """An option that is taken as it stands."""

    def process_value(self, ctx: Any, value: Any) -> Any:
        return value if isinstance(value, str) else super().process_value(ctx, value)


def _spare_all(command: Any, ctx: Any) -> None:
    """Spares a command, and those in it, what their options would be read with."""
    if command is None:
        return
    _spare([*command.params, command.get_help_option(ctx)], _Option)
    for each in getattr(command, "commands", {}).values():
        _spare_all(each, ctx)


def _spare(options: "Iterable[Any]", kind: type[_Option]) -> None:
    for each in options:
        # Typer makes its options itself and asks nobody for a class.
        if type(each) is typer.core.TyperOption:
            each.__class__ = kind
