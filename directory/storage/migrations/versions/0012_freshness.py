"""The daily look at every listing, and the reminders that were sent."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.create_table(
        "freshness_day",
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("upto", sa.String, nullable=False),
        sa.Column("is_done", sa.Boolean, nullable=False),
    )
    op.create_table(
        "reminder",
        sa.Column("provider_id", sa.String, primary_key=True),
        sa.Column("account_id", sa.String, primary_key=True),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("is_quiet", sa.Boolean, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("reminder")
    op.drop_table("freshness_day")
