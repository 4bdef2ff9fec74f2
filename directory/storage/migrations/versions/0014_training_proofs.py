"""Which trainings a keeper wants checked, where the proof is, and where an admin looked."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
_COLUMNS = ("trainings", "proof", "source")


def upgrade() -> None:
    for name in _COLUMNS:
        op.add_column("correction", sa.Column(name, sa.Text, nullable=False, server_default=""))


def downgrade() -> None:
    for name in _COLUMNS:
        op.drop_column("correction", name)
