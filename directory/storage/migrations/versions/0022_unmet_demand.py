"""What was looked for and found nobody, by week; and signs of life."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
_KEY = ("state", "subject", "code", "found")


def upgrade() -> None:
    for table in ("unmet_sum", "unmet_told"):
        op.create_table(
            table,
            sa.Column("week", sa.Date, primary_key=True),
            *(sa.Column(name, sa.String, primary_key=True) for name in _KEY),
            sa.Column("count", sa.Integer, nullable=False),
            sa.Column("since", sa.Date, nullable=False),
        )
    op.create_table(
        "sign_of_life",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
    )


def downgrade() -> None:
    for table in ("sign_of_life", "unmet_told", "unmet_sum"):
        op.drop_table(table)
