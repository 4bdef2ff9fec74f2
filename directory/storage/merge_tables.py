"""The tables of listings that may be one, and of those that were merged."""

from datetime import datetime

from sqlalchemy import Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from directory.storage.tables import UtcDateTime


class DuplicateRow(SQLModel, table=True):
    """Two listings that may be one, as a search found them, and what was decided."""

    __tablename__ = "duplicate"
    __table_args__ = (
        UniqueConstraint("first_id", "second_id"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    first_id: str
    second_id: str = Field(index=True)
    likeness: int = Field(index=True)
    certainty: str
    reasons: str = Field(sa_type=Text)
    state: str = Field(index=True)
    found_at: datetime = Field(sa_type=UtcDateTime)
    search: int
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    decided_by: str | None = None


class MergeRow(SQLModel, table=True):
    """A merge that holds: documents of both listings before, and of the one that stayed after."""

    __tablename__ = "merge"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: int | None = Field(default=None, primary_key=True)
    survivor_id: str = Field(index=True)
    gone_id: str = Field(index=True)
    gone_npi: str | None = Field(default=None, index=True)
    at: datetime = Field(sa_type=UtcDateTime)
    account_id: str
    survivor_before: str = Field(sa_type=Text)
    gone_before: str = Field(sa_type=Text)
    after: str = Field(sa_type=Text)


class MergePartRow(SQLModel, table=True):
    """What hung on a listing that went, row by row, and what a merge did with it."""

    __tablename__ = "merge_part"

    id: int | None = Field(default=None, primary_key=True)
    merge_id: int = Field(foreign_key="merge.id", ondelete="CASCADE", index=True)
    table: str
    how: str
    row: str = Field(sa_type=Text)
    account_id: str | None = Field(default=None, index=True)
