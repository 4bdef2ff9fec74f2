"""How much each listing was shown on which day."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "exposure",
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("provider_id", sa.String, primary_key=True),
        sa.Column("millionths", sa.BigInteger, nullable=False),
    )
    op.create_table("exposure_day", sa.Column("day", sa.Date, primary_key=True))


def downgrade() -> None:
    for table in ("exposure_day", "exposure"):
        op.drop_table(table)
