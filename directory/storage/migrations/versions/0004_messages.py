"""Counts of the rate limits, and the replies that are awaited to messages passed on."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "rate_count",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("hits", sa.Integer, nullable=False),
        sa.Column("expires_at", sa.DateTime, nullable=False),
    )
    op.create_index("ix_rate_count_expires_at", "rate_count", ["expires_at"])
    op.create_table(
        "awaited_reply",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("blob", sa.LargeBinary, nullable=False),
        sa.Column("expires_at", sa.DateTime, nullable=False),
    )
    op.create_index("ix_awaited_reply_expires_at", "awaited_reply", ["expires_at"])


def downgrade() -> None:
    for table in ("awaited_reply", "rate_count"):
        op.drop_table(table)
