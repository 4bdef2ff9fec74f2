"""Listings that are called to see whether they are true, and the weekly figures."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    op.create_table(
        "call_plan",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("published_since", sa.DateTime, nullable=True),
    )
    op.create_table(
        "call_sample",
        sa.Column("week", sa.Date, primary_key=True),
        sa.Column("seed", sa.String, nullable=False),
        sa.Column("population", sa.Integer, nullable=False),
        sa.Column("uncallable", sa.Integer, nullable=False),
        sa.Column("looked_on", sa.Date, nullable=False),
    )
    op.create_table(
        "sampled_call",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("week", sa.Date, nullable=False, index=True),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("provider_id", sa.String, nullable=False, index=True),
        sa.Column("plan", sa.String, nullable=False),
        sa.Column("called_on", sa.Date, nullable=True),
        sa.Column("entered_by", sa.String, nullable=True),
        sa.Column("said", sa.Text, nullable=True),
        sa.Column("heard", sa.Text, nullable=True),
        sa.Column("verdicts", sa.Text, nullable=False),
        sa.Column("confirmed", sa.Text, nullable=False),
    )
    op.create_table(
        "weekly_figure",
        sa.Column("week", sa.Date, primary_key=True),
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("whole", sa.Integer, nullable=False),
    )


def downgrade() -> None:
    for table in ("weekly_figure", "sampled_call", "call_sample", "call_plan"):
        op.drop_table(table)
