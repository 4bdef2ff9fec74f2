"""Accounts of providers and admins, their passkeys and sessions."""

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
