"""The tables of those who keep a listing, and of what became of it."""

from datetime import datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from directory.storage.tables import UtcDateTime


class KeeperRow(SQLModel, table=True):
    """An account that keeps a listing."""

    __tablename__ = "keeper"

    provider_id: str = Field(primary_key=True)
    account_id: str = Field(primary_key=True, index=True)
    since: datetime = Field(sa_type=UtcDateTime)


class ListingChangeRow(SQLModel, table=True):
    """One change of a listing: the fields that changed, as JSON, before and after."""

    __tablename__ = "listing_change"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: int | None = Field(default=None, primary_key=True)
    provider_id: str = Field(index=True)
    at: datetime = Field(sa_type=UtcDateTime)
    author_kind: str
    account_id: str | None = None
    before: str = Field(sa_type=Text)
    after: str = Field(sa_type=Text)
