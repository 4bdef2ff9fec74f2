"""Reminders that were sent, and listings that rest because nobody confirmed them."""

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
