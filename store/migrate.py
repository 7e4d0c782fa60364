"""Brings a store's schema up to date with Alembic; imported only when there is something to do."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from store.schema import SCHEMA_VERSION


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Runs the migrations up to ``revision`` in one transaction; a failure leaves the store as it was."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            config.attributes["connection"] = connection
            command.upgrade(config, revision)
            version = SCHEMA_VERSION if revision == "head" else int(revision)
            connection.exec_driver_sql(f"PRAGMA user_version = {version:d}")
        except BaseException:
            connection.exec_driver_sql("ROLLBACK")
            raise
        connection.exec_driver_sql("COMMIT")
