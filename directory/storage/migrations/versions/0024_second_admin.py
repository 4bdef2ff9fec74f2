"""Invitations into a role, steps that a second admin agrees to, the seal on the audit log, and
which sessions a passkey opened."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    op.create_table(
        "role_invitation",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("email", sa.String, nullable=False, unique=True),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("invited_by", sa.String, nullable=False),
        sa.Column("expires_at", sa.DateTime, nullable=False),
    )
    op.create_table(
        "admin_step",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("asked_by", sa.String, nullable=False),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("asked_at", sa.DateTime, nullable=False),
        sa.Column("state", sa.String, nullable=False, index=True),
        sa.Column("decided_by", sa.String, nullable=True),
        sa.Column("decided_at", sa.DateTime, nullable=True),
        sa.Column("note", sa.Text, nullable=False),
    )
    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("digest", sa.String, nullable=False),
        sa.Column("seal", sa.String, nullable=False),
    )
    op.add_column(
        "account_session",
        sa.Column("by_passkey", sa.Boolean, nullable=False, server_default=sa.false()),
    )


def downgrade() -> None:
    op.drop_column("account_session", "by_passkey")
    for table in ("audit_head", "admin_step", "role_invitation"):
        op.drop_table(table)
