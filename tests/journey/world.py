"""A person with a real mailbox, a real way out, and a config file: what the journey tests live in."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from itertools import count
from pathlib import Path

from heardback.config import read_settings
from heardback.wiring import House
from store.clock import SetClock
from tests import program
from tests.servers.boxes import PASSWORD, Box
from tests.servers.dovecot import Dovecot
from tests.servers.smtpsink import SmtpSink

ENVIRONMENT = "HEARDBACK_TEST_PASSWORD"
_numbers = count(1)


@dataclass
class World:
    """One person's mail and their heardback."""

    box: Box
    sink: SmtpSink | None
    folder: Path
    clock: SetClock
    authority: Path | None = None
    changes: Mapping[str, str] = field(default_factory=dict)
    _started: list[subprocess.Popen[str]] = field(default_factory=list)

    @property
    def me(self) -> str:
        return self.box.account.username

    @property
    def config(self) -> Path:
        return self.folder / "config.toml"

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def write_config(self, **account: object) -> None:
        """The config file; ``account`` changes keys of the account section."""
        keys: dict[str, object] = {
            "imap_host": "127.0.0.1",
            "imap_port": self.box.plain_port,
            "imap_security": "plain",
            "password_env": ENVIRONMENT,
        }
        if self.sink is not None:
            keys |= {"smtp_host": "localhost", "smtp_port": self.sink.port, "smtp_security": "starttls"}
            keys |= {"tls_ca_file": str(self.authority)}
        keys |= account
        lines = [f"{key} = {_toml(value)}" for key, value in keys.items()]
        self.config.write_text(
            f'[person]\nname = "Sam Reed"\naddress = "{self.me}"\ntimezone = "Europe/London"\ncountry = "GB"\n'
            "[accounts.home]\n" + "\n".join(lines) + "\n[replies]\nundo_minutes = 1\n",
            encoding="utf-8",
        )

    @contextmanager
    def house(self) -> Iterator[House]:
        """heardback's parts in this process, on the world's clock."""
        os.environ[ENVIRONMENT] = PASSWORD
        if not self.config.exists():
            self.write_config()
        house = House(read_settings(self.config), self.data, self.clock)
        try:
            yield house
        finally:
            house.close()

    def deliver(self, mail: EmailMessage, folder: str = "INBOX") -> None:
        """A mail arrives at the moment its Date says."""
        at = mail["Date"].datetime if hasattr(mail["Date"], "datetime") else self.clock.now()
        self.box.put(folder, [(mail.as_bytes(), at)])

    def command(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """The program itself, as a person runs it."""
        return program.run_text(self._line(*arguments)[3:], env=self._env())

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """The program in the background."""
        started = subprocess.Popen(
            self._line(*arguments), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=self._env()
        )
        self._started.append(started)
        return started

    def end(self) -> None:
        """Ends what a test that failed left running."""
        for process in self._started:
            if process.poll() is None:
                process.kill()
                process.communicate()

    def _line(self, *arguments: str) -> list[str]:
        if not self.config.exists():
            self.write_config()
        return [sys.executable, "-m", "heardback", "--config", str(self.config), "--data", str(self.data), *arguments]

    @staticmethod
    def _env() -> dict[str, str]:
        return {**os.environ, ENVIRONMENT: PASSWORD}

    def go_to(self, moment: datetime) -> None:
        """Sets the world's clock."""
        self.clock.at = moment

    def later(self, **time: float) -> None:
        """Lets time pass."""
        self.clock.at += timedelta(**time)

    @property
    def dovecot(self) -> Dovecot:
        assert isinstance(self.box.server, Dovecot)
        return self.box.server


def mail(
    sender: str, to: str, subject: str, body: str, at: datetime, *, answers: str = "", **headers: str
) -> EmailMessage:
    """One mail with the headers a mail program would set."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = sender, to, subject
    made["Date"] = format_datetime(at.astimezone(UTC))
    made["Message-ID"] = f"<{next(_numbers)}.{at:%Y%m%d%H%M}@mail.example>"
    if answers:
        made["In-Reply-To"] = made["References"] = answers
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    made.set_content(body)
    return made


def _toml(value: object) -> str:
    return str(value) if isinstance(value, int) else f'"{value}"'
