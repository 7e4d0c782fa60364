"""The servers as fixtures; ``tests/conftest.py`` names this module in ``pytest_plugins``.

Session-wide where a server is dear or has many mailboxes, per test where it is scripted.
"""

import os
from collections.abc import Iterator

import pytest

from heardback.demo.server import DemoServer
from ingest.accounts import Security
from tests.demo.run import DemoRun, demo_run_once
from tests.emptystore import migrations_spared
from tests.servers.authority import Authority
from tests.servers.boxes import PASSWORD, Box, account
from tests.servers.certificates import Certificates, issue
from tests.servers.cyrus import INSTALL as INSTALL_CYRUS
from tests.servers.cyrus import Cyrus
from tests.servers.cyrus import executable as cyrus_executable
from tests.servers.dovecot import INSTALL, Dovecot, executable
from tests.servers.dovecot_oauth import INSTALL as INSTALL_OAUTH
from tests.servers.dovecot_oauth import SUBMISSION, OAuthDovecot
from tests.servers.smtpsink import SmtpSink

DEMO_USERS = {f"user{number}@demo.example": PASSWORD for number in range(40)}


@pytest.fixture(scope="session", autouse=True)
def new_stores_at_once() -> Iterator[None]:
    """Thousands of tests begin with a new store."""
    with migrations_spared():
        yield


@pytest.fixture(scope="session")
def dovecot() -> Iterator[Dovecot]:
    """A real mail server. Skips where it is not installed, except in CI, where that is a failure."""
    if executable() is None:
        if os.environ.get("CI") == "true":
            pytest.fail(f"Dovecot is not installed; run `{INSTALL}`.")
        pytest.skip(f"Dovecot is not installed; run `{INSTALL}`.")
    with Dovecot(in_memory=True) as server:
        yield server


@pytest.fixture(scope="session")
def cyrus() -> Iterator[Cyrus]:
    """A real mail server of another family. Skips where it is not unpacked, except in CI, where that is a failure."""
    need_cyrus()
    with Cyrus() as server:
        yield server


def need_cyrus() -> None:
    """Skips, or fails in CI, where Cyrus is not unpacked."""
    if cyrus_executable() is not None:
        return
    if os.environ.get("CI") == "true":
        pytest.fail(f"Cyrus is not unpacked; run `{INSTALL_CYRUS}` as root.")
    pytest.skip(f"Cyrus is not unpacked; run `{INSTALL_CYRUS}` as root.")


@pytest.fixture(scope="session")
def demo_server() -> Iterator[DemoServer]:
    """The mail server of the demo, in this process, with the mailboxes of ``DEMO_USERS``."""
    with DemoServer(DEMO_USERS) as server:
        yield server


@pytest.fixture(scope="session")
def demo_run(tmp_path_factory: pytest.TempPathFactory) -> DemoRun:
    """What came of the demo; copy its data before changing anything in it."""
    return demo_run_once(tmp_path_factory)


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    """An authority and a server certificate for this machine."""
    return issue(tmp_path_factory.mktemp("tls"))


@pytest.fixture
def smtp_sink() -> Iterator[SmtpSink]:
    """A mail server in plain that keeps what it is sent."""
    with SmtpSink() as sink:
        yield sink


@pytest.fixture(scope="session")
def demo_users() -> Iterator[str]:
    """User names of the demo server, each given out once."""
    return iter(DEMO_USERS)


@pytest.fixture(
    params=["dovecot-plain", "dovecot-starttls", "dovecot-tls", "cyrus-plain", "cyrus-starttls", "cyrus-tls", "demo"]
)
def box(request: pytest.FixtureRequest) -> Box:
    """An empty mailbox, on each server and by each way to it."""
    if request.param == "demo":
        server: DemoServer = request.getfixturevalue("demo_server")
        user = next(request.getfixturevalue("demo_users"))
        return Box(server, account(user, server.port, Security.PLAIN), server.port)
    server_name, _, security = request.param.partition("-")
    return box_by(request.getfixturevalue(server_name), Security(security))


@pytest.fixture
def dovecot_box(dovecot: Dovecot) -> Box:
    """An empty mailbox on the real server, in plain."""
    return box_by(dovecot, Security.PLAIN)


@pytest.fixture
def cyrus_box(cyrus: Cyrus) -> Box:
    """An empty mailbox on the real server of another family, in plain."""
    return box_by(cyrus, Security.PLAIN)


def box_by(server: Dovecot | Cyrus, security: Security) -> Box:
    """An empty mailbox on a real server, reached by ``security``."""
    port = server.imaps_port if security is Security.TLS else server.imap_port
    authority = None if security is Security.PLAIN else server.certificates.authority
    return Box(server, account(server.new_user(), port, security, authority), server.imap_port)


@pytest.fixture
def authority() -> Iterator[Authority]:
    """A sign-in server of this test alone."""
    with Authority() as server:
        yield server


@pytest.fixture(scope="session")
def oauth_authority() -> Iterator[Authority]:
    """The sign-in server whose tokens ``oauth_dovecot`` takes."""
    with Authority() as server:
        yield server


@pytest.fixture(scope="session")
def oauth_relay() -> Iterator[SmtpSink]:
    """Whom ``oauth_dovecot`` hands submitted mail on to."""
    with SmtpSink() as sink:
        yield sink


@pytest.fixture(scope="session")
def oauth_dovecot(oauth_authority: Authority, oauth_relay: SmtpSink) -> Iterator[OAuthDovecot]:
    """A real mail server that takes tokens, for reading and for sending."""
    if executable() is None or not SUBMISSION.exists():
        if os.environ.get("CI") == "true":
            pytest.fail(f"Dovecot is not installed; run `{INSTALL_OAUTH}`.")
        pytest.skip(f"Dovecot is not installed; run `{INSTALL_OAUTH}`.")
    with OAuthDovecot(oauth_authority, relay_port=oauth_relay.port) as server:
        yield server
