"""How often each listing was shown, opened, kept and written to, by week."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.create_table(
        "view_count",
        sa.Column("week", sa.Date, primary_key=True),
        sa.Column("provider_id", sa.String, primary_key=True),
        sa.Column("kind", sa.String, primary_key=True),
        sa.Column("count", sa.Integer, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("view_count")
