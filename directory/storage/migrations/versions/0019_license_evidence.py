"""Checks of licences one by one, when each is due again, evidence, notices and looks at reports."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    op.add_column("license_check", sa.Column("due_on", sa.Date))
    op.add_column("license_check", sa.Column("held_since", sa.DateTime))
    op.execute("UPDATE license_check SET due_on = date(checked_at, '+90 days')")
    op.create_index("ix_license_check_due_on", "license_check", ["due_on"])
    _create_verifications()
    _create_evidence()
    _create_notices()
    op.create_table(
        "report_look",
        sa.Column("provider_id", sa.String, primary_key=True),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("by", sa.String),
        sa.Column("note", sa.Text, nullable=False),
    )


def _create_verifications() -> None:
    op.create_table(
        "verification",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("provider_id", sa.String, nullable=False, index=True),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("by", sa.String),
        sa.Column("looked_on", sa.Date, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("licenses", sa.Text, nullable=False),
        sa.Column("due_on", sa.Date),
        sa.Column("before", sa.Text, nullable=False),
        sa.Column("after", sa.Text, nullable=False),
        sa.Column("was", sa.Text),
        sa.Column("origin", sa.String, nullable=False),
        sa.Column("origin_id", sa.String, nullable=False, index=True),
        sa.Column("taken_back_at", sa.DateTime),
        sa.Column("taken_back_by", sa.String),
    )


def _create_evidence() -> None:
    op.create_table(
        "evidence",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("provider_id", sa.String, nullable=False, index=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("added_at", sa.DateTime, nullable=False),
        sa.Column("added_by", sa.String),
        sa.Column("file", sa.LargeBinary, nullable=False),
    )


def _create_notices() -> None:
    op.create_table(
        "notice",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("provider_id", sa.String, nullable=False, index=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("origin", sa.String, nullable=False, index=True),
        sa.Column("closed_at", sa.DateTime, index=True),
        sa.Column("closed_by", sa.String),
        sa.Column("answer", sa.Text, nullable=False),
    )


def downgrade() -> None:
    for table in ("report_look", "notice", "evidence", "verification"):
        op.drop_table(table)
    op.drop_index("ix_license_check_due_on", "license_check")
    op.drop_column("license_check", "held_since")
    op.drop_column("license_check", "due_on")
