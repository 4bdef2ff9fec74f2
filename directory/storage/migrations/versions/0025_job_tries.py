"""How often a job was begun, so that one of which workers die is given up."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    op.add_column("job", sa.Column("tries", sa.Integer, nullable=False, server_default="0"))


def downgrade() -> None:
    op.drop_column("job", "tries")
