"""Claims of listings, checks, and wishes to be removed."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    _create_claims()
    _create_checks()
    _create_removals()


def _create_claims() -> None:
    op.create_table(
        "claim",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("provider_id", sa.String, nullable=False),
        sa.Column("account_id", sa.String, nullable=False),
        sa.Column("asked_at", sa.DateTime, nullable=False),
        sa.Column("way", sa.String, nullable=False),
        sa.Column("sent_to", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("since", sa.DateTime, nullable=False),
        sa.Column("npi", sa.String),
        sa.Column("license_state", sa.String, nullable=False),
        sa.Column("license_number", sa.String, nullable=False),
        sa.Column("contests", sa.Boolean, nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("decided_by", sa.String),
        sa.Column("before", sa.Text),
        sa.Column("frozen", sa.Text),
        sa.Column("letter_due", sa.Boolean, nullable=False),
    )
    for column in ("provider_id", "account_id", "state"):
        op.create_index(f"ix_claim_{column}", "claim", [column])
    op.create_table(
        "claim_key",
        sa.Column("hash", sa.String, primary_key=True),
        sa.Column("subject", sa.String, nullable=False),
        sa.Column("purpose", sa.String, nullable=False),
        sa.Column("expires_at", sa.DateTime, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
    )
    op.create_index("ix_claim_key_subject", "claim_key", ["subject"])
    op.create_index("ix_claim_key_expires_at", "claim_key", ["expires_at"])


def _create_checks() -> None:
    op.create_table(
        "license_check",
        sa.Column("provider_id", sa.String, primary_key=True),
        sa.Column("account_id", sa.String, nullable=False),
        sa.Column("asked_at", sa.DateTime, nullable=False),
        sa.Column("checked_at", sa.DateTime),
        sa.Column("checked_by", sa.String),
        sa.Column("licenses", sa.Text, nullable=False),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
    )
    op.create_table(
        "correction",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("provider_id", sa.String, nullable=False),
        sa.Column("account_id", sa.String, nullable=False),
        sa.Column("asked_at", sa.DateTime, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("npi", sa.String, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("decided_at", sa.DateTime),
        sa.Column("decided_by", sa.String),
        sa.Column("is_done", sa.Boolean, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
    )
    for column in ("provider_id", "account_id"):
        op.create_index(f"ix_correction_{column}", "correction", [column])


def _create_removals() -> None:
    op.create_table(
        "removal",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("provider_id", sa.String, nullable=False),
        sa.Column("asked_at", sa.DateTime, nullable=False),
        sa.Column("what", sa.String, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("answer_to", sa.String, nullable=False),
        sa.Column("hidden_at", sa.DateTime),
        sa.Column("before", sa.Text),
        sa.Column("decided_at", sa.DateTime),
        sa.Column("decided_by", sa.String),
        sa.Column("is_done", sa.Boolean, nullable=False),
    )
    op.create_index("ix_removal_provider_id", "removal", ["provider_id"])
    op.create_table(
        "tombstone",
        sa.Column("provider_id", sa.String, primary_key=True),
        sa.Column("npi", sa.String),
        sa.Column("what", sa.String, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
    )
    op.create_index("ix_tombstone_npi", "tombstone", ["npi"])


def downgrade() -> None:
    for table in ("tombstone", "removal", "correction", "license_check", "claim_key", "claim"):
        op.drop_table(table)
