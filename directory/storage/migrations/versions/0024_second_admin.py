"""Invitations into a role, and steps that a second admin has to agree to."""

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
