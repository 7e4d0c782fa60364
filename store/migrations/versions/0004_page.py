"""What the review page shows and who may look at it: the HTML of mails, keys of the page, drafts put off."""

import sqlalchemy as sa
from alembic import op

revision = "4"
down_revision = "3"


def upgrade() -> None:
    op.create_table(
        "bodies",
        sa.Column("message", sa.Integer(), nullable=False),
        sa.Column("html", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["message"], ["messages.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("message"),
    )
    op.create_table(
        "page_keys",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("made", sa.Float(), nullable=False),
        sa.Column("expires", sa.Float(), nullable=False),
        sa.Column("used", sa.Float()),
        sa.PrimaryKeyConstraint("sha256"),
    )
    op.add_column("drafts", sa.Column("later_until", sa.Float()))
