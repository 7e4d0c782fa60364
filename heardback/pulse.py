"""``health``: whether mailboxes are looked after, in one line, from what the store says. Nothing is changed or reached.

For monitors and containers, which ask often: a store of another heardback is not upgraded here.
"""

from datetime import timedelta
from typing import TYPE_CHECKING

from heardback.web.wellbeing import account_lines, is_failing, overall
from store.copying import schema_of
from store.database import FILE_NAME
from store.schema import SCHEMA_VERSION

if TYPE_CHECKING:
    from datetime import datetime

    from heardback.wiring import House


def pulse(house: "House") -> tuple[bool, str]:
    """Whether all is well, and the line. Raises ``UserError`` for a store that cannot be read."""
    schema = schema_of(house.data / FILE_NAME)
    if schema is None:
        return False, f"There is no store in {house.data} yet: 'heardback run' starts the service."
    if schema != SCHEMA_VERSION:
        return False, f"The store has schema {schema}, and this heardback {SCHEMA_VERSION}: restart the service."
    now, every = house.clock.now(), timedelta(minutes=house.settings.poll.every_minutes)
    with house.database.reading() as transaction:
        health, marks = transaction.folders.health(), transaction.folders.watermarks()
    lines = account_lines([account.name for account in house.accounts], health, marks, now=now, every=every)
    rounds = [line.last_round for line in lines if line.last_round is not None]
    last = f" The last round was {_ago(max(rounds), now)}." if rounds else ""
    return not is_failing(lines, now=now, every=every), f"{overall(lines)}{last}"


def _ago(moment: "datetime", now: "datetime") -> str:
    minutes = max(int((now - moment).total_seconds()) // 60, 0)
    if minutes < 120:
        return "just now" if minutes < 1 else f"{minutes} min ago"
    return f"{minutes // 60} h ago" if minutes < 48 * 60 else f"{minutes // (24 * 60)} days ago"
