"""The editions of words and weights that the operator edits."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    op.create_table(
        "edition",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("note", sa.String, nullable=False),
        sa.Column("published_at", sa.DateTime, nullable=False),
        sa.Column("published_by", sa.String),
        sa.Column("brings_back", sa.Integer),
    )
    op.create_table(
        "edition_draft",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("begun_from", sa.Integer, nullable=False),
        sa.Column("changed_at", sa.DateTime, nullable=False),
        sa.Column("changed_by", sa.String),
    )
    op.create_table(
        "edition_preview",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("result", sa.Text),
        sa.Column("asked_at", sa.DateTime, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("edition_preview")
    op.drop_table("edition_draft")
    op.drop_table("edition")
