"""Listings, the outbox of the index, imports, and sealed visits."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _create_listings()
    _create_imports()
    _create_sealed_visits()


def _create_listings() -> None:
    op.create_table(
        "provider",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("npi", sa.String, unique=True),
        sa.Column("published", sa.Boolean, nullable=False),
        sa.Column("claimed", sa.Boolean, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
    )
    op.create_index("ix_provider_published", "provider", ["published"])
    op.create_table(
        "search_log",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("provider_id", sa.String, nullable=False),
        sqlite_autoincrement=True,
    )


def _create_imports() -> None:
    op.create_table(
        "import_batch",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("format", sa.String, nullable=False),
        sa.Column("imported_at", sa.DateTime, nullable=False),
        sa.Column("undone_at", sa.DateTime),
    )
    op.create_table(
        "import_change",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("batch_id", sa.String, sa.ForeignKey("import_batch.id"), nullable=False),
        sa.Column("provider_id", sa.String, nullable=False),
        sa.Column("before", sa.Text),
        sa.Column("after", sa.Text, nullable=False),
    )
    op.create_index(
        "import_change_of_listing", "import_change", ["batch_id", "provider_id"], unique=True
    )


def _create_sealed_visits() -> None:
    op.create_table(
        "sealed",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("blob", sa.LargeBinary, nullable=False),
        sa.Column("expires_at", sa.DateTime, nullable=False),
    )
    op.create_index("ix_sealed_expires_at", "sealed", ["expires_at"])


def downgrade() -> None:
    for table in ("sealed", "import_change", "import_batch", "search_log", "provider"):
        op.drop_table(table)
