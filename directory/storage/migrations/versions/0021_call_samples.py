"""Listings that are called to see whether they are true, and the weekly figures."""

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
