"""Finds the interviews that lie ahead without going through all that was ever booked."""

from alembic import op

revision = "5"
down_revision = "4"


def upgrade() -> None:
    op.execute(
        "CREATE INDEX events_by_end ON events (substr(coalesce(nullif(json_extract(detail, '$.end'), ''), "
        "json_extract(detail, '$.start')), 1, 10)) WHERE kind = 'booked'"
    )
