"""Practices, their managers, invitations and listings."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.create_table(
        "practice",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("begun_at", sa.DateTime, nullable=False),
    )
    op.create_table(
        "practice_manager",
        sa.Column("practice_id", sa.String, sa.ForeignKey("practice.id"), primary_key=True),
        sa.Column("account_id", sa.String, primary_key=True),
        sa.Column("since", sa.DateTime, nullable=False),
    )
    op.create_index("ix_practice_manager_account_id", "practice_manager", ["account_id"])
    op.create_table(
        "practice_member",
        sa.Column("provider_id", sa.String, primary_key=True),
        sa.Column("practice_id", sa.String, sa.ForeignKey("practice.id"), nullable=False),
        sa.Column("since", sa.DateTime, nullable=False),
    )
    op.create_index("ix_practice_member_practice_id", "practice_member", ["practice_id"])
    op.create_table(
        "practice_invitation",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("practice_id", sa.String, sa.ForeignKey("practice.id"), nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("email", sa.String),
        sa.Column("provider_id", sa.String),
        sa.Column("expires_at", sa.DateTime, nullable=False),
    )
    op.create_index("ix_practice_invitation_practice_id", "practice_invitation", ["practice_id"])


def downgrade() -> None:
    for table in ("practice_invitation", "practice_member", "practice_manager", "practice"):
        op.drop_table(table)
