"""The tables of practices: their managers, their listings and whom they invited."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from directory.storage.tables import UtcDateTime


class PracticeRow(SQLModel, table=True):
    """A practice."""

    __tablename__ = "practice"

    id: str = Field(primary_key=True)
    name: str
    begun_at: datetime = Field(sa_type=UtcDateTime)


class PracticeManagerRow(SQLModel, table=True):
    """An account that manages a practice."""

    __tablename__ = "practice_manager"

    practice_id: str = Field(primary_key=True, foreign_key="practice.id")
    account_id: str = Field(primary_key=True, index=True)
    since: datetime = Field(sa_type=UtcDateTime)


class PracticeMemberRow(SQLModel, table=True):
    """A listing that joined a practice; it can be in one at a time."""

    __tablename__ = "practice_member"

    provider_id: str = Field(primary_key=True)
    practice_id: str = Field(foreign_key="practice.id", index=True)
    since: datetime = Field(sa_type=UtcDateTime)


class PracticeInvitationRow(SQLModel, table=True):
    """An open invitation, under the hash of its token: to one listing, to whoever reads a mail,
    or to become a manager."""

    __tablename__ = "practice_invitation"

    id: str = Field(primary_key=True)
    practice_id: str = Field(foreign_key="practice.id", index=True)
    kind: str
    email: str | None = Field(default=None)
    provider_id: str | None = Field(default=None)
    expires_at: datetime = Field(sa_type=UtcDateTime)
