"""Accounts of providers and admins, their passkeys and sessions."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("email", sa.String, nullable=False, unique=True),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("confirmed_at", sa.DateTime, nullable=True),
        sa.Column("is_admin", sa.Boolean, nullable=False),
        sa.Column("password", sa.String, nullable=True),
        sa.Column("fs_uniquifier", sa.String, nullable=False, unique=True),
        sa.Column("fs_webauthn_user_handle", sa.String, nullable=False, unique=True),
        sa.Column("tf_primary_method", sa.String, nullable=True),
        sa.Column("tf_totp_secret", sa.Text, nullable=True),
        sa.Column("tf_last_counter", sa.Integer, nullable=True),
        sa.Column("mf_recovery_codes", sa.JSON, nullable=True),
    )
    op.create_table(
        "passkey",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column(
            "user_id", sa.String, sa.ForeignKey("account.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("credential_id", sa.LargeBinary, nullable=False, unique=True),
        sa.Column("public_key", sa.LargeBinary, nullable=False),
        sa.Column("sign_count", sa.Integer, nullable=False),
        sa.Column("transports", sa.JSON, nullable=True),
        sa.Column("backup_state", sa.Boolean, nullable=False),
        sa.Column("device_type", sa.String, nullable=False),
        sa.Column("extensions", sa.String, nullable=True),
        sa.Column("usage", sa.String, nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("lastuse_datetime", sa.DateTime, nullable=False),
    )
    op.create_index("ix_passkey_user_id", "passkey", ["user_id"])
    _create_tables_of_signing_in()
    _create_table_of_address_changes()


def _create_tables_of_signing_in() -> None:
    op.create_table(
        "account_session",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column(
            "account_id", sa.String, sa.ForeignKey("account.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("browser", sa.String, nullable=False),
        sa.Column("opened_at", sa.DateTime, nullable=False),
        sa.Column("seen_at", sa.DateTime, nullable=False),
        sa.Column("proved_at", sa.DateTime, nullable=False),
        sa.Column("is_strong", sa.Boolean, nullable=False),
    )
    op.create_index("ix_account_session_account_id", "account_session", ["account_id"])
    op.create_table(
        "passkey_challenge",
        sa.Column("hash", sa.String, primary_key=True),
        sa.Column("expires_at", sa.DateTime, nullable=False),
    )
    op.create_index("ix_passkey_challenge_expires_at", "passkey_challenge", ["expires_at"])


def _create_table_of_address_changes() -> None:
    op.create_table(
        "address_change",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "account_id", sa.String, sa.ForeignKey("account.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("old_email", sa.String, nullable=False),
        sa.Column("new_email", sa.String, nullable=False),
        sa.Column("asked_at", sa.DateTime, nullable=False),
        sa.Column("is_done", sa.Boolean, nullable=False),
        sa.Column("confirm_hash", sa.String, nullable=False, unique=True),
        sa.Column("stop_hash", sa.String, nullable=False, unique=True),
    )
    op.create_index("ix_address_change_account_id", "address_change", ["account_id"])


def downgrade() -> None:
    for table in ("address_change", "passkey_challenge", "account_session", "passkey", "account"):
        op.drop_table(table)
