"""Alembic's entry: runs the migrations on the connection that ``store.migrate`` hands over."""

from alembic import context

import store.looks  # noqa: F401 - its table is one of the schema's
from store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=False,
)
context.run_migrations()
