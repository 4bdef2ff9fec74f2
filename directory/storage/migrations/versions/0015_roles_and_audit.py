"""Roles instead of admins, and the log of what they change."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.add_column("account", sa.Column("role", sa.String, nullable=True))
    op.execute("UPDATE account SET role = 'owner' WHERE is_admin")
    op.drop_column("account", "is_admin")
    op.create_table(
        "audit_entry",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("account_id", sa.String, nullable=True),
        sa.Column("role", sa.String, nullable=True),
        sa.Column("action", sa.String, nullable=False, index=True),
        sa.Column("subject", sa.String, nullable=False, index=True),
        sa.Column("details", sa.Text, nullable=False),
        sa.Column("digest", sa.String, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("audit_entry")
    op.add_column(
        "account", sa.Column("is_admin", sa.Boolean, nullable=False, server_default=sa.false())
    )
    op.execute("UPDATE account SET is_admin = role IS NOT NULL")
    op.drop_column("account", "role")
