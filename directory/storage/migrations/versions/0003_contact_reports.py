"""How it went with each listing, as people who called told it."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "contact_report",
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("provider_id", sa.String, primary_key=True),
        sa.Column("kind", sa.String, primary_key=True),
        sa.Column("reports", sa.Integer, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("contact_report")
