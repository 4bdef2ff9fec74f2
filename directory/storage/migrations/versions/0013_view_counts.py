"""How often each listing was shown, opened, kept and written to, by day."""

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
