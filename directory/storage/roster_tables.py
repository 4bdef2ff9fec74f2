"""The tables of rosters: the file, what it means for each listing, and how columns were read."""

from datetime import date, datetime

from sqlalchemy import LargeBinary, Text
from sqlmodel import Field, SQLModel

from directory.storage.tables import UtcDateTime


class RosterRow(SQLModel, table=True):
    """A roster of a state board with its file, packed by zlib."""

    __tablename__ = "roster"

    id: str = Field(primary_key=True)
    name: str
    state: str
    license: str
    as_of: date
    source: str = Field(sa_type=Text)
    added_at: datetime = Field(sa_type=UtcDateTime, index=True)
    added_by: str | None = None
    titles: str = Field(sa_type=Text)
    columns: str = Field(sa_type=Text)
    statuses: str = Field(sa_type=Text)
    stage: str
    counts: str = Field(sa_type=Text)
    sha256: str
    file: bytes = Field(sa_type=LargeBinary)


class RosterFindingRow(SQLModel, table=True):
    """What a roster means for one listing, and what became of that."""

    __tablename__ = "roster_finding"

    roster_id: str = Field(primary_key=True)
    provider_id: str = Field(primary_key=True)
    outcome: str
    words: str = Field(sa_type=Text)
    seen: str = Field(sa_type=Text)
    licenses: str = Field(sa_type=Text)
    became: str


class RosterColumnsRow(SQLModel, table=True):
    """How the columns and status words of files with the same titles were read last."""

    __tablename__ = "roster_columns"

    header: str = Field(primary_key=True)
    columns: str = Field(sa_type=Text)
    statuses: str = Field(sa_type=Text)
