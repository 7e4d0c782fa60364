"""What goes wrong before anything works: one sentence each, with the remedy, exit code 1, nothing lost."""

import sqlite3
from pathlib import Path

import pytest

from ingest.imap import open_mailbox
from store.schema import SCHEMA_VERSION
from tests.journey.world import ENVIRONMENT, World
from tests.servers.boxes import PASSWORD
from tests.servers.ports import free_port


def fails(world: World, *arguments: str) -> str:
    """Runs a command that must fail with words and without a traceback; returns the words."""
    done = world.command(*arguments)
    assert done.returncode == 1, done
    assert "Traceback" not in done.stderr
    assert PASSWORD not in done.stderr + done.stdout
    return done.stderr


def test_a_wrong_password(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.write_config(password_env="WRONG")
    monkeypatch.setenv("WRONG", "not the password")

    said = fails(world, "poll")
    assert "accounts.home" in said
    assert "password" in said


def test_no_password_at_all(world: World) -> None:
    world.write_config(password_env="NOT_SET_ANYWHERE")

    assert "NOT_SET_ANYWHERE" in fails(world, "poll")


def test_an_unknown_host(world: World) -> None:
    world.write_config(imap_host="imap.nowhere.invalid")

    assert "imap_host" in fails(world, "poll")


def test_a_wrong_port(world: World) -> None:
    world.write_config(imap_port=free_port())

    assert "imap_port" in fails(world, "poll")


def test_tls_that_cannot_be_trusted(world: World) -> None:
    world.write_config(imap_host="localhost", imap_port=world.dovecot.imaps_port, imap_security="tls")

    # The authority of the SMTP sink vouches for nothing here.
    assert "certificate" in fails(world, "poll").lower()


def test_a_watched_folder_that_is_missing(world: World) -> None:
    world.write_config()
    world.config.write_text(world.config.read_text().replace("[accounts.home]", '[accounts.home]\nfolders = ["Jobs"]'))

    said = fails(world, "poll")
    assert "Jobs" in said


def test_no_drafts_folder(world: World) -> None:
    world.write_config(drafts_folder="Nowhere")

    assert "drafts_folder" in fails(world, "poll")


def test_a_config_with_five_mistakes(world: World) -> None:
    bad = Path(__file__).parents[1] / "heardback" / "bad_configs" / "five_mistakes.toml"
    world.config.write_text(bad.read_text(encoding="utf-8"), encoding="utf-8")

    assert len(fails(world, "poll").splitlines()) >= 5


def test_an_unreadable_model_is_told_and_the_shipped_one_serves(world: World) -> None:
    models = world.data / "models"
    models.mkdir(parents=True)
    (world.data / "model.key").write_bytes(b"k" * 32)
    (models / "own-0123456789.joblib").write_bytes(b"this is no model")
    (models / "in_use").write_text("own-0123456789\n")

    done = world.command("poll")
    assert done.returncode == 0
    assert "own-0123456789.joblib" in done.stderr
    assert "the shipped model serves" in done.stderr
    assert (models / "own-0123456789.joblib").read_bytes() == b"this is no model"
    assert "own-0123456789.joblib" in fails_or_tells(world, "doctor")


def fails_or_tells(world: World, *arguments: str) -> str:
    done = world.command(*arguments)
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


def test_a_store_of_a_newer_version(world: World) -> None:
    assert world.command("poll").returncode == 0
    with sqlite3.connect(world.data / "heardback.sqlite") as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")

    assert "upgrade heardback" in fails(world, "applications")


def test_a_data_folder_that_is_a_file(world: World) -> None:
    world.data.write_text("")

    assert "--data" in fails(world, "applications")


def test_no_mailbox_configured(world: World) -> None:
    world.config.write_text('[person]\nname = "Sam"\n', encoding="utf-8")

    assert "[accounts.NAME]" in fails(world, "poll")


def test_writing_commands_refuse_the_past(world: World) -> None:
    for arguments in (("poll",), ("run",), ("train",), ("digest", "--send"), ("review", "approve", "1")):
        assert "--now" in fails(world, "--now", "2026-03-02", *arguments)


def test_wrong_usage_is_exit_two(world: World) -> None:
    assert world.command("polish").returncode == 2
    assert world.command("tag").returncode == 2
    assert world.command("review", "correct", "1", "nonsense").returncode == 2


def test_a_failing_account_stops_no_other(world: World) -> None:
    world.write_config()
    broken = '[accounts.broken]\nimap_host = "imap.nowhere.invalid"\npassword_env = "X"\n[replies]'
    world.config.write_text(world.config.read_text().replace("[replies]", broken), encoding="utf-8")

    said = fails(world, "poll")
    assert "broken" in said
    with world.house() as house, house.database.reading() as transaction:
        assert {mark.account for mark in transaction.folders.watermarks()} == {"home"}


def test_nothing_is_lost_by_any_of_it(world: World) -> None:
    assert ENVIRONMENT
    with open_mailbox(world.box.account, PASSWORD) as mailbox:
        assert mailbox.examine("INBOX").exists == 0
