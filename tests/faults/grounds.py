"""The servers of the fault tests: one Dovecot with submission, and the ways out to the rest of the world."""

import logging
import warnings
from contextlib import ExitStack
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from ingest.accounts import Security
from tests.servers.dovecot import PASSWORD
from tests.servers.dovecot_submitting import SubmittingDovecot
from tests.servers.ports import free_port
from tests.servers.smtpsink import SmtpSink, Taken


class Way(StrEnum):
    """By which way a person sends."""

    SINK = "smtp"
    STARTTLS = "starttls"
    SUBMISSION = "submission"


@dataclass(frozen=True, slots=True)
class Exit:
    """A way out: where it listens, how it is spoken to, and the sink in which all ends."""

    port: int
    security: Security
    sink: SmtpSink


class Grounds:
    """The servers while the ``with`` block lasts, for so many people one after the other."""

    def __init__(self, users: int = 400) -> None:
        self._users = users
        self._stack = ExitStack()
        # aiosmtpd warns of sign-in without TLS at each connection, which is the point here.
        warnings.filterwarnings("ignore", message="Requiring AUTH", module="aiosmtpd")
        logging.getLogger("mail").setLevel(logging.CRITICAL)

    def __enter__(self) -> Self:
        relay_port = free_port()
        self.server = self._stack.enter_context(SubmittingDovecot(relay_port, self._users))
        lmtp, certificates = self.server.lmtp_port, self.server.certificates
        users = {f"user{number}@dovecot.example": PASSWORD for number in range(self._users)}
        relay = self._stack.enter_context(SmtpSink(lmtp_port=lmtp, port=relay_port))
        sink = self._stack.enter_context(SmtpSink(users=users, lmtp_port=lmtp))
        private = self._stack.enter_context(SmtpSink(users=users, lmtp_port=lmtp, certificates=certificates))
        self.exits = {
            Way.SINK: Exit(sink.port, Security.PLAIN, sink),
            Way.STARTTLS: Exit(private.port, Security.STARTTLS, private),
            Way.SUBMISSION: Exit(self.server.submission_port, Security.PLAIN, relay),
        }
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def sent_by(self, address: str) -> list[Taken]:
        """All that went out from somebody, by whichever way."""
        return [each for way in self.exits.values() for each in way.sink.taken if each.sender == address]
