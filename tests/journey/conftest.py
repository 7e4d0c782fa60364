"""The world of the journey tests."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.clock import SetClock
from tests.journey.world import World
from tests.servers.boxes import PASSWORD, Box
from tests.servers.certificates import Certificates
from tests.servers.smtpsink import SmtpSink

START = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def sink(dovecot_box: Box, certificates: Certificates) -> Iterator[SmtpSink]:
    """A way out that asks for a password and delivers into the same Dovecot."""
    lmtp_port = dovecot_box.server.lmtp_port if dovecot_box.is_dovecot else None  # type: ignore[union-attr]
    users = {dovecot_box.account.username: PASSWORD}
    with SmtpSink(users=users, certificates=certificates, lmtp_port=lmtp_port) as server:
        yield server


@pytest.fixture
def world(dovecot_box: Box, sink: SmtpSink, certificates: Certificates, tmp_path: Path) -> Iterator[World]:
    """Sam, with a real mailbox and a real way out."""
    made = World(dovecot_box, sink, tmp_path, SetClock(START), certificates.authority)
    yield made
    made.end()
