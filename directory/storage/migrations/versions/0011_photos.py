"""Photos of providers."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.create_table(
        "photo",
        sa.Column(
            "provider_id",
            sa.String,
            sa.ForeignKey("provider.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("large", sa.LargeBinary, nullable=False),
        sa.Column("small", sa.LargeBinary, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
    )
    op.create_index("ix_photo_name", "photo", ["name"])


def downgrade() -> None:
    op.drop_table("photo")
