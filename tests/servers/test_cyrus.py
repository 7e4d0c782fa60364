"""The second mail server itself, and the script that fetches it."""

import subprocess
from pathlib import Path

import pytest

from tests.ingest.samples import letters, raw_letter
from tests.servers.boxes import Box
from tests.servers.cyrus import Cyrus
from tests.servers.fixtures import need_cyrus

SCRIPT = Path(__file__).parents[2] / "scripts/servers.sh"


def test_mail_outlives_a_restart_and_so_do_the_uids() -> None:
    need_cyrus()
    with Cyrus() as server:
        user = server.new_user()
        (uid,) = server.append(user, "Later", letters(1))
        server.stop()
        server.start()
        with server.session(user) as session:
            session.select("Later", readonly=True)
            assert session.uid("SEARCH", "ALL")[1] == [str(uid).encode()]


def test_delivered_mail_lies_in_a_mailbox_nobody_signed_in_to_before(cyrus_box: Box) -> None:
    assert isinstance(cyrus_box.server, Cyrus)
    cyrus_box.server.deliver(cyrus_box.account.username, raw_letter(1), raw_letter(1))
    assert len(cyrus_box.flags("INBOX")) == 2


def test_nothing_is_left_of_it() -> None:
    need_cyrus()
    with Cyrus() as server:
        home = server.home
    assert not home.exists()
    running = subprocess.run(["pgrep", "-f", str(home)], capture_output=True, text=True)
    assert running.stdout == ""


def test_the_script_is_quiet_where_everything_is_there() -> None:
    need_cyrus()
    if not Path("/usr/bin/chromium").exists() or not Path("/usr/bin/mutt").exists():
        pytest.skip("Not everything is installed here.")
    done = subprocess.run(["sh", str(SCRIPT)], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
