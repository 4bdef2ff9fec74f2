"""Tables of signing in: who is signed in where, and what a passkey was asked to sign."""

from datetime import datetime

from sqlalchemy import false
from sqlmodel import Field, SQLModel

from directory.storage.tables import UtcDateTime


class AccountSessionRow(SQLModel, table=True):
    """A browser that is signed in; the id is a hash of what its cookie holds."""

    __tablename__ = "account_session"

    id: str = Field(primary_key=True)
    account_id: str = Field(foreign_key="account.id", ondelete="CASCADE", index=True)
    browser: str
    opened_at: datetime = Field(sa_type=UtcDateTime)
    seen_at: datetime = Field(sa_type=UtcDateTime)
    proved_at: datetime = Field(sa_type=UtcDateTime)
    is_strong: bool
    by_passkey: bool = Field(default=False, sa_column_kwargs={"server_default": false()})


class PasskeyChallengeRow(SQLModel, table=True):
    """What a passkey was asked to sign and has not signed yet, as a hash."""

    __tablename__ = "passkey_challenge"

    hash: str = Field(primary_key=True)
    expires_at: datetime = Field(sa_type=UtcDateTime, index=True)
