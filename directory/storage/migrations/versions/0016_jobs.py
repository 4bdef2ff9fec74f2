"""Long work that the worker does for those who run the directory."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.create_table(
        "job",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("subject", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False, index=True),
        sa.Column("done", sa.Integer, nullable=False),
        sa.Column("whole", sa.Integer, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("asked_by", sa.String, nullable=True),
        sa.Column("asked_at", sa.DateTime, nullable=False),
        sa.Column("alive_at", sa.DateTime, nullable=True),
        sa.Column("ended_at", sa.DateTime, nullable=True),
        sqlite_autoincrement=True,
    )
    op.create_index("job_of_subject", "job", ["kind", "subject"])


def downgrade() -> None:
    op.drop_table("job")
