"""The global options, and what they build."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from store.errors import UserError

if TYPE_CHECKING:
    from heardback.wiring import House


@dataclass(frozen=True, slots=True)
class Options:
    """What stood before the command."""

    config: Path | None
    data: Path | None
    now: datetime | None
    debug: bool


def options_of(config: str | None, data: str | None, now: str | None, *, debug: bool) -> Options:
    """The options as they were written. Raises a usage error for a time that is none."""
    return Options(
        None if config is None else Path(config),
        None if data is None else Path(data),
        parse_now(now) if now else None,
        debug,
    )


def parse_now(text: str) -> datetime:
    """Reads ``--now``; a time without an offset is taken as local. Raises a usage error otherwise."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(
            f"{text!r} is not a time: write it as 2026-03-02 or 2026-03-02T09:00+01:00."
        ) from error
    return (moment if moment.tzinfo else moment.astimezone()).astimezone(UTC)


def refuse_now(context: typer.Context) -> None:
    """For commands that change things or tell of this moment alone. Raises ``UserError`` where ``--now`` is given."""
    if context.obj.now is not None:
        raise UserError("--now only looks at things as they were; this command changes them: leave --now out.")


@contextmanager
def house_of(context: typer.Context, *, writes: bool = False, needs_account: bool = False) -> Iterator["House"]:
    """The house for a command. ``writes`` refuses ``--now``: it is a view, and the past cannot be changed.

    Raises ``UserError`` for a config with mistakes, for ``--now`` with a writing command, and where a mailbox is needed
    and none is configured.
    """
    from heardback.config import default_data_folder, read_settings
    from heardback.tracebacks import log_to_stderr
    from heardback.wiring import House
    from store.clock import SetClock, SystemClock

    options: Options = context.obj
    if writes:
        refuse_now(context)
    settings = read_settings(options.config)
    if needs_account and not settings.accounts:
        raise UserError(
            "No mailbox is configured: run 'heardback init', or add an [accounts.NAME] section to the config."
        )
    log_to_stderr()
    logging.getLogger("heardback").setLevel(logging.DEBUG if options.debug else logging.INFO)
    clock = SetClock(options.now) if options.now else SystemClock()
    house = House(settings, options.data or default_data_folder(), clock, config=options.config)
    try:
        yield house
    finally:
        house.close()
