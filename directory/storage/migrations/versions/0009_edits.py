"""Drafts of listings."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.create_table(
        "section_draft",
        sa.Column("provider_id", sa.String, primary_key=True),
        sa.Column("section", sa.String, primary_key=True),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("saved_at", sa.DateTime, nullable=False),
        sa.Column("confirms", sa.Boolean, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("section_draft")
