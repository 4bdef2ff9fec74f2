"""The tables of invitations into a role, and of steps that a second admin agrees to."""

from datetime import datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from directory.storage.tables import UtcDateTime


class RoleInvitationRow(SQLModel, table=True):
    """An open invitation into a role, under the hash of the token that is in the mail."""

    __tablename__ = "role_invitation"

    id: str = Field(primary_key=True)
    email: str = Field(unique=True)
    role: str
    invited_by: str
    expires_at: datetime = Field(sa_type=UtcDateTime)


class AdminStepRow(SQLModel, table=True):
    """A dangerous step, waiting or decided."""

    __tablename__ = "admin_step"

    id: str = Field(primary_key=True)
    kind: str
    document: str = Field(sa_type=Text)
    asked_by: str
    role: str
    asked_at: datetime = Field(sa_type=UtcDateTime)
    state: str = Field(index=True)
    decided_by: str | None = None
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    note: str = Field(sa_type=Text)
