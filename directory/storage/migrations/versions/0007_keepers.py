"""Who keeps which listing, and the history of every listing."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "keeper",
        sa.Column("provider_id", sa.String, primary_key=True),
        sa.Column("account_id", sa.String, primary_key=True),
        sa.Column("since", sa.DateTime, nullable=False),
    )
    op.create_index("ix_keeper_account_id", "keeper", ["account_id"])
    op.create_table(
        "listing_change",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("provider_id", sa.String, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("author_kind", sa.String, nullable=False),
        sa.Column("account_id", sa.String, nullable=True),
        sa.Column("before", sa.Text, nullable=False),
        sa.Column("after", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_listing_change_provider_id", "listing_change", ["provider_id"])


def downgrade() -> None:
    for table in ("listing_change", "keeper"):
        op.drop_table(table)
