"""Listings that may be one, and those that were merged."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    _create_duplicates()
    _create_merges()


def _create_duplicates() -> None:
    op.create_table(
        "duplicate",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("first_id", sa.String, nullable=False),
        sa.Column("second_id", sa.String, nullable=False, index=True),
        sa.Column("likeness", sa.Integer, nullable=False, index=True),
        sa.Column("certainty", sa.String, nullable=False),
        sa.Column("reasons", sa.Text, nullable=False),
        sa.Column("state", sa.String, nullable=False, index=True),
        sa.Column("found_at", sa.DateTime, nullable=False),
        sa.Column("search", sa.Integer, nullable=False),
        sa.Column("decided_at", sa.DateTime),
        sa.Column("decided_by", sa.String),
        sa.UniqueConstraint("first_id", "second_id"),
        sqlite_autoincrement=True,
    )


def _create_merges() -> None:
    op.create_table(
        "merge",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("survivor_id", sa.String, nullable=False, index=True),
        sa.Column("gone_id", sa.String, nullable=False, index=True),
        sa.Column("gone_npi", sa.String, index=True),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("account_id", sa.String, nullable=False),
        sa.Column("survivor_before", sa.Text, nullable=False),
        sa.Column("gone_before", sa.Text, nullable=False),
        sa.Column("after", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "merge_part",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "merge_id",
            sa.Integer,
            sa.ForeignKey("merge.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.Column("table", sa.String, nullable=False),
        sa.Column("how", sa.String, nullable=False),
        sa.Column("row", sa.Text, nullable=False),
        sa.Column("account_id", sa.String, index=True),
    )


def downgrade() -> None:
    op.drop_table("merge_part")
    op.drop_table("merge")
    op.drop_table("duplicate")
