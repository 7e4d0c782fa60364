"""What the person adds themselves: changes that can be undone, the state of the search, lessons, notes on people."""

import sqlalchemy as sa
from alembic import op

revision = "2"
down_revision = "1"


def upgrade() -> None:
    _changes_by_hand()
    _notes()


def _changes_by_hand() -> None:
    op.create_table(
        "changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("application", sa.Integer()),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("restore", sa.Text(), nullable=False),
        sa.Column("undone_at", sa.Float()),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "search",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("phase", sa.String(), nullable=False),
        sa.Column("until", sa.Date()),
        sa.Column("application", sa.Integer()),
        sa.ForeignKeyConstraint(["application"], ["applications.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
    )


def _notes() -> None:
    op.create_table(
        "lessons",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application", sa.Integer(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("stage", sa.String(), server_default="", nullable=False),
        sa.Column("reason_written", sa.Text(), server_default="", nullable=False),
        sa.Column("reason_guessed", sa.Text(), server_default="", nullable=False),
        sa.Column("went_well", sa.Text(), server_default="", nullable=False),
        sa.Column("answer_better", sa.Text(), server_default="", nullable=False),
        sa.Column("was_a_match", sa.Text(), server_default="", nullable=False),
        sa.Column("stay_in_touch", sa.Text(), server_default="", nullable=False),
        sa.Column("change_next", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["application"], ["applications.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("application"),
    )
    op.create_table(
        "contact_notes",
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("next_on", sa.Date()),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("snoozed_until", sa.Date()),
        sa.Column("dropped", sa.Boolean(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("contact"),
    )
