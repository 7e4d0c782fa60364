"""The process that the soak looks at: the service as it is, but hours pass between two rounds.

After each round it says the time on standard output and waits for a line, so that whoever drives it can do something
there. What is real time inside the service (waits after trouble, the pace of its jobs) is shortened.
"""

import json
import os
import sys
from contextlib import ExitStack
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

from heardback.settings import AccountSettings, PersonSettings, ReplySettings, Settings, WebSettings
from ingest.accounts import Security

STEP = timedelta(minutes=20)
"""What passes between two rounds: ten thousand of them are four and a half months."""
PASSWORD_ENV = "HEARDBACK_SOAK_PASSWORD"
_EVERY_SECOND = 1.2 / 60  # minutes, as the service counts
_SHORTER: dict[str, Any] = {
    "heardback.backoff.LEAST_SECONDS": 0.01,
    "heardback.backoff.MOST_SECONDS": 0.05,
    "heardback.clockwatch.JUMP": timedelta(days=10_000),  # the clock is meant to run
    "heardback.listening.DAY_SECONDS": 0.5,  # so long IDLE is given up after connections that ended early
    "heardback.service.SWEEP_MINUTES": _EVERY_SECOND,
    "heardback.service.DIGEST_MINUTES": _EVERY_SECOND,
    "heardback.service.CANARY_MINUTES": _EVERY_SECOND,
    "heardback.service.CALL_OUT_MINUTES": _EVERY_SECOND,
}


def settings_of(me: str, imap_port: int, smtp_port: int) -> Settings:
    """Sam's, by way of the proxies."""
    account = AccountSettings(
        address=me,
        imap_host="127.0.0.1",
        imap_port=imap_port,
        imap_security=Security.PLAIN,
        password_env=PASSWORD_ENV,
        smtp_host="127.0.0.1",
        smtp_port=smtp_port,
        smtp_security=Security.PLAIN,
    )
    return Settings(
        person=PersonSettings(name="Sam Reed", address=me, country="GB", timezone="Europe/London"),
        accounts={"home": account},
        replies=ReplySettings(undo_minutes=1),
        web=WebSettings(enabled=False),
    )


def serve(data: Path, me: str, imap_port: int, smtp_port: int, start: datetime) -> bool:
    """Runs until it is told to stop. Returns whether everything came to its end."""
    from heardback.pace import Pace
    from heardback.service import Service
    from heardback.wiring import House
    from store.clock import SetClock

    clock = SetClock(start)
    house = House(settings_of(me, imap_port, smtp_port), data, clock)
    run_once = house.rounds.run_once

    def one_round(**options: Any) -> Any:
        try:
            return run_once(**options)
        finally:
            clock.at += STEP
            print(json.dumps(clock.at.isoformat()), flush=True)
            sys.stdin.readline()

    house.rounds.run_once = one_round  # type: ignore[method-assign]
    pace = Pace(every=0.004, send_again=0.02, heartbeat=0.1)
    service = Service(house, lambda line: print(line, file=sys.stderr, flush=True), pace)
    with ExitStack() as stack:
        for name, value in _SHORTER.items():
            stack.enter_context(patch(name, value))
        finished = service.run()
    house.close()
    return finished


def main() -> None:
    """DATA USER IMAP-PORT SMTP-PORT START"""
    data, me, imap_port, smtp_port, start = sys.argv[1:]
    finished = serve(Path(data), me, int(imap_port), int(smtp_port), datetime.fromisoformat(start))
    sys.stdout.flush()
    os._exit(0 if finished else 1)  # as 'heardback run' does where something hangs


if __name__ == "__main__":
    main()
