"""``poll`` and ``run``: one round, and the service."""

import os
import sys

import typer

from heardback.ending import Ending, ends_at_once
from heardback.options import house_of
from heardback.printing import say
from store.errors import UserError


def poll(context: typer.Context) -> None:
    """One round: fetch, tag, track, draft."""
    from heardback.progress import Watching

    with house_of(context, writes=True, needs_account=True) as house:
        with Watching() as watching:
            report = house.rounds.run_once(progress=watching.folder, retry_stopped=True)
        house.keep_chances()
        _say_model_problems(house.model_problems)
        taken = report.taken
        say(f"{taken.new} new mails, {taken.known} known, {taken.unreadable} set aside as unreadable.")
        drafted = report.drafted
        waiting = f"{len(drafted.made)} new drafts" if len(drafted.made) != 1 else "1 new draft"
        say(f"{waiting} to look at with 'heardback review'; {len(drafted.withdrawn)} withdrawn as no longer needed.")
        if drafted.history:
            say(f"{drafted.history} things lie before heardback watched; they are history, and nothing is drafted.")
        for name, kept in report.kept.items():
            if kept.left_behind:
                say(f"{name}: the server cannot remove single mails, so old copies stay in Drafts: delete them there.")
        if report.failures:
            raise UserError(*report.failures.values())


def run(context: typer.Context) -> None:
    """The service: rounds, silence, outbox and digest, until stopped."""
    with ends_at_once() as ending:  # first of all: what follows takes seconds on a busy computer
        _serve(context, ending)


def _serve(context: typer.Context, ending: Ending) -> None:
    from heardback.lock import only_service
    from heardback.service import Service

    with house_of(context, writes=True, needs_account=True) as house, only_service(house.data):
        house.database  # noqa: B018 - a store that cannot be used is told before anything starts
        _say_model_problems(house.model_problems)
        finished = Service(house, say).run(lambda: ending.is_asked)
        if not finished:
            # A job hangs on the network. Its transaction is rolled back with the process; waiting would gain nothing.
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(0)


def _say_model_problems(problems: list[str]) -> None:
    for problem in problems:
        say(problem)
