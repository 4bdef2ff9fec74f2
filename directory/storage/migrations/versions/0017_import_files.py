"""Imports in the browser: files, what they would do, cells that were mended, columns remembered."""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
_COUNTS = ("created", "updated", "removed", "restored")


def upgrade() -> None:
    _extend_batches()
    op.create_table(
        "import_upload",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("format", sa.String, nullable=False),
        sa.Column("titles", sa.Text, nullable=False),
        sa.Column("columns", sa.Text),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("round", sa.Integer, nullable=False),
        sa.Column("counts", sa.Text, nullable=False),
        sa.Column("problem", sa.Text, nullable=False),
        sa.Column("hides_new", sa.Boolean, nullable=False),
        sa.Column("uploaded_at", sa.DateTime, nullable=False),
        sa.Column("uploaded_by", sa.String, nullable=False),
        sa.Column("batch_id", sa.String),
        sa.Column("has_file", sa.Boolean, nullable=False),
    )
    _create_staging()
    op.create_table(
        "import_columns",
        sa.Column("titles", sa.Text, primary_key=True),
        sa.Column("columns", sa.Text, nullable=False),
        sa.Column("chosen_at", sa.DateTime, nullable=False),
    )


def _extend_batches() -> None:
    for column in _batch_columns():
        op.add_column("import_batch", column)
    op.execute("UPDATE import_batch SET ended_at = imported_at")
    for count, condition in (("created", "IS NULL"), ("updated", "IS NOT NULL")):
        op.execute(
            f"UPDATE import_batch SET {count} = (SELECT COUNT(*) FROM import_change "  # noqa: S608
            f"WHERE batch_id = import_batch.id AND before {condition})"
        )
    no = sa.false()
    op.add_column("import_change", sa.Column("stays", sa.Boolean, nullable=False, server_default=no))
    op.create_index("ix_import_change_provider_id", "import_change", ["provider_id"])


def _batch_columns() -> Iterator[sa.Column[Any]]:
    yield sa.Column("name", sa.String, nullable=False, server_default="")
    yield sa.Column("ended_at", sa.DateTime)
    yield sa.Column("undo_asked_at", sa.DateTime)
    yield sa.Column("undoes_edited", sa.Boolean, nullable=False, server_default=sa.false())
    for count in _COUNTS:
        yield sa.Column(count, sa.Integer, nullable=False, server_default="0")


def _create_staging() -> None:
    op.create_table(
        "import_staged",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("upload_id", sa.String, nullable=False),
        sa.Column("line", sa.Integer, nullable=False),
        sa.Column("provider_id", sa.String, nullable=False),
        sa.Column("is_new", sa.Boolean, nullable=False),
        sa.Column("before", sa.Text),
        sa.Column("after", sa.Text, nullable=False),
        sa.Column("told", sa.String, nullable=False),
    )
    op.create_index("import_staged_of_upload", "import_staged", ["upload_id", "told", "is_new"])
    op.create_table(
        "import_note",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("upload_id", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("line", sa.Integer, nullable=False),
        sa.Column("column", sa.String, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("message", sa.Text, nullable=False),
        sa.Column("cells", sa.Text, nullable=False),
    )
    op.create_index("import_note_of_upload", "import_note", ["upload_id", "kind"])
    op.create_table(
        "import_mend",
        sa.Column("upload_id", sa.String, primary_key=True),
        sa.Column("line", sa.Integer, primary_key=True),
        sa.Column("column", sa.String, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )


def downgrade() -> None:
    for table in ("columns", "mend", "note", "staged", "upload"):
        op.drop_table(f"import_{table}")
    op.drop_index("ix_import_change_provider_id", "import_change")
    op.drop_column("import_change", "stays")
    for name in ("name", "ended_at", "undo_asked_at", "undoes_edited", *_COUNTS):
        op.drop_column("import_batch", name)
