"""Rosters of state boards, what each means for the listings, and how their columns were read."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    op.create_table(
        "roster",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("license", sa.String, nullable=False),
        sa.Column("as_of", sa.Date, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("added_at", sa.DateTime, nullable=False, index=True),
        sa.Column("added_by", sa.String),
        sa.Column("titles", sa.Text, nullable=False),
        sa.Column("columns", sa.Text, nullable=False),
        sa.Column("statuses", sa.Text, nullable=False),
        sa.Column("stage", sa.String, nullable=False),
        sa.Column("counts", sa.Text, nullable=False),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("file", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "roster_finding",
        sa.Column("roster_id", sa.String, primary_key=True),
        sa.Column("provider_id", sa.String, primary_key=True),
        sa.Column("outcome", sa.String, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("seen", sa.Text, nullable=False),
        sa.Column("licenses", sa.Text, nullable=False),
        sa.Column("became", sa.String, nullable=False),
    )
    op.create_table(
        "roster_columns",
        sa.Column("header", sa.String, primary_key=True),
        sa.Column("columns", sa.Text, nullable=False),
        sa.Column("statuses", sa.Text, nullable=False),
    )


def downgrade() -> None:
    for table in ("roster_columns", "roster_finding", "roster"):
        op.drop_table(table)
